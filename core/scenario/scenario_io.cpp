#include "core/scenario/scenario_io.h"

#include "core/base/json_document.h"
#include "core/scenario/lesson.h"
#include "core/scenario/race_edits.h"
#include "core/scenario/read_parts.h"

namespace memwall::core
{

using nlohmann::json;

namespace
{

void readSystems(ScenarioContext& context, ObjectReader& fields, Scenario& scenario)
{
    const json* systems = fields.array("systems");
    if (systems == nullptr)
        return;
    if (systems->empty() || systems->size() > kMostLanes)
        context.report("/systems",
            { "wrong.systems", { plainCount(static_cast<std::int64_t>(systems->size())) } },
            { "give.one_to_four" });
    for (std::size_t i = 0; i < std::min(systems->size(), kMostLanes); ++i) {
        const std::string pointer = "/systems/" + std::to_string(i);
        const std::size_t before = context.problems.size();
        scenario.systems.push_back(readSystem(context, systems->at(i), pointer));
        // What does not read cannot be checked for sense; the first message is the useful one.
        if (context.problems.size() == before)
            checkSystem(context, scenario.workload, scenario.systems.back(), pointer);
    }
}

Scenario readAll(ScenarioContext& context, const json& value)
{
    Scenario scenario;
    ObjectReader fields(context, value, "");
    if (!value.is_object())
        return scenario;
    fields.require("memwall", { "give.version" });
    fields.require("workload", { "give.workload" });
    fields.require("systems", { "give.systems" });
    if (const auto version = fields.integer("memwall", { -9e15, 9e15 }); version && *version != 1)
        context.report("/memwall", { "wrong.version", { std::to_string(*version) } }, { "right.version" });
    scenario.title = fields.text("title").value_or("");
    scenario.description = fields.lines("description").value_or("");
    if (const json* workload = fields.object("workload"))
        scenario.workload = readWorkload(context, *workload);
    readSystems(context, fields, scenario);
    if (const json* view = fields.object("view"))
        scenario.view = readView(context, *view);
    if (const json* lesson = fields.object("lesson")) {
        (void)readLesson(context, *lesson);
        scenario.lesson = withVisibleWords(*lesson);
    }
    fields.finish();
    return scenario;
}

} // namespace

std::expected<Scenario, Problems> readScenario(std::string_view text, const Catalog& catalog)
{
    const auto value = parseJson(text);
    if (!value)
        return std::unexpected(value.error());
    auto scenario = scenarioFromJson(*value, catalog);
    if (!scenario)
        addLines(scenario.error(), text);
    return scenario;
}

std::expected<Scenario, Problems> scenarioFromJson(const json& value, const Catalog& catalog)
{
    ScenarioContext context;
    context.catalog = &catalog;
    Scenario scenario = readAll(context, value);
    if (!context.problems.empty())
        return std::unexpected(context.problems.take());
    return scenario;
}

} // namespace memwall::core
