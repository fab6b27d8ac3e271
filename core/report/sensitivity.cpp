#include "core/report/sensitivity.h"

#include "core/report/explain.h"
#include "core/schedule/scheduler.h"

namespace memwall::core
{

namespace
{

struct Lever
{
    double ResourceScale::*resource;
    double factor;
    double Sensitivity::*change;
};

constexpr Lever kLevers[] = {
    { &ResourceScale::bandwidth, 2.0, &Sensitivity::bandwidth },
    { &ResourceScale::flops, 2.0, &Sensitivity::flops },
    { &ResourceScale::capacity, 2.0, &Sensitivity::capacity },
    { &ResourceScale::latency, 0.5, &Sensitivity::latency },
    { &ResourceScale::link, 2.0, &Sensitivity::link },
};

double change(double before, double after)
{
    return before > 0 ? after / before - 1 : 0;
}

} // namespace

void addSensitivity(const System& system, const Workload& workload, const Catalog& catalog, Report& report)
{
    for (const Lever& lever : kLevers) {
        System scaled = system;
        for (Pool& pool : scaled.pools)
            pool.scale.*lever.resource *= lever.factor;
        const Machine machine = resolve(scaled, catalog);
        const Run run = schedule(machine, workload);
        if (!run.fits)
            continue;
        Report other;
        reportSpeed(workload, run, other);
        report.tpotSensitivity.*lever.change = change(report.tpotS, other.tpotS);
        report.ttftSensitivity.*lever.change = change(report.ttftS, other.ttftS);
    }
}

} // namespace memwall::core
