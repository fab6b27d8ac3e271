// What comes of the steps of a lesson: scenarios with their sets, and the figures of each and of its variants
// under the names of --json. Computed where asked for, and kept.
#pragma once

#include "core/figures/report.h"
#include "core/scenario/lesson.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

namespace memwall::core
{

/// How a scenario is played: core::simulate, or one with a word of patience.
using Simulate
    = std::function<std::optional<SimulationResult>(const Scenario&, const Catalog&, const std::stop_token&)>;

/// The scenario as the lesson begins, and after the sets of each step. One that cannot be set leaves none
/// after it.
[[nodiscard]] std::vector<std::expected<Scenario, Problems>> lessonScenarios(
    Scenario scenario, const Lesson& lesson, const Catalog& catalog);

/// One per thread. The catalog must outlive it.
class LessonResults
{
public:
    /// REQUIRES: the scenario is valid and has a lesson.
    LessonResults(Scenario scenario, const Catalog& catalog, Simulate simulate, std::stop_token stop = {});

    [[nodiscard]] const Lesson& lesson() const { return m_lesson; }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] bool isStopped() const { return m_stop.stop_requested(); }
    /// Another one asks from now on, who may stop it; what was found stays.
    void until(std::stop_token stop) { m_stop = std::move(stop); }

    /// The scenario with the sets of all steps before a step, and with its own. Problems name the pointers.
    [[nodiscard]] const std::expected<Scenario, Problems>& before(std::size_t step) const;
    [[nodiscard]] const std::expected<Scenario, Problems>& after(std::size_t step) const;

    /// Figures of a step as it is after its set, and of a variant of that.
    /// Null where the scenario is wrong, or it was stopped.
    [[nodiscard]] const nlohmann::json& figures(std::size_t step) const;
    [[nodiscard]] const nlohmann::json& figures(std::size_t step, const Settings& variant) const;
    /// Of a scenario that is no step: the last one asked for is kept.
    [[nodiscard]] const nlohmann::json& figuresOf(const Scenario& scenario) const;
    /// As the lesson begins.
    [[nodiscard]] const nlohmann::json& figuresAtStart() const;
    /// The run of a step's first system, to find what it plays. Null where there is none.
    [[nodiscard]] std::shared_ptr<const Run> run(std::size_t step) const;

private:
    struct Played
    {
        nlohmann::json figures;
        std::shared_ptr<const Run> run;
    };
    [[nodiscard]] const Played& played(const std::string& key, const Scenario& scenario) const;

    Lesson m_lesson;
    const Catalog& m_catalog;
    Simulate m_simulate;
    std::stop_token m_stop;
    std::vector<std::expected<Scenario, Problems>>
        m_scenarios; ///< one more than steps: the first is the start
    mutable std::optional<Scenario> m_tried;
    mutable std::map<std::string, Played> m_played; ///< by step and settings
};

} // namespace memwall::core
