// Sums over one step of a run that the stage states: how much passes a door, how KV cache spreads over
// the levels, which kinds occur.
#pragma once

#include "core/timeline/run.h"
#include "widgets/scene/stage_scene.h"

namespace memwall::ui
{

/// KV bytes per level: nearest level with room first, then outward.
[[nodiscard]] std::vector<double> kvByLevel(const core::PoolInfo& pool, double bytes);

/// All kinds through a door during a span.
[[nodiscard]] double bytesDuring(
    const core::Run& run, std::size_t pool, std::uint8_t door, core::TimeSpan span);

[[nodiscard]] bool kindOccurs(const core::Run& run, core::Kind kind);

/// A step that stands for the run: the middle one of the longest segment that writes tokens.
[[nodiscard]] std::optional<core::TimeSpan> typicalStep(const core::Run& run, std::size_t pool);

/// Through a door in a step that stands for the run; 0 where the pool has none.
[[nodiscard]] double stepBytes(const core::Run& run, std::size_t pool, std::uint8_t door);

/// Through the link in such a step, or in one transfer from another pool.
[[nodiscard]] double linkBytes(const core::Run& run, std::size_t pool);

/// Share of the time of messages of a typical step that crosses between fast domains.
[[nodiscard]] double farShareOf(const core::Run& run, std::size_t pool);

/// The door drawn as the wall, or the home level's.
[[nodiscard]] std::uint8_t wallDoor(const HouseFrame& house);

} // namespace memwall::ui
