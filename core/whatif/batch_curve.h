// Latency against throughput: the same system and workload played at many batch sizes.
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace memwall::core
{

/// What is varied to get a batch of another size.
enum class BatchKnob : std::uint8_t
{
    Users, ///< so many come together; `max_batch` grows where they would not find room in it
    MaxBatch, ///< who comes stays the same, and so many may share a step
};

/// One point of the curve; figures as in the report of such a scenario.
struct BatchPoint
{
    std::int64_t batch = 1; ///< users or `max_batch`, see BatchKnob
    double meanBatch = 0; ///< requests that shared a decode step on average
    double tpotS = 0, ttftS = 0;
    double tokensPerSPerUser = 0, throughputTokensPerS = 0;
    bool present = false; ///< the scenario as it is
    bool full = false; ///< more did not share a step: memory, or those who come, set the limit
};

[[nodiscard]] BatchKnob batchKnob(const System& system, const Workload& workload);

/// Calls found(point) for batch sizes 1, 2, 4 … and the present one, ascending, and ends after the first that
/// is full beyond the present one. Sizes that do not fit are left out. A stop makes it return early.
/// REQUIRES: a validated system of a scenario read with this catalog.
void batchCurve(const System& system, const Workload& workload, const Catalog& catalog,
    const std::function<void(const BatchPoint&)>& found, const std::stop_token& stop = {});

} // namespace memwall::core
