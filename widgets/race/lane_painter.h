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
/// What holds the lane back at an instant.
void paintLaneHold(const LaneInk& ink, const core::PhaseHold& hold);
/// Both bars at an instant, on the axes that all lanes share, with the finish mark; the words beside them may
/// hold still for a while.
void paintLaneBars(const LaneInk& ink, const RaceLane& lane, const RaceScale& scale, const LaneNow& now,
    const LaneNow& told, core::Instant time);
/// In place of the answer: why there is none.
void paintLaneReason(const LaneInk& ink, const RaceLane& lane);

/// Length of a bar's fill; where an instant is. Read by the tests, too.
[[nodiscard]] QRectF tokenFill(const LaneLayout& layout, const RaceScale& scale, const LaneNow& now);
[[nodiscard]] double placeOnTimeBar(const LaneLayout& layout, const RaceScale& scale, core::Instant time);

} // namespace memwall::ui
