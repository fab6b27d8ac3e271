#include "widgets/timeline/timeline_lanes.h"

#include <QCoreApplication>

#include <algorithm>

namespace memwall::ui
{

namespace
{

constexpr double kLeastWidth = 2; // pixels of a unit that is drawn by itself

QString tr(const char* text)
{
    return QCoreApplication::translate("Timeline", text);
}

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

QString levelName(const core::PoolInfo& pool)
{
    // Where weights spill, the far level's door is the one that everything waits for.
    for (std::size_t i = 0; i < pool.homeLevel; ++i)
        if (pool.levels[i].weightBytes > 0)
            return QString::fromStdString(pool.levels[i].name);
    return pool.levels.empty() ? QString {} : QString::fromStdString(pool.levels[pool.homeLevel].name);
}

bool hasPrefill(const core::Run& run, std::size_t pool)
{
    return std::any_of(run.segments.begin(), run.segments.end(), [&](const core::Segment& segment) {
        return segment.kind == core::SegmentKind::Prefill && segment.pool == pool;
    });
}

QRectF inLane(const TimelineLane& lane, double from, double to)
{
    const double inset = lane.rect.height() * 0.22;
    const double left = std::max(lane.rect.left(), from);
    const double right = std::min(lane.rect.right(), to);
    return { left, lane.rect.top() + inset, std::max(0.0, right - left), lane.rect.height() - 2 * inset };
}

const core::Pass& passOf(const core::Run& run, const core::Span& span)
{
    return run.segments[static_cast<std::size_t>(span.segment)]
        .shape->passes[static_cast<std::size_t>(span.passIndex)];
}

/// Seconds that a lane is busy inside a span.
double busyIn(const core::Run& run, const TimelineLane& lane, const core::Span& span)
{
    const core::Lane meter = meterOf(lane.role);
    if (span.op != nullptr)
        return span.op->pool == lane.pool
            ? span.op->lanes[core::indexOf(meter)].at(static_cast<double>(span.step))
            : 0;
    return run.laneSeconds(lane.pool, meter, span.time.end)
        - run.laneSeconds(lane.pool, meter, span.time.begin);
}

/// One bar per span, as long as the lane is busy in it.
void addBars(
    const core::Run& run, const TimeScale& scale, const std::vector<core::Span>& spans, TimelineLane& lane)
{
    for (const core::Span& span : spans) {
        const double busy = busyIn(run, lane, span);
        if (busy <= 0)
            continue;
        // Fixed latency stands at the end of a span, everything else at its begin.
        const core::Duration length = std::min(span.time.length(), core::fromSeconds(busy));
        const bool atEnd = lane.role == LaneRole::Latency;
        const double from = scale.timeToPixel(atEnd ? span.time.end - length : span.time.begin);
        const double to = scale.timeToPixel(atEnd ? span.time.end : span.time.begin + length);
        LaneBar bar;
        bar.rect = inLane(lane, from, std::max(to, from + 1));
        bar.draft = passOf(run, span).kind == core::PassKind::Draft;
        if (span.op != nullptr)
            bar.label = QString::fromUtf8(core::nameOf(span.op->kind).data(),
                static_cast<qsizetype>(core::nameOf(span.op->kind).size()));
        if (bar.rect.width() > 0)
            lane.bars.push_back(std::move(bar));
    }
}

/// One column per two pixels: the share of its time that the lane is busy.
void addDensity(const core::Run& run, const TimeScale& scale, TimelineLane& lane)
{
    constexpr double kColumn = 2;
    const core::Lane meter = meterOf(lane.role);
    core::Instant from = scale.window.begin;
    double before = run.laneSeconds(lane.pool, meter, from);
    for (double x = scale.left; x < scale.left + scale.width; x += kColumn) {
        const core::Instant to = std::min(scale.window.end, scale.pixelToTime(x + kColumn));
        const double after = run.laneSeconds(lane.pool, meter, to);
        if (to > from && after > before) {
            const double share = std::min(1.0, (after - before) / core::toSeconds(to - from));
            lane.bars.push_back({ inLane(lane, x, x + kColumn), share, false, {} });
        }
        from = to;
        before = after;
    }
}

/// Whole segments of one kind: prefills, transfers between pools.
void addSegments(const core::Run& run, const TimeScale& scale, TimelineLane& lane)
{
    const auto wanted
        = lane.role == LaneRole::Transfer ? core::SegmentKind::Transfer : core::SegmentKind::Prefill;
    const auto& indexes
        = lane.role == LaneRole::Transfer ? run.transferSegments() : run.segmentsOf(lane.pool);
    double last = -1;
    for (const std::int64_t index : indexes) {
        const core::Segment& segment = run.segments[static_cast<std::size_t>(index)];
        if (segment.kind != wanted || segment.end <= scale.window.begin)
            continue;
        if (segment.begin >= scale.window.end)
            break;
        const double from = scale.timeToPixel(segment.begin);
        const double to = std::max(scale.timeToPixel(segment.end), from + 1);
        // Many short ones in one pixel are one mark.
        if (to <= last)
            continue;
        last = to;
        lane.bars.push_back({ inLane(lane, from, to), 1, false,
            lane.role == LaneRole::Prefill ? tr("prefill") : tr("KV cache") });
    }
}

} // namespace

std::vector<TimelineLane> lanesOf(const core::Run& run)
{
    std::vector<TimelineLane> lanes;
    const bool several = run.pools.size() > 1;
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        const core::PoolInfo& info = run.pools[pool];
        const QString prefix
            = several ? QString::fromStdString(info.chipName) + QStringLiteral(" · ") : QString {};
        const auto add = [&](LaneRole role, const QString& label) {
            lanes.push_back({ pool, role, prefix + label, {}, {} });
        };
        if (hasPrefill(run, pool))
            add(LaneRole::Prefill, tr("prefill"));
        const auto used = [&](core::Lane lane) { return run.laneSeconds(pool, lane, run.end()) > 0; };
        if (used(core::Lane::Compute))
            add(LaneRole::Compute, tr("compute"));
        if (used(core::Lane::Weights))
            add(LaneRole::Weights, tr("%1 read").arg(levelName(info)));
        if (used(core::Lane::KvCache))
            add(LaneRole::KvCache, tr("KV read"));
        // Transfers between pools share the decoding pool's meter; its chips may still talk to each other.
        const bool receives = info.role == "decode" && !run.transferSegments().empty();
        const bool talks = info.inStep > 1 || info.stages > 1 || info.role == "attention";
        if (talks && used(core::Lane::Communication))
            add(LaneRole::Link, info.stages > 1 || info.role == "attention" ? tr("hops") : tr("all-reduce"));
        if (receives)
            lanes.push_back({ pool, LaneRole::Transfer, tr("KV transfer"), {}, {} });
        if (used(core::Lane::Fixed))
            add(LaneRole::Latency, tr("fixed latency"));
    }
    return lanes;
}

core::Depth fillLanes(const core::Run& run, const TimeScale& scale, std::vector<TimelineLane>& lanes)
{
    const auto limit = static_cast<std::size_t>(std::max(1.0, scale.width / kLeastWidth));
    core::Depth drawn = core::Depth::Segment;
    for (TimelineLane& lane : lanes) {
        if (lane.role == LaneRole::Prefill || lane.role == LaneRole::Transfer) {
            addSegments(run, scale, lane);
            continue;
        }
        bool byUnit = false;
        for (const core::Depth depth : { core::Depth::Operator, core::Depth::Layer }) {
            const auto spans = run.spans(lane.pool, scale.window, depth, limit);
            if (spans.empty())
                continue;
            addBars(run, scale, spans, lane);
            drawn = std::max(drawn, depth);
            byUnit = true;
            break;
        }
        if (!byUnit)
            addDensity(run, scale, lane);
    }
    if (drawn == core::Depth::Segment
        && !run.spans(lanes.empty() ? 0 : lanes.back().pool, scale.window, core::Depth::Step, limit / 8)
                .empty())
        drawn = core::Depth::Step;
    return drawn;
}

} // namespace memwall::ui
