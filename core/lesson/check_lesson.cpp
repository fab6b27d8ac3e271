#include "core/lesson/check_lesson.h"

#include "core/lesson/lesson_text.h"
#include "core/lesson/play_span.h"
#include "core/lesson/step_names.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

constexpr std::size_t kFewestSteps = 5, kMostSteps = 8, kTitleWords = 6, kSentenceWords = 20;
constexpr double kMargin = 0.05; ///< that a figure may change without another answer being right
constexpr double kLongestPlay = 60; ///< seconds

std::size_t wordsIn(std::string_view text)
{
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n';
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return words;
}

/// Which choices hold.
std::expected<std::vector<std::size_t>, Saying> rightChoices(const LessonQuestion& ask, const Names& names)
{
    std::vector<std::size_t> right;
    for (std::size_t i = 0; i < ask.choices.size(); ++i) {
        const auto is = holds(ask.choices[i].when, names);
        if (!is)
            return std::unexpected(is.error());
        if (*is)
            right.push_back(i);
    }
    return right;
}

/// Checks one step.
class StepCheck
{
public:
    StepCheck(const LessonResults& results, std::size_t step, Problems& problems)
        : m_results(results)
        , m_index(step)
        , m_step(results.lesson().steps[step])
        , m_at("/lesson/steps/" + std::to_string(step))
        , m_names(results, step)
        , m_problems(problems)
    {
    }

    void check()
    {
        if (const auto& scenario = m_results.after(m_index); !scenario) {
            for (Problem problem : scenario.error()) {
                problem.pointer.insert(0, m_at + "/set: ");
                m_problems.push_back(std::move(problem));
            }
            return;
        }
        checkWords();
        checkPlay();
        checkTexts();
        if (m_step.ask)
            checkQuestion(*m_step.ask);
        for (std::size_t i = 0; i < m_step.goals.size(); ++i)
            checkGoal(m_step.goals[i], m_at + "/goals/" + std::to_string(i));
    }

private:
    void report(const std::string& where, Saying message, Saying remedy = { "right.lessons" })
    {
        m_problems.push_back({ where, {}, std::move(message), std::move(remedy) });
    }

