// --check-model: the model against published measurements, with or without fitting its constants.
#pragma once

#include "app/catalog_location.h"
#include "app/command_line.h"
#include "app/exit_status.h"

namespace memwall::app
{

[[nodiscard]] ExitStatus runModelCheck(
    const CommandLine& line, const core::Catalog& catalog, const Folders& folders);

} // namespace memwall::app
