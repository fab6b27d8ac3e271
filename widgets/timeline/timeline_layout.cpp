#include "widgets/timeline/timeline_layout.h"

#include "widgets/base/format.h"
#include "widgets/theme/text_width.h"
#include "widgets/timeline/timeline_lanes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kSide = 16, kHeader = 40, kRuler = 18, kMinimap = 18, kGap = 8;
constexpr double kLeastLane = 15; ///< in which its name can be read

struct TimelineLayoutText
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// The pool whose steps are the tokens: the one that decodes.
std::size_t tokenPool(const core::Run& run)
{
    return run.pools.size() > 1 && run.pools.back().role == core::PoolRole::Decode ? run.pools.size() - 1 : 0;
}

QString stepName(const core::Run& run, const core::Span& span)
{
    const core::Segment& segment = run.segments[static_cast<std::size_t>(span.segment)];
    if (segment.kind == core::SegmentKind::Prefill)
        return TimelineLayoutText::tr("prefill");
    const auto request = static_cast<std::size_t>(segment.requests.front());
    const auto last = run.tokensWritten(request, span.time.end);
    const auto first = run.tokensWritten(request, span.time.begin) + 1;
    return first >= last ? TimelineLayoutText::tr("token %1").arg(last)
                         : TimelineLayoutText::tr("tokens %1–%2").arg(first).arg(last);
}

std::vector<TimeRule> tokenRules(const core::Run& run, const TimeScale& scale, double least)
{
    std::vector<TimeRule> rules;
    const auto limit = static_cast<std::size_t>(scale.width / least);
    for (const core::Span& span : run.spans(tokenPool(run), scale.window, core::Depth::Step, limit))
        rules.push_back({ std::max(scale.left, scale.timeToPixel(span.time.begin)), stepName(run, span) });
    return rules;
}

/// The least of 1, 2 or 5 times a power of ten that is not below: whole picoseconds, which a double of
/// seconds cannot tell apart after some days.
core::Duration roundStep(double wantedS)
{
    constexpr core::Duration kLargest { 1'000'000'000'000'000'000 };
    for (core::Duration power { 1 }; power <= kLargest; power = core::multiplied(power, 10))
        for (const int step : { 1, 2, 5 })
            if (core::toSeconds(power * step) >= wantedS * (1 - 1e-12))
                return power * step;
    return core::Duration::max();
}

/// To the last digit that the step changes, if that is short enough to stand beside its tick.
QString exactly(core::Duration time, core::Duration step)
{
    constexpr qsizetype kMostLetters = 14;
    const double seconds = static_cast<double>(time.count()) / 1e12;
    const auto digits = [](core::Duration t) {
        return static_cast<int>(std::floor(std::log10(static_cast<double>(t.count()))));
    };
    const QString exact = seconds < 1000 ? formatSecondsTo(seconds, digits(time) - digits(step) + 1)
                                         : formatExact(seconds, QStringLiteral("s"));
    return exact.size() <= kMostLetters ? exact : QStringLiteral("≈ ") + formatSeconds(seconds);
}

/// Where neighbours would read the same, all but the first are told from the first on.
QStringList labelsOf(const std::vector<core::Duration>& times)
{
    const auto label = [](core::Duration t) {
        return t == core::Duration {} ? QStringLiteral("0") : formatSeconds(core::toSeconds(t));
    };
    QStringList labels;
    for (const core::Duration t : times)
        labels.push_back(label(t));
    if (std::adjacent_find(labels.begin(), labels.end()) == labels.end())
        return labels;
    if (times.front() > core::Duration {})
        labels.front() = exactly(times.front(), times[1] - times.front());
    for (std::size_t i = 1; i < times.size(); ++i)
        labels[static_cast<qsizetype>(i)] = u'+' + label(times[i] - times.front());
    return labels;
}

/// Ticks at 1, 2 or 5 times a power of ten.
std::vector<TimeRule> timeRules(const TimeScale& scale, double least)
{
    std::vector<TimeRule> rules;
    if (!scale.valid())
        return rules;
    const core::Duration step = roundStep(core::toSeconds(scale.window.length()) * least / scale.width);
    std::vector<core::Duration> times;
    const core::Duration begin = scale.window.begin.time_since_epoch();
    // Counted, not added up: the last step may lead beyond the range.
    const std::int64_t from = begin / step + (begin % step > core::Duration {} ? 1 : 0);
    for (std::int64_t i = from; i <= scale.window.end.time_since_epoch() / step; ++i)
        times.push_back(step * i);
    const QStringList labels = labelsOf(times);
    for (std::size_t i = 0; i < times.size(); ++i)
        rules.push_back({ scale.timeToPixel(core::Instant { times[i] }), labels[static_cast<qsizetype>(i)] });
    return rules;
}

QString summaryOf(const core::Run& run, const TimeScale& scale)
{
    if (scale.window.begin == core::Instant {} && scale.window.end >= run.end())
        return TimelineLayoutText::tr("whole answer · %1").arg(formatSeconds(core::toSeconds(run.end())));
    const std::size_t pool = tokenPool(run);
    const auto stepOf = [&](core::Instant t) {
        return run.spans(pool, { t, t + core::Duration { 1 } }, core::Depth::Step, 1);
    };
    const auto firstStep = stepOf(scale.window.begin);
    const auto lastStep = stepOf(std::max(scale.window.begin, scale.window.end - core::Duration { 1 }));
    if (firstStep.empty() || lastStep.empty())
        return TimelineLayoutText::tr("%1 visible")
            .arg(formatSeconds(core::toSeconds(scale.window.length())));
    const QString first = stepName(run, firstStep.front());
    const QString last = stepName(run, lastStep.front());
    const QString each = formatSeconds(core::toSeconds(lastStep.front().time.length()));
    if (first == last)
        return TimelineLayoutText::tr("%1 · %2").arg(first, each);
    return TimelineLayoutText::tr("%1 … %2 · %3 each").arg(first, last.section(QLatin1Char(' '), -1), each);
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
    const auto quiet
        = [&](const TimelineLane& lane) { return !hasSomething(run, lane, layout.scale.window); };
    if (std::all_of(layout.lanes.begin(), layout.lanes.end(), quiet))
        return;
    std::erase_if(layout.lanes, quiet);
    placeLanes(layout);
}

