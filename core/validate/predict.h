// The model's answer to a published measurement.
#pragma once

#include "core/base/saying.h"
#include "core/validate/plan.h"

namespace memwall::core
{

/// The figure that a plan's measurement published, in the metric's unit; why not, where the model has none
/// (weights that do not fit, say). Depends on the catalog's constants, which a fit may move.
[[nodiscard]] std::expected<double, Sayings> predict(const Plan& plan, const Catalog& catalog);

} // namespace memwall::core
