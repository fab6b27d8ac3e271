// What a pool's chips really reach: bytes/s of every door by kind, flop/s by operator, fixed seconds.
// Peaks from the catalog times shared efficiencies; physics.md sections 1 and 13, calibration.md.
#pragma once

#include "core/machine/placement.h"

#include <optional>
#include <vector>

namespace memwall::core
{

/// What a door reaches of its peak, by what passes it.
struct ReachedRates
{
    BytesPerSecond weights, experts, kv, activations;
};

struct DoorRate
{
    std::optional<ReachedRates> reached; ///< absent: not published, bytes pass in no time
    double weightShare = 0, kvShare = 0, activationShare = 0; ///< of all such bytes, what passes here
    /// Seconds for each byte that the operators read, wherever it comes from: share over rate.
    double perWeightByte = 0, perExpertByte = 0, perKvByte = 0, perActivationByte = 0;
};

/// Everything the operators of one pool need, worked out once per run.
struct PoolRates
{
    const Machine* machine = nullptr;
    const PoolMachine* pool = nullptr;
    std::uint8_t index = 0; ///< of the pool in the run
    Placement placement;
    std::vector<DoorRate> doors; ///< as the chip's levels
    // Rates of arithmetic are absent where no peak is published: then it takes no time.
    std::optional<FlopsPerSecond> gemmFlops; ///< achieved by large matrix products
    std::optional<FlopsPerSecond> attentionFlops; ///< achieved by prefill attention
    std::optional<FlopsPerSecond>
        decodeAttentionFlops; ///< achieved by decode attention (old kernels: fp32 units)
    double prefillFactor
        = 1; ///< of the engine, on gemmFlops and attentionFlops when many tokens are worked on
    double unpackSeconds = 0; ///< per weight, on the general cores
    double prefillFormatFactor = 1; ///< on gemmFlops where many tokens are worked on in another format
    /// w0 · 128² · cores: product T·N at which a matrix product is half efficient; absent: all are alike.
    std::optional<double> tileTokens;
    std::optional<FlopsPerSecond> idealGemmFlops; ///< the peak itself
};

[[nodiscard]] PoolRates ratesOf(const Machine& machine, std::size_t pool, Placement placement);

/// Share of a whole layer's kernels: a layer that is attention or feed-forward alone launches about half.
[[nodiscard]] double layerShare(const Attention& attention, const FeedForward& feedForward);
/// Layers' times that a pass over so many tokens takes of a layer: 1, but for a model in wires, whose layers
/// stand one behind the other and each take one token at a time. Prompts fill that pipeline once and run
/// through; words of many users keep it full.
[[nodiscard]] double pipelineTurns(const Chip& chip, int layers, double tokens, bool manyTokens);
/// Fixed seconds of one layer of a model with this attention and feed-forward.
[[nodiscard]] double layerFixedSeconds(
    const PoolRates& rates, const Model& model, const Attention& attention, const FeedForward& feedForward);
/// Seconds that the host takes to launch one layer, whatever the chip does meanwhile; 0: it is never waited
/// for. Where a pass works on prompts no recorded graph is replayed.
[[nodiscard]] double hostFloorSeconds(
    const PoolRates& rates, const Attention& attention, const FeedForward& feedForward, bool manyTokens);
/// Fixed seconds of one step with so many sequences.
[[nodiscard]] double stepFixedSeconds(const PoolRates& rates, double sequences);

} // namespace memwall::core
