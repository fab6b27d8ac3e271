// Columns of a table in plain text.
#pragma once

#include <string>

namespace memwall::core
{

/// Blanks behind a text, up to a width in bytes; what is longer stays whole.
[[nodiscard]] inline std::string leftAligned(std::string text, std::size_t width)
{
    text.append(text.size() < width ? width - text.size() : 0, ' ');
    return text;
}

/// Blanks before it.
[[nodiscard]] inline std::string rightAligned(std::string text, std::size_t width)
{
    text.insert(0, text.size() < width ? width - text.size() : 0, ' ');
    return text;
}

} // namespace memwall::core
