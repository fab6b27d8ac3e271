#include "widgets/timeline/timeline_layout.h"

#include "widgets/base/format.h"
#include "widgets/timeline/timeline_lanes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kSide = 16, kLabels = 124, kHeader = 40, kRuler = 18, kMinimap = 18, kGap = 8;

QString tr(const char* text)
{
    return QCoreApplication::translate("Timeline", text);
}

/// The pool whose steps are the tokens: the one that decodes.
std::size_t tokenPool(const core::Run& run)
{
    return run.pools.size() > 1 && run.pools.back().role == "decode" ? run.pools.size() - 1 : 0;
}

QString stepName(const core::Run& run, const core::Span& span)
{
    const core::Segment& segment = run.segments[static_cast<std::size_t>(span.segment)];
    if (segment.kind == core::SegmentKind::Prefill)
        return tr("prefill");
    const auto request = static_cast<std::size_t>(segment.requests.front());
    const auto last = run.tokensWritten(request, span.time.end);
    const auto first = run.tokensWritten(request, span.time.begin) + 1;
    return first >= last ? tr("token %1").arg(last) : tr("tokens %1–%2").arg(first).arg(last);
}

std::vector<TimeRule> tokenRules(const core::Run& run, const TimeScale& scale, double least)
{
    std::vector<TimeRule> rules;
    const auto limit = static_cast<std::size_t>(scale.width / least);
    for (const core::Span& span : run.spans(tokenPool(run), scale.window, core::Depth::Step, limit))
        rules.push_back({ std::max(scale.left, scale.timeToPixel(span.time.begin)), stepName(run, span) });
    return rules;
}

/// Ticks at 1, 2 or 5 times a power of ten.
std::vector<TimeRule> timeRules(const TimeScale& scale, double least)
{
    std::vector<TimeRule> rules;
    const double seconds = core::toSeconds(scale.window.length());
    if (!scale.valid())
        return rules;
    const double wanted = seconds * least / scale.width;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    const double step = wanted <= power ? power
        : wanted <= 2 * power           ? 2 * power
        : wanted <= 5 * power           ? 5 * power
                                        : 10 * power;
    const double begin = core::toSeconds(scale.window.begin);
    for (double t = std::ceil(begin / step) * step; t <= begin + seconds; t += step)
        rules.push_back(
            { scale.timeToPixel(core::instantAt(t)), t < step / 2 ? QStringLiteral("0") : formatSeconds(t) });
    return rules;
}

QString summaryOf(const core::Run& run, const TimeScale& scale)
{
    if (scale.window.begin == core::Instant {} && scale.window.end >= run.end())
        return tr("whole answer · %1").arg(formatSeconds(core::toSeconds(run.end())));
    constexpr std::size_t kMost = 2000;
    const auto steps = run.spans(tokenPool(run), scale.window, core::Depth::Step, kMost);
    if (steps.empty())
        return tr("%1 visible").arg(formatSeconds(core::toSeconds(scale.window.length())));
    const QString first = stepName(run, steps.front());
    const QString last = stepName(run, steps.back());
    const QString each = formatSeconds(core::toSeconds(steps.back().time.length()));
    if (first == last)
        return tr("%1 · %2").arg(first, each);
    return tr("%1 … %2 · %3 each").arg(first, last.section(QLatin1Char(' '), -1), each);
}

void placeLanes(TimelineLayout& layout)
{
    const double height
        = layout.plot.height() / static_cast<double>(std::max<std::size_t>(1, layout.lanes.size()));
    for (std::size_t i = 0; i < layout.lanes.size(); ++i)
        layout.lanes[i].rect = QRectF(layout.plot.left(), layout.plot.top() + height * static_cast<double>(i),
            layout.plot.width(), height);
}

/// Where the lanes would be too low to read, those with nothing in view give way.
void dropQuietLanes(const core::Run& run, TimelineLayout& layout, double least)
{
    if (layout.lanes.empty() || layout.lanes.front().rect.height() >= least)
        return;
    const auto quiet = [](const TimelineLane& lane) { return lane.bars.empty(); };
    if (std::all_of(layout.lanes.begin(), layout.lanes.end(), quiet))
        return;
    std::erase_if(layout.lanes, quiet);
    for (TimelineLane& lane : layout.lanes)
        lane.bars.clear();
    placeLanes(layout);
    layout.depth = fillLanes(run, layout.scale, layout.lanes);
}

void addOverview(const core::Run& run, TimelineLayout& layout)
{
    const TimeScale whole { { {}, run.end() }, layout.minimap.left(), layout.minimap.width() };
    const std::size_t pool = tokenPool(run);
    constexpr double kColumn = 2;
    for (double x = layout.minimap.left(); x < layout.minimap.right() && whole.valid(); x += kColumn) {
        const auto moment = run.at(pool, std::max(core::Instant {}, whole.pixelToTime(x + kColumn / 2)));
        const auto first = pool == 0 ? std::nullopt : run.at(0, whole.pixelToTime(x + kColumn / 2));
        const bool prefill
            = (moment && moment->segment->kind == core::SegmentKind::Prefill) || (!moment && first);
        if (!moment && !first)
            continue;
        auto& parts = layout.overview;
        if (!parts.empty() && parts.back().prefill == prefill
            && std::abs(parts.back().rect.right() - x) < 0.5)
            parts.back().rect.setRight(std::min(x + kColumn, layout.minimap.right()));
        else
            parts.push_back({ QRectF(x, layout.minimap.top(), kColumn, layout.minimap.height()), prefill });
    }
    const double from = whole.timeToPixel(layout.scale.window.begin);
    const double to = std::max(whole.timeToPixel(layout.scale.window.end), from + 6);
    layout.overviewFrame = QRectF(from, layout.minimap.top() - 2, to - from, layout.minimap.height() + 4);
}

} // namespace

TimeScale laneScale(core::TimeSpan window, double width, double unit)
{
    return { window, (kSide + kLabels) * unit, std::max(0.0, width - (2 * kSide + kLabels) * unit) };
}

TimelineLayout layOutTimeline(const core::Run& run, core::TimeSpan window, QSizeF size, double unit)
{
    TimelineLayout layout;
    layout.scale = laneScale(window, size.width(), unit);
    const double left = layout.scale.left;
    const double width = layout.scale.width;
    layout.header = QRectF(kSide * unit, 0, std::max(0.0, size.width() - 2 * kSide * unit), kHeader * unit);
    layout.ruler = QRectF(left, layout.header.bottom(), width, kRuler * unit);
    const double bottom = size.height() - (kMinimap + 2 * kGap) * unit;
    layout.plot = QRectF(left, layout.ruler.bottom(), width, std::max(0.0, bottom - layout.ruler.bottom()));
    layout.minimap = QRectF(left, bottom + kGap * unit, width, kMinimap * unit);
    layout.lanes = lanesOf(run);
    placeLanes(layout);
    layout.depth = fillLanes(run, layout.scale, layout.lanes);
    dropQuietLanes(run, layout, 15 * unit);
    layout.rules = tokenRules(run, layout.scale, 76 * unit);
    if (layout.rules.empty())
        layout.rules = timeRules(layout.scale, 90 * unit);
    layout.summary = summaryOf(run, layout.scale);
    addOverview(run, layout);
    return layout;
}

} // namespace memwall::ui
