// How publications name chips, models, engines and number formats, and what the catalog calls them.
#pragma once

#include "core/catalog/catalog.h"
#include "core/validate/measurement.h"

namespace memwall::core
{

/// Catalog ids for a point's words; empty where the catalog has nothing that fits.
[[nodiscard]] std::string chipNamed(const Measurement& point, const Catalog& catalog);
[[nodiscard]] std::string modelNamed(const Measurement& point, const Catalog& catalog);
[[nodiscard]] std::string modelNamed(const std::string& name, const Catalog& catalog);
[[nodiscard]] std::string formatNamed(const std::string& words, const Chip& chip);
/// The engine class that a point's software belongs to; `year` is its source's, for names without a version.
[[nodiscard]] std::string engineNamed(const Measurement& point, const Chip& chip, int year);
[[nodiscard]] int kvBitsNamed(const Measurement& point);

} // namespace memwall::core
