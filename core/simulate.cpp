#include "core/simulate.h"

#include "core/base/assert.h"
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "core/whatif/one_domain.h"
#include "core/whatif/sensitivity.h"

namespace memwall::core
{

namespace
{

/// Every system of a race may take the same share, wherever it stands.
Limits limitsOf(const Scenario& scenario, std::size_t system, const std::stop_token& stop)
{
    return { kMostRunBytes / static_cast<double>(scenario.systems.size()), stop, system };
}

SystemResult simulateSystem(const Scenario& scenario, const Catalog& catalog, const Limits& limits)
{
    Machine machine = resolve(scenario.systems[limits.system], catalog);
    auto run = std::make_shared<const Run>(schedule(machine, scenario.workload, Keep::All, limits));
    Report report = explain(machine, scenario.workload, *run, Detail::Everything, limits.stop);
    reportKvOverTime(*run, report);
    if (run->fits) {
        addOneDomain(machine, scenario.workload, *run, report, limits);
        addSensitivity(std::move(machine), scenario.workload, *run, report, limits);
    }
    reportBottleneck(*run, report);
    return { std::move(run), std::move(report) };
}

} // namespace

SimulationResult simulate(const Scenario& scenario, const Catalog& catalog)
{
    return simulate(scenario, catalog, {}).value();
}

std::optional<SimulationResult> simulate(
    const Scenario& scenario, const Catalog& catalog, const std::stop_token& stop)
{
    MEMWALL_ASSERT(!scenario.systems.empty());
    SimulationResult result;
    for (std::size_t i = 0; i < scenario.systems.size(); ++i) {
        result.systems.push_back(simulateSystem(scenario, catalog, limitsOf(scenario, i, stop)));
        if (stop.stop_requested())
            return std::nullopt;
    }
    return result;
}

Figures::Figures(const Catalog& catalog)
    : m_catalog(catalog)
{
}

std::optional<std::vector<Report>> Figures::of(const Scenario& scenario, const std::stop_token& stop)
{
    MEMWALL_ASSERT(!scenario.systems.empty());
    while (m_machines.size() < scenario.systems.size())
        m_machines.emplace_back(m_catalog);
    std::vector<Report> reports;
    reports.reserve(scenario.systems.size());
    for (std::size_t i = 0; i < scenario.systems.size(); ++i) {
        const Machine& machine = m_machines[i].resolve(scenario.systems[i]);
        const Run run = schedule(machine, scenario.workload, Keep::Figures, limitsOf(scenario, i, stop));
        reports.push_back(explain(machine, scenario.workload, run, Detail::Row, stop));
        if (stop.stop_requested())
            return std::nullopt;
    }
    return reports;
}

} // namespace memwall::core
