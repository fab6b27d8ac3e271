// Single kernels and collectives, as microbenchmarks time them.
#pragma once

#include "core/validate/bench.h"
#include "core/validate/plan.h"

namespace memwall::core
{

/// Seconds of the product, attention call, layer of products or all-reduce that a point describes; 0 where
/// its words cannot be read.
[[nodiscard]] double kernelSeconds(const Plan& plan, const Bench& bench);

} // namespace memwall::core
