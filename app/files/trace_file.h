// The file of a scenario's trace: found from the scenario's folder, read where the scenario plays it, and
// found again after the scenario was saved somewhere else.
#pragma once

#include "app/files/scenario_file.h"

namespace memwall::app
{

/// The folder that relative paths of a scenario count from; the current one for "-" and no path.
[[nodiscard]] QString folderOf(const QString& scenarioPath);

/// The scenario with the requests of its trace, read unless it has them already. A scenario that plays no
/// trace comes back as it is.
[[nodiscard]] std::expected<core::Scenario, LoadFailure> withTrace(
    core::Scenario scenario, const QString& folder);

/// The scenario as it has to stand in another folder, so that its trace is found from there. An absolute
/// path stays.
[[nodiscard]] core::Scenario movedTo(core::Scenario scenario, const QString& from, const QString& to);

} // namespace memwall::app
