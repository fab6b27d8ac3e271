// Fills the lanes: one bar per operator or layer where they are wide enough to see, else columns of busy
// share from the meters. Either way the work is bounded by the width, not by the run.
#include "widgets/timeline/timeline_lanes.h"
#include "widgets/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace memwall::ui
{

namespace
{

constexpr double kLeastWidth = 2; // pixels of a unit that is drawn by itself
constexpr double kNamedWidth = 24; // … that can bear a word
constexpr double kColumn = 2;

struct TimelineBarsText
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

core::Lane meterOf(LaneRole role)
{
    switch (role) {
    case LaneRole::Weights:
        return core::Lane::Weights;
    case LaneRole::KvCache:
        return core::Lane::KvCache;
    case LaneRole::Link:
    case LaneRole::Transfer:
        return core::Lane::Communication;
    case LaneRole::Latency:
        return core::Lane::Fixed;
    case LaneRole::Prefill:
    case LaneRole::Compute:
        break;
    }
    return core::Lane::Compute;
}

QRectF inLane(const TimelineLane& lane, double unit, double from, double to)
{
    const double inset = laneInset(lane.rect.height(), unit);
    const double left = std::max(lane.rect.left(), from);
    const double right = std::min(lane.rect.right(), to);
    return { left, lane.rect.top() + inset, std::max(0.0, right - left), lane.rect.height() - 2 * inset };
}

/// Seconds of every lane of a pool inside one span.
class BusyIn
{
public:
    BusyIn(const core::Run& run, std::size_t pool)
        : m_run(run)
        , m_pool(pool)
    {
    }

    [[nodiscard]] const core::Pass& passOf(const core::Span& span) const
    {
        return m_run.segments[static_cast<std::size_t>(span.segment)]
            .shape->passes[static_cast<std::size_t>(span.passIndex)];
    }

    [[nodiscard]] std::array<double, core::kLanes> operator()(const core::Span& span)
    {
        std::array<double, core::kLanes> seconds {};
        const auto k = static_cast<double>(span.step);
        if (span.op != nullptr) {
            for (std::size_t lane = 0; lane < core::kLanes && span.op->pool == m_pool; ++lane)
                seconds[lane] = span.op->lanes[lane].at(k);
        } else if (span.layer) {
            const core::Pass& pass = passOf(span);
            const auto& layer
                = sumOf(pass.layerKinds[pass.layerKindOf[static_cast<std::size_t>(*span.layer)]]);
            for (std::size_t lane = 0; lane < core::kLanes; ++lane)
                seconds[lane] = layer[lane].at(k);
        } else {
            const auto before = m_run.laneSeconds(m_pool, span.time.begin);
            const auto after = m_run.laneSeconds(m_pool, span.time.end);
            for (std::size_t lane = 0; lane < core::kLanes; ++lane)
                seconds[lane] = after[lane] - before[lane];
        }
        return seconds;
    }

private:
    const std::array<core::Affine, core::kLanes>& sumOf(const core::Layer& layer)
    {
        const auto [known, isNew] = m_layers.try_emplace(&layer);
        if (isNew)
            for (const core::Operator& op : layer.operators)
                for (std::size_t lane = 0; lane < core::kLanes && op.pool == m_pool; ++lane)
                    known->second[lane] += op.lanes[lane];
        return known->second;
    }

    const core::Run& m_run;
    std::size_t m_pool;
    std::map<const core::Layer*, std::array<core::Affine, core::kLanes>> m_layers;
};

using LanesOfPool = std::vector<TimelineLane*>;

/// What is thinner than a pixel is a share of it, and all that is in it adds up: a lane that hardly works
/// looks so, however many units there are.
void addThin(TimelineLane& lane, double unit, double x, double width, bool draft)
{
    const double column = std::floor(x);
    const QRectF rect = inLane(lane, unit, column, column + 1);
    if (!lane.bars.empty() && lane.bars.back().rect == rect && lane.bars.back().draft == draft) {
        double& share = lane.bars.back().share;
        share = std::min(1.0, share + width);
    } else if (rect.width() > 0) {
        lane.bars.push_back({ rect, width, draft, {}, 0 });
    }
}

void addBar(
    const TimeScale& scale, double unit, const core::Span& span, double busy, bool draft, TimelineLane& lane)
{
    // Fixed latency stands at the end of a span, everything else at its begin.
    const core::Duration length = std::min(span.time.length(), core::fromSeconds(busy));
    const bool atEnd = lane.role == LaneRole::Latency;
    const double from = scale.timeToPixel(atEnd ? span.time.end - length : span.time.begin);
    const double to = scale.timeToPixel(atEnd ? span.time.end : span.time.begin + length);
    if (to - from < 1)
        return addThin(lane, unit, from, to - from, draft);
    LaneBar bar;
    bar.rect = inLane(lane, unit, from, to);
    if (bar.rect.width() <= 0)
        return;
    bar.draft = draft;
    if (bar.rect.width() >= kNamedWidth * unit) {
        bar.seconds = core::toSeconds(length);
        if (span.op != nullptr) {
            bar.label = wordOf(span.op->kind);
        }
    }
    lane.bars.push_back(std::move(bar));
}

/// One bar per span and lane, as long as the lane is busy in it.
void addBars(const core::Run& run, const TimeScale& scale, double unit, const std::vector<core::Span>& spans,
    const LanesOfPool& lanes)
{
    BusyIn busyIn(run, lanes.front()->pool);
    for (const core::Span& span : spans) {
        const auto busy = busyIn(span);
        const bool draft = busyIn.passOf(span).kind == core::PassKind::Draft;
        for (TimelineLane* lane : lanes)
            if (const double seconds = busy[core::indexOf(meterOf(lane->role))]; seconds > 0)
                addBar(scale, unit, span, seconds, draft, *lane);
    }
}

/// The share of its time that a lane is busy in one column; columns that look alike are one bar.
void addColumn(double x, double unit, double share, TimelineLane& lane)
{
    constexpr double kVisible = 1.0 / 128;
    const QRectF rect = inLane(lane, unit, x, x + kColumn);
    if (!lane.bars.empty()) {
        LaneBar& last = lane.bars.back();
        if (std::abs(last.share - share) < kVisible && std::abs(last.rect.right() - x) < 0.01)
            return last.rect.setRight(rect.right());
    }
    lane.bars.push_back({ rect, share, false, {}, 0 });
}

void addDensity(const core::Run& run, const TimeScale& scale, double unit, const LanesOfPool& lanes)
{
    const std::size_t pool = lanes.front()->pool;
    core::Instant from = scale.window.begin;
    auto before = run.laneSeconds(pool, from);
    for (double x = scale.left; x < scale.left + scale.width; x += kColumn) {
        const core::Instant to = std::min(scale.window.end, scale.pixelToTime(x + kColumn));
        if (to <= from)
            continue;
        const auto after = run.laneSeconds(pool, to);
        for (TimelineLane* lane : lanes) {
            const std::size_t meter = core::indexOf(meterOf(lane->role));
            if (after[meter] > before[meter])
                addColumn(x, unit, std::min(1.0, (after[meter] - before[meter]) / core::toSeconds(to - from)),
                    *lane);
        }
        from = to;
        before = after;
    }
}

/// Position of the first of a lane's segments that ends after t: they do not overlap, so ends are sorted.
auto firstEndingAfter(const core::Run& run, const TimelineLane& lane, core::Instant t)
{
    const std::vector<std::int64_t>& all = lane.segments->indexes;
    return std::partition_point(all.begin(), all.end(),
        [&](std::int64_t index) { return run.segments[static_cast<std::size_t>(index)].end <= t; });
}

/// Whole segments: prefills, transfers between pools. Short ones in one pixel are one mark, as high as the
/// share of the pixel that they take.
void addSegments(const core::Run& run, const TimeScale& scale, double unit, TimelineLane& lane)
{
    const QString label
        = lane.role == LaneRole::Prefill ? TimelineBarsText::tr("prefill") : TimelineBarsText::tr("KV cache");
    const std::vector<std::int64_t>& all = lane.segments->indexes;
    for (auto at = firstEndingAfter(run, lane, scale.window.begin); at != all.end();) {
        const core::Segment& segment = run.segments[static_cast<std::size_t>(*at)];
        if (segment.begin >= scale.window.end)
            break;
        const double from = scale.timeToPixel(segment.begin), to = scale.timeToPixel(segment.end);
        const auto next = to - from < 1
            ? std::max(std::next(at), firstEndingAfter(run, lane, scale.pixelToTime(from + 1)))
            : std::next(at);
        const auto before = [&](auto place) {
            return lane.segments->secondsBefore[static_cast<std::size_t>(place - all.begin())];
        };
        const double seconds = before(next) - before(at);
        if (to - from < 1)
            addThin(lane, unit, from, seconds / core::toSeconds(scale.window.length()) * scale.width, false);
        else
            lane.bars.push_back({ inLane(lane, unit, from, to), 1, false, label, seconds });
        at = next;
    }
}

/// The finest depth whose units are wide enough; Segment where none is.
core::Depth fillPool(
    const core::Run& run, const TimeScale& scale, double unit, std::size_t limit, const LanesOfPool& lanes)
{
    for (const core::Depth depth : { core::Depth::Operator, core::Depth::Layer }) {
        const auto spans = run.spans(lanes.front()->pool, scale.window, depth, limit);
        if (spans.empty())
            continue;
        addBars(run, scale, unit, spans, lanes);
        return depth;
    }
    addDensity(run, scale, unit, lanes);
    return core::Depth::Segment;
}

} // namespace

bool hasSomething(const core::Run& run, const TimelineLane& lane, core::TimeSpan window)
{
    if (lane.segments) {
        const auto first = firstEndingAfter(run, lane, window.begin);
        return first != lane.segments->indexes.end()
            && run.segments[static_cast<std::size_t>(*first)].begin < window.end;
    }
    const core::Lane meter = meterOf(lane.role);
    return run.laneSeconds(lane.pool, meter, window.end) > run.laneSeconds(lane.pool, meter, window.begin);
}

core::Depth fillLanes(
    const core::Run& run, const TimeScale& scale, double unit, std::vector<TimelineLane>& lanes)
{
    const auto limit = static_cast<std::size_t>(std::max(1.0, scale.width / kLeastWidth));
    std::optional<core::Depth> finest; // that all pools at work here are drawn in
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        LanesOfPool ofPool;
        bool works = false;
        for (TimelineLane& lane : lanes) {
            if (lane.pool != pool)
                continue;
            if (lane.segments)
                addSegments(run, scale, unit, lane);
            else
                ofPool.push_back(&lane);
            works = works || (!lane.segments && hasSomething(run, lane, scale.window));
        }
        if (ofPool.empty())
            continue;
        const core::Depth depth = fillPool(run, scale, unit, limit, ofPool);
        if (works)
            finest = std::min(finest.value_or(depth), depth);
    }
    const core::Depth drawn = finest.value_or(core::Depth::Segment);
    if (drawn == core::Depth::Segment
        && !run.spans(lanes.empty() ? 0 : lanes.back().pool, scale.window, core::Depth::Step, limit / 8)
                .empty())
        return core::Depth::Step;
    return drawn;
}

} // namespace memwall::ui
