// Kinds of published figures: how well predictions meet them is counted apart for each.
#pragma once

#include "core/figures/range.h"
#include "core/validate/measurement.h"

namespace memwall::core
{

/// In the order of their words.
enum class FigureKind : std::uint8_t
{
    Bandwidth,
    Collectives,
    Decode,
    EndToEnd,
    Operators,
    Prefill,
    Speculation,
    Throughput,
    Transfer,
    Unknown,
};

/// "decode", "prefill", "end to end" …
[[nodiscard]] std::string_view nameOf(FigureKind kind);
[[nodiscard]] FigureKind kindOf(const Measurement& point);
/// What the rules of the validated range call it.
[[nodiscard]] RangeFigure rangeFigureOf(const Measurement& point);

} // namespace memwall::core
