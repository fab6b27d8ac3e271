#include "core/lesson/figure_path.h"

#include "core/base/number_text.h"
#include "core/lesson/evaluate.h"

#include <algorithm>
#include <array>

namespace memwall::core
{

using nlohmann::json;

namespace
{

constexpr std::array<std::string_view, 7> kWords { "memory", "compute", "fixed", "communication", "capacity",
    "transfer", "queue" };

} // namespace

std::optional<double> wordValue(std::string_view name)
{
    const auto word = std::ranges::find(kWords, name);
    return word == kWords.end() ? std::nullopt
                                : std::optional(static_cast<double>(word - kWords.begin() + 1));
}

const json* memberAt(const json& value, const std::string& path)
{
    const json* at = &value;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        const std::string part = path.substr(begin, end - begin);
        const std::size_t bracket = part.find('[');
        if (at->is_null())
            return at; // of what is not there nothing is known
        const auto member = at->is_object() ? at->find(part.substr(0, bracket)) : at->end();
        if (!at->is_object() || member == at->end())
            return nullptr;
        at = &*member;
        if (bracket != std::string::npos) {
            const auto index
                = wholeNumberIn<std::size_t>(part.substr(bracket + 1, part.size() - bracket - 2));
            if (!part.ends_with(']') || !index || !at->is_array() || *index >= at->size())
                return nullptr;
            at = &(*at)[*index];
        }
        begin = end + 1;
    }
    return at;
}

std::optional<double> numberOf(const json* value)
{
    if (value == nullptr)
        return std::nullopt;
    if (value->is_number())
        return value->get<double>();
    if (value->is_boolean())
        return value->get<bool>() ? 1 : 0;
    if (value->is_string())
        return wordValue(value->get_ref<const std::string&>()).value_or(kUnknownFigure);
    return value->is_null() ? std::optional(kUnknownFigure) : std::nullopt;
}

std::optional<double> numberAt(const json& document, const std::string& path)
{
    return document.is_null() ? std::optional(kUnknownFigure) : numberOf(memberAt(document, path));
}

} // namespace memwall::core
