// The window's Tools menu: measuring this computer, and the chip that comes of it; and its charts.
#include "app/files/this_computer.h"
#include "app/session/model_speeds.h"
#include "app/window/chart_files.h"
#include "app/window/main_window.h"
#include "app/window/measure_dialog.h"
#include "app/window/problem_dialog.h"
#include "widgets/charts/chart_actions.h"
#include "widgets/charts/insight_column.h"
#include "widgets/controls/scenario_bar.h"

#include <QDir>

namespace memwall::app
{

namespace
{

/// The largest model that still writes fast enough to be read, in 4 bits; otherwise the fastest.
const ModelSpeed* pleasantModel(const std::vector<ModelSpeed>& speeds)
{
    constexpr double kReadingSpeed = 8; // tokens/s
    const ModelSpeed* best = nullptr;
    for (const ModelSpeed& speed : speeds) {
        if (!speed.formats.front())
            continue;
        if (best == nullptr || speed.formats.front()->tokensPerS >= kReadingSpeed)
            best = &speed;
    }
    return best;
}

} // namespace

void MainWindow::connectTools()
{
    connect(m_actions.measure, &QAction::triggered, this, &MainWindow::measureComputer);
}

void MainWindow::connectCharts()
{
    connect(m_actions.charts, &QAction::triggered, this, [this] { m_charts.open({ m_actions.play }); });
    connect(&m_charts, &ChartsWindow::failed, this, &MainWindow::say);
    connect(m_parts.insight, &ui::InsightColumn::saveRequested, this,
        [this](const ui::ChartFile& file) { saveChart(file, *this); });
}

void MainWindow::loadOwnChip()
{
    if (!m_options.remembers)
        return;
    const auto chip = loadThisComputer(thisComputerPath());
    if (!chip)
        say(chip.error());
    else if (*chip)
        m_parts.scenarioBar->setOwnChips({ **chip });
}

void MainWindow::measureComputer()
{
    // What moves on the screen would be measured, too.
    m_playback.setPlaying(false);
    auto* dialog = new MeasureDialog(m_options.measureSeconds, this);
    connect(dialog, &MeasureDialog::measured, this, [this, dialog](const probe::Measurement& measurement) {
        const nlohmann::ordered_json chip = app::chipOf(measurement, m_catalog);
        m_parts.scenarioBar->setOwnChips({ chip });
        QString outcome = tr("“This computer” is now among the chips.");
        if (m_options.remembers) {
            const QString path = thisComputerPath();
            const auto kept = storeThisComputer(path, chip);
            outcome += u' '
                + (kept ? tr("It is kept in %1.").arg(QDir::toNativeSeparators(path))
                        : tr("It lasts until the program ends: %1.").arg(kept.error()));
        }
        dialog->setOutcome(outcome, true);
        connect(dialog, &MeasureDialog::openRequested, this, [this, chip] { openOn(chip); });
    });
    dialog->open();
}

void MainWindow::openOn(const nlohmann::json& chip)
{
    const std::vector<ModelSpeed> speeds = modelSpeeds(chip, m_catalog);
    const ModelSpeed* model = pleasantModel(speeds);
    if (model == nullptr) {
        say(tr("No model of the catalog fits into this computer's memory."));
        return;
    }
    if (!keepChanges([this, chip] { openOn(chip); }))
        return;
    auto scenario = scenarioOn(chip, model->id, kSpeedFormats.front(), m_catalog);
    if (scenario)
        m_document.adopt(*std::move(scenario), {});
    else
        (new ProblemDialog(tr("The scenario cannot be opened."), scenario.error(), this))->open();
}

} // namespace memwall::app
