// The report as JSON, keys and units as in the command line's contract.
#pragma once

#include "core/base/saying.h"
#include "core/figures/report.h"

#include <nlohmann/json_fwd.hpp>

namespace memwall::core
{

/// `--json`: {"systems": [...]}, SI units, keys as in product.md.
[[nodiscard]] nlohmann::ordered_json reportJson(const SimulationResult& result, const Wording& words);

} // namespace memwall::core