/// Runs of columns in which the pools work on prompts, or write answers.
std::vector<MinimapPart> overviewOf(const core::Run& run, const QRectF& minimap)
{
    std::vector<MinimapPart> parts;
    const TimeScale whole { { {}, run.end() }, minimap.left(), minimap.width() };
    const std::size_t pool = tokenPool(run);
    constexpr double kColumn = 2;
    for (double x = minimap.left(); x < minimap.right() && whole.valid(); x += kColumn) {
        const core::Instant t = whole.pixelToTime(x + kColumn / 2);
        const auto moment = run.at(pool, t);
        const auto first = pool == 0 ? std::nullopt : run.at(0, t);
        const bool prefill
            = (moment && moment->segment->kind == core::SegmentKind::Prefill) || (!moment && first);
        if (!moment && !first)
            continue;
        if (!parts.empty() && parts.back().prefill == prefill
            && std::abs(parts.back().rect.right() - x) < 0.5)
            parts.back().rect.setRight(std::min(x + kColumn, minimap.right()));
        else
            parts.push_back({ QRectF(x, minimap.top(), kColumn, minimap.height()), prefill });
    }
    return parts;
}

/// The column of lane names: room for the longest one, within reason.
double labelsWidth(const std::vector<TimelineLane>& lanes, double unit)
{
    constexpr double kLeast = 124, kMost = 220, kGapToLane = 10;
    const Theme theme = Theme::darkTheme(unit);
    double widest = 0;
    for (const TimelineLane& lane : lanes)
        widest = std::max(widest, textWidth(lane.label, theme, TextRole::Caption));
    return std::clamp(widest + kGapToLane * unit, kLeast * unit, kMost * unit);
}

/// The areas that depend on the size and the column of names.
TimelineLayout frameOf(QSizeF size, double unit, double labels)
{
    TimelineLayout layout;
    layout.scale = laneScale({}, size.width(), unit, labels);
    const double left = layout.scale.left;
    const double width = layout.scale.width;
    layout.header = QRectF(kSide * unit, 0, std::max(0.0, size.width() - 2 * kSide * unit), kHeader * unit);
    layout.ruler = QRectF(left, layout.header.bottom(), width, kRuler * unit);
    const double bottom = size.height() - (kMinimap + 2 * kGap) * unit;
    layout.plot = QRectF(left, layout.ruler.bottom(), width, std::max(0.0, bottom - layout.ruler.bottom()));
    layout.minimap = QRectF(left, bottom + kGap * unit, width, kMinimap * unit);
    return layout;
}

} // namespace

TimeScale laneScale(core::TimeSpan window, double width, double unit, double labels)
{
    return { window, kSide * unit + labels, std::max(0.0, width - 2 * kSide * unit - labels) };
}

double leastHeight(std::size_t lanes, double unit)
{
    return (kHeader + kRuler + kMinimap + 2 * kGap + kLeastLane * static_cast<double>(lanes)) * unit;
}

double laneInset(double height, double unit)
{
    constexpr double kWords = 13; // what a caption needs
    return std::clamp((height - kWords * unit) / 2, std::min(unit, height / 4), height * 0.22);
}

TimelineGround timelineGround(const core::Run& run, QSizeF size, double unit)
{
    TimelineGround ground { lanesOf(run), {}, 0 };
    ground.labels = labelsWidth(ground.lanes, unit);
    ground.overview = overviewOf(run, frameOf(size, unit, ground.labels).minimap);
    return ground;
}

TimelineLayout layOutTimeline(
    const core::Run& run, const TimelineGround& ground, core::TimeSpan window, QSizeF size, double unit)
{
    TimelineLayout layout = frameOf(size, unit, ground.labels);
    layout.scale.window = window;
    layout.lanes = ground.lanes;
    layout.overview = ground.overview;
    placeLanes(layout);
    dropQuietLanes(run, layout, kLeastLane * unit);
    layout.depth = fillLanes(run, layout.scale, unit, layout.lanes);
    layout.rules = tokenRules(run, layout.scale, 76 * unit);
    if (layout.rules.empty())
        layout.rules = timeRules(layout.scale, 90 * unit);
    layout.summary = summaryOf(run, layout.scale);
    const TimeScale whole { { {}, run.end() }, layout.minimap.left(), layout.minimap.width() };
    const double from = whole.timeToPixel(window.begin);
    const double to = std::max(whole.timeToPixel(window.end), from + 6);
    layout.overviewFrame = QRectF(from, layout.minimap.top() - 2, to - from, layout.minimap.height() + 4);
    return layout;
}

TimelineLayout layOutTimeline(const core::Run& run, core::TimeSpan window, QSizeF size, double unit)
{
    return layOutTimeline(run, timelineGround(run, size, unit), window, size, unit);
}

} // namespace memwall::ui
