// The part of the command line that is about pictures, movies and handouts.
#pragma once

#include "app/cli/command_line.h"

class QCommandLineParser;

namespace memwall::app
{

void addExportOptions(QCommandLineParser& parser);

/// Reads the options above into the line; a sentence where one is wrong.
[[nodiscard]] std::optional<QString> readExport(const QCommandLineParser& parser, CommandLine& line);

} // namespace memwall::app
