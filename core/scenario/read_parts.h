// Readers of the parts of a scenario over one context. Internal to scenario.
#pragma once

#include "core/base/object_reader.h"
#include "core/catalog/catalog.h"
#include "core/scenario/catalog_objects.h"
#include "core/scenario/lesson.h"

#include <memory>

namespace memwall::core
{

struct ScenarioContext : ReadContext
{
    const Catalog* catalog = nullptr;
};

[[nodiscard]] Workload readWorkload(ScenarioContext& context, const nlohmann::json& value);
[[nodiscard]] System readSystem(
    ScenarioContext& context, const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] View readView(ScenarioContext& context, const nlohmann::json& value);
/// pointer: "…/ask".
[[nodiscard]] LessonQuestion readQuestion(
    ReadContext& context, const nlohmann::json& value, const std::string& pointer);
/// A lesson with words as they may be shown, without fields that are null, which count as absent; what is set
/// stays as it is.
[[nodiscard]] nlohmann::json withVisibleWords(nlohmann::json lesson);

/// What fits together: ids, parallel degrees, roles, and physics that this version has.
void checkSystem(
    ScenarioContext& context, const Workload& workload, const System& system, const std::string& pointer);

/// Names of the words of the file, in the order of the enumerations.
extern const std::vector<std::string> kArrivalNames, kPolicyNames, kPanelNames, kTraceFormatNames,
    kThemeNames, kWidthNames;

/// The tensor-parallel degree that a file without one means.
[[nodiscard]] int defaultTensorParallel(const Pool& pool);
/// The name that a system without one gets.
[[nodiscard]] std::string defaultSystemName(const System& system, const Catalog& catalog);

} // namespace memwall::core
