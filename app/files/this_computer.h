// The chip "This computer": made of a measurement, kept in the user's own data, read again at the next start.
#pragma once

#include "app/probe/measurement.h"
#include "core/catalog/catalog.h"

#include <QString>
#include <nlohmann/json.hpp>

#include <expected>
#include <optional>

namespace memwall::app
{

/// The measurement as a chip of the catalog's format, dated today.
[[nodiscard]] nlohmann::ordered_json chipOf(
    const probe::Measurement& measurement, const core::Catalog& catalog);

/// this_computer.json in the folder of the user's data.
[[nodiscard]] QString thisComputerPath();
/// Nothing where it was never measured; the error says what is wrong with the file and what to do.
[[nodiscard]] std::expected<std::optional<nlohmann::json>, QString> loadThisComputer(const QString& path);
[[nodiscard]] std::expected<void, QString> storeThisComputer(
    const QString& path, const nlohmann::ordered_json& chip);

} // namespace memwall::app
