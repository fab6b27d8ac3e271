// How many bytes a block of a picture stands for, and so in which way each stream of it is drawn.
#pragma once

#include "widgets/scene/stage_scene.h"

namespace memwall::ui
{

/// The pool that writes the tokens: its wall is the main door of a picture.
[[nodiscard]] std::size_t mainPool(const core::Run& run);

/// Rows of blocks of a door that takes such a share of the wall: a twentieth of the wall has one.
[[nodiscard]] int rowsOf(double opening);

/// Tells every stream of a frame its rows, its block and its way. One block is as many bytes at every door:
/// those that suit the main door at this pace, or `blockBytes`. Links have their own, for messages are far
/// smaller.
void layBlocks(StageFrame& frame, const core::Run& run, const Pace& pace, double blockBytes = 0);

/// Other rows for the same blocks, while a door's opening is on its way.
void setRows(BeltFrame& belt, int rows, const Pace& pace);

/// What is drawn at the main door, or null where no door is.
[[nodiscard]] const BeltFrame* mainBelt(const StageFrame& frame);

/// "one block = 100 MB", or what a stream that is too fast for blocks carries; empty where no door is drawn.
[[nodiscard]] QString blockText(const StageFrame& frame, const Pace& pace);

/// Seconds on screen per simulated second for a run that nobody has chosen them for: as slow as a word at
/// least every twenty seconds allows, so that blocks can be followed.
[[nodiscard]] double usualTimeScale(const core::Run& run);

} // namespace memwall::ui
