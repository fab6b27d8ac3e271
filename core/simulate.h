// The front door of core: one pure function from a scenario to everything that is shown.
#pragma once

#include "core/catalog/catalog.h"
#include "core/figures/report.h"
#include "core/machine/machine.h"
#include "core/scenario/scenario.h"

#include <optional>
#include <stop_token>

namespace memwall::core
{

/// Simulates every system of a valid scenario and explains it. Deterministic to the bit; takes no lock
/// and keeps no state, so it may run on any thread. A system that does not fit is a result
/// (run->fits == false, a reason, no segments), not an error.
/// REQUIRES: the scenario came from readScenario or withSettings with the same catalog. Where it plays a
/// trace, workload.traceRequests holds what readTrace gave; without it the system does not fit, and the
/// reason says so.
[[nodiscard]] SimulationResult simulate(const Scenario& scenario, const Catalog& catalog);
/// The same, until somebody asks to stop: then it ends soon, with nothing.
[[nodiscard]] std::optional<SimulationResult> simulate(
    const Scenario& scenario, const Catalog& catalog, const std::stop_token& stop);

/// The figures of every system's report alone, several times faster: without sensitivities, the bottleneck's
/// sentence and series over time. For one scenario after the other of a sweep, one object per thread.
/// The catalog must outlive it.
class Figures
{
public:
    explicit Figures(const Catalog& catalog);
    /// Nothing where it was stopped.
    [[nodiscard]] std::optional<std::vector<Report>> of(
        const Scenario& scenario, const std::stop_token& stop = {});

private:
    const Catalog& m_catalog;
    std::vector<Resolver> m_machines; ///< one per system
};

} // namespace memwall::core
