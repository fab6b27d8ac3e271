// Which lanes a run has, and what is drawn in them. Internal to timeline.
#pragma once

#include "widgets/timeline/timeline_layout.h"

namespace memwall::ui
{

[[nodiscard]] std::vector<TimelineLane> lanesOf(const core::Run& run);

/// Whether a lane has anything to show in a window.
[[nodiscard]] bool hasSomething(const core::Run& run, const TimelineLane& lane, core::TimeSpan window);

/// Fills the bars of every lane; rects of the lanes are set. Returns the finest depth drawn.
core::Depth fillLanes(
    const core::Run& run, const TimeScale& scale, double unit, std::vector<TimelineLane>& lanes);

} // namespace memwall::ui
