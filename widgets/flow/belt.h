// The stream in a pipe, as a pure function of what has passed its door. Block i is in the pipe while
// passed − i · quantum lies between 0 and the pipe's content, and that difference is its position. Nothing is
// stored between frames, and no pipe is too long.
#pragma once

#include "core/timeline/run.h"
#include "widgets/flow/pace.h"

#include <array>
#include <optional>
#include <vector>

namespace memwall::ui
{

/// Where a stream is, and how it is drawn: the same during a whole run at one pace.
struct BeltFrame
{
    std::uint8_t door = 0;
    double quantum = 0; ///< bytes of one block
    int rows = 1; ///< of blocks, from wall to wall
    double fastest = 0; ///< bytes/s of the operator that flows fastest
    double blocksPerSecond = 0; ///< on screen and row, then
    Way way = Way::Blocks;
    core::Depth finest = core::Depth::Operator; ///< of what its blocks can tell apart
    bool bursts = false; ///< on average slow enough for blocks, but not in each operator

    bool operator==(const BeltFrame&) const = default;
};

struct Belt
{
    BeltFrame frame;
    const core::Run* run = nullptr; ///< outlives the picture
    std::size_t pool = 0;
    core::Instant time {};
    Way way = Way::Blocks; ///< of the frame; of one that bursts a solid stream for a third of a second
    core::KindBytes passed {}; ///< of the kinds that are drawn, from the start of the run
    double inBlocks = 0; ///< all of them
    double tail = 0; ///< of a streak, in pitches: the way of one exposure
    core::KindBytes recent {}; ///< passed in the stretch over which shares are averaged
    double full = 0; ///< share of what could have passed in it
    double bytesPerSecond = 0; ///< flowing at this instant
};

/// A block inside the pipe. It is of one kind; of many blocks as many are of a kind as its bytes demand.
struct BeltBlock
{
    std::int64_t index = 0;
    double position = 0; ///< of its leading edge, in blocks from the pipe's begin
    core::Kind kind = core::Kind::Weights;

    bool operator==(const BeltBlock&) const = default;
};

/// Bytes that passed together, evenly mixed.
struct BeltPiece
{
    double bytes = 0;
    core::KindBytes kinds {};
};

/// Whether a kind is drawn at a door. The link between two pools carries the KV cache or the activations;
/// what the chips of one pool say to each other is on the same meter and does not cross it.
[[nodiscard]] bool drawnAt(const core::Run& run, std::uint8_t door, core::Kind kind);

/// Blocks of a pipe that holds `content` blocks, newest first.
[[nodiscard]] std::vector<BeltBlock> blocksOf(const Belt& belt, double content);

/// What passed a door, cut where it is cut at every instant.
struct Passage
{
    core::KindBytes passed {}; ///< when the newest piece is through
    double ahead = 0; ///< bytes of that piece that are still to come
    std::vector<BeltPiece> pieces; ///< newest first
};

/// At least the last `bytes` that passed, in whole layers or, where `finest` allows it, operators.
[[nodiscard]] Passage passageOf(const Belt& belt, double bytes, core::Depth finest);

/// What fills so many cells of a room that all bytes pass through: the last ones. A cell keeps its block
/// until another takes its place; where they are gone too soon to be seen, the cells are mixed as the bytes
/// are. Empty: nothing yet.
[[nodiscard]] std::vector<std::optional<core::Kind>> cellsHeld(
    const Belt& belt, double capacityBytes, int cells);

/// The row that a block runs in: neighbours in time run in rows apart, so that no stripe shows.
[[nodiscard]] int rowOf(std::int64_t block, int rows);

/// stretch: over which shares are averaged; it may be empty where none is drawn.
[[nodiscard]] Belt beltAt(const core::Run& run, std::size_t pool, const BeltFrame& frame, core::Instant t,
    const Pace& pace = {}, core::TimeSpan stretch = {});

} // namespace memwall::ui
