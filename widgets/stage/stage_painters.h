// The painters of the stage. Background: what stands still between two frames of one run, drawn once
// into a cache. Moving: what the timeline moves, drawn each frame. All read the same layout.
#pragma once

#include "widgets/stage/stage_layout.h"

#include <QPainter>

namespace memwall::ui
{

/// What every painter needs to know about one picture.
struct StageCanvas
{
    QPainter& painter;
    const StageFrame& frame;
    const StageLayout& layout;
    const Theme& theme;
};

void paintBackground(const StageCanvas& canvas);
void paintMoving(const StageCanvas& canvas, const StageNow& now);

/// Title, subtitle and note.
void paintTitles(const StageCanvas& canvas, const StageSays& says);

/// Where the counter hangs on its wall, below the opening; null where it says nothing or has no room.
[[nodiscard]] QRectF counterPlate(const DoorLayout& door, const Statement& counter, const Theme& theme);
void paintCounter(const StageCanvas& canvas, std::size_t house, const Statement& counter);

/// Does not fit: the rooms with what stays outside, and why.
void paintOverflow(const StageCanvas& canvas);

/// Machines without a brick wall; each draws its background or, with now, what moves.
void paintWaferBackground(const StageCanvas& canvas);
void paintWafer(const StageCanvas& canvas, const HouseNow& now, const HouseSays& says);
void paintCircuitBackground(const StageCanvas& canvas);
void paintCircuit(const StageCanvas& canvas, const HouseNow& now, const HouseSays& says);

/// How the blocks of a stream stand in its pipe: rows from wall to wall, as many blocks as reach its end.
struct StreamLayout
{
    double lane = 0; ///< height of a row
    double width = 0, height = 0; ///< of a block
    double pitch = 0; ///< from block to block in a row
    double content = 0; ///< blocks in the pipe, all rows
};
[[nodiscard]] StreamLayout layoutStream(
    const StageLayout& layout, const BeltFrame& frame, const QRectF& pipe);
[[nodiscard]] QRectF placeOf(
    const StreamLayout& stream, const Belt& belt, const BeltBlock& block, const QRectF& pipe);

/// A stream along a pipe, left to right (or back), clipped to it.
void paintBelt(const StageCanvas& canvas, const Belt& belt, const QRectF& pipe, bool backwards = false);

} // namespace memwall::ui
