// The work of one pass: which sequences, how many tokens of each are cached and how many are new.
#pragma once

#include "core/base/affine.h"
#include "core/cost/machine.h"
#include "core/timeline/shape.h"

#include <optional>
#include <vector>

namespace memwall::core
{

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

    [[nodiscard]] double tokens() const;
};

/// What attention of one group of layers has to do in one pass, all sequences together.
struct AttentionLoad
{
    Affine keys; ///< cached tokens read
    Affine pairs; ///< query-key pairs scored
    double fresh = 0; ///< tokens written
};

/// Affine in the step number: contexts of a decode grow by one a step until a window is full; steps is
/// lowered to the number of steps for which the load holds. physics.md section 3.1.
[[nodiscard]] AttentionLoad attentionLoad(const PassWork& work, std::optional<int> window, double& steps);

/// The larger of two affine times, and for how many steps it stays the larger one.
[[nodiscard]] Affine largerOf(Affine a, Affine b, double& steps);

} // namespace memwall::core
