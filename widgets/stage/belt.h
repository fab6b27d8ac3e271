// The blocks in a pipe, as a pure function of what has passed: the ribbon of bytes that left the door
// last, newest first. Block i is in the pipe while passed − i · quantum lies between 0 and the pipe's
// content, and that difference is its position. Nothing is stored between frames.
#pragma once

#include "core/timeline/run.h"

#include <array>
#include <vector>

namespace memwall::ui
{

/// Bytes of one kind that passed together: from and to count back from the newest byte.
struct BeltSlice
{
    double from = 0, to = 0;
    core::Kind kind = core::Kind::Weights;

    bool operator==(const BeltSlice&) const = default;
};

struct Belt
{
    double passed = 0; ///< all kinds, from the start of the run
    double quantum = 0; ///< bytes of one block
    std::vector<BeltSlice> slices; ///< newest first, without gaps
    double bytesPerSecond = 0; ///< flowing at this instant
};

/// A block, or the part of one that is of another kind, inside the pipe.
struct BeltBlock
{
    std::int64_t index = 0; ///< of the block
    double position = 0; ///< of its leading edge, in blocks from the pipe's begin
    core::Kind kind = core::Kind::Weights;
    double share = 1; ///< of the block's bytes
    double offset = 0; ///< where in the block the part sits, 0 its leading edge

    bool operator==(const BeltBlock&) const = default;
};

/// Whether a kind is drawn at a door. The link between two pools carries the KV cache or the activations;
/// what the chips of one pool say to each other is on the same meter and does not cross it.
[[nodiscard]] bool drawnAt(const core::Run& run, std::uint8_t door, core::Kind kind);

/// Blocks of a pipe that holds `content` blocks, newest first; a part of another kind follows its block.
[[nodiscard]] std::vector<BeltBlock> blocksOf(const Belt& belt, double content);

/// The last `bytes` that passed a door up to t.
[[nodiscard]] Belt beltAt(
    const core::Run& run, std::size_t pool, std::uint8_t door, core::Instant t, double quantum, double bytes);

} // namespace memwall::ui
