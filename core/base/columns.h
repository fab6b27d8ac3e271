// Columns of a table in plain text.
#pragma once

#include <algorithm>
#include <string>

namespace memwall::core
{

/// Blanks that a UTF-8 text lacks to a width in characters.
[[nodiscard]] inline std::size_t blanksBeside(const std::string& text, std::size_t width)
{
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    const auto characters = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
    return characters < width ? width - characters : 0;
}

/// Blanks behind a text; what is longer than the column stays whole.
[[nodiscard]] inline std::string leftAligned(std::string text, std::size_t width)
{
    text.append(blanksBeside(text, width), ' ');
    return text;
}

/// Blanks before it.
[[nodiscard]] inline std::string rightAligned(std::string text, std::size_t width)
{
    text.insert(0, blanksBeside(text, width), ' ');
    return text;
}

} // namespace memwall::core
