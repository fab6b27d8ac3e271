#include "core/base/visible_text.h"

#include <cstdint>

namespace memwall::core
{

namespace
{

constexpr std::string_view kReplacement = "\xef\xbf\xbd"; // U+FFFD

/// One character of UTF-8 text; code 0xFFFD and one byte where the bytes are none.
struct Character
{
    std::uint32_t code = 0xFFFD;
    std::size_t bytes = 1;
};

std::size_t lengthBy(unsigned char first)
{
    return first < 0x80                 ? 1
        : first >= 0xC2 && first < 0xE0 ? 2
        : (first & 0xF0U) == 0xE0       ? 3
        : first >= 0xF0 && first < 0xF5 ? 4
                                        : 0;
}

Character characterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::size_t length = lengthBy(byte(0));
    if (length == 0 || at + length > text.size())
        return {};
    constexpr std::uint32_t kFirstBits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    std::uint32_t code = byte(0) & kFirstBits[length];
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80)
            return {};
        code = code << 6 | (byte(i) & 0x3FU);
    }
    constexpr std::uint32_t kLeast[] = { 0, 0, 0x80, 0x800, 0x10000 };
    const bool good = code >= kLeast[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return good ? Character { code, length } : Character {};
}

/// Embeddings, overrides and isolates turn what follows them around; marks (U+200E, U+200F) do not.
bool turnsDirection(std::uint32_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

void appendShown(std::string& shown, std::string_view bytes, std::uint32_t code)
{
    if (code == '\t' || code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029)
        shown += ' ';
    else if (code < 0x20 || code == 0x7F) // the pictures of control characters: U+2400 and on, U+2421
        shown.append("\xe2\x90").push_back(static_cast<char>(0x80 + (code == 0x7F ? 0x21 : code)));
    else if (code == 0xFFFD || (code >= 0x80 && code < 0xA0) || turnsDirection(code))
        shown += kReplacement;
    else
        shown += bytes;
}

std::string shown(std::string_view text, bool keepsLines)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        const std::string_view bytes = text.substr(at, character.bytes);
        at += character.bytes;
        if (character.code == '\r' && text.substr(at).starts_with('\n'))
            continue; // the line feed stands for both
        if (keepsLines && (character.code == '\n' || character.code == '\r'))
            result += '\n';
        else
            appendShown(result, bytes, character.code);
    }
    return result;
}

} // namespace

std::string visibleText(std::string_view text)
{
    return shown(text, false);
}

std::string visibleLines(std::string_view text)
{
    return shown(text, true);
}

std::string shortened(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return std::string(text);
    constexpr std::string_view kMark = "…";
    std::size_t end = most > kMark.size() ? most - kMark.size() : 0;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
        --end;
    return std::string(text.substr(0, end)).append(kMark);
}

} // namespace memwall::core
