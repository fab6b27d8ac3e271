#include "core/lesson/lesson_results.h"

#include "core/base/assert.h"
#include "core/export/report_json.h"
#include "core/lesson/facts.h"

namespace memwall::core
{

using nlohmann::json;

namespace
{

const json kNothing;

std::string keyOf(std::size_t step, const Settings& variant = {})
{
    std::string key = std::to_string(step);
    for (const auto& [pointer, value] : variant)
        key.append("\n").append(pointer).append("=").append(value.dump());
    return key;
}

/// What lessons also ask of a system, beside the figures of --json.
void addFacts(const Scenario& scenario, const Catalog& catalog, json& systems)
{
    for (std::size_t i = 0; i < systems.size(); ++i) {
        const Machine machine = resolve(scenario.systems[i], catalog);
        systems[i]["model"].update(modelFacts(machine.model, machine.format, machine.kvElementBytes));
        json& pools = systems[i]["pools"];
        for (std::size_t pool = 0; pool < machine.pools.size(); ++pool) {
            const PoolMachine& chips = machine.pools[pool];
            pools[pool]["chip_facts"]
                = chipFacts(chips.chip, machine.format, chips.scaleUp ? chips.scaleUp : chips.scaleOut);
        }
        systems[i]["chip"] = pools[0]["chip_facts"];
    }
}

} // namespace

LessonResults::LessonResults(
    Scenario scenario, const Catalog& catalog, Simulate simulate, std::stop_token stop)
    : m_lesson(lessonOf(scenario).value_or(Lesson {}))
    , m_catalog(catalog)
    , m_simulate(std::move(simulate))
    , m_stop(std::move(stop))
{
    MEMWALL_ASSERT(!m_lesson.steps.empty());
    m_scenarios = lessonScenarios(std::move(scenario), m_lesson, catalog);
}

std::vector<std::expected<Scenario, Problems>> lessonScenarios(
    Scenario scenario, const Lesson& lesson, const Catalog& catalog)
{
    std::vector<std::expected<Scenario, Problems>> scenarios;
    scenario.lesson.reset(); // what a step shows is a scenario like any other
    scenarios.emplace_back(std::move(scenario));
    for (const LessonStep& step : lesson.steps)
        scenarios.push_back(
            scenarios.back() ? withSettings(*scenarios.back(), step.set, catalog) : scenarios.back());
    return scenarios;
}

const std::expected<Scenario, Problems>& LessonResults::before(std::size_t step) const
{
    return m_scenarios[step];
}

const std::expected<Scenario, Problems>& LessonResults::after(std::size_t step) const
{
    return m_scenarios[step + 1];
}

const json& LessonResults::figures(std::size_t step) const
{
    const auto& scenario = after(step);
    return scenario ? played(keyOf(step + 1), *scenario).figures : kNothing;
}

const json& LessonResults::figuresAtStart() const
{
    return played(keyOf(0), *m_scenarios.front()).figures;
}

const json& LessonResults::figures(std::size_t step, const Settings& variant) const
{
    if (!after(step))
        return kNothing;
    const auto scenario = withSettings(*after(step), variant, m_catalog);
    return scenario ? played(keyOf(step + 1, variant), *scenario).figures : kNothing;
}

const json& LessonResults::figuresOf(const Scenario& scenario) const
{
    const std::string key = "tried";
    if (m_tried != scenario) {
        m_tried = scenario;
        m_played.erase(key);
    }
    return played(key, scenario).figures;
}

std::shared_ptr<const Run> LessonResults::run(std::size_t step) const
{
    return after(step) ? played(keyOf(step + 1), *after(step)).run : nullptr;
}

const LessonResults::Played& LessonResults::played(const std::string& key, const Scenario& scenario) const
{
    static const Played kStopped;
    const auto known = m_played.find(key);
    if (known != m_played.end())
        return known->second;
    const auto result = m_simulate(scenario, m_catalog, m_stop);
    if (!result)
        return kStopped;
    Played played;
    // Sentences are nobody's figures.
    played.figures = json(reportJson(*result, [](const Saying&) { return std::string(); }));
    addFacts(scenario, m_catalog, played.figures["systems"]);
    played.run = result->systems.front().run;
    return m_played.emplace(key, std::move(played)).first->second;
}

} // namespace memwall::core
