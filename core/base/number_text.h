// Numbers as text and back, alike in every locale: the only place where one becomes the other. printf, strtod
// and their relatives write and expect a comma where the desktop does.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace memwall::core
{

/// With so many digits after the point: (14.74, 1) → "14.7", (14, 1) → "14.0".
[[nodiscard]] std::string fixedText(double value, int decimals);

/// With so many significant digits, no zeros at the end, and an exponent where that is shorter: (0.01474, 3)
/// → "0.0147", (1474, 3) → "1.47e+03".
[[nodiscard]] std::string significantText(double value, int digits);

/// The finite number that is the whole text: of "0.5", but not of "0,5", " 0.5", "0.5 s" or "1e999".
[[nodiscard]] std::optional<double> numberIn(std::string_view text);

/// The number that the text begins with, after blanks: 0.19 of "0.19.0rc1", 2024 of "2024-03".
[[nodiscard]] std::optional<double> numberAtFront(std::string_view text);

/// The whole number that is the whole text, where the type can hold it.
template <typename Integer> [[nodiscard]] std::optional<Integer> wholeNumberIn(std::string_view text)
{
    Integer value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc {} && stop == end ? std::optional(value) : std::nullopt;
}

} // namespace memwall::core
