// Prefill and decode under the roofline; how busy compute, memory and links are.
#include "core/figures/report_steps.h"

#include <algorithm>
#include <limits>

namespace memwall::core
{

namespace
{

struct Sums
{
    double flops = 0, bytes = 0, seconds = 0, link = 0;
    Breakdown parts;
};

void addSegment(const Segment& segment, std::size_t pool, std::size_t door, Sums& sums)
{
    const auto steps = static_cast<double>(segment.steps);
    for (const Pass& pass : segment.shape->passes)
        forEachOperator(pass, [&](const Operator& op, double times) {
            const double often = times * pass.repeat;
            sums.link += op.lanes[indexOf(Lane::Communication)].sumTo(steps) * often;
            if (op.pool != pool)
                return;
            sums.flops += op.flops.sumTo(steps) * often;
            for (const Flow& flow : op.flows)
                if (flow.door == door)
                    sums.bytes += flow.bytes.sumTo(steps) * often;
        });
    sums.parts.add(breakdownOf(segment));
    sums.seconds += segment.shape->duration.sumTo(steps);
}

Bottleneck largest(const Breakdown& parts)
{
    std::array<double, kBottlenecks> seconds {};
    for (const TimeCause& cause : kTimeCauses)
        seconds[static_cast<std::size_t>(cause.holds)] += parts.*cause.seconds;
    return static_cast<Bottleneck>(std::max_element(seconds.begin(), seconds.end()) - seconds.begin());
}

Phase phaseOf(const PoolInfo& pool, const Sums& sums)
{
    Phase phase;
    phase.present = sums.seconds > 0;
    if (!phase.present)
        return phase;
    phase.bottleneck = largest(sums.parts);
    phase.parts = sums.parts;
    phase.flopPerByte = sums.bytes > 0 ? sums.flops / sums.bytes : 0;
    phase.peakFlops = pool.peakFlops;
    phase.peakBandwidth = pool.peakBandwidth;
    phase.flopsPerSecond = sums.flops / sums.seconds / std::max(1, pool.stages);
    phase.computeBusy = pool.peakFlops ? phase.flopsPerSecond / pool.peakFlops->value : 0;
    return phase;
}

} // namespace

void reportPhases(const Machine& machine, const Run& run, Report& report)
{
    if (run.pools.empty())
        return;
    const bool apart = run.pools.front().role == PoolRole::Attention;
    const std::size_t decodePool = apart ? 0 : run.pools.size() - 1;
    const auto doorOf = [&](std::size_t pool) {
        const Chip& chip = machine.pools[pool].chip;
        return chip.hardwiredModel ? chip.kvLevel : chip.homeLevel;
    };
    Sums prefill, decode;
    for (const Segment& segment : run.segments) {
        if (segment.kind == SegmentKind::Transfer)
            continue;
        if (segment.kind == SegmentKind::Prefill)
            addSegment(segment, segment.pool, doorOf(segment.pool), prefill);
        else
            addSegment(segment, decodePool, doorOf(decodePool), decode);
    }
    report.prefill = phaseOf(run.pools.front(), prefill);
    report.decode = phaseOf(run.pools[decodePool], decode);
    const PoolInfo& pool = run.pools[decodePool];
    if (decode.seconds > 0) {
        report.utilization.compute = report.decode.computeBusy;
        report.utilization.memory = pool.peakBandwidth
            ? decode.bytes / decode.seconds / pool.peakBandwidth->value / std::max(1, pool.stages)
            : 0;
        report.utilization.link = decode.link / decode.seconds;
    }
    for (std::size_t i = 0; i < run.pools.size(); ++i) {
        double busy = 0;
        for (const Segment& segment : run.segments) {
            if (segment.kind == SegmentKind::Transfer)
                continue;
            for (const Pass& pass : segment.shape->passes)
                forEachOperator(pass, [&](const Operator& op, double times) {
                    if (op.pool == i)
                        busy += op.duration.sumTo(static_cast<double>(segment.steps)) * times * pass.repeat;
                });
        }
        const double end = toSeconds(run.end());
        report.pools.push_back(
            { run.pools[i].role, run.pools[i].chipId, end > 0 ? std::min(1.0, busy / end) : 0 });
    }
    report.bottleneck = run.fits ? largest(report.breakdown) : Bottleneck::Capacity;
}

} // namespace memwall::core
