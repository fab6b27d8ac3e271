#include "core/lesson/step_names.h"

#include "core/lesson/facts.h"
#include "core/lesson/figure_path.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace memwall::core
{

using nlohmann::json;

namespace
{

/// A name up to its first dot, and the rest.
std::pair<std::string, std::string> split(const std::string& name)
{
    const std::size_t dot = name.find('.');
    return dot == std::string::npos ? std::pair(name, std::string())
                                    : std::pair(name.substr(0, dot), name.substr(dot + 1));
}

/// Names of one entry of a list, before those of its step.
class EntryNames : public Names
{
public:
    EntryNames(const json& entry, const Names& others)
        : m_entry(entry)
        , m_others(others)
    {
    }
    [[nodiscard]] std::optional<double> value(const std::string& name) const override
    {
        const auto own = numberOf(memberAt(m_entry, name));
        return own ? own : m_others.value(name);
    }
    [[nodiscard]] std::optional<double> fact(const std::string& path) const override
    {
        return m_others.fact(path);
    }
    [[nodiscard]] std::optional<double> setting(const std::string& pointer) const override
    {
        return m_others.setting(pointer);
    }
    [[nodiscard]] bool isSetTo(const std::string& pointer, const std::string& text) const override
    {
        return m_others.isSetTo(pointer, text);
    }

private:
    const json& m_entry;
    const Names& m_others;
};

const json* at(const json& scenario, const std::string& pointer)
{
    if (!pointer.starts_with('/'))
        return nullptr;
    const json::json_pointer place(pointer);
    return scenario.contains(place) ? &scenario.at(place) : nullptr;
}

/// The one of the points that is looked for; unknown where there is none.
double pick(const std::vector<std::pair<double, double>>& points, LessonSweep::Find find)
{
    const auto by = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto isTrue = [](const auto& point) { return point.second != 0; };
    if (points.empty())
        return kUnknownFigure;
    switch (find) {
    case LessonSweep::Find::Argmin:
        return std::ranges::min_element(points, by)->first;
    case LessonSweep::Find::Argmax:
        return std::ranges::max_element(points, by)->first;
    case LessonSweep::Find::First: {
        const auto first = std::ranges::find_if(points, isTrue);
        return first == points.end() ? kUnknownFigure : first->first;
    }
    case LessonSweep::Find::Last:
        break;
    }
    const auto last = std::find_if(points.rbegin(), points.rend(), isTrue);
    return last == points.rend() ? kUnknownFigure : last->first;
}

/// The last of the steps up to one that has what is asked for.
template <typename Has> std::optional<std::size_t> latest(const Lesson& lesson, std::size_t step, Has has)
{
    for (std::size_t i = step + 1; i-- > 0;)
        if (has(lesson.steps[i]))
            return i;
    return std::nullopt;
}

} // namespace

StepNames::StepNames(const LessonResults& results, std::size_t step)
    : m_results(results)
    , m_step(step)
    , m_letsBefore(std::ssize(results.lesson().steps[step].let))
{
    if (results.after(step))
        m_scenario = json(toJson(*results.after(step)));
}

void StepNames::replace(const Scenario& scenario, const json& figures)
{
    m_figures = &figures;
    m_scenario = json(toJson(scenario));
    m_known.clear();
}

const json& StepNames::figures() const
{
    return m_figures != nullptr ? *m_figures : m_results.figures(m_step);
}

std::optional<double> StepNames::value(const std::string& name) const
{
    if (const auto let = letValue(name))
        return let;
    if (const auto word = wordValue(name))
        return word;
    const auto known = m_known.find(name);
    if (known != m_known.end())
        return known->second;
    const auto [root, rest] = split(name);
    std::optional<double> value;
    if (root == "sweep")
        value = sweepValue(rest);
    else if (root == "solve")
        value = solveValue(rest);
    else if (root == "find")
        value = findValue(rest);
    else
        value = figureOf(name);
    m_known.emplace(name, value);
    return value;
}

std::optional<double> StepNames::letValue(const std::string& name) const
{
    if (const auto pretended = m_pretended.find(name); pretended != m_pretended.end())
        return pretended->second;
    const auto let = std::ranges::find(step().let, name, &NamedExpressions::value_type::first);
    if (let == step().let.end())
        return std::nullopt;
    const auto index = let - step().let.begin();
    if (index >= m_letsBefore)
        return std::nullopt; // a name that used itself, or a later one, would never end
    const auto before = std::exchange(m_letsBefore, index);
    const double value = evaluate(let->second, *this).value_or(kUnknownFigure);
    m_letsBefore = before;
    return value;
}

std::optional<double> StepNames::figureOf(const std::string& name) const
{
    const auto [root, rest] = split(name);
    if (root.starts_with("systems["))
        return numberAt(figures(), name);
    if (root == "model" || root == "chip")
        return numberAt(figures(), "systems[0]." + name);
    if (root == "before")
        return numberAt(m_step == 0 ? m_results.figuresAtStart() : m_results.figures(m_step - 1), rest);
    const auto [variant, path] = split(rest);
    if (root == "pin") {
        const auto pinned = latest(m_results.lesson(), m_step,
            [&variant](const LessonStep& step) { return step.pin && step.pin->name == variant; });
        if (pinned)
            return numberAt(m_results.figures(*pinned, m_results.lesson().steps[*pinned].pin->set), path);
    }
    if (root == "compare") {
        const auto named = [&variant](const LessonVariant& one) { return one.name == variant; };
        const auto compared = latest(m_results.lesson(), m_step,
            [&named](const LessonStep& step) { return std::ranges::any_of(step.compare, named); });
        if (compared) {
            const auto& variants = m_results.lesson().steps[*compared].compare;
            return numberAt(m_results.figures(*compared, std::ranges::find_if(variants, named)->set), path);
        }
    }
    return std::nullopt;
}

std::optional<double> StepNames::sweepValue(const std::string& name) const
{
    const auto swept
        = latest(m_results.lesson(), m_step, [](const LessonStep& step) { return step.sweep.has_value(); });
    if (!swept)
        return std::nullopt;
    const LessonSweep& sweep = *m_results.lesson().steps[*swept].sweep;
    const auto wanted = std::ranges::find(sweep.wanted, name, &LessonSweep::Wanted::name);
    if (wanted == sweep.wanted.end())
        return std::nullopt;
    std::vector<std::pair<double, double>> points; // a value, and what is asked of it
    for (const json& value : sweep.values) {
        Settings settings;
        for (const std::string& pointer : sweep.pointers)
            settings.emplace_back(pointer, value);
        const auto of = value.is_number() ? evaluateWith(*swept, settings, wanted->of) : std::nullopt;
        if (of)
            points.emplace_back(value.get<double>(), *of);
    }
    return pick(points, wanted->find);
}

std::optional<double> StepNames::evaluateWith(
    std::size_t step, const Settings& settings, const Expression& expression) const
{
    const auto& base = m_results.after(step);
    const auto scenario
        = base ? withSettings(*base, settings, m_results.catalog()) : std::unexpected(Problems {});
    if (!scenario)
        return std::nullopt;
    StepNames names(m_results, step);
    names.replace(*scenario, m_results.figures(step, settings));
    const auto value = evaluate(expression, names);
    return value && !std::isnan(*value) ? std::optional(*value) : std::nullopt;
}

/// By halving the logarithm of the factor: more of a resource never hurts.
std::optional<double> StepNames::solveValue(const std::string& name) const
{
    const auto solved
        = latest(m_results.lesson(), m_step, [](const LessonStep& step) { return step.solve.has_value(); });
    if (!solved || (name != "value" && name != "found"))
        return std::nullopt;
    const LessonSolve& solve = *m_results.lesson().steps[*solved].solve;
    const auto reached = [&](double factor) {
        return evaluateWith(*solved, { { solve.pointer, factor } }, solve.until).value_or(0) != 0;
    };
    if (!reached(solve.most))
        return name == "found" ? 0 : kUnknownFigure;
    if (name == "found")
        return 1;
    constexpr double kExact = 1.01;
    double low = 1, high = solve.most;
    if (reached(low))
        return low;
    while (high / low > kExact) {
        const double middle = std::sqrt(low * high);
        (reached(middle) ? high : low) = middle;
    }
    return high;
}

std::optional<double> StepNames::findValue(const std::string& name) const
{
    const auto [variant, path] = split(name);
    const auto named = [&variant](const LessonFind& one) { return one.name == variant; };
    const auto step = latest(m_results.lesson(), m_step,
        [&named](const LessonStep& one) { return std::ranges::any_of(one.find, named); });
    if (!step)
        return std::nullopt;
    const LessonFind& find = *std::ranges::find_if(m_results.lesson().steps[*step].find, named);
    const json& document = *step == m_step ? figures() : m_results.figures(*step);
    const json* list = memberAt(document, find.in);
    if (list == nullptr || !list->is_array())
        return kUnknownFigure;
    const StepNames others(m_results, *step);
    for (const json& entry : *list)
        if (holds(find.where, EntryNames(entry, others)).value_or(false))
            return numberOf(memberAt(entry, path));
    return kUnknownFigure;
}

std::optional<double> StepNames::fact(const std::string& path) const
{
    const auto& scenario = m_results.after(m_step);
    if (!scenario)
        return std::nullopt;
    return factAt(path, resolve(scenario->systems.front(), m_results.catalog()), m_results.catalog());
}

std::optional<double> StepNames::setting(const std::string& pointer) const
{
    if (!m_scenario)
        return std::nullopt;
    const json* value = at(*m_scenario, pointer);
    if (value == nullptr && pointer.ends_with("/kv_bits"))
        return System {}.kvBits; // not written where it is the default
    return numberOf(value);
}

bool StepNames::isSetTo(const std::string& pointer, const std::string& text) const
{
    const json* value = m_scenario ? at(*m_scenario, pointer) : nullptr;
    return value != nullptr && value->is_string() && value->get_ref<const std::string&>() == text;
}

} // namespace memwall::core
