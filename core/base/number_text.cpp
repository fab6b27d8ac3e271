#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace memwall::core
{

namespace
{

std::string digitsOf(double value, std::chars_format format, int digits)
{
    std::array<char, 400> text; // the largest double has 309 digits before its point
    const auto [end, error] = std::to_chars(text.begin(), text.end(), value, format, std::min(digits, 64));
    return error == std::errc {} ? std::string(text.begin(), end) : std::string();
}

} // namespace

std::string fixedText(double value, int decimals)
{
    return digitsOf(value, std::chars_format::fixed, decimals);
}

std::string significantText(double value, int digits)
{
    return digitsOf(value, std::chars_format::general, digits);
}

std::optional<double> numberIn(std::string_view text)
{
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc {} && stop == end && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> numberAtFront(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace memwall::core
