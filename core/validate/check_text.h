// A check of the model against measurements as JSON (a contract: see the manual) and as a table.
#pragma once

#include "core/base/saying.h"
#include "core/validate/check.h"

#include <nlohmann/json_fwd.hpp>

namespace memwall::core
{

/// {"points": [{"id", "predicted", "measured", "in_range", "why_not", …}], "statistics": …}; predicted is
/// null where the model does not cover a point.
[[nodiscard]] nlohmann::json checkJson(const ModelCheck& check, const Wording& words);
/// Every point on a line, then errors by kind, source and machine.
[[nodiscard]] std::string checkTable(const ModelCheck& check, const Wording& words);
/// The given points as comma-separated values, one row each.
[[nodiscard]] std::string checkCsv(const std::vector<const CheckedPoint*>& points, const Wording& words);
/// Only the errors.
[[nodiscard]] std::string errorTable(const ModelCheck& check, const Wording& words);

} // namespace memwall::core
