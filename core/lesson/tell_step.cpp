#include "core/lesson/tell_step.h"

#include "core/lesson/lesson_text.h"
#include "core/lesson/step_names.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

void tellAnswer(const LessonQuestion& ask, const Names& names, ToldStep& told)
{
    if (ask.kind == LessonQuestion::Kind::Number) {
        if (const auto value = evaluate(ask.rule, names); value && std::isfinite(*value))
            told.answer = *value;
        return;
    }
    for (std::size_t i = 0; i < ask.choices.size() && ask.kind == LessonQuestion::Kind::Choice; ++i)
        if (!told.right && holds(ask.choices[i].when, names).value_or(false))
            told.right = i;
}

} // namespace

ToldStep tellStep(const LessonResults& results, std::size_t index, const std::optional<Scenario>& tried)
{
    const LessonStep& step = results.lesson().steps[index];
    StepNames names(results, index);
    if (tried)
        names.replace(*tried, results.figuresOf(*tried));
    const auto filled = [&names](const std::string& text) { return fillText(text, names).value_or(text); };
    ToldStep told;
    told.step = index;
    told.say = filled(step.say);
    told.notes = filled(step.notes);
    if (step.ask) {
        told.question = filled(step.ask->question);
        told.because = filled(step.ask->because);
        tellAnswer(*step.ask, names, told);
    }
    for (const LessonGoal& goal : step.goals)
        told.reached.push_back(holds(goal.when, names).value_or(false));
    return told;
}

bool isNear(const LessonQuestion& ask, double guess, double answer)
{
    if (ask.offBy)
        return std::abs(guess - answer) <= *ask.offBy;
    return guess > 0 && answer > 0 && std::max(guess / answer, answer / guess) <= ask.within.value_or(1);
}

} // namespace memwall::core
