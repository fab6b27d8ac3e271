// Text for people and spreadsheets: the summary, one row per request, one row per step.
#pragma once

#include "core/base/saying.h"
#include "core/figures/report.h"

#include <string>

namespace memwall::core
{

/// `--summary`: the same as a table for people.
[[nodiscard]] std::string reportTable(const SimulationResult& result, const Wording& words);

/// `--csv`: one row per request; `--timeline`: one row per step, at most maxRows (then a last line says so).
[[nodiscard]] std::string requestsCsv(const SimulationResult& result);
[[nodiscard]] std::string timelineCsv(const SimulationResult& result, std::size_t maxRows = 1'000'000);

} // namespace memwall::core
