// --check-model: the model against published measurements, with or without fitting its constants.
#pragma once

#include "app/cli/command_line.h"
#include "app/files/catalog_location.h"
#include "app/files/exit_status.h"

namespace memwall::app
{

[[nodiscard]] ExitStatus runModelCheck(
    const CommandLine& line, const core::Catalog& catalog, const Folders& folders);

} // namespace memwall::app
