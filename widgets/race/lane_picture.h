// The small picture of a lane's machine: the room that holds the weights, the wall with the opening that is
// the bandwidth, the cores; a wafer's cells; a circuit's gates. What stands still and what moves are drawn
// apart. Both read the stage's frame and moment, which come from the run alone.
#pragma once

#include "widgets/stage/stage_layout.h"

#include <QPainter>

namespace memwall::ui
{

struct LanePicture
{
    struct House
    {
        std::size_t door = 0; ///< drawn: the wall, else the last; its room is the one drawn
        QRectF room, bin, wall, pipe, compute;
        CellGrid cores;
    };
    std::vector<House> houses;
    CellGrid cells; ///< circuit
    QRectF disc; ///< wafer, or the whole circuit
    QRectF words; ///< beside the wafer
    QRectF link; ///< between two houses
    double block = 6;
};

/// The machine of a run, one representative chip of each pool, without strips. A block is `blockBytes` at
/// every door (0: as suits the run and the pace).
[[nodiscard]] StageFrame laneFrame(const StageInput& input, double blockBytes);

[[nodiscard]] bool isWafer(const StageFrame& frame);
[[nodiscard]] LanePicture layoutPicture(const StageFrame& frame, const QRectF& area, const Theme& theme);

/// How full the drawn room of a house is, in its bin.
[[nodiscard]] FillLayout pictureFill(const StageFrame& frame, const LanePicture& picture, std::size_t house,
    const HouseNow& now, const Theme& theme);
/// Cores lit at this instant: never none while arithmetic runs.
[[nodiscard]] int litCores(const LanePicture::House& house, const HouseNow& now);

void paintPictureBackground(
    QPainter& painter, const StageFrame& frame, const LanePicture& picture, const Theme& theme);
void paintPicture(QPainter& painter, const StageFrame& frame, const LanePicture& picture, const StageNow& now,
    const Theme& theme);

} // namespace memwall::ui
