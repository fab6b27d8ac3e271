// How far to trust the numbers: the ideal, the typical band, where no measurement reaches.
#include "core/cost/model_size.h"
#include "core/cost/pass_builder.h"
#include "core/report/explain.h"

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
            double slowest = pool.peakFlops > 0 ? op.flops.at(k) / pool.peakFlops : 0;
            std::vector<double> doors(pool.levels.size(), 0.0);
            for (const Flow& flow : op.flows)
                if (flow.door < doors.size() && pool.levels[flow.door].bandwidth > 0)
                    doors[flow.door] += flow.bytes.at(k) / pool.levels[flow.door].bandwidth;
                else if (flow.door == kLinkDoor && pool.linkBandwidth > 0)
                    slowest = std::max(slowest, flow.bytes.at(k) / pool.linkBandwidth);
            for (const double seconds : doors)
                slowest = std::max(slowest, seconds);
            sum += slowest * times * pass.repeat;
        });
    }
    return sum;
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
    const double fixedError = pool.chip.native ? kNativeError : pool.engine.unsureFactor - 1;
    const double terms[]
        = { parts.weights / total * std::max(experts ? kExpertError : kMemoryError, pool.chip.scatter),
              parts.kv / total * std::max(kMemoryError, pool.chip.scatter),
              parts.compute / total * kComputeError, parts.communication / total * kLinkError,
              (parts.fixed + parts.draft) / total * fixedError, parts.queue / total * kComputeError };
    double squares = 0;
    for (const double term : terms)
        squares += term * term;
    return std::sqrt(squares);
}

std::string rangeNote(const Machine& machine)
{
    for (const PoolMachine& pool : machine.pools) {
        if (pool.role == PoolRole::Attention)
            return "No measurement of attention and feed-forward on separate chips is published.";
        if (pool.chip.native)
            return "Few published speeds pin " + pool.chip.shortName
                + "'s latency per layer; take the figure within a factor of two.";
        if (pool.chip.efficiency.memory.confidence == Confidence::Estimate)
            return "No published decode speed pins " + pool.chip.shortName
                + "'s efficiency; the default of its class is used.";
    }
    return {};
}

} // namespace

void reportTrust(const Machine& machine, const Run& run, Report& report)
{
    double seconds = 0, tokens = 0, steps = 0;
    for (const Segment& segment : run.segments) {
        if (segment.kind != SegmentKind::Decode && segment.kind != SegmentKind::Speculation)
            continue;
        seconds += idealStepSeconds(run, segment) * static_cast<double>(segment.steps);
        steps += static_cast<double>(segment.steps);
    }
    for (const RequestRun& request : run.requests)
        for (const Cycle& cycle : request.cycles)
            tokens += cycle.emitted / static_cast<double>(run.requests.size());
    const double perStep = steps > 0 ? seconds / steps : 0;
    report.idealTpotS = tokens > 0 ? perStep * steps / tokens : perStep;
    report.idealTokensPerSPerUser = report.idealTpotS > 0 ? 1 / report.idealTpotS : 0;
    const double error = relativeError(machine, report.breakdown);
    report.bandLow = report.tpotS / (1 + error);
    report.bandHigh = report.tpotS * (1 + error);
    report.rangeNote = rangeNote(machine);
    report.inRange = report.rangeNote.empty();
}

} // namespace memwall::core
