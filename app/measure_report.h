// --measure: this computer's bandwidths, arithmetic and decode kernel, and what models would run at on it.
#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"
#include "app/model_speeds.h"
#include "probe/measurement.h"

namespace memwall::app
{

[[nodiscard]] ExitStatus runMeasure(const CommandLine& line, const core::Catalog& catalog);

/// The measured figures as a table, warnings below.
[[nodiscard]] QString figuresTable(const probe::Measurement& measurement);
[[nodiscard]] QString speedsTable(const std::vector<ModelSpeed>& speeds);
/// {"chip", "measurement", "predictions"}.
[[nodiscard]] nlohmann::ordered_json measureJson(const nlohmann::ordered_json& chip,
    const probe::Measurement& measurement, const std::vector<ModelSpeed>& speeds);

} // namespace memwall::app