    void checkWords()
    {
        if (m_step.title.empty() || wordsIn(m_step.title) > kTitleWords)
            report(m_at + "/title", { "lesson.title", { std::to_string(kTitleWords) } });
        std::string_view text = m_step.say;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(". "), text.find("? "));
            if (wordsIn(text.substr(0, end)) >= kSentenceWords + 1)
                report(m_at + "/say", { "lesson.long_sentence", { std::string(text.substr(0, end)) } });
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
        }
        if (m_step.say.find('!') != std::string::npos)
            report(m_at + "/say", { "lesson.exclamation" });
    }

    void checkPlay()
    {
        if (!m_step.play)
            return;
        const LessonPlay& play = *m_step.play;
        for (const std::string& name : { play.what, play.until.value_or("") })
            if (!name.empty() && !isPlayName(name))
                report(m_at + "/play", { "lesson.unknown_play", { name } });
        const auto run = m_results.run(m_index);
        const auto span = run ? playSpan(play, *run, m_results.after(m_index)->workload) : std::nullopt;
        if (!span)
            return report(m_at + "/play", { "lesson.nothing_to_play", { play.what } });
        const double seconds = toSeconds(span->length()) * playScale(play, *span);
        if (play.inS && seconds > kLongestPlay)
            report(m_at + "/play", { "lesson.long_play" });
    }

    void checkTexts()
    {
        std::vector<std::pair<std::string, std::string>> texts { { "/say", m_step.say },
            { "/notes", m_step.notes } };
        if (m_step.ask) {
            texts.emplace_back("/ask/question", m_step.ask->question);
            texts.emplace_back("/ask/because", m_step.ask->because);
        }
        for (const auto& [where, text] : texts) {
            const auto filled = fillText(text, m_names);
            if (!filled)
                report(m_at + where, filled.error());
            else if (filled->find("unknown") != std::string::npos
                && text.find("unknown") == std::string::npos)
                report(m_at + where, { "lesson.unknown_figure", { *filled } });
        }
    }

    void checkQuestion(const LessonQuestion& ask)
    {
        if (ask.kind == LessonQuestion::Kind::Poll)
            return;
        if (ask.kind == LessonQuestion::Kind::Number)
            return checkNumber(ask);
        const auto right = rightChoices(ask, m_names);
        if (!right)
            return report(m_at + "/ask", right.error());
        if (right->size() != 1)
            return report(m_at + "/ask", { "lesson.right_answers", { plainCount(std::ssize(*right)) } });
        for (const auto& [name, expression] : m_step.let)
            for (const double factor : { 1 - kMargin, 1 + kMargin })
                checkMargin(ask, name, factor, *right);
    }

    /// A whole number is a count, which no small correction moves.
    void checkMargin(const LessonQuestion& ask, const std::string& name, double factor,
        const std::vector<std::size_t>& right)
    {
        const double value = m_names.value(name).value_or(0);
        if (!std::isfinite(value) || value == std::round(value))
            return;
        StepNames moved(m_results, m_index);
        moved.pretend(name, value * factor);
        const auto then = rightChoices(ask, moved);
        if (!then || *then != right)
            report(m_at + "/ask", { "lesson.edge", { name, lessonFigure(value, "") } });
    }

    void checkNumber(const LessonQuestion& ask)
    {
        const auto value = evaluate(ask.rule, m_names);
        if (!value)
            report(m_at + "/ask/rule", value.error());
        else if (!std::isfinite(*value) || *value < ask.from || *value > ask.to)
            report(m_at + "/ask/rule", { "lesson.out_of_reach", { lessonFigure(*value, ask.unit) } });
        if (!ask.within && !ask.offBy)
            report(m_at + "/ask", { "lesson.how_near" });
    }

    void checkGoal(const LessonGoal& goal, const std::string& where)
    {
        const auto atStart = holds(goal.when, m_names);
        if (!atStart)
            return report(where + "/when", atStart.error());
        if (*atStart)
            report(where + "/when", { "lesson.reached_at_start" });
        const auto solved = withSettings(*m_results.after(m_index), goal.solution, m_results.catalog());
        if (!solved) {
            for (const Problem& problem : solved.error())
                report(where + "/solution: " + problem.pointer, problem.message, problem.remedy);
            return;
        }
        StepNames names(m_results, m_index);
        names.replace(*solved, m_results.figures(m_index, goal.solution));
        if (!holds(goal.when, names).value_or(false))
            report(where + "/solution", { "lesson.not_reached" });
        for (const auto& [pointer, value] : goal.solution)
            if (!isUnlocked(m_step.unlock, pointer))
                report(where + "/solution", { "lesson.locked", { pointer } });
    }

    const LessonResults& m_results;
    std::size_t m_index;
    const LessonStep& m_step;
    std::string m_at;
    StepNames m_names;
    Problems& m_problems;
};

template <typename Has> void require(const Lesson& lesson, Has has, const char* what, Problems& problems)
{
    if (std::ranges::none_of(lesson.steps, has))
        problems.push_back({ "/lesson/steps", {}, { what }, { "right.lessons" } });
}

} // namespace

Problems checkLesson(const LessonResults& results)
{
    Problems problems;
    const Lesson& lesson = results.lesson();
    // One step alone is a claim to be judged, and one that goes on by itself is a show.
    const bool isLesson = lesson.steps.size() > 1 && !lesson.everyS;
    if (isLesson && (lesson.steps.size() < kFewestSteps || lesson.steps.size() > kMostSteps))
        problems.push_back({ "/lesson/steps", {},
            { "lesson.steps", { std::to_string(kFewestSteps), std::to_string(kMostSteps) } },
            { "right.lessons" } });
    if (isLesson) {
        require(
            lesson, [](const LessonStep& s) { return s.ask.has_value(); }, "lesson.no_question", problems);
        require(
            lesson, [](const LessonStep& s) { return s.edge; }, "lesson.no_edge", problems);
        require(
            lesson, [](const LessonStep& s) { return !s.goals.empty(); }, "lesson.no_goal", problems);
    }
    for (std::size_t i = 0; i < lesson.steps.size(); ++i)
        StepCheck(results, i, problems).check();
    return problems;
}

} // namespace memwall::core
