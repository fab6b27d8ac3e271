#include "core/figures/band.h"

#include "core/figures/report_steps.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// One-sigma errors of the parts of a token's time; calibration.md section 8.
constexpr double kMemoryError = 0.08;
constexpr double kComputeError = 0.20;
constexpr double kLinkError = 0.5;
constexpr double kExpertError = 0.25;
constexpr double kNativeError = 1.0;

/// Seconds of the same step at peak rates and without fixed costs.
double idealStepSeconds(const Run& run, const Segment& segment)
{
    double sum = 0;
    const double k = static_cast<double>(segment.steps - 1) / 2;
    for (const Pass& pass : segment.shape->passes) {
        forEachOperator(pass, [&](const Operator& op, double times) {
            const PoolInfo& pool = run.pools[op.pool];
            double slowest = pool.peakFlops ? op.flops.at(k) / pool.peakFlops->value : 0;
            std::vector<double> doors(pool.levels.size(), 0.0);
            for (const Flow& flow : op.flows)
                if (flow.door < doors.size() && pool.levels[flow.door].bandwidth)
                    doors[flow.door] += flow.bytes.at(k) / pool.levels[flow.door].bandwidth->value;
                else if (flow.door == kLinkDoor && pool.link)
                    slowest = std::max(slowest, flow.bytes.at(k) / pool.link->bandwidth.value);
            for (const double seconds : doors)
                slowest = std::max(slowest, seconds);
            sum += slowest * times * pass.repeat;
        });
    }
    return sum;
}

} // namespace

double idealSeconds(const Run& run, const Segment& segment)
{
    return idealStepSeconds(run, segment) * static_cast<double>(segment.steps);
}

double relativeError(const Machine& machine, const Breakdown& parts)
{
    const double total = parts.total();
    if (total <= 0)
        return 0;
    bool experts = false;
    for (const FeedForward& group : machine.model.feedForward)
        experts = experts || group.moe;
    const PoolMachine& pool = machine.pools.back();
    const double scatter = pool.chip.scatter.value_or(0);
    const double fixedError = pool.chip.native ? kNativeError : pool.engine.unsureFactor - 1;
    const double terms[] = { parts.weights / total * std::max(experts ? kExpertError : kMemoryError, scatter),
        parts.kv / total * std::max(kMemoryError, scatter), parts.compute / total * kComputeError,
        parts.communication / total * kLinkError, (parts.fixed + parts.draft) / total * fixedError,
        parts.queue / total * kComputeError };
    double squares = 0;
    for (const double term : terms)
        squares += term * term;
    return std::sqrt(squares);
}

} // namespace memwall::core
