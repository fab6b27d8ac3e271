#include "core/figures/report_steps.h"

#include "core/catalog/model_size.h"
#include "core/cost/layer_operators.h"
#include "core/figures/batch_cap.h"
#include "core/figures/energy.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

void reportModel(const Machine& machine, Report& report)
{
    const WeightBytes bytes = weightBytes(machine.format);
    report.model.totalParams = totalParams(machine.model);
    report.model.weightBytes = storedBytes(machine.model, bytes);
    report.model.activeWeightBytes = activeBytes(machine.model, bytes);
    report.model.layers = machine.model.layers;
    report.model.kvBytesPerToken = kvBytesPerToken(machine.model, machine.kvElementBytes);
    report.model.maxContext = machine.model.maxContext;
    for (const FeedForward& group : machine.model.feedForward) {
        report.model.expertsTotal = std::max(report.model.expertsTotal, group.experts);
        report.model.expertsActive = std::max(report.model.expertsActive, group.active);
    }
}

void reportExperts(const Machine& machine, const Run& run, Report& report)
{
    double touched = 0, steps = 0;
    for (const FeedForward& group : machine.model.feedForward) {
        if (!group.moe)
            continue;
        report.experts.total = group.experts;
        report.experts.active = group.active;
        for (const Segment& segment : run.segments) {
            if (segment.kind != SegmentKind::Decode && segment.kind != SegmentKind::Speculation)
                continue;
            const auto n = static_cast<double>(segment.steps);
            touched += touchedExperts(machine.physics, group, segment.shape->passes.back().tokens) * n;
            steps += n;
        }
    }
    report.experts.readMean = steps > 0 ? touched / steps : 0;
}

void reportSpeculation(const Machine& machine, const Run& run, Report& report)
{
    auto& figures = report.speculation;
    figures.on = machine.speculates();
    double cycles = 0, emitted = 0, accepted = 0, examined = 0;
    for (const RequestRun& request : run.requests)
        for (const Cycle& cycle : request.cycles) {
            cycles += 1;
            emitted += cycle.emitted;
            accepted += cycle.accepted;
            examined += cycle.accepted + (cycle.accepted < cycle.drafted ? 1 : 0);
        }
    if (cycles == 0)
        return;
    figures.tokensPerPass = emitted / cycles;
    figures.acceptance = examined > 0 ? accepted / examined : 0;
    double segments = 0;
    for (const Segment& segment : run.segments) {
        if (segment.kind != SegmentKind::Speculation)
            continue;
        const auto& passes = segment.shape->passes;
        figures.draftTimeS += passes.front().duration.base * passes.front().repeat;
        figures.verifyTimeS += passes.back().duration.base;
        segments += 1;
    }
    figures.draftTimeS /= segments;
    figures.verifyTimeS /= segments;
}

} // namespace

Report explain(const Machine& machine, const Workload& workload, const Run& run, Detail detail,
    const std::stop_token& stop)
{
    const bool everything = detail == Detail::Everything;
    Report report;
    report.name = run.name;
    report.fits = run.fits;
    report.fitReason = run.fitReason;
    for (const PoolMachine& pool : machine.pools)
        report.chipsTotal += pool.chips;
    if (everything) {
        report.notes = run.notes;
        reportModel(machine, report);
    }
    if (!run.fits) {
        report.bottleneck = Bottleneck::Capacity;
        return report;
    }
    reportSpeed(workload, run, report);
    if (!stop.stop_requested())
        reportBreakdown(run, report);
    if (!stop.stop_requested())
        reportPhases(machine, run, report);
    if (stop.stop_requested())
        return report;
    if (everything) {
        reportBytes(machine, run, report);
        reportBatchCap(machine, workload, run, report);
        reportExperts(machine, run, report);
        reportSpeculation(machine, run, report);
        reportTrust(machine, run, report);
    }
    reportEnergy(machine, run, report);
    reportCost(machine, run, report);
    if (!everything)
        report.notes.clear();
    return report;
}

} // namespace memwall::core
