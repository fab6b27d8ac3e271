// What a lane remembers between its events and its frames. Internal to the lane.
#pragma once

#include "widgets/race/answer_cache.h"
#include "widgets/race/lane_layout.h"
#include "widgets/race/lane_picture.h"
#include "widgets/race/lane_widget.h"
#include "widgets/stage/opening_ease.h"

#include <QPixmap>

class QToolButton;

namespace memwall::ui
{

/// What the time of a frame moves.
struct LaneWidget::Moving
{
    LaneNow lane;
    LaneNow told; ///< the lane as its words say: they change at most three times a second
    StageNow picture;
};

struct LaneWidget::State
{
    std::shared_ptr<const RaceShared> shared;
    std::size_t index = 0;
    QToolButton* explore = nullptr;
    QToolButton* remove = nullptr;
    LaneLayout layout;
    StageFrame frame; ///< as it is drawn now
    OpeningEase openings;
    LanePicture picture;
    QPixmap background;
    AnswerCache answer;
    bool stale = true; ///< the background and what it depends on
    int rebuilds = 0;
    QPoint pressedAt;
    bool pressed = false, dragging = false, target = false;
    LaneNow described, shown;

    [[nodiscard]] StageInput input() const
    {
        const RaceLane& lane = shared->lanes[index];
        StageInput input;
        input.run = lane.result.run;
        input.report = &lane.result.report;
        input.time = std::min(shared->time, lane.result.run->end());
        input.widths = shared->widths;
        input.pace = shared->pace;
        input.theme = shared->theme;
        return input;
    }
};

} // namespace memwall::ui
