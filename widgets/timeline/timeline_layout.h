// Geometry of the timeline from run, window and size: lanes, and how busy each pixel column is. Pure.
// The cost depends on pixels only: two closed-form queries per column and lane, however long the run.
#pragma once

#include "core/timeline/run.h"
#include "widgets/timeline/time_scale.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace memwall::ui
{

struct TimelineLane
{
    std::size_t pool = 0;
    core::Lane lane = core::Lane::Compute;
    QString label;
    QRectF rect;
    std::vector<double> coverage; ///< per pixel column, 0 to 1
};

struct TimelineLayout
{
    TimeScale scale;
    QRectF plot;
    QRectF minimap;
    std::vector<TimelineLane> lanes; ///< only those that ever have something
};

/// unit is the length of one pixel at scale 1 (Theme::px(1)).
[[nodiscard]] TimelineLayout layOutTimeline(
    const core::Run& run, core::TimeSpan window, QSizeF size, double unit);

} // namespace memwall::ui
