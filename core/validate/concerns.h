// Which constants of the catalog a prediction can depend on.
#pragma once

#include "core/catalog/constants.h"
#include "core/validate/plan.h"

namespace memwall::core
{

[[nodiscard]] bool concerns(const TunableConstant& constant, const Plan& plan, const Catalog& catalog);

} // namespace memwall::core
