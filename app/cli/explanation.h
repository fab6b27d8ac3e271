// --explain: where every headline figure of a scenario comes from, as text.
#pragma once

#include "app/files/catalog_location.h"
#include "core/simulate.h"

#include <expected>

namespace memwall::app
{

/// Formula, inputs, band and nearest published measurements of each figure of each system; what is wrong
/// where the measurements cannot be read.
[[nodiscard]] std::expected<std::string, QString> explanation(const core::Scenario& scenario,
    const core::SimulationResult& result, const core::Catalog& catalog, const Folders& folders);

} // namespace memwall::app
