// What the search for a target asks of a system: its figure, its amounts, its other sizes, its wall.
// Internal to whatif.
#pragma once

#include "core/base/saying.h"
#include "core/figures/report.h"
#include "core/machine/machine.h"
#include "core/whatif/target.h"

namespace memwall::core
{

/// The limits of a pool's "scale" in the scenario format.
inline constexpr double kLeastScale = 1e-6, kMostScale = 1e6;

struct Amount
{
    Saying what;
    std::string unit;
    std::optional<double> value; ///< absent: not published, or there is none
};

/// Absent where the run does not fit; Fits: 1.
[[nodiscard]] std::optional<double> metricOf(TargetMetric metric, const Run& run, const Report& speed);
/// REQUIRES: not Chips.
[[nodiscard]] double ResourceScale::*scaleOf(Resource resource);

/// How much of a resource there is, in the pool that a metric depends on most: prefill for the first token,
/// else the one that decodes. Latency: the fixed part of a token's time. Chips: of all pools.
[[nodiscard]] Amount amountOf(
    Resource resource, TargetMetric metric, const Machine& machine, const Run& run, const Report& speed);

/// The system with fewer and more chips in step in every pool, ascending, itself among them: halved down to
/// odd numbers, doubled up to what the links join (and eight such domains, where a network joins them), the
/// number of experts or, in pipelines of wafers, of layers.
[[nodiscard]] std::vector<System> otherCounts(const System& system, const Catalog& catalog);

/// From a system to one that otherCounts gave.
[[nodiscard]] Settings countSettings(const System& other);
/// The scale of every pool times a factor, in four digits, towards more of the resource.
[[nodiscard]] Settings scaleSettings(const System& system, Resource resource, double factor);

/// What holds the figure where it is: "fixed latencies remain", or why nothing fits.
[[nodiscard]] Sayings wallOf(
    TargetMetric metric, const Machine& machine, const Workload& workload, const Run& run);

} // namespace memwall::core
