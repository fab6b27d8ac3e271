// --reach METRIC=VALUE: what would it take, for every resource of every system.
#pragma once

#include "app/files/exit_status.h"
#include "core/whatif/target.h"

#include <QString>

#include <expected>

namespace memwall::app
{

struct CommandLine;

/// "tpot_s=0.01", "fits". The error is a sentence that names the known metrics.
[[nodiscard]] std::expected<core::Target, QString> parseTarget(const QString& text);

/// REQUIRES: line.reach is set.
[[nodiscard]] ExitStatus runReach(
    const CommandLine& line, const core::Scenario& scenario, const core::Catalog& catalog);

} // namespace memwall::app
