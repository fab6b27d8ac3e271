// The work of one pass: which sequences, how many tokens of each are cached and how many are new.
#pragma once

#include "core/base/affine.h"
#include "core/machine/machine.h"
#include "core/timeline/shape.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace memwall::core
{

/// Activations travel as 16-bit numbers.
inline constexpr double kActivationBytes = 2;

struct Sequence
{
    double cached = 0; ///< tokens in the KV cache before the pass
    double fresh = 1; ///< tokens worked on by it
};

struct PassWork
{
    PassKind kind = PassKind::Decode;
    const Model* model = nullptr;
    bool draft = false; ///< the model is the drafter: what it moves is drawn as drafts
    std::vector<Sequence> sequences;
    double headTokens = 1; ///< tokens that the LM head is computed for
    bool stepOverhead = true; ///< the scheduler runs once in this pass
    bool recompute = false; ///< a decode step without KV cache: works on the whole context like a prefill

    [[nodiscard]] double tokens() const;
    /// Works on so many tokens at once that the rates and forms of prefill hold.
    [[nodiscard]] bool manyTokens() const { return kind == PassKind::Prefill || recompute; }
    [[nodiscard]] double longestContext() const;
};

/// How far back a token sees: everything, a sliding window, or the beginning of its chunk.
struct Sight
{
    std::optional<int> window {};
    bool chunked = false;

    /// Tokens that the last of so many sees, itself included: min(c, w), or its place in its chunk.
    [[nodiscard]] double seen(double context) const;
    /// Query-key pairs of all tokens up to so many.
    [[nodiscard]] double pairs(double context) const;
};

/// A sparse indexer's choice costs what a window of as many tokens costs. Section 3.3.
[[nodiscard]] Sight sightOf(const Attention& attention);

/// What attention of one group of layers has to do in one pass, all sequences together.
struct AttentionLoad
{
    Affine keys; ///< cached tokens read
    Affine pairs; ///< query-key pairs scored
    double fresh = 0; ///< tokens written
};

/// Affine in the step number: contexts of a decode grow by one a step until a window is full or a chunk
/// ends; steps is lowered to the number of steps for which the load holds. physics.md section 3.1.
[[nodiscard]] AttentionLoad attentionLoad(const PassWork& work, const Sight& sight, double& steps);

/// A decode step of a machine without KV cache: every token of the context is worked on again, at the rates
/// of prefill; the LM head still answers for one token a sequence. Other passes stay what they are. The
/// cost is quadratic in the context, so that it holds for one step.
[[nodiscard]] PassWork withoutCache(const Machine& machine, PassWork work);

/// The larger of two affine times, and for how many steps it stays the larger one.
[[nodiscard]] inline Affine largerOf(Affine a, Affine b, double& steps)
{
    const bool bFirst = b.base > a.base || (b.base == a.base && b.slope > a.slope);
    const Affine high = bFirst ? b : a;
    const Affine low = bFirst ? a : b;
    if (low.slope > high.slope) {
        const double crossing = (high.base - low.base) / (low.slope - high.slope);
        steps = std::min(steps, std::max(1.0, std::ceil(crossing)));
    }
    return high;
}

} // namespace memwall::core
