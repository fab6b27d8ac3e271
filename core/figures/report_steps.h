// From a run to its report: the steps, each in a file of its own.
#pragma once

#include "core/figures/report.h"
#include "core/machine/machine.h"
#include "core/scenario/scenario.h"

#include <algorithm>
#include <array>
#include <stop_token>

namespace memwall::core
{

/// How much of a report is worked out.
enum class Detail : std::uint8_t
{
    Everything,
    Row, ///< what a row of a sweep shows: times, throughput, bottleneck, energy and cost; no notes
};

/// All figures of a report. What simulate() adds: the sensitivities, which need further runs, the sentence
/// that uses them, and the KV cache over time. A stop makes it return early with figures of no meaning.
[[nodiscard]] Report explain(const Machine& machine, const Workload& workload, const Run& run,
    Detail detail = Detail::Everything, const std::stop_token& stop = {});

/// Means over the requests that were served.
struct MeanTimes
{
    double ttftS = 0, tpotS = 0;
};
[[nodiscard]] MeanTimes meanTimes(const Run& run);

/// Times per request, percentiles, throughput, objectives.
void reportSpeed(const Workload& workload, const Run& run, Report& report);
/// Seconds of one output token by cause; share of time of each pool.
void reportBreakdown(const Run& run, Report& report);
/// Arithmetic intensity and use of compute, memory and link by phase.
void reportPhases(const Machine& machine, const Run& run, Report& report);
/// Bytes per token and per pass, memory held, transfers.
void reportBytes(const Machine& machine, const Run& run, Report& report);
/// KV cache over the run, for the picture of it.
void reportKvOverTime(const Run& run, Report& report);
/// Ideal time, typical band, range of validity.
void reportTrust(const Machine& machine, const Run& run, Report& report);
/// "12 %" without its sign, with a narrow no-break space.
[[nodiscard]] std::string percentOf(double share);
/// The bottleneck sentence. Called last: it uses the sensitivities.
void reportBottleneck(const Run& run, Report& report);

/// Requests that share a decode step, on average over the steps; 0: there is none.
[[nodiscard]] double meanBatch(const Run& run);

/// Seconds of all steps of a segment by cause; the queue is not in it.
[[nodiscard]] Breakdown breakdownOf(const Segment& segment);

/// Calls visit(op, count) for every operator of a pass, with how often it runs in it.
template <typename Visit> void forEachOperator(const Pass& pass, const Visit& visit)
{
    for (const Operator& op : pass.before)
        visit(op, 1.0);
    std::array<double, 256> counts; // a kind is a byte
    std::fill_n(counts.begin(), pass.layerKinds.size(), 0.0);
    for (const std::uint8_t kind : pass.layerKindOf)
        counts[kind] += 1;
    for (std::size_t kind = 0; kind < pass.layerKinds.size(); ++kind)
        for (const Operator& op : pass.layerKinds[kind].operators)
            visit(op, counts[kind]);
    for (const Operator& op : pass.after)
        visit(op, 1.0);
}

} // namespace memwall::core
