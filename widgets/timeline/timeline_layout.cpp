#include "widgets/timeline/timeline_layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace memwall::ui
{

namespace
{

using core::Lane;

constexpr std::array kShown { Lane::Compute, Lane::Weights, Lane::KvCache, Lane::Communication };

QString labelOf(const core::PoolInfo& pool, Lane lane)
{
    switch (lane) {
    case Lane::Compute:
        return QCoreApplication::translate("Timeline", "Compute");
    case Lane::Weights:
        return QCoreApplication::translate("Timeline", "%1 read")
            .arg(pool.levels.empty() ? QString() : QString::fromStdString(pool.levels[pool.homeLevel].name));
    case Lane::KvCache:
        return QCoreApplication::translate("Timeline", "KV read");
    case Lane::Communication:
        return QCoreApplication::translate("Timeline", "Link");
    case Lane::Fixed:
        break;
    }
    return {};
}

std::vector<double> coverageOf(const core::Run& run, const TimelineLane& lane, const TimeScale& scale)
{
    const auto columns = static_cast<std::size_t>(std::max(0.0, scale.width));
    std::vector<double> coverage(columns, 0.0);
    core::Instant from = scale.pixelToTime(scale.left);
    double before = run.laneSeconds(lane.pool, lane.lane, from);
    for (std::size_t i = 0; i < columns; ++i) {
        const core::Instant to = scale.pixelToTime(scale.left + static_cast<double>(i + 1));
        const double after = run.laneSeconds(lane.pool, lane.lane, to);
        if (to > from)
            coverage[i] = std::clamp((after - before) / core::toSeconds(to - from), 0.0, 1.0);
        from = to;
        before = after;
    }
    return coverage;
}

} // namespace

TimelineLayout layOutTimeline(const core::Run& run, core::TimeSpan window, QSizeF size, double unit)
{
    TimelineLayout layout;
    const double left = 110 * unit;
    const double width = std::max(0.0, size.width() - left - 16 * unit);
    layout.plot = QRectF(left, 48 * unit, width, std::max(0.0, size.height() - 84 * unit));
    layout.minimap = QRectF(left, size.height() - 28 * unit, width, 16 * unit);
    layout.scale = TimeScale { window, left, width };
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool)
        for (const Lane lane : kShown)
            if (run.laneSeconds(pool, lane, run.end()) > 0)
                layout.lanes.push_back({ pool, lane, labelOf(run.pools[pool], lane), {}, {} });
    const double height
        = layout.plot.height() / static_cast<double>(std::max<std::size_t>(1, layout.lanes.size()));
    double top = layout.plot.top();
    for (TimelineLane& lane : layout.lanes) {
        lane.rect = QRectF(left, top, width, height);
        lane.coverage = coverageOf(run, lane, layout.scale);
        top += height;
    }
    return layout;
}

} // namespace memwall::ui
