// Letters and digits of names and numbers: those of ASCII, whatever the locale counts among them. (In Turkish
// the small letter of I is no i.)
#pragma once

namespace memwall::core
{

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr char smallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr bool isLetter(char c)
{
    return smallLetter(c) >= 'a' && smallLetter(c) <= 'z';
}

} // namespace memwall::core
