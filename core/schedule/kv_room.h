// Room for KV cache in the pool that decodes. Internal to schedule.
#pragma once

#include "core/schedule/state.h"

namespace memwall::core
{

/// Bytes that the whole answer of a request will take on one chip of a pool.
[[nodiscard]] double kvReservation(const PlayState& state, std::uint8_t pool, int id);

/// Whether one more request fits beside the running ones in the pool that decodes.
[[nodiscard]] bool roomFor(const PlayState& state, int id, double reserved, std::size_t admitted);
[[nodiscard]] double reservedBytes(const PlayState& state);

/// The same for a static batch: every row is padded to the longest answer of its group, so that is what
/// each one reserves.
[[nodiscard]] bool roomInGroup(const PlayState& state, const std::vector<Prompt>& group, int id);

} // namespace memwall::core
