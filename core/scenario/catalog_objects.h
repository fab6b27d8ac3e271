// What a scenario's references mean: the catalog's own chips and models, or those written inline.
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <memory>

namespace memwall::core
{

/// The chip or model that a reference means, the catalog's own or one that was read from an inline object;
/// null when it is unknown or written wrongly. The catalog must outlive what is returned.
[[nodiscard]] std::shared_ptr<const Chip> chipOf(const ChipRef& ref, const Catalog& catalog);
[[nodiscard]] std::shared_ptr<const Model> modelOf(const ModelRef& ref, const Catalog& catalog);

} // namespace memwall::core
