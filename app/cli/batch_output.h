// Everything the program does without a window: results as text, lists, checks, pictures.
#pragma once

#include "app/cli/command_line.h"
#include "app/files/catalog_location.h"
#include "app/files/exit_status.h"
#include "app/files/failure.h"
#include "app/files/model_config.h"

#include <functional>

namespace memwall::app
{

/// Does what the command line asks for and returns the exit status; mistakes go to standard error.
/// REQUIRES: an application object is alive, a QApplication where a picture is wanted.
[[nodiscard]] ExitStatus runBatch(const CommandLine& line);

/// The table of --list WHAT.
[[nodiscard]] QString listing(const QString& what, const core::Catalog& catalog, const Folders& folders);

/// Text to a file or, where the path is "-", to standard output; a failure goes to standard error.
[[nodiscard]] bool writeOutput(const QString& path, const std::string& text);

/// The scenario that a command line names, its settings applied. Mistakes go to `tell`.
[[nodiscard]] std::expected<ScenarioOrModel, ExitStatus> wantedScenario(const CommandLine& line,
    const core::Catalog& catalog, const Folders& folders,
    const std::function<void(const QString&)>& tell = complain);

} // namespace memwall::app
