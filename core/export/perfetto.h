// A run as Chrome trace events.
#pragma once

#include "core/figures/report.h"

#include <string>

namespace memwall::core
{

/// `--trace`: Chrome trace events, which Perfetto opens; times to the picosecond. One process per pool with
/// steps, layers and operators nested, one track per request. At each depth of a pool at most `most` slices:
/// deeper ones are left out where there would be more.
[[nodiscard]] std::string perfettoJson(const SimulationResult& result, std::size_t most = 1'000'000);

} // namespace memwall::core
