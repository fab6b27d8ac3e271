// A formula with its numbers put in: a sum of products and quotients of named figures, that can be written
// in words, written in numbers, and worked out again.
#pragma once

#include "core/base/saying.h"

#include <string>
#include <vector>

namespace memwall::core
{

/// A named number in an SI unit: "s", "B", "B/s", "flop", "flop/s", "J", "W"; others stand as they are
/// ("tokens", "USD"); empty: a bare number.
struct NamedFigure
{
    Saying name;
    double value = 0;
    std::string unit {};
};

/// Three to four digits with an SI step and the unit: "14.74 ms", "3.35 TB/s", "1,024 tokens".
[[nodiscard]] std::string figureText(double value, const std::string& unit);

struct EquationTerm
{
    std::vector<NamedFigure> times; ///< at least one
    std::vector<NamedFigure> over {};
    double sign = 1; ///< or −1

    [[nodiscard]] double value() const;
};

struct Equation
{
    NamedFigure result;
    std::vector<EquationTerm> terms;
    bool roundedDown = false; ///< the right side to the whole number below

    /// The right side worked out; the result's value to rounding.
    [[nodiscard]] double value() const;
    [[nodiscard]] std::string words(const Wording& wording) const; ///< "TPOT = weights + KV cache"
    [[nodiscard]] std::string numbers() const; ///< "14.74 ms = 13.1 ms + 1.64 ms"

    /// Adds a single figure; nothing where it is too small to see beside the result.
    void add(Saying name, double value);
};

} // namespace memwall::core
