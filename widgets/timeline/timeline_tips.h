// The sentence for what lies under the pointer on a lane.
#pragma once

#include "widgets/timeline/timeline_layout.h"

namespace memwall::ui
{

/// Empty where nothing runs.
[[nodiscard]] QString tipAt(const core::Run& run, const TimelineLayout& layout, QPointF point);

} // namespace memwall::ui
