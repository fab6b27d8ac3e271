// The part of the command line that is about pictures, movies and handouts.
#pragma once

#include "app/cli/command_line.h"

class QCommandLineParser;

namespace memwall::app
{

/// Checks what was read of them and reads their numbers; a sentence where one is wrong.
[[nodiscard]] std::optional<QString> readExport(const QCommandLineParser& parser, CommandLine& line);

} // namespace memwall::app
