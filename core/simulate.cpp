#include "core/simulate.h"

#include "core/report/explain.h"
#include "core/report/one_domain.h"
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
        if (run->fits) {
            addOneDomain(machine, scenario.workload, *run, report);
            addSensitivity(std::move(machine), scenario.workload, *run, report);
        }
        reportBottleneck(*run, report);
        result.systems.push_back({ std::move(run), std::move(report) });
    }
    return result;
}

Figures::Figures(const Catalog& catalog)
    : m_catalog(catalog)
{
}

std::vector<Report> Figures::of(const Scenario& scenario)
{
    while (m_machines.size() < scenario.systems.size())
        m_machines.emplace_back(m_catalog);
    std::vector<Report> reports;
    reports.reserve(scenario.systems.size());
    for (std::size_t i = 0; i < scenario.systems.size(); ++i) {
        const Machine& machine = m_machines[i].resolve(scenario.systems[i]);
        reports.push_back(explain(
            machine, scenario.workload, schedule(machine, scenario.workload, Keep::Figures), Detail::Row));
    }
    return reports;
}

} // namespace memwall::core
