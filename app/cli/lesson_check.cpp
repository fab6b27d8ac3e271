#include "app/cli/lesson_check.h"

#include "app/background/interrupt.h"
#include "app/cli/batch_output.h"
#include "app/cli/command_line.h"
#include "app/files/output_file.h"
#include "core/lesson/check_lesson.h"
#include "core/lesson/lesson_text.h"
#include "core/lesson/tell_step.h"
#include "core/simulate.h"
#include "widgets/words/sayings.h"

namespace memwall::app
{

namespace
{

/// What a step says, and which answer is right, for the author.
std::string stepText(const core::LessonStep& step, const core::ToldStep& told)
{
    std::string text = std::to_string(told.step + 1);
    text.append(". ").append(step.title).append("\n   ").append(told.say).append("\n");
    if (told.right)
        text.append("   → ").append(step.ask->choices[*told.right].text);
    if (told.answer)
        text.append("   → ").append(core::lessonFigure(*told.answer, step.ask->unit));
    if (step.ask)
        text.append("\n   ").append(told.because).append("\n");
    return text;
}

} // namespace

ExitStatus runLessonCheck(
    const CommandLine& line, const core::Scenario& scenario, const core::Catalog& catalog)
{
    if (!scenario.lesson) {
        complain(QStringLiteral("%1 has no lesson").arg(line.file));
        return kBadScenario;
    }
    const InterruptWatch watch;
    const auto simulate = [](const core::Scenario& of, const core::Catalog& with,
                              const std::stop_token& stop) { return core::simulate(of, with, stop); };
    const core::LessonResults results(scenario, catalog, simulate, watch.token());
    const core::Problems problems = core::checkLesson(results);
    std::string text;
    for (std::size_t i = 0; i < results.lesson().steps.size() && !results.isStopped(); ++i)
        text += stepText(results.lesson().steps[i], core::tellStep(results, i));
    if (results.isStopped()) {
        complain(QStringLiteral("interrupted; nothing was checked"));
        return kInterrupted;
    }
    for (const core::Problem& problem : problems)
        complain(
            QString::fromStdString(core::describe(problem, ui::wordingOfReader(), line.file.toStdString())));
    if (!writeOutput(QStringLiteral("-"), text))
        return kInputOutput;
    return problems.empty() ? kGood : kBadScenario;
}

} // namespace memwall::app
