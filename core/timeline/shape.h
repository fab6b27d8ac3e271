// The shape of one step: passes → layers → operators, each an affine function of the step number k.
// A segment repeats a shape; nothing is stored per step. Times are seconds relative to the parent's
// begin, bytes and flops are those of one representative chip of the pool that does the work.
#pragma once

#include "core/base/affine.h"
#include "core/base/kind.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace memwall::core
{

enum class OperatorKind : std::uint8_t
{
    Embedding,
    Qkv, ///< input norm, QKV projection, RoPE
    Attention, ///< KV write, scores, values
    OutputProjection,
    AllReduce,
    FeedForward, ///< dense: norm, gate, up, down
    Router,
    Experts,
    SharedExpert,
    AllToAll,
    Hop, ///< activations between chips: pipeline boundary, attention ⇄ feed-forward
    LmHead,
    StepOverhead, ///< scheduler, sampling
    KvTransfer, ///< KV cache between pools
};

/// Plain name for people: "feed-forward", "all-reduce".
[[nodiscard]] std::string_view nameOf(OperatorKind kind);

/// What a piece of time is spent on. Lanes of the timeline and parts of the breakdown.
enum class Lane : std::uint8_t
{
    Compute, ///< arithmetic units busy
    Weights, ///< the narrowest door busy with weights (of a draft model too)
    KvCache, ///< the narrowest door busy with KV cache
    Communication, ///< a link busy, collectives with their latency
    Fixed, ///< launch, scheduler, pipeline fill: nothing moves
};

inline constexpr std::size_t kLanes = 5;

[[nodiscard]] constexpr std::size_t indexOf(Lane lane)
{
    return static_cast<std::size_t>(lane);
}

/// Bytes that pass one door during one operator.
struct Flow
{
    std::uint8_t door = 0; ///< index of the level whose door it is; kLinkDoor for the link
    Kind kind = Kind::Weights;
    Affine bytes;
};

inline constexpr std::uint8_t kLinkDoor = 255;

struct Operator
{
    OperatorKind kind = OperatorKind::Qkv;
    double chips = 1; ///< chips that do the same at once: totals are the amounts times this
    std::uint8_t pool = 0; ///< where it runs (attention ⇄ feed-forward: not always the segment's pool)
    Lane bound = Lane::Weights; ///< what decides its duration
    float farShare = 0; ///< of a message's busy time, its last part: crosses from one fast domain to another
    Affine begin; ///< after the parent's begin
    Affine busy; ///< bytes flow and arithmetic runs evenly over this first part …
    Affine duration; ///< … and what is left of this is fixed latency
    Affine flops;
    std::array<Affine, kLanes>
        lanes; ///< seconds that each resource alone would need; Fixed = duration − busy
    std::vector<Flow> flows;
};

struct Layer
{
    std::vector<Operator> operators; ///< tile the layer
    Affine duration;
    double expertsTouched = 0; ///< distinct experts that the pass's tokens wake, on average; 0: no experts
};

enum class PassKind : std::uint8_t
{
    Prefill,
    Decode,
    Draft, ///< one token of the draft model
    Verify,
    Transfer, ///< KV cache between pools; before holds the one operator
    Mixed, ///< answers write their next tokens and a part of a prompt is worked on with them
};

struct Pass
{
    PassKind kind = PassKind::Decode;
    int repeat = 1; ///< drafts: the pass runs this often, one after the other
    int tokens = 1; ///< tokens worked on, all requests together
    std::vector<Operator> before; ///< embedding
    std::vector<Layer> layerKinds;
    std::vector<std::uint8_t> layerKindOf; ///< per layer, in order
    std::vector<Affine> layerBegin; ///< per layer and one more: the end of the last; after the pass's begin
    std::vector<Operator> after; ///< LM head, step overhead; begin counts from the pass's begin
    Affine duration; ///< of one repetition
};

/// How much passed one meter (a door and kind, or a lane of a pool) in one whole step.
struct StepShape
{
    std::vector<Pass> passes; ///< tile the step
    Affine duration;
};

} // namespace memwall::core
