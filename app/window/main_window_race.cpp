// The race: lanes come and go through the document, so that undo takes them back; all of them on one clock,
// or one of them in Explore.
#include "app/files/scenario_file.h"
#include "app/window/main_window.h"
#include "app/window/problem_dialog.h"
#include "widgets/base/plain_text.h"
#include "widgets/charts/insight_column.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/race/race_edits.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>

namespace memwall::app
{

void MainWindow::connectRace()
{
    connectLaneMenu();
    connect(m_parts.race, &ui::RaceWidget::currentRequested, this, &MainWindow::selectLane);
    connect(m_parts.race, &ui::RaceWidget::soloRequested, this, &MainWindow::soloLane);
    connect(m_parts.race, &ui::RaceWidget::removeRequested, this, &MainWindow::removeLane);
    connect(m_parts.race, &ui::RaceWidget::swapRequested, this, &MainWindow::swapLanes);
    connect(m_parts.scenarioBar, &ui::ScenarioBar::systemRequested, this,
        [this](std::size_t lane) { m_isRace ? selectLane(lane) : soloLane(lane); });
    connect(m_actions.race, &QAction::triggered, this, &MainWindow::showRace);
    connect(m_parts.raceButton, &QToolButton::clicked, this, &MainWindow::showRace);
    connect(m_actions.backToRace, &QAction::triggered, this, [this] { showRace(true); });
    for (int i = 0; i < m_actions.soloLanes.size(); ++i)
        connect(m_actions.soloLanes[i], &QAction::triggered, this,
            [this, i] { soloLane(static_cast<std::size_t>(i)); });
    connect(m_actions.laneUp, &QAction::triggered, this, [this] {
        if (m_system > 0)
            swapLanes(m_system, m_system - 1);
    });
    connect(m_actions.laneDown, &QAction::triggered, this, [this] { swapLanes(m_system, m_system + 1); });
    connect(m_actions.removeLane, &QAction::triggered, this, [this] { removeLane(m_system); });
}

void MainWindow::connectLaneMenu()
{
    const auto addShown = [this] { addLane(m_document.scenario().systems[m_system], {}); };
    connect(m_actions.addLane, &QAction::triggered, this, addShown);
    connect(m_parts.addLane, &QToolButton::clicked, this, addShown);
    connect(m_actions.addLaneFile, &QAction::triggered, this, &MainWindow::askForLane);
    auto* menu = new QMenu(m_parts.addLane);
    menu->setObjectName(QStringLiteral("addLaneMenu"));
    menu->addAction(m_actions.addLane);
    menu->addAction(m_actions.addLaneFile);
    menu->addMenu(m_actions.addLaneFrom);
    m_parts.addLane->setMenu(menu);
}

void MainWindow::fillLaneMenus()
{
    m_actions.addLaneFrom->clear();
    for (const ShippedScenario& scenario : shippedScenarios(m_folders))
        connect(m_actions.addLaneFrom->addAction(ui::menuText(scenario.title)), &QAction::triggered, this,
            [this, path = scenario.path] { addLaneFrom(path); });
}

Playback::Runs MainWindow::shownRuns() const
{
    Playback::Runs runs;
    for (const core::SystemResult& system : m_result->systems)
        runs.push_back(system.run);
    if (!m_isRace)
        runs = { runs[std::min(m_system, runs.size() - 1)] };
    return runs;
}

void MainWindow::fillRace()
{
    if (!m_result)
        return;
    std::vector<ui::RaceLane> lanes;
    for (std::size_t i = 0; i < m_result->systems.size(); ++i)
        lanes.push_back(ui::raceLane(m_result->systems[i],
            // While a change is under way, the result may be older than the scenario.
            i < m_simulated.systems.size() && !m_simulator.isBusy() ? &m_simulated.systems[i] : nullptr));
    m_parts.race->setLanes(std::move(lanes), m_simulated.workload);
    m_parts.race->setCurrent(m_system);
}

/// Which of the two views is there, and what can be asked of them.
void MainWindow::updateModes()
{
    const std::size_t lanes = m_document.scenario().systems.size();
    const bool several = lanes > 1;
    updateColumns();
    m_parts.raceButton->setVisible(several);
    m_parts.raceButton->setChecked(m_isRace);
    m_parts.addLane->setEnabled(lanes > 0);
    m_actions.race->setEnabled(several);
    m_actions.race->setChecked(m_isRace);
    m_actions.backToRace->setEnabled(several && !m_isRace);
    m_actions.addLane->setEnabled(lanes > 0);
    for (QAction* action : { m_actions.laneUp, m_actions.laneDown, m_actions.removeLane })
        action->setEnabled(several && m_isRace);
    for (int i = 0; i < m_actions.soloLanes.size(); ++i)
        m_actions.soloLanes[i]->setEnabled(several && i < static_cast<int>(lanes));
}

void MainWindow::showRace(bool race)
{
    m_isRace = race && m_document.scenario().systems.size() > 1;
    updateModes();
    if (m_result && !m_result->systems.empty())
        m_playback.setRuns(shownRuns()); // the clock goes on
    if (m_isRace && m_system < m_parts.race->lanes())
        m_parts.race->lane(m_system)->setFocus();
}

/// Lanes that come make a race, the last that goes ends it; also by undo.
void MainWindow::takeLaneCount(std::size_t lanes)
{
    const std::size_t before = std::exchange(m_lanes, lanes);
    if (m_isNew || (before > 1) == (lanes > 1)) {
        updateModes();
        return;
    }
    if (lanes > 1)
        m_exploreScale = m_playback.timeScale();
    showRace(lanes > 1);
    if (lanes > 1)
        m_playback.setTimeScale(1.0);
    else if (m_exploreScale)
        m_playback.setTimeScale(*std::exchange(m_exploreScale, std::nullopt));
}

void MainWindow::selectLane(std::size_t lane)
{
    if (lane >= m_document.scenario().systems.size() || lane == m_system)
        return;
    m_system = lane;
    const QSignalBlocker quiet(m_parts.systems);
    m_parts.systems->setCurrentIndex(static_cast<int>(lane));
    m_parts.race->setCurrent(lane);
    m_parts.scenarioBar->setScenario(m_document.scenario(), m_system);
    showSystem(true);
}

void MainWindow::soloLane(std::size_t lane)
{
    if (lane >= m_document.scenario().systems.size())
        return;
    selectLane(lane);
    showRace(false);
    m_parts.timeline->zoomToDepth(core::Depth::Step);
}

bool MainWindow::hasRoomForLane()
{
    if (m_document.scenario().systems.size() < ui::kMostLanes)
        return true;
    say(tr("Four lanes are what one race can hold. Remove one first: its ✕, or Del on the lane."));
    return false;
}

void MainWindow::addLane(const core::System& system, const QString& origin)
{
    if (!hasRoomForLane())
        return;
    const core::Settings settings = ui::addLane(m_document.scenario(), system);
    const std::size_t before = m_document.scenario().systems.size();
    applySettings(settings, tr("Add lane %1").arg(QString::fromStdString(system.name)), {});
    if (m_document.scenario().systems.size() == before)
        return;
    const std::string& name = m_document.scenario().systems.back().name;
    selectLane(before);
    say(origin.isEmpty() ? tr("“%1” races too. The bar above changes it; the other lanes stay.")
                               .arg(QString::fromStdString(name))
                         : tr("“%1” of “%2” races too, with the workload of this scenario: %3.")
                               .arg(QString::fromStdString(name), origin,
                                   ui::workloadText(m_document.scenario().workload)));
}

bool MainWindow::addLaneFrom(const QString& path)
{
    if (!hasRoomForLane())
        return false;
    const auto scenario = readScenarioFile(path, m_catalog);
    if (!scenario) {
        (new ProblemDialog(
             tr("%1 cannot be opened. The race stays as it is.").arg(QDir::toNativeSeparators(path)),
             scenario.error().problems, this))
            ->open();
        return false;
    }
    const std::size_t before = m_document.scenario().systems.size();
    addLane(scenario->systems.front(),
        scenario->title.empty() ? ui::visibleText(QFileInfo(path).fileName())
                                : QString::fromStdString(scenario->title));
    return m_document.scenario().systems.size() > before;
}

void MainWindow::askForLane()
{
    if (!hasRoomForLane())
        return;
    const QString start = m_document.path().isEmpty() ? m_folders.scenarios : m_document.path();
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Add a lane"), start, tr("Memwall scenarios (*.memwall.json)"));
    if (!path.isEmpty())
        addLaneFrom(path);
}

void MainWindow::removeLane(std::size_t lane)
{
    const core::Settings settings = ui::removeLane(m_document.scenario(), lane);
    if (settings.empty())
        return;
    const QString name = QString::fromStdString(m_document.scenario().systems[lane].name);
    // The lane that the bar changes stays the same one.
    if (m_system > lane)
        --m_system;
    applySettings(settings, tr("Remove lane %1").arg(name), {});
}

void MainWindow::swapLanes(std::size_t a, std::size_t b)
{
    const core::Settings settings = ui::swapLanes(m_document.scenario(), a, b);
    if (settings.empty())
        return;
    if (m_system == a || m_system == b)
        m_system = m_system == a ? b : a;
    applySettings(settings, tr("Swap lanes %1 and %2").arg(std::min(a, b) + 1).arg(std::max(a, b) + 1), {});
    if (m_isRace && m_system < m_parts.race->lanes())
        m_parts.race->lane(m_system)->setFocus();
}

bool MainWindow::dropsLane(QPoint position) const
{
    const auto over = [&](const QWidget* widget) {
        return widget->isVisible() && widget->rect().contains(widget->mapFrom(this, position));
    };
    return over(m_parts.race) || over(m_parts.addLane);
}

} // namespace memwall::app
