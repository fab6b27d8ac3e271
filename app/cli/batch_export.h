// Pictures, movies and handouts of the command line: drawn with no window on a screen.
#pragma once

#include "app/cli/command_line.h"
#include "app/files/catalog_location.h"
#include "app/files/exit_status.h"
#include "core/simulate.h"

namespace memwall::app
{

/// Writes what the line asks for of --screenshot, --movie and --handout. Mistakes go to standard error.
/// REQUIRES: a QApplication where it asks for any.
[[nodiscard]] ExitStatus runExport(const CommandLine& line, const core::Scenario& scenario,
    const core::Catalog& catalog, const core::SimulationResult& result);

} // namespace memwall::app
