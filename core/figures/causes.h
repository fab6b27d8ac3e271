// What the seconds of a mean token (or of a mean prompt) are made of, pool by pool: bytes and the time of
// their doors, flops and the time of the units, messages, fixed latencies.
#pragma once

#include "core/figures/report.h"

#include <vector>

namespace memwall::core
{

/// Amounts of one representative chip.
struct Causes
{
    /// Bytes or flops, the seconds that they alone would take, and how many of those nothing else hides.
    struct Part
    {
        double amount = 0, seconds = 0, attributed = 0;
    };
    Part weights, experts, kv, compute;
    double activationSeconds = 0; ///< of memory-bound operators, beside weights and KV cache
    double messages = 0, messageBytes = 0, messageSeconds = 0;
    double layers = 0, layerSeconds = 0; ///< fixed latency inside layers
    double passes = 0, passSeconds = 0; ///< … and outside of them
    double drafts = 0, draftSeconds = 0; ///< drafting passes
};

/// Share of every step of a segment that counts; 0: none.
using SegmentShares = std::vector<double>;

/// Of one output token of the mean request: the weights of report.breakdown.
[[nodiscard]] SegmentShares sharesOfToken(const Run& run);
/// Of the prefill of the mean request: its own prompt's passes.
[[nodiscard]] SegmentShares sharesOfPrompt(const Run& run);

/// Sums over all segments, by pool.
[[nodiscard]] std::vector<Causes> causesOf(const Run& run, const SegmentShares& shares);

} // namespace memwall::core
