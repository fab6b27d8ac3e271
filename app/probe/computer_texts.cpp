// The forms of the texts that the system describes itself with.
#include "app/probe/computer.h"
#include "core/base/number_text.h"

namespace memwall::probe
{

namespace
{

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\n\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1);
}

/// Takes what comes before the separator off the front.
std::string_view next(std::string_view& text, char separator)
{
    const auto end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view {} : text.substr(end + 1);
    return part;
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    return core::wholeNumberIn<std::int64_t>(trimmed(text));
}

} // namespace

std::vector<int> parseCpuList(std::string_view text)
{
    constexpr std::int64_t kMost = 65536;
    std::vector<int> cpus;
    text = trimmed(text);
    while (!text.empty()) {
        std::string_view range = next(text, ',');
        const bool single = range.find('-') == std::string_view::npos;
        const auto first = wholeNumber(next(range, '-'));
        const auto last = single ? first : wholeNumber(range);
        if (!first || !last || *first < 0 || *last < *first || *last >= kMost)
            return {};
        for (auto cpu = *first; cpu <= *last; ++cpu)
            cpus.push_back(static_cast<int>(cpu));
    }
    return cpus;
}

std::optional<double> parseCacheSize(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return std::nullopt;
    double unit = 1;
    switch (text.back()) {
    case 'K':
        unit = 1024;
        break;
    case 'M':
        unit = 1024.0 * 1024;
        break;
    case 'G':
        unit = 1024.0 * 1024 * 1024;
        break;
    default:
        break;
    }
    const auto count = wholeNumber(unit > 1 ? text.substr(0, text.size() - 1) : text);
    if (!count || *count <= 0)
        return std::nullopt;
    return static_cast<double>(*count) * unit;
}

std::optional<double> parseCpuMax(std::string_view text)
{
    text = trimmed(text);
    const auto quota = wholeNumber(next(text, ' '));
    const auto period = wholeNumber(text);
    if (!quota || !period || *quota <= 0 || *period <= 0)
        return std::nullopt;
    return static_cast<double>(*quota) / static_cast<double>(*period);
}

std::optional<double> parseBytes(std::string_view text)
{
    // Version 1 writes the largest number of pages for "no limit".
    constexpr double kAbsurd = 1e18;
    const auto bytes = wholeNumber(text);
    if (!bytes || *bytes <= 0 || static_cast<double>(*bytes) > kAbsurd)
        return std::nullopt;
    return static_cast<double>(*bytes);
}

std::optional<double> parseMeminfo(std::string_view text, std::string_view key)
{
    while (!text.empty()) {
        std::string_view line = next(text, '\n');
        if (next(line, ':') != key)
            continue;
        line = trimmed(line);
        const auto kilobytes = wholeNumber(next(line, ' '));
        return kilobytes ? std::optional(static_cast<double>(*kilobytes) * 1024) : std::nullopt;
    }
    return std::nullopt;
}

std::string parseCgroup(std::string_view text, std::string_view controller)
{
    while (!text.empty()) {
        std::string_view line = next(text, '\n');
        next(line, ':');
        std::string_view controllers = next(line, ':');
        if (controllers.empty() && controller.empty())
            return std::string(line);
        while (!controllers.empty())
            if (next(controllers, ',') == controller)
                return std::string(line);
    }
    return {};
}

} // namespace memwall::probe
