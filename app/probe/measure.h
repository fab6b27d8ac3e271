// Measures bandwidth level by level, arithmetic and a small decode kernel on the computer it runs on.
#pragma once

#include "app/probe/measurement.h"

#include <expected>
#include <functional>
#include <optional>
#include <stop_token>

namespace memwall::probe
{

struct MeasureOptions
{
    double seconds = 3; ///< about; every figure is repeated a few times however short it is
    /// Of what is read from memory; absent: eight times the last cache, at least 256 MiB.
    std::optional<double> matrixBytes {};
};

/// Share done, 0 to 1, and what comes next.
using Progress = std::function<void(double share, const std::string& what)>;

/// Blocks; uses all the computer's threads. The error is a sentence: cancelled, or no memory.
[[nodiscard]] std::expected<Measurement, std::string> measure(const Computer& computer,
    const MeasureOptions& options, const Progress& progress = {}, const std::stop_token& stop = {});

} // namespace memwall::probe
