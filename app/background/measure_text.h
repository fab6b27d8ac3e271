// What was measured of this computer, as text and as JSON.
#pragma once

#include "app/background/model_speeds.h"
#include "app/probe/measurement.h"

#include <QString>
#include <nlohmann/json_fwd.hpp>

namespace memwall::app
{

/// The measured figures as a table, warnings below.
[[nodiscard]] QString figuresTable(const probe::Measurement& measurement);
[[nodiscard]] QString speedsTable(const std::vector<ModelSpeed>& speeds);
/// {"chip", "measurement", "predictions"}.
[[nodiscard]] nlohmann::ordered_json measureJson(const nlohmann::ordered_json& chip,
    const probe::Measurement& measurement, const std::vector<ModelSpeed>& speeds);

} // namespace memwall::app
