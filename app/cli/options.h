// One table of everything that the command line knows: what --help says, where a value goes, and whether it
// asks for something else than a window.
#pragma once

#include "app/cli/command_line.h"

class QCommandLineParser;

namespace memwall::app
{

/// In the order of --help.
void addOptions(QCommandLineParser& parser);
/// Puts what is set into its place; a sentence where a word is none of those that the option takes.
[[nodiscard]] std::optional<QString> readOptions(const QCommandLineParser& parser, CommandLine& line);

} // namespace memwall::app
