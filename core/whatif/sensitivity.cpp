#include "core/whatif/sensitivity.h"

#include "core/figures/levers.h"
#include "core/figures/report_steps.h"
#include "core/figures/slower.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Nothing waits for room and nothing lies outside the level it belongs on: more room changes nothing. What a
/// pool for prompts takes together is not known here, nor when chips of attention have room for the whole
/// model.
bool hasRoom(const Run& run)
{
    if (run.pools.front().role == PoolRole::Prefill || run.pools.front().role == PoolRole::Attention)
        return false;
    for (const PoolInfo& pool : run.pools)
        for (std::size_t level = 0; level < pool.homeLevel; ++level)
            if (pool.levels[level].weightBytes > 0)
                return false;
    const auto turnedAway
        = [](const RequestRun& request) { return request.rejected || request.preemptions > 0; };
    return run.waitingPeak == 0 && std::none_of(run.requests.begin(), run.requests.end(), turnedAway);
}

bool sendsMessages(const Machine& machine)
{
    const auto several = [](const PoolMachine& pool) { return pool.inStep() > 1 || pool.stages > 1; };
    return machine.between || std::any_of(machine.pools.begin(), machine.pools.end(), several);
}

/// The reason lies in its steps: it is left out where they are too many to be kept.
void noteSlower(const Lever& lever, const TimedRun& before, const TimedRun& after, Report& report)
{
    if (after.run.fits)
        report.notes.push_back(whySlower(lever, before, after));
}

double change(double before, double after)
{
    return before > 0 ? after / before - 1 : 0;
}

} // namespace

void addSensitivity(
    Machine machine, const Workload& workload, const Run& run, Report& report, const Limits& limits)
{
    for (const Lever& lever : kLevers) {
        const bool idle = (lever.resource == &ResourceScale::capacity && hasRoom(run))
            || (lever.resource == &ResourceScale::link && !sendsMessages(machine));
        if (idle)
            continue;
        ResourceScale scale, back;
        scale.*lever.resource = lever.factor;
        back.*lever.resource = 1 / lever.factor;
        rescale(machine, scale);
        const Run other = schedule(machine, workload, Keep::Times, limits);
        if (other.stopped)
            return;
        const MeanTimes times = meanTimes(other);
        if (other.fits && isSlower({ run, report.tpotS }, { other, times.tpotS }))
            noteSlower(lever, { run, report.tpotS },
                { schedule(machine, workload, Keep::Figures, limits), times.tpotS }, report);
        rescale(machine, back);
        if (!other.fits)
            continue;
        report.tpotSensitivity.*lever.change = change(report.tpotS, times.tpotS);
        report.ttftSensitivity.*lever.change = change(report.ttftS, times.ttftS);
    }
}

} // namespace memwall::core
