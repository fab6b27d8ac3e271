// Where weights and KV cache live on a chip: at the home level while they fit, then outward over levels
// whose capacity is known. Not fitting is a result with a reason. physics.md section 5.
#pragma once

#include "core/base/saying.h"
#include "core/machine/machine.h"

#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

struct LevelPlacement
{
    double weights = 0; ///< bytes, one chip
    double kv = 0; ///< bytes reserved for KV cache, one chip
    /// Bytes that KV cache could take here beside the weights; absent: nobody knows how much.
    std::optional<double> kvCapacity = 0.0;
};

struct Placement
{
    bool fits = true;
    Sayings reason; ///< why not, and what would fit
    std::vector<LevelPlacement> levels; ///< as the chip's levels, far to near
    double weights = 0; ///< bytes on one chip
    /// A pool for attention holds the feed-forward layers too, where there is room for them beside the KV
    /// cache that is wanted: then prompts, which are short of arithmetic, are worked on there and need no
    /// messages.
    bool wholeModel = false;
    std::optional<double> kvCapacity
        = 0.0; ///< bytes of KV cache that one chip can hold in all; absent: unknown

    /// Share of this chip's weights (or KV cache) that passes the door of level d: all that lies on d or
    /// farther out. Hardwired weights pass no door.
    [[nodiscard]] double weightsThrough(const Chip& chip, std::size_t door) const;
    [[nodiscard]] double kvThrough(const Chip& chip, std::size_t door) const;
};

/// What one chip of a pool stores of the model, bytes: its slice of its stage, and of a draft model. whole:
/// with the feed-forward layers even on a pool for attention.
[[nodiscard]] double weightsPerChip(const Machine& machine, const PoolMachine& pool, bool whole = false);
/// KV cache, indexer keys and states on one chip for one request of so many tokens, bytes.
[[nodiscard]] double kvPerChip(const Machine& machine, const PoolMachine& pool, double tokens);

/// kvWanted: bytes of KV cache that one chip should hold at the run's peak.
[[nodiscard]] Placement place(const Machine& machine, const PoolMachine& pool, double kvWanted);

} // namespace memwall::core
