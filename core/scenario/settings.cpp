// Values set at JSON pointers: a toggle, a slider, a lesson step, --set and undo are all this.
#include "core/base/json_document.h"
#include "core/scenario/read_parts.h"
#include "core/scenario/scenario_io.h"

#include <charconv>

namespace memwall::core
{

using nlohmann::json;

namespace
{

std::optional<std::vector<std::string>> tokensOf(const std::string& pointer)
{
    if (pointer.empty() || pointer.front() != '/')
        return std::nullopt;
    std::vector<std::string> tokens;
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t next = std::min(pointer.find('/', at + 1), pointer.size());
        std::string token = pointer.substr(at + 1, next - at - 1);
        for (std::size_t i = 0; (i = token.find("~1", i)) != std::string::npos; ++i)
            token.replace(i, 2, "/");
        for (std::size_t i = 0; (i = token.find("~0", i)) != std::string::npos; ++i)
            token.replace(i, 2, "~");
        tokens.push_back(std::move(token));
        at = next;
    }
    return tokens;
}

std::optional<std::size_t> indexIn(const json& array, const std::string& token)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    if (error != std::errc {} || end != token.data() + token.size() || index >= array.size())
        return std::nullopt;
    return index;
}

/// Sets one value; returns what is wrong with the pointer, or nothing.
std::optional<Problem> setAt(json& root, const std::string& pointer, const json& value)
{
    const auto tokens = tokensOf(pointer);
    if (!tokens)
        return Problem { pointer, {}, "is no JSON pointer", "begin it with /, e.g. /workload/users" };
    json* node = &root;
    for (std::size_t i = 0; i < tokens->size(); ++i) {
        const std::string& token = (*tokens)[i];
        const bool last = i + 1 == tokens->size();
        if (node->is_null())
            *node = json::object();
        if (node->is_object()) {
            if (last && value.is_null()) {
                node->erase(token);
                return std::nullopt;
            }
            node = &(*node)[token];
        } else if (node->is_array() && token == "-") {
            node->push_back(nullptr);
            node = &node->back();
        } else if (node->is_array()) {
            const auto index = indexIn(*node, token);
            if (!index)
                return Problem { pointer, {},
                    "\"" + token + "\" is no place in a list of " + std::to_string(node->size()),
                    "count from 0, or write - to append" };
            if (last && value.is_null()) {
                node->erase(node->begin() + static_cast<std::ptrdiff_t>(*index));
                return std::nullopt;
            }
            node = &(*node)[*index];
        } else {
            return Problem { pointer, {}, "goes through a plain value", "shorten the pointer" };
        }
    }
    *node = value;
    return std::nullopt;
}

} // namespace

std::expected<Scenario, Problems> withSettings(
    const Scenario& scenario, const Settings& settings, const Catalog& catalog)
{
    json changed = toJson(scenario);
    Problems problems;
    for (const auto& [pointer, value] : settings)
        if (auto problem = setAt(changed, pointer, value))
            problems.push_back(std::move(*problem));
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    // A name that was made from the old hardware would tell a lie; one that the user gave stays.
    for (std::size_t i = 0; i < scenario.systems.size() && i < changed["systems"].size(); ++i) {
        json& system = changed["systems"][i];
        if (scenario.systems[i].name == defaultSystemName(scenario.systems[i], catalog) && system.is_object()
            && system.value("name", std::string {}) == scenario.systems[i].name)
            system.erase("name");
    }
    return scenarioFromJson(changed, catalog);
}

} // namespace memwall::core
