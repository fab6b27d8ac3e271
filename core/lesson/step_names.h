// What the names in the expressions of one step mean: figures of its systems, of earlier steps, of variants.
#pragma once

#include "core/lesson/evaluate.h"
#include "core/lesson/lesson_results.h"

#include <map>

namespace memwall::core
{

/// The results must outlive it.
class StepNames : public Names
{
public:
    StepNames(const LessonResults& results, std::size_t step);

    [[nodiscard]] std::optional<double> value(const std::string& name) const override;
    [[nodiscard]] std::optional<double> fact(const std::string& path) const override;
    [[nodiscard]] std::optional<double> setting(const std::string& pointer) const override;
    [[nodiscard]] bool isSetTo(const std::string& pointer, const std::string& text) const override;

    /// Other figures and another scenario in the place of the step's own: what a learner made of it.
    void replace(const Scenario& scenario, const nlohmann::json& figures);
    /// The value of a name of "let" in the place of what it stands for.
    void pretend(const std::string& let, double value) { m_pretended[let] = value; }

private:
    [[nodiscard]] const LessonStep& step() const { return m_results.lesson().steps[m_step]; }
    [[nodiscard]] std::optional<double> letValue(const std::string& name) const;
    [[nodiscard]] std::optional<double> figureOf(const std::string& name) const;
    [[nodiscard]] std::optional<double> sweepValue(const std::string& name) const;
    [[nodiscard]] std::optional<double> solveValue(const std::string& name) const;
    [[nodiscard]] std::optional<double> findValue(const std::string& name) const;
    /// Of a step with other values set; nothing where that is no scenario, or it is not known.
    [[nodiscard]] std::optional<double> evaluateWith(
        std::size_t step, const Settings& settings, const Expression& expression) const;
    [[nodiscard]] const nlohmann::json& figures() const;

    const LessonResults& m_results;
    std::size_t m_step;
    const nlohmann::json* m_figures = nullptr; ///< null: the step's own
    std::optional<nlohmann::json> m_scenario; ///< its JSON
    std::map<std::string, double> m_pretended;
    mutable std::ptrdiff_t m_letsBefore; ///< those that may be used now: inside one, the ones before it
    mutable std::map<std::string, std::optional<double>> m_known; ///< sweeps and solves are dear
};

} // namespace memwall::core
