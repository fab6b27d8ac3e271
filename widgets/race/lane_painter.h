// The words, bars and marks of one lane. Still: drawn once per result, size and theme. Moving: per frame.
#pragma once

#include "widgets/race/lane_layout.h"
#include "widgets/race/race_lanes.h"

#include <QPainter>

namespace memwall::ui
{

struct LaneInk
{
    QPainter& painter;
    const LaneLayout& layout;
    const Theme& theme;
};

/// What stands on the lane itself; the lane that the bar changes has an edge in the accent colour.
void paintLaneWords(const LaneInk& ink, const RaceLane& lane, bool current);
/// Both bars at an instant, on the axes that all lanes share, with the finish mark; the words beside them may
/// hold still for a while.
void paintLaneBars(const LaneInk& ink, const RaceLane& lane, const RaceScale& scale, const LaneNow& now,
    const LaneNow& told, core::Instant time);
/// In place of the answer: why there is none.
void paintLaneReason(const LaneInk& ink, const RaceLane& lane);

/// Length of a bar's fill; text beside the bars. Read by the tests, too.
[[nodiscard]] QRectF tokenFill(const LaneLayout& layout, const RaceScale& scale, const LaneNow& now);
[[nodiscard]] double placeOnTimeBar(const LaneLayout& layout, const RaceScale& scale, core::Instant time);
[[nodiscard]] QString progressText(const LaneNow& now);
[[nodiscard]] QString stateText(const LaneNow& now);

/// Colour of what holds a lane back.
[[nodiscard]] QColor bottleneckColor(const core::Report& report, const Theme& theme);

} // namespace memwall::ui
