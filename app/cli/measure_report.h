// --measure: this computer's bandwidths, arithmetic and decode kernel, and what models would run at on it.
#pragma once

#include "app/background/model_speeds.h"
#include "app/cli/command_line.h"
#include "app/files/exit_status.h"
#include "app/probe/measurement.h"

namespace memwall::app
{

[[nodiscard]] ExitStatus runMeasure(const CommandLine& line, const core::Catalog& catalog);

} // namespace memwall::app
