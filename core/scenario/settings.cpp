// Values set at JSON pointers: a toggle, a slider, a lesson step, --set and undo are all this.
#include "core/base/json_document.h"
#include "core/base/number_text.h"
#include "core/scenario/read_parts.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

std::optional<std::size_t> indexIn(const json& array, const std::string& token)
{
    const auto index = wholeNumberIn<std::size_t>(token);
    return index && *index < array.size() ? index : std::nullopt;
}

/// Sets one value; returns what is wrong with the pointer, or nothing.
std::optional<Problem> setAt(json& root, const std::string& pointer, const json& value)
{
    const auto tokens = pointerTokens(pointer);
    if (!tokens)
        return Problem { pointer, {}, { "wrong.pointer" }, { "right.pointer" } };
    if (tokens->size() > kMaxJsonDepth)
        return Problem { pointer, {}, { "wrong.pointer_too_deep", { std::to_string(kMaxJsonDepth) } },
            { "right.shorter_pointer" } };
    json* node = &root;
    for (std::size_t i = 0; i < tokens->size(); ++i) {
        const std::string& token = (*tokens)[i];
        const bool last = i + 1 == tokens->size();
        if (node->is_null())
            *node = json::object();
        if (node->is_object()) {
            // Removing what is not there must not create the objects on the way to it.
            if (value.is_null() && (last || !node->contains(token))) {
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
                return Problem { pointer, {}, { "wrong.place", { token, std::to_string(node->size()) } },
                    { "right.place" } };
            if (last && value.is_null()) {
                node->erase(node->begin() + static_cast<std::ptrdiff_t>(*index));
                return std::nullopt;
            }
            node = &(*node)[*index];
        } else {
            return Problem { pointer, {}, { "wrong.through_value" }, { "right.shorter_pointer" } };
        }
    }
    *node = value;
    return std::nullopt;
}

/// A name that was made from the old hardware would tell a lie; one that the user gave stays.
void dropMadeNames(json& changed, const Scenario& before, const Catalog& catalog)
{
    const auto systems = changed.find("systems");
    if (systems == changed.end() || !systems->is_array())
        return;
    for (std::size_t i = 0; i < std::min(before.systems.size(), systems->size()); ++i) {
        const std::string& made = before.systems[i].name;
        json& system = (*systems)[i];
        if (system.is_object() && system.contains("name") && system["name"] == json(made)
            && made == defaultSystemName(before.systems[i], catalog))
            system.erase("name");
    }
}

} // namespace

Variations::Variations(const Scenario& scenario, const Catalog& catalog)
    : m_scenario(scenario)
    , m_catalog(catalog)
    , m_json(toJson(scenario))
{
}

/// The pointers of the last time, each of which gets a plain new value: writing over what stands there is
/// as good as beginning anew. Removing and appending are not.
bool Variations::overwrites(const Settings& settings) const
{
    return std::equal(settings.begin(), settings.end(), m_settings.begin(), m_settings.end(),
               [](const auto& a, const auto& b) { return a.first == b.first; })
        && !settings.empty() && std::none_of(settings.begin(), settings.end(), [](const auto& setting) {
               return setting.second.is_null() || setting.first.ends_with("/-")
                   || setting.first.find("/-/") != std::string::npos;
           });
}

std::expected<Scenario, Problems> Variations::with(const Settings& settings)
{
    if (!overwrites(settings))
        return anew(settings);
    for (const auto& [pointer, value] : settings)
        // What the last values left behind may be in the way where one pointer leads through another.
        if (setAt(m_last, pointer, value))
            return anew(settings);
    return read();
}

std::expected<Scenario, Problems> Variations::anew(const Settings& settings)
{
    m_last = m_json;
    m_settings = settings;
    Problems problems;
    for (const auto& [pointer, value] : settings)
        if (auto problem = setAt(m_last, pointer, value))
            problems.push_back(std::move(*problem));
    if (!problems.empty()) {
        m_settings.clear();
        return std::unexpected(std::move(problems));
    }
    if (std::any_of(settings.begin(), settings.end(), [](const auto& s) { return s.second.is_null(); }))
        m_settings.clear();
    return read();
}

std::expected<Scenario, Problems> Variations::read()
{
    dropMadeNames(m_last, m_scenario, m_catalog);
    auto result = scenarioFromJson(m_last, m_catalog);
    // What was read of a trace stands as long as nothing about the trace changes.
    if (result && result->workload.arrivals == Arrivals::Trace
        && result->workload.trace == m_scenario.workload.trace)
        result->workload.traceRequests = m_scenario.workload.traceRequests;
    return result;
}

std::expected<Scenario, Problems> withSettings(
    const Scenario& scenario, const Settings& settings, const Catalog& catalog)
{
    return Variations(scenario, catalog).with(settings);
}

} // namespace memwall::core
