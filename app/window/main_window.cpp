#include "app/window/main_window.h"

#include "app/export/scene.h"
#include "app/window/key_policy.h"
#include "app/window/notice_bar.h"
#include "widgets/charts/insight_column.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/controls/transport_bar.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QComboBox>
#include <QToolButton>

#include <algorithm>

namespace memwall::app
{

namespace
{

/// Where a film starts by itself: a few seconds before the first word. In slow motion a prefill can take
/// minutes; it is one press of Home away.
core::Instant openingMoment(const core::Run& run, double timeScale)
{
    constexpr double kSecondsBefore = 3;
    if (!run.fits || run.requests.empty() || run.requests.front().rejected)
        return {};
    const core::Duration before = core::fromSeconds(kSecondsBefore / timeScale);
    return std::max(core::Instant {}, run.requests.front().firstToken - before);
}

constexpr int kFrameMs = 16;

bool sameMachine(const core::Scenario& a, const core::Scenario& b)
{
    return a.workload == b.workload && a.systems == b.systems;
}

} // namespace

MainWindow::MainWindow(const core::Catalog& catalog, Folders folders, const WindowOptions& options)
    : m_catalog(catalog)
    , m_folders(std::move(folders))
    , m_options(options)
    , m_document(catalog)
    , m_drafts(m_document, catalog, options.draftFolder)
    , m_simulator(catalog)
    , m_seeker(catalog)
    , m_parts(buildWindow(*this, catalog))
    , m_actions(createActions(*this, m_document.undoStack()))
    , m_trust(catalog, m_folders.catalog + QStringLiteral("/measurements.json"), *this)
    , m_explainer(catalog, *this)
    , m_charts(catalog, *this)
    , m_computing(m_parts)
    , m_scale(options.scale)
{
    new KeyPolicy(*this);
    m_parts.stage->setCatalog(catalog);
    setAcceptDrops(true);
    constexpr QSize kSmallest { 640, 360 }; // 1280 × 720 at 200 %
    setMinimumSize(kSmallest);
    m_parts.menuButton->setMenu(m_actions.menu);
    m_frames.setInterval(kFrameMs);
    m_frames.setTimerType(Qt::PreciseTimer);
    connectDocument();
    connectPlayback();
    connectViews();
    connectFileActions();
    connectDrafts();
    connectExport();
    connectViewActions();
    connectPlaybackActions();
    connectTools();
    connectCharts();
    connectHelpActions();
    connectTarget();
    connectTimeline();
    connectRace();
    connectPanels();
    restore();
    updateLook();
    updatePace();
    fillLists();
    updateModes();
    loadOwnChip();
}

void MainWindow::connectDocument()
{
    connect(&m_document, &Document::opened, this, &MainWindow::startScenario);
    connect(&m_document, &Document::scenarioChanged, this, &MainWindow::takeScenario);
    connect(&m_document, &Document::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &Document::pathChanged, this, &MainWindow::updateTitle);
    connect(&m_simulator, &Simulator::started, &m_computing, &ComputingSign::begin);
    connect(&m_simulator, &Simulator::failed, &m_computing, &ComputingSign::fail);
    connect(&m_simulator, &Simulator::finished, this, &MainWindow::takeResult);
}

void MainWindow::connectPlayback()
{
    connect(&m_frames, &QTimer::timeout, &m_playback, &Playback::advance);
    connect(&m_playback, &Playback::timeChanged, this, &MainWindow::showTime);
    connect(&m_playback, &Playback::playingChanged, this, [this](bool playing) {
        m_parts.transport->setPlaying(playing);
        playing ? m_frames.start() : m_frames.stop();
    });
    connect(&m_playback, &Playback::timeScaleChanged, m_parts.transport, &ui::TransportBar::setTimeScale);
    connect(&m_playback, &Playback::timeScaleChanged, m_parts.race, &ui::RaceWidget::setTimeScale);
    connect(&m_playback, &Playback::timeScaleChanged, this, &MainWindow::updatePace);
    connect(&m_playback, &Playback::playingChanged, this, &MainWindow::updatePace);
}

void MainWindow::connectViews()
{
    connect(m_parts.scenarioBar, &ui::ScenarioBar::settingsRequested, this, &MainWindow::applySettings);
    const auto refuse = [this](const QString& why) { say(tr("Not taken: %1").arg(why)); };
    connect(m_parts.scenarioBar, &ui::ScenarioBar::refused, this, refuse);
    connect(m_parts.transport, &ui::TransportBar::refused, this, refuse);
    connect(m_parts.stage, &ui::StageWidget::widthScaleRequested, this, [this](ui::WidthScale widths) {
        const bool toScale = widths == ui::WidthScale::True;
        applySettings({ { "/view/stage/widths", toScale ? "true" : "log" } },
            toScale ? tr("Show widths at true scale") : tr("Show widths on a log scale"), {});
    });
    connect(m_parts.timeline, &ui::TimelineWidget::seekRequested, &m_playback, &Playback::seek);
    connect(m_parts.transport, &ui::TransportBar::playRequested, &m_playback, &Playback::setPlaying);
    connect(m_parts.transport, &ui::TransportBar::seekRequested, &m_playback, &Playback::seek);
    connect(m_parts.transport, &ui::TransportBar::stepRequested, &m_playback, &Playback::step);
    connect(m_parts.transport, &ui::TransportBar::timeScaleRequested, &m_playback, &Playback::setTimeScale);
    connect(m_parts.insight, &ui::InsightColumn::originRequested, &m_trust, &TrustWindows::showOrigin);
    connect(m_parts.systems, &QComboBox::activated, this,
        [this](int index) { soloLane(static_cast<std::size_t>(index)); });
}

void MainWindow::startScenario()
{
    const core::Scenario& scenario = m_document.scenario();
    m_isNew = true;
    m_system = 0;
    m_simulator.cancel();
    m_isRace = scenario.systems.size() > 1;
    m_lanes = scenario.systems.size();
    m_exploreScale.reset();
    if (scenario.view.timeScale) // otherwise as suits the run, when there is one
        m_playback.setTimeScale(*scenario.view.timeScale);
    m_parts.notice->clear(); // it spoke of another scenario
    say(scenario.lesson ? tr("This file tells a lesson. This version shows its scenario without the steps.")
                        : QString());
    updateTitle();
    takeScenario();
}

void MainWindow::takeScenario()
{
    const core::Scenario& scenario = m_document.scenario();
    const auto widths = scenario.view.stageWidths == "true" ? ui::WidthScale::True : ui::WidthScale::Log;
    m_parts.stage->setWidthScale(widths);
    m_parts.race->setWidthScale(widths);
    updateLook();
    fillSystems();
    takeLaneCount(scenario.systems.size());
    m_parts.scenarioBar->setScenario(scenario, m_system);
    if (!m_isNew && sameMachine(scenario, m_simulated))
        return;
    m_simulated = scenario;
    m_simulator.request(scenario);
}

void MainWindow::takeResult(const Simulator::Result& result)
{
    m_result = result;
    // A result that is older than the scenario is another picture to look at, not yet the right one.
    m_simulator.isBusy() ? m_computing.begin() : m_computing.end();
    const bool fromTheStart = std::exchange(m_isNew, false);
    fillRace();
    showSystem(fromTheStart);
    if (!m_result->systems.empty())
        startClock(fromTheStart);
    if (fromTheStart)
        noteShown();
}

/// Fills the views of one system.
void MainWindow::showSystem(bool anew)
{
    if (!m_result || m_result->systems.empty())
        return;
    // While a change is under way, the result may still have fewer systems than the scenario.
    const std::size_t index = std::min(m_system, m_result->systems.size() - 1);
    const core::SystemResult& system = m_result->systems[index];
    if (!m_simulator.isBusy()) { // otherwise the scenario is newer than the result
        m_trust.setSystem(m_simulated.systems[index], m_simulated.workload, system);
        m_explainer.setSystem(m_simulated.systems[index], m_simulated.workload, system);
        m_charts.setSystem(m_simulated.systems[index], m_simulated.workload, system);
    }
    m_parts.scenarioBar->setScenario(m_document.scenario(), m_system);
    if (!m_simulator.isBusy())
        m_parts.scenarioBar->setReport(system.report);
    if (anew)
        m_parts.stage->setZoom(ui::StageZoom::Auto);
    m_parts.stage->setResult(system.run, system.report);
    m_parts.tape->setRun(
        system.run, QString::fromStdString(m_simulated.workload.answerText.value_or(std::string())));
    m_parts.timeline->setRun(system.run);
    m_bookmarks.setRun(system.run);
    m_parts.timeline->setBookmarks(m_bookmarks.instants());
    m_parts.insight->setResult(system.report, system.run);
    showTarget(system.report, anew);
}

void MainWindow::startClock(bool fromTheStart)
{
    const Playback::Runs runs = shownRuns();
    if (!fromTheStart) {
        m_isRace ? m_playback.setRuns(runs) : m_playback.setRun(runs.front());
        return;
    }
    m_playback.startRuns(runs);
    if (runs.front())
        m_playback.setTimeScale(timeScaleOf(m_document.scenario(), *runs.front()));
    if (m_options.autoplay && !m_isRace) // a race starts together
        m_playback.seek(openingMoment(*runs.front(), m_playback.timeScale()));
    m_parts.timeline->zoomToDepth(core::Depth::Step);
    if (m_options.autoplay)
        m_playback.setPlaying(true);
}

void MainWindow::showScenario(
    const core::Scenario& scenario, const QString& path, core::SimulationResult result)
{
    m_document.adopt(scenario, path);
    m_simulator.cancel();
    takeResult(std::make_shared<const core::SimulationResult>(std::move(result)));
}

void MainWindow::lookAt(core::Instant time)
{
    m_playback.seek(time);
    m_parts.tape->setRealSeconds(core::toSeconds(time));
    m_parts.timeline->zoomToDepth(core::Depth::Step);
}

void MainWindow::showMoment(core::Instant time, double playedS)
{
    m_playback.seek(time);
    m_parts.tape->setRealSeconds(playedS);
}

void MainWindow::chooseSystem(std::size_t system)
{
    soloLane(system);
}

void MainWindow::showTime(core::Instant time)
{
    m_parts.transport->setTime(time, m_playback.end());
    if (m_isRace) {
        m_parts.race->setTime(time);
        return;
    }
    m_parts.stage->setTime(time);
    m_parts.tape->setTime(time);
    m_parts.tape->setRealSeconds(m_playback.playedSeconds());
    m_parts.timeline->setTime(time);
    m_parts.insight->setTime(time);
    m_charts.setTime(time);
}

void MainWindow::fillSystems()
{
    const auto& systems = m_document.scenario().systems;
    m_system = std::min(m_system, systems.empty() ? 0 : systems.size() - 1);
    m_parts.systems->clear();
    for (std::size_t i = 0; i < systems.size(); ++i)
        m_parts.systems->addItem(tr("Lane %1: %2").arg(i + 1).arg(QString::fromStdString(systems[i].name)));
    m_parts.systems->setCurrentIndex(static_cast<int>(m_system));
    updateModes();
}

void MainWindow::applySettings(const core::Settings& settings, const QString& text, const QString& mergeKey)
{
    const auto applied = m_document.apply(settings, text, mergeKey);
    say(applied ? QString() : tr("Not possible: %1").arg(describe(applied.error(), {}).trimmed()));
    if (applied)
        return;
    m_parts.scenarioBar->setScenario(m_document.scenario(), m_system); // it shows the truth again
    m_parts.scenarioBar->setRefused(m_parts.notice->text());
}

} // namespace memwall::app
