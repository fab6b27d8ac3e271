// Activations that pass through memory between the matrix products of a pass over prompts. Internal to cost.
// physics.md section 2; calibration.md section 1, item 3.
#pragma once

#include "core/cost/work.h"
#include "core/machine/rates.h"

namespace memwall::core
{

/// Element-wise traffic beside the matrix products: half of a layer's, around attention or around
/// feed-forward. None in steps that write: there it hides behind the weights.
[[nodiscard]] Bytes elementwiseBytes(const PoolRates& rates, const PassWork& work);

/// Copies of the tokens on their way to the experts and back: sorted, packed for the products, gathered;
/// bytes on one chip. In tensor parallelism every chip has all of them.
[[nodiscard]] Bytes copyBytes(const PoolRates& rates, const PassWork& work, const FeedForward& group);

} // namespace memwall::core
