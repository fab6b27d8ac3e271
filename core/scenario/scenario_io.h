// Scenario files: text ⇄ value, settings at JSON pointers, and checks against the catalog.
#pragma once

#include "core/base/problem.h"
#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <string>
#include <string_view>

namespace memwall::core
{

/// Values set at JSON pointers, in order; null removes, a last token "-" appends to an array.
using Settings = std::vector<std::pair<std::string, nlohmann::json>>;
/// The value that names a chip, a model or a link: its id, or the object that stands in the file.
template <typename EntryId> [[nodiscard]] nlohmann::json settingOf(const CatalogRef<EntryId>& ref)
{
    return ref.object ? *ref.object : nlohmann::json(ref.id.text());
}
[[nodiscard]] nlohmann::json settingOf(const std::vector<Pool>& pools);

/// Reads and validates: unknown fields (naming the nearest known one), types, ranges, catalog ids,
/// parallel degrees, roles of pools, and physics that this version does not have. Every problem of the
/// file is reported, each with line, pointer and remedy. Never throws.
[[nodiscard]] std::expected<Scenario, Problems> readScenario(std::string_view text, const Catalog& catalog);

/// The same for JSON that has no text (no lines in the problems).
[[nodiscard]] std::expected<Scenario, Problems> scenarioFromJson(
    const nlohmann::json& json, const Catalog& catalog);

/// The file's JSON; fields at their default are left out where the schema lets them.
[[nodiscard]] nlohmann::ordered_json toJson(const Scenario& scenario);

/// Text of a file: toJson with two-space indentation and a final newline.
[[nodiscard]] std::string writeScenario(const Scenario& scenario);

/// The scenario with values set; the original is untouched. Problems name the pointer that was set. Requests
/// read from a trace stay where the trace is the same; else traceRequests is empty and they have to be read.
[[nodiscard]] std::expected<Scenario, Problems> withSettings(
    const Scenario& scenario, const Settings& settings, const Catalog& catalog);

/// Many variations of one scenario: what withSettings gives, without writing the scenario anew each time;
/// fastest where the same pointers get other values every time. One per thread. Scenario and catalog
/// must outlive it.
class Variations
{
public:
    Variations(const Scenario& scenario, const Catalog& catalog);
    [[nodiscard]] std::expected<Scenario, Problems> with(const Settings& settings);

private:
    [[nodiscard]] std::expected<Scenario, Problems> anew(const Settings& settings);
    [[nodiscard]] bool overwrites(const Settings& settings) const;
    [[nodiscard]] std::expected<Scenario, Problems> read();

    const Scenario& m_scenario;
    const Catalog& m_catalog;
    nlohmann::json m_json, m_last; ///< of the scenario; with the settings of the last time
    Settings m_settings; ///< of the last time; empty: m_last cannot be written over
};

} // namespace memwall::core
