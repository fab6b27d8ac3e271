#include "core/lesson/lesson_text.h"

#include "core/base/number_text.h"
#include "core/base/si_text.h"

#include <cmath>

namespace memwall::core
{

namespace
{

/// 12345678 → "12,345,678".
std::string groupedText(double value)
{
    std::string digits = fixedText(std::abs(value), 0);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return std::string(value < 0 ? "−" : "").append(digits);
}

std::string plainText(double value)
{
    return std::abs(value) >= 1000 ? groupedText(value) : significantText(value, 3);
}

/// Those that have steps of a thousand between them; tokens are counted.
bool hasSteps(std::string_view unit)
{
    return unit == "B" || unit == "B/s" || unit == "s" || unit == "J" || unit == "W" || unit == "flop/s";
}

/// As on stage: a number and its unit stay together.
std::string withThinSpace(std::string text)
{
    const std::size_t space = text.find(' ');
    return space == std::string::npos ? text : text.replace(space, 1, "\u2009");
}

} // namespace

std::string lessonFigure(double value, std::string_view unit)
{
    if (!std::isfinite(value))
        return "unknown";
    if (unit == "n")
        return groupedText(std::round(value));
    if (unit == "%")
        return significantText(value * 100, std::abs(value) < 0.995 && std::abs(value) >= 0.1 ? 2 : 3)
            .append("\u2009%");
    if (unit == "x")
        return value >= 100 ? plainText(value) : significantText(value, 2);
    if (unit == "billion")
        return significantText(value / 1e9, 3).append(" billion");
    if (hasSteps(unit))
        return withThinSpace(siText(value, std::string(unit).c_str()));
    if (unit.empty())
        return plainText(value);
    return plainText(value).append("\u2009").append(unit);
}

std::expected<std::string, Saying> fillText(std::string_view text, const Names& names)
{
    std::string filled;
    while (true) {
        const std::size_t open = text.find('{');
        filled += text.substr(0, open);
        if (open == std::string_view::npos)
            return filled;
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos)
            return std::unexpected(Saying { "lesson.open_brace" });
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const std::size_t bar = inside.rfind('|');
        const bool isOr = bar != std::string_view::npos && bar > 0 && inside[bar - 1] == '|';
        const std::size_t end = isOr ? inside.size() : std::min(bar, inside.size());
        const auto value = evaluate(std::string(inside.substr(0, end)), names);
        if (!value)
            return std::unexpected(value.error());
        filled += lessonFigure(*value, end < inside.size() ? inside.substr(end + 1) : std::string_view {});
        text.remove_prefix(close + 1);
    }
}

} // namespace memwall::core
