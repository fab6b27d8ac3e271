#include "app/window/race_controller.h"

#include "app/files/scenario_file.h"
#include "core/scenario/race_edits.h"
#include "widgets/base/plain_text.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/race/race_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QToolButton>

namespace memwall::app
{

RaceController::RaceController(const WindowContext& in)
    : m_in(in)
{
    connectLanes();
    connectLaneMenu();
    const ui::RaceWidget* race = m_in.parts.race;
    connect(&m_in.session, &Session::resultChanged, this, &RaceController::fill);
    connect(&m_in.session, &Session::modeChanged, this, &RaceController::updateModes);
    connect(&m_in.session, &Session::scenarioChanged, this, &RaceController::fillSystems);
    connect(&m_in.session, &Session::editedChanged, this, &RaceController::showEdited);
    connect(m_in.parts.scenarioBar, &ui::ScenarioBar::systemRequested, this,
        [this](std::size_t lane) { m_in.session.isRace() ? m_in.session.select(lane) : solo(lane); });
    connect(m_in.parts.systems, &QComboBox::activated, this,
        [this](int index) { solo(static_cast<std::size_t>(index)); });
    connect(race, &ui::RaceWidget::currentRequested, &m_in.session, &Session::select);
    connect(race, &ui::RaceWidget::soloRequested, this, &RaceController::solo);
    connect(race, &ui::RaceWidget::removeRequested, this, &RaceController::remove);
    connect(race, &ui::RaceWidget::swapRequested, this, &RaceController::swap);
    updateModes();
}

void RaceController::connectLanes()
{
    const Actions& actions = m_in.actions;
    const auto show = [this](bool race) {
        m_in.session.setRace(race);
        focusLane();
    };
    connect(actions.race, &QAction::triggered, this, show);
    connect(m_in.parts.raceButton, &QToolButton::clicked, this, show);
    connect(actions.backToRace, &QAction::triggered, this, [show] { show(true); });
    for (int i = 0; i < actions.soloLanes.size(); ++i)
        connect(actions.soloLanes[i], &QAction::triggered, this,
            [this, i] { solo(static_cast<std::size_t>(i)); });
    connect(actions.laneUp, &QAction::triggered, this, [this] {
        if (const std::size_t lane = m_in.session.edited(); lane > 0)
            swap(lane, lane - 1);
    });
    connect(actions.laneDown, &QAction::triggered, this,
        [this] { swap(m_in.session.edited(), m_in.session.edited() + 1); });
    connect(actions.removeLane, &QAction::triggered, this, [this] { remove(m_in.session.edited()); });
}

void RaceController::connectLaneMenu()
{
    const auto addShown = [this] { add(m_in.session.scenario().systems[m_in.session.edited()], {}); };
    connect(m_in.actions.addLane, &QAction::triggered, this, addShown);
    connect(m_in.parts.addLane, &QToolButton::clicked, this, addShown);
    connect(m_in.actions.addLaneFile, &QAction::triggered, this, &RaceController::askForLane);
    auto* menu = new QMenu(m_in.parts.addLane);
    menu->setObjectName(QStringLiteral("addLaneMenu"));
    menu->addAction(m_in.actions.addLane);
    menu->addAction(m_in.actions.addLaneFile);
    menu->addMenu(m_in.actions.addLaneFrom);
    m_in.parts.addLane->setMenu(menu);
}

void RaceController::fill()
{
    const Shown& shown = m_in.session.shown();
    std::vector<ui::RaceLane> lanes;
    for (std::size_t i = 0; i < shown.result->systems.size(); ++i)
        lanes.push_back(ui::raceLane(shown.result->systems[i], &shown.scenario->systems[i]));
    m_in.parts.race->setLanes(std::move(lanes), shown.workload());
    m_in.parts.race->setCurrent(m_in.session.edited());
}

void RaceController::fillSystems()
{
    const auto& systems = m_in.session.scenario().systems;
    const QSignalBlocker quiet(m_in.parts.systems);
    m_in.parts.systems->clear();
    for (std::size_t i = 0; i < systems.size(); ++i)
        m_in.parts.systems->addItem(
            tr("Lane %1: %2").arg(i + 1).arg(QString::fromStdString(systems[i].name)));
    m_in.parts.systems->setCurrentIndex(static_cast<int>(m_in.session.edited()));
}

void RaceController::showEdited()
{
    const QSignalBlocker quiet(m_in.parts.systems);
    m_in.parts.systems->setCurrentIndex(static_cast<int>(m_in.session.edited()));
    m_in.parts.race->setCurrent(m_in.session.edited());
}

void RaceController::focusLane()
{
    if (m_in.session.isRace() && m_in.session.edited() < m_in.parts.race->lanes())
        m_in.parts.race->lane(m_in.session.edited())->setFocus();
}

/// Which of the two views is there, and what can be asked of them.
void RaceController::updateModes()
{
    const std::size_t lanes = m_in.session.scenario().systems.size();
    const bool several = lanes > 1;
    m_in.parts.raceButton->setVisible(several);
    m_in.parts.raceButton->setChecked(m_in.session.isRace());
    m_in.parts.addLane->setEnabled(lanes > 0);
    m_in.actions.race->setEnabled(several);
    m_in.actions.race->setChecked(m_in.session.isRace());
    m_in.actions.backToRace->setEnabled(several && !m_in.session.isRace());
    m_in.actions.addLane->setEnabled(lanes > 0);
    for (QAction* action : { m_in.actions.laneUp, m_in.actions.laneDown, m_in.actions.removeLane })
        action->setEnabled(several && m_in.session.isRace());
    for (int i = 0; i < m_in.actions.soloLanes.size(); ++i)
        m_in.actions.soloLanes[i]->setEnabled(several && i < static_cast<int>(lanes));
}

void RaceController::solo(std::size_t lane)
{
    if (lane >= m_in.session.scenario().systems.size())
        return;
    m_in.session.select(lane);
    m_in.session.setRace(false);
    m_in.parts.timeline->zoomToDepth(core::Depth::Step);
}

bool RaceController::hasRoom()
{
    if (m_in.session.scenario().systems.size() < core::kMostLanes)
        return true;
    m_in.say(tr("Four lanes are what one race can hold. Remove one first: its ✕, or Del on the lane."));
    return false;
}

void RaceController::add(const core::System& system, const QString& origin)
{
    if (!hasRoom())
        return;
    const core::Scenario& scenario = m_in.session.scenario();
    const std::size_t before = scenario.systems.size();
    if (!m_in.apply(core::addLane(scenario, system),
            tr("Add lane %1").arg(QString::fromStdString(system.name)), {}, before))
        return;
    const core::Scenario& now = m_in.session.scenario();
    const QString name = QString::fromStdString(now.systems.back().name);
    m_in.say(origin.isEmpty()
            ? tr("“%1” races too. The bar above changes it; the other lanes stay.").arg(name)
            : tr("“%1” of “%2” races too, with the workload of this scenario: %3.")
                  .arg(name, origin, ui::workloadText(now.workload)));
}

void RaceController::addFrom(const QString& path)
{
    if (hasRoom())
        m_in.reader.request(
            path, [path, &catalog = m_in.catalog] { return readOpened(path, catalog); },
            [this, path](const Opened& opened) { addRead(path, opened); });
}

void RaceController::addRead(const QString& path, const Opened& opened)
{
    if (!opened) {
        m_in.showProblems(
            tr("%1 cannot be opened. The race stays as it is.").arg(QDir::toNativeSeparators(path)),
            opened.error().problems);
        return;
    }
    if (const auto* model = std::get_if<core::ModelRef>(&opened->content)) {
        emit modelFound(*model);
        return;
    }
    const auto& scenario = std::get<core::Scenario>(opened->content);
    add(scenario.systems.front(),
        scenario.title.empty() ? ui::visibleText(QFileInfo(path).fileName())
                               : QString::fromStdString(scenario.title));
}

void RaceController::askForLane()
{
    if (!hasRoom())
        return;
    const QString start
        = m_in.session.document().path().isEmpty() ? m_in.folders.scenarios : m_in.session.document().path();
    const QString path = QFileDialog::getOpenFileName(
        &m_in.window, tr("Add a lane"), start, tr("Memwall scenarios (*.memwall.json)"));
    if (!path.isEmpty())
        addFrom(path);
}

void RaceController::remove(std::size_t lane)
{
    const core::Settings settings = core::removeLane(m_in.session.scenario(), lane);
    if (settings.empty())
        return;
    const QString name = QString::fromStdString(m_in.session.scenario().systems[lane].name);
    // The lane that the bar changes stays the same one.
    const std::size_t edited = m_in.session.edited();
    m_in.apply(settings, tr("Remove lane %1").arg(name), {}, edited > lane ? edited - 1 : edited);
}

void RaceController::swap(std::size_t a, std::size_t b)
{
    const core::Settings settings = core::swapLanes(m_in.session.scenario(), a, b);
    if (settings.empty())
        return;
    const std::size_t edited = m_in.session.edited();
    const std::size_t then = edited == a ? b : edited == b ? a : edited;
    m_in.apply(
        settings, tr("Swap lanes %1 and %2").arg(std::min(a, b) + 1).arg(std::max(a, b) + 1), {}, then);
    focusLane();
}

bool RaceController::dropsLane(QPoint position) const
{
    const auto over = [&](const QWidget* widget) {
        return widget->isVisible() && widget->rect().contains(widget->mapFrom(&m_in.window, position));
    };
    return over(m_in.parts.race) || over(m_in.parts.addLane);
}

} // namespace memwall::app
