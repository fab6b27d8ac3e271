// A picture of the real window, or of one of its parts, at a given size and time. The same command line
// gives the same bytes: neither the user's settings nor the clock take part.
#pragma once

#include "app/command_line.h"
#include "core/simulate.h"

#include <QByteArray>

#include <expected>

namespace memwall::app
{

/// The PNG. REQUIRES: a QApplication; line.screenshot is set.
[[nodiscard]] std::expected<QByteArray, QString> screenshot(const CommandLine& line,
    const core::Scenario& scenario, const core::Catalog& catalog, const core::SimulationResult& result);

/// The middle of the 37th token of the first answer: late enough that everything moves.
[[nodiscard]] core::Instant tellingMoment(const core::Run& run);

} // namespace memwall::app
