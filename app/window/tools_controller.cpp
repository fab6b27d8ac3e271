#include "app/window/tools_controller.h"

#include "app/background/model_speeds.h"
#include "app/dialogs/measure_dialog.h"
#include "app/files/this_computer.h"
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

ToolsController::ToolsController(const WindowContext& in, SaveController& saving)
    : m_in(in)
    , m_saving(saving)
{
    connect(m_in.actions.measure, &QAction::triggered, this, &ToolsController::measureComputer);
    loadOwnChip();
}

void ToolsController::loadOwnChip()
{
    if (!m_in.options.remembers)
        return;
    const auto chip = loadThisComputer(thisComputerPath());
    if (!chip)
        m_in.say(chip.error());
    else if (*chip)
        m_in.parts.scenarioBar->setOwnChips({ **chip });
}

void ToolsController::measureComputer()
{
    // What moves on the screen would be measured, too.
    m_in.session.playback().setPlaying(false);
    auto* dialog = new MeasureDialog(m_in.options.measureSeconds, &m_in.window);
    connect(dialog, &MeasureDialog::measured, this, [this, dialog](const probe::Measurement& measurement) {
        const nlohmann::ordered_json chip = app::chipOf(measurement, m_in.catalog);
        m_in.parts.scenarioBar->setOwnChips({ chip });
        QString outcome = tr("“This computer” is now among the chips.");
        if (m_in.options.remembers) {
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

void ToolsController::openOn(const nlohmann::json& chip)
{
    const std::vector<ModelSpeed> speeds = modelSpeeds(chip, m_in.catalog);
    const ModelSpeed* model = pleasantModel(speeds);
    if (model == nullptr) {
        m_in.say(tr("No model of the catalog fits into this computer's memory."));
        return;
    }
    if (!m_saving.keepChanges([this, chip] { openOn(chip); }))
        return;
    auto scenario = scenarioOn(chip, model->id, kSpeedFormats.front(), m_in.catalog);
    if (scenario)
        m_in.session.document().adopt(*std::move(scenario));
    else
        m_in.showProblems(tr("The scenario cannot be opened."), scenario.error());
}

} // namespace memwall::app
