// --sweep: the same scenario with every combination of values at some JSON pointers, one row of results each.
#pragma once

#include "app/cli/command_line.h"
#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <functional>
#include <stop_token>
#include <string>

namespace memwall::app
{

/// "POINTER=V1,V2,…": values between commas are JSON, or plain words. The error is a sentence.
[[nodiscard]] std::expected<SweepAxis, QString> parseSweepAxis(const QString& text);

/// How many combinations the axes make; 1 without any.
[[nodiscard]] std::size_t combinations(const std::vector<SweepAxis>& axes);

/// What is swept. Scenario and catalog must outlive it.
struct Sweep
{
    std::vector<SweepAxis> axes;
    const core::Scenario& scenario;
    const core::Catalog& catalog;
    QString folder; ///< traces are found from it
    std::stop_token stop {};
};

/// Is given the text of a sweep in pieces, in order.
using SweepWriter = std::function<void(const std::string&)>;

/// Comma-separated rows with a head: the values, then system, fits, reason and key figures. A combination
/// that is no valid scenario gets a row that says why. They are worked out on all cores. False where it was
/// stopped: what has been written are whole rows.
[[nodiscard]] bool sweepCsv(const Sweep& sweep, const SweepWriter& write);
/// [{"set": {pointer: value}, "systems": […] as --json gives them, or "problem": text}]; where it was
/// stopped, an array all the same.
[[nodiscard]] bool sweepJson(const Sweep& sweep, const SweepWriter& write);

} // namespace memwall::app
