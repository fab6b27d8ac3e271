// A scenario file on disk ⇄ a scenario, with everything that can go wrong said in Problems. A failed
// write leaves the old file as it was; the version before the last save stays beside it as FILE~.
#pragma once

#include "core/scenario/scenario_io.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace memwall::app
{

/// Why a scenario cannot be had: the file itself, or what stands in it.
struct LoadFailure
{
    bool unreadable = false; ///< true: input/output; false: a bad scenario
    core::Problems problems;
};

/// The bytes of a file that a scenario or a model may stand in; path "-" is standard input.
[[nodiscard]] std::expected<QByteArray, LoadFailure> readInput(const QString& path);
/// What stands in the file; path "-" is standard input. The requests of a trace are not read yet.
[[nodiscard]] std::expected<core::Scenario, LoadFailure> readScenarioFile(
    const QString& path, const core::Catalog& catalog);
/// A scenario that can be simulated: the requests of its trace are read too.
[[nodiscard]] std::expected<core::Scenario, LoadFailure> loadScenario(
    const QString& path, const core::Catalog& catalog);
[[nodiscard]] std::expected<void, core::Problems> saveScenario(
    const QString& path, const core::Scenario& scenario);

/// One line per problem in the reader's language, as the command line prints them.
[[nodiscard]] QString describe(const core::Problems& problems, const QString& path);

} // namespace memwall::app
