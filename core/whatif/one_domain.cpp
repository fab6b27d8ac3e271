#include "core/whatif/one_domain.h"

#include "core/figures/report_steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Shortens the pipeline, or works with as many chips in step as there are left. False: they don't divide so.
bool cutTo(PoolMachine& pool, int chips)
{
    const int domains = pool.chips / chips;
    if (chips < 1 || domains < 2 || pool.chips % chips != 0)
        return false;
    if (pool.stages % domains == 0)
        pool.stages /= domains;
    pool.tensor = std::min(pool.tensor, chips / pool.stages);
    pool.experts = std::min(pool.experts, chips / pool.stages);
    pool.chips = chips;
    return pool.inStep() * pool.stages == chips;
}

} // namespace

void addOneDomain(
    Machine machine, const Workload& workload, const Run& run, Report& report, const Limits& limits)
{
    // Replicas would become fewer, which says nothing of the hop.
    if (machine.pools.size() != 1 || machine.pools[0].replicas > 1 || !run.pools[0].farLink
        || !cutTo(machine.pools[0], run.pools[0].domain))
        return;
    const Run alone = schedule(machine, workload, Keep::Times, limits);
    if (alone.stopped)
        return;
    report.oneDomain = Report::OneDomain { run.pools[0].domain,
        alone.fits ? std::optional(meanTimes(alone).tpotS) : std::nullopt };
}

} // namespace memwall::core
