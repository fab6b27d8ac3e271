// Texts of lessons with their figures put in.
#pragma once

#include "core/lesson/evaluate.h"

#include <expected>
#include <string>
#include <string_view>

namespace memwall::core
{

/// A figure as texts show it: (0.0179, "s") → "17.9 ms", (0.38, "%") → "38 %", (2.31, "") → "2.31". Not
/// known: "unknown".
[[nodiscard]] std::string lessonFigure(double value, std::string_view unit);

/// The text with every {expression|unit} replaced. Or what is wrong with the first that cannot be.
[[nodiscard]] std::expected<std::string, Saying> fillText(std::string_view text, const Names& names);

} // namespace memwall::core
