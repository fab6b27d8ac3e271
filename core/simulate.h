// The front door of core: one pure function from a scenario to everything that is shown.
#pragma once

#include "core/catalog/catalog.h"
#include "core/cost/machine.h"
#include "core/report/report.h"
#include "core/scenario/scenario.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <stop_token>
#include <string>

namespace memwall::core
{

/// Simulates every system of a valid scenario and explains it. Deterministic to the bit; takes no lock
/// and keeps no state, so it may run on any thread. A system that does not fit is a result
/// (run->fits == false, a reason, no segments), not an error.
/// REQUIRES: the scenario came from readScenario or withSettings with the same catalog, and where it plays a
/// trace, workload.traceRequests holds what readTrace gave.
[[nodiscard]] SimulationResult simulate(const Scenario& scenario, const Catalog& catalog);
/// The same, until somebody asks to stop: then it ends soon, with nothing.
[[nodiscard]] std::optional<SimulationResult> simulate(
    const Scenario& scenario, const Catalog& catalog, const std::stop_token& stop);

/// The figures of every system's report alone, several times faster: without sensitivities, the bottleneck's
/// sentence and series over time. For one scenario after the other of a sweep, one object per thread.
/// REQUIRES: the catalog outlives it.
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

/// `--json`: {"systems": [...]}, SI units, keys as in product.md.
[[nodiscard]] nlohmann::ordered_json reportJson(const SimulationResult& result);

/// `--summary`: the same as a table for people.
[[nodiscard]] std::string reportTable(const SimulationResult& result);

/// `--csv`: one row per request; `--timeline`: one row per step, at most maxRows (then a last line says so).
[[nodiscard]] std::string requestsCsv(const SimulationResult& result);
[[nodiscard]] std::string timelineCsv(const SimulationResult& result, std::size_t maxRows = 1'000'000);

/// `--trace`: Chrome trace events, which Perfetto opens; times to the picosecond. One process per pool with
/// steps, layers and operators nested, one track per request. At each depth of a pool at most `most` slices:
/// deeper ones are left out where there would be more.
[[nodiscard]] std::string traceEvents(const SimulationResult& result, std::size_t most = 1'000'000);

} // namespace memwall::core
