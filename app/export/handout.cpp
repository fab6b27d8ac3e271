#include "app/export/handout.h"

#include "app/export/handout_parts.h"
#include "app/export/scene.h"
#include "app/files/trace_file.h"
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

/// A step's values on top of all before it.
void addStep(PrintSheet& sheet, const HandoutInput& input, core::Scenario& scenario,
    const nlohmann::json& step, int number, std::vector<HandoutAnswer>& answers)
{
    const ui::Theme& theme = sheet.theme();
    scenario = withStep(std::move(scenario), step, input.catalog, input.folder);
    sheet.keepTogether(kStepStageHeight + 90);
    sheet.heading(QStringLiteral("%1 · %2").arg(number).arg(ui::plain(step.value("title", std::string()))));
    if (const std::string say = step.value("say", std::string()); !say.empty())
        sheet.text(ui::plain(say), ui::TextRole::Body, theme.text);
    sheet.space(6);
    const core::SimulationResult result = core::simulate(scenario, input.catalog);
    const core::SystemResult& system = result.systems[std::min(input.system, result.systems.size() - 1)];
    addStage(sheet, system, scenario, tellingMoment(*system.run), kStepStageHeight);
    HandoutAnswer answer;
    if (const auto ask = step.find("ask"); ask != step.end() && addAsk(sheet, *ask, answer))
        answers.push_back(answer);
    else
        sheet.ruled(2);
}

std::vector<HandoutAnswer> addSteps(PrintSheet& sheet, const HandoutInput& input)
{
    std::vector<HandoutAnswer> answers;
    core::Scenario scenario = input.scenario;
    int number = 0;
    for (const nlohmann::json& step : input.scenario.lesson->at("steps"))
        addStep(sheet, input, scenario, step, ++number, answers);
    return answers;
}

} // namespace

core::Scenario withStep(
    core::Scenario scenario, const nlohmann::json& step, const core::Catalog& catalog, const QString& folder)
{
    core::Settings settings;
    if (const auto set = step.find("set"); set != step.end())
        for (const auto& [pointer, value] : set->items())
            settings.emplace_back(pointer, value);
    if (auto changed = core::withSettings(scenario, settings, catalog))
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
