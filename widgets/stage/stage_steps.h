// Sums over one step of a run that the stage states: how much passes a door, how KV cache spreads over
// the levels, which kinds occur.
#pragma once

#include "core/timeline/run.h"
#include "widgets/stage/stage_scene.h"

namespace memwall::ui
{

/// KV bytes per level: nearest level with room first, then outward.
[[nodiscard]] std::vector<double> kvByLevel(const core::PoolInfo& pool, double bytes);

/// All kinds through a door during a span.
[[nodiscard]] double bytesDuring(
    const core::Run& run, std::size_t pool, std::uint8_t door, core::TimeSpan span);

[[nodiscard]] bool kindOccurs(const core::Run& run, core::Kind kind);

/// Bytes of one block of this run: the same on every door and at every instant, so that two pictures of
/// it compare.
[[nodiscard]] double stageQuantum(const core::Run& run, const StageFrame& frame);

/// The same for what travels between pools or chips, whose messages are far smaller.
[[nodiscard]] double linkQuantum(const core::Run& run, std::size_t pool);

/// Share of the time of messages of a typical step that crosses between fast domains.
[[nodiscard]] double farShareOf(const core::Run& run, std::size_t pool);

/// The door drawn as the wall, or the home level's.
[[nodiscard]] std::uint8_t wallDoor(const HouseFrame& house);

} // namespace memwall::ui
