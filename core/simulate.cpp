#include "core/simulate.h"

#include "core/report/explain.h"
#include "core/report/sensitivity.h"
#include "core/schedule/scheduler.h"

namespace memwall::core
{

SimulationResult simulate(const Scenario& scenario, const Catalog& catalog)
{
    SimulationResult result;
    for (const System& system : scenario.systems) {
        Machine machine = resolve(system, catalog);
        auto run = std::make_shared<const Run>(schedule(machine, scenario.workload));
        Report report = explain(machine, scenario.workload, *run);
        reportKvOverTime(*run, report);
        if (run->fits)
            addSensitivity(std::move(machine), scenario.workload, *run, report);
        reportBottleneck(*run, report);
        result.systems.push_back({ std::move(run), std::move(report) });
    }
    return result;
}

std::vector<Report> figures(const Scenario& scenario, const Catalog& catalog)
{
    std::vector<Report> reports;
    for (const System& system : scenario.systems) {
        const Machine machine = resolve(system, catalog);
        reports.push_back(explain(machine, scenario.workload, schedule(machine, scenario.workload)));
    }
    return reports;
}

} // namespace memwall::core
