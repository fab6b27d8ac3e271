// Expands the work of one pass into layers and operators, timed on the pool (or the pair of attention
// and feed-forward pools) that runs it. physics.md sections 2 to 4, 6, 7 and 10.
#pragma once

#include "core/cost/operators.h"

namespace memwall::core
{

/// Who runs a pass: one pool, or attention and feed-forward on two, with the link between them.
struct Stations
{
    const PoolRates* attention = nullptr;
    const PoolRates* feedForward = nullptr; ///< the same pool but for attention ⇄ feed-forward
    const Link* between = nullptr;

    [[nodiscard]] bool apart() const { return attention != feedForward; }
};

/// How a pass stands in its step.
struct PassOptions
{
    /// PassKind::Mixed: so many leading sequences write their next tokens, the others are parts of prompts.
    std::size_t rows = 0;
    /// Each step works on the tokens of the prompts that follow those of the step before.
    bool advances = false;
    /// Share of a step's time on the host that a pass takes which is no step of its own.
    double hostShare = 0;
    /// Attention ⇄ feed-forward: micro-batches that take turns on the two pools. The pass is one of them, and
    /// its layers wait for the others. physics.md section 10.
    int microBatches = 1;
    /// Nobody asks what passes the doors.
    bool timesOnly = false;
};

/// A decode step of a machine without KV cache is built as the recomputation that it is.
/// steps: lowered to the number of steps for which the affine costs hold.
[[nodiscard]] Pass buildPass(
    const Stations& stations, const PassWork& work, double& steps, PassOptions options = {});

} // namespace memwall::core
