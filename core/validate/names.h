// How publications name chips, models, engines and number formats, and what the catalog calls them.
#pragma once

#include "core/catalog/catalog.h"
#include "core/validate/measurement.h"

namespace memwall::core
{

/// What the catalog calls what a point's words mean; absent where it has nothing that fits.
[[nodiscard]] std::optional<ChipId> chipNamed(const Measurement& point, const Catalog& catalog);
[[nodiscard]] std::optional<ModelId> modelNamed(const Measurement& point, const Catalog& catalog);
[[nodiscard]] std::optional<ModelId> modelNamed(const std::string& name, const Catalog& catalog);
[[nodiscard]] FormatId formatNamed(const std::string& words, const Chip& chip);
/// The engine class that a point's software belongs to; `year` is its source's, for names without a version.
[[nodiscard]] EngineId engineNamed(const Measurement& point, const Chip& chip, int year);
[[nodiscard]] int kvBitsNamed(const Measurement& point);

} // namespace memwall::core
