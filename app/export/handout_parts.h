// What a handout is made of, each part put on the sheet where it stands.
#pragma once

#include "app/export/print_sheet.h"
#include "core/lesson/tell_step.h"
#include "core/origin/origin.h"
#include "core/simulate.h"

namespace memwall::app
{

/// An answer for the teacher's page.
struct HandoutAnswer
{
    QString question, answer;
};

void addStage(PrintSheet& sheet, const core::SystemResult& system, const core::Scenario& scenario,
    core::Instant time, double height);
/// One row each: name, value, typical band; below it the formula with its numbers.
void addFigures(PrintSheet& sheet, const std::vector<core::Origin>& figures);
/// Where one token's time goes, as a bar in the kinds' patterns, with a legend.
void addBreakdown(PrintSheet& sheet, const core::Report& report);
/// To predict before anybody shows it.
[[nodiscard]] std::vector<HandoutAnswer> addQuestions(PrintSheet& sheet, const core::Report& report);
/// The question of a lesson's step with boxes to tick.
[[nodiscard]] HandoutAnswer addAsk(
    PrintSheet& sheet, const core::LessonQuestion& ask, const core::ToldStep& told);
/// A task, with a box to tick when it is done.
void addTask(PrintSheet& sheet, const core::LessonGoal& goal);
void addAnswers(PrintSheet& sheet, const std::vector<HandoutAnswer>& answers);
/// What the figures rest on: values that the scenario sets, then sources with what was taken from each.
void addSources(PrintSheet& sheet, const std::vector<core::Origin>& figures);

} // namespace memwall::app
