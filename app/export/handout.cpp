#include "app/export/handout.h"

#include "app/export/handout_parts.h"
#include "app/export/scene.h"
#include "app/files/trace_file.h"
#include "core/lesson/tell_step.h"
#include "core/scenario/scenario_io.h"
#include "widgets/base/format.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace memwall::app
{

namespace
{

struct HandoutWords
{
    Q_DECLARE_TR_FUNCTIONS(Handout)
};

constexpr double kStageHeight = 350, kStepStageHeight = 250;

/// White ground everywhere: grey surfaces cost ink and copy badly.
ui::Theme printTheme()
{
    ui::Theme theme = ui::Theme::lightTheme();
    theme.window = theme.raised = theme.panel;
    return theme;
}

/// Enough of the scenario's digest to tell whether two handouts are of the same one.
QString digestOf(const core::Scenario& scenario)
{
    constexpr int kDigits = 12;
    const QByteArray text = QByteArray::fromStdString(core::writeScenario(scenario));
    const QByteArray digest = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    return QString::fromUtf8(digest.left(kDigits));
}

QString footerOf(const HandoutInput& input)
{
    const QString file = input.fileName.isEmpty() || input.fileName == QStringLiteral("-")
        ? HandoutWords::tr("not saved")
        : input.fileName;
    return HandoutWords::tr("Memwall %1 · scenario %2 · %3")
        .arg(QCoreApplication::applicationVersion(), file, digestOf(input.scenario));
}

QString titleOf(const core::Scenario& scenario)
{
    return scenario.title.empty() ? HandoutWords::tr("Untitled") : ui::plain(scenario.title);
}

void addHead(PrintSheet& sheet, const HandoutInput& input)
{
    const ui::Theme& theme = sheet.theme();
    sheet.text(titleOf(input.scenario), ui::TextRole::Figure, theme.text);
    if (!input.scenario.description.empty())
        sheet.text(ui::plain(input.scenario.description), ui::TextRole::Body, theme.secondary);
    sheet.space(4);
    sheet.pair(HandoutWords::tr("Name: ______________________________________"),
        HandoutWords::tr("Date: ____________________"), ui::TextRole::Body, theme.text);
    sheet.space(8);
}

QString momentOf(const core::SystemResult& system, core::Instant time)
{
    if (!system.run->fits)
        return ui::wordsOf(system.run->fitReason);
    return HandoutWords::tr("%1, %2 after the request came in. Area is bytes, width is bandwidth.")
        .arg(ui::plain(system.report.name), ui::formatSeconds(core::toSeconds(time)));
}

/// What the steps of a lesson say and ask, with the requests that their traces have.
core::LessonResults resultsOf(const HandoutInput& input)
{
    const auto play = [folder = input.folder](const core::Scenario& scenario, const core::Catalog& catalog,
                          const std::stop_token& stop) {
        auto complete = withTrace(scenario, folder);
        return core::simulate(complete ? *complete : scenario, catalog, stop);
    };
    return { input.scenario, input.catalog, play };
}

/// A step as it was written, where its values cannot be set.
core::ToldStep untold(const core::LessonStep& step)
{
    core::ToldStep told;
    told.say = step.say;
    if (step.ask) {
        told.question = step.ask->question;
        told.because = step.ask->because;
    }
    return told;
}

/// scenario: with the values of all steps so far.
void addStep(PrintSheet& sheet, const HandoutInput& input, const core::Scenario& scenario,
    const core::LessonStep& step, const core::ToldStep& told, std::vector<HandoutAnswer>& answers)
{
    const ui::Theme& theme = sheet.theme();
    sheet.keepTogether(kStepStageHeight + 90);
    sheet.heading(QStringLiteral("%1 · %2").arg(told.step + 1).arg(ui::plain(step.title)));
    if (!told.say.empty())
        sheet.text(ui::plain(told.say), ui::TextRole::Body, theme.text);
    sheet.space(6);
    const core::SimulationResult result = core::simulate(scenario, input.catalog);
    const core::SystemResult& system = result.systems[std::min(input.system, result.systems.size() - 1)];
    addStage(sheet, system, scenario, tellingMoment(*system.run), kStepStageHeight);
    for (const core::LessonGoal& goal : step.goals)
        addTask(sheet, goal);
    if (step.ask)
        answers.push_back(addAsk(sheet, *step.ask, told));
    else
        sheet.ruled(2);
}

std::vector<HandoutAnswer> addSteps(PrintSheet& sheet, const HandoutInput& input)
{
    std::vector<HandoutAnswer> answers;
    const core::LessonResults results = resultsOf(input);
    core::Scenario scenario = input.scenario;
    for (std::size_t i = 0; i < results.lesson().steps.size(); ++i) {
        const core::LessonStep& step = results.lesson().steps[i];
        scenario = withStep(std::move(scenario), step, input.catalog, input.folder);
        core::ToldStep told = results.after(i) ? core::tellStep(results, i) : untold(step);
        told.step = i;
        addStep(sheet, input, scenario, step, told, answers);
    }
    return answers;
}

} // namespace

core::Scenario withStep(core::Scenario scenario, const core::LessonStep& step, const core::Catalog& catalog,
    const QString& folder)
{
    if (auto changed = core::withSettings(scenario, step.set, catalog))
        if (auto complete = withTrace(*std::move(changed), folder))
            return *std::move(complete);
    return scenario;
}

QByteArray handout(const HandoutInput& input)
{
    const core::SystemResult& system = input.result.systems[input.system];
    const core::Report& report = system.report;
    PrintSheet sheet(titleOf(input.scenario), footerOf(input), printTheme());
    const ui::Theme& theme = sheet.theme();
    addHead(sheet, input);
    addStage(sheet, system, input.scenario, input.time, kStageHeight);
    sheet.space(4);
    sheet.text(momentOf(system, input.time), ui::TextRole::Caption, theme.secondary);

    const auto figures = core::originOf(
        input.scenario.systems[input.system], input.scenario.workload, input.catalog, system);
    std::vector<HandoutAnswer> answers;
    if (report.fits) {
        sheet.heading(HandoutWords::tr("Predict first"));
        answers = input.scenario.lesson ? addSteps(sheet, input) : addQuestions(sheet, report);
        sheet.newPage();
        sheet.heading(HandoutWords::tr("What holds it back"));
        sheet.text(ui::wordsOf(report.bottleneckText), ui::TextRole::Body, theme.text);
        sheet.heading(HandoutWords::tr("Where one token’s time goes"));
        addBreakdown(sheet, report);
        sheet.heading(HandoutWords::tr("The figures and where they come from"));
        addFigures(sheet, figures);
        sheet.heading(HandoutWords::tr("Assumptions and sources"));
        addSources(sheet, figures);
    }
    if (!answers.empty()) {
        sheet.newPage();
        sheet.heading(HandoutWords::tr("For the teacher: answers"));
        addAnswers(sheet, answers);
    }
    return sheet.finish();
}

} // namespace memwall::app
