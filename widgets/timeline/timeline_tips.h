// The sentence for what lies under the pointer on a lane.
#pragma once

#include "widgets/base/explanation.h"
#include "widgets/timeline/timeline_layout.h"

namespace memwall::ui
{

/// Empty outside the lanes.
[[nodiscard]] Explanation explainTimeline(const core::Run& run, const TimelineLayout& layout, QPointF point);

} // namespace memwall::ui
