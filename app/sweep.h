// --sweep: the same scenario with every combination of values at some JSON pointers, one row of results each.
#pragma once

#include "app/command_line.h"
#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <functional>
#include <string>

namespace memwall::app
{

/// "POINTER=V1,V2,…": values between commas are JSON, or plain words. The error is a sentence.
[[nodiscard]] std::expected<SweepAxis, QString> parseSweepAxis(const QString& text);

/// How many combinations the axes make; 1 without any.
[[nodiscard]] std::size_t combinations(const std::vector<SweepAxis>& axes);

/// Comma-separated rows with a head: the values, then system, fits, reason and key figures. A combination
/// that is no valid scenario gets a row that says why. Traces are found from the folder. `write` is given the
/// text in pieces, in order; they are worked out on all cores.
void sweepCsv(const std::vector<SweepAxis>& axes, const core::Scenario& scenario,
    const core::Catalog& catalog, const QString& folder,
    const std::function<void(const std::string&)>& write);
/// [{"set": {pointer: value}, "systems": […] as --json gives them, or "problem": text}].
void sweepJson(const std::vector<SweepAxis>& axes, const core::Scenario& scenario,
    const core::Catalog& catalog, const QString& folder,
    const std::function<void(const std::string&)>& write);

} // namespace memwall::app
