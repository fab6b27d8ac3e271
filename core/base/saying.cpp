#include "core/base/saying.h"

namespace memwall::core
{

Count plainCount(std::int64_t number)
{
    return { number, std::to_string(number) };
}

Count groupedCount(std::int64_t number)
{
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    return { number, std::move(digits) };
}

std::string worded(const Sayings& sayings, const Wording& wording, std::string_view between)
{
    std::string text;
    for (const Saying& saying : sayings) {
        if (!text.empty())
            text += between;
        text += wording(saying);
    }
    return text;
}

} // namespace memwall::core
