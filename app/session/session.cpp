#include "app/session/session.h"

#include "app/files/text_file.h"
#include "app/session/time_scale.h"
#include "core/scenario/lesson.h"

#include <algorithm>
#include <utility>

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

bool sameMachine(const core::Scenario& a, const core::Scenario& b)
{
    return a.workload == b.workload && a.systems == b.systems;
}

} // namespace

Session::Session(const core::Catalog& catalog, const QString& draftFolder, bool autoplay)
    : m_catalog(catalog)
    , m_document(catalog)
    , m_drafts(m_document, catalog, draftFolder)
    , m_simulator(catalog)
    , m_autoplay(autoplay)
{
    m_drafts.setParent(this); // what serves the session is found below it
    connect(&m_document, &Document::opened, this, &Session::start);
    connect(&m_document, &Document::scenarioChanged, this, &Session::takeScenario);
    connect(&m_simulator, &Simulator::started, this, &Session::computing);
    connect(&m_simulator, &Simulator::failed, this, &Session::failed);
    connect(&m_simulator, &Simulator::finished, this, &Session::takeResult);
}

void Session::start()
{
    m_isNew = true;
    m_simulator.cancel();
    m_systems = scenario().systems.size();
    m_edited = 0;
    m_race = canRace();
    m_exploreScale.reset();
    m_bookmarks.setStory(m_document.path().isEmpty() ? m_document.title() : m_document.path());
    if (scenario().view.timeScale) // otherwise as suits the run, when there is one
        m_playback.setTimeScale(*scenario().view.timeScale);
    emit opened();
    emit modeChanged();
    takeScenario();
}

void Session::takeScenario()
{
    const bool another = std::exchange(m_edited, edited()) != edited();
    takeSystemCount(scenario().systems.size());
    emit scenarioChanged();
    if (another)
        showEdited();
    if (!m_isNew && sameMachine(scenario(), *m_requested))
        return;
    m_requested = m_document.shared();
    m_simulator.request(m_requested);
}

void Session::takeResult(const Simulator::Result& result, const Simulator::Scenario& scenario)
{
    const bool fromTheStart = std::exchange(m_isNew, false);
    m_shown.scenario = scenario;
    m_shown.result = result;
    m_shown.race = m_race;
    m_shown.system = std::min(edited(), std::max<std::size_t>(1, result->systems.size()) - 1);
    // A result that is older than the scenario is another picture to look at, not yet the right one.
    isBusy() ? emit computing() : emit upToDate();
    emit resultChanged(fromTheStart);
    if (m_shown) {
        m_bookmarks.setRun(m_shown.current().run);
        emit systemChanged(fromTheStart);
        startClock(fromTheStart);
    }
    if (fromTheStart)
        emit presented();
}

void Session::startClock(bool fromTheStart)
{
    const Playback::Runs runs = shownRuns();
    if (!fromTheStart) {
        m_race ? m_playback.setRuns(runs) : m_playback.setRun(runs.front());
        return;
    }
    m_playback.startRuns(runs);
    if (runs.front())
        m_playback.setTimeScale(timeScaleOf(scenario(), *runs.front()));
    if (m_autoplay && !m_race) // a race starts together
        m_playback.seek(openingMoment(*runs.front(), m_playback.timeScale()));
    if (m_autoplay)
        m_playback.setPlaying(true);
}

Playback::Runs Session::shownRuns() const
{
    if (!m_race)
        return { m_shown.current().run };
    Playback::Runs runs;
    for (const core::SystemResult& system : m_shown.result->systems)
        runs.push_back(system.run);
    return runs;
}

void Session::setRace(bool race)
{
    m_race = race && canRace();
    m_shown.race = m_race;
    emit modeChanged();
    if (m_shown)
        m_playback.setRuns(shownRuns()); // the clock goes on
}

/// Lanes that come make a race, the last that goes ends it; also by undo.
void Session::takeSystemCount(std::size_t systems)
{
    const std::size_t before = std::exchange(m_systems, systems);
    if (m_isNew || (before > 1) == (systems > 1)) {
        emit modeChanged();
        return;
    }
    if (systems > 1)
        m_exploreScale = m_playback.timeScale();
    setRace(systems > 1);
    if (systems > 1)
        m_playback.setTimeScale(1.0);
    else if (m_exploreScale)
        m_playback.setTimeScale(*std::exchange(m_exploreScale, std::nullopt));
}

bool Session::allows(const core::Settings& settings) const
{
    return std::ranges::all_of(settings, [this](const auto& setting) {
        return setting.first.starts_with("/view") || core::isUnlocked(m_allowed, setting.first);
    });
}

void Session::select(std::size_t system)
{
    if (system >= scenario().systems.size() || system == edited())
        return;
    m_document.setEdited(system);
    m_edited = system;
    showEdited();
}

void Session::showEdited()
{
    emit editedChanged();
    if (!m_shown)
        return;
    // While a change is under way, the result may still have fewer systems than the scenario.
    m_shown.system = std::min(edited(), m_shown.result->systems.size() - 1);
    m_bookmarks.setRun(m_shown.current().run);
    emit systemChanged(true);
}

void Session::show(const core::Scenario& scenario, const QString& path, core::SimulationResult result)
{
    if (path.isEmpty())
        m_document.adopt(scenario);
    else
        m_document.adoptFile(scenario, path, fileDigest(path));
    m_simulator.cancel();
    takeResult(std::make_shared<const core::SimulationResult>(std::move(result)), m_document.shared());
}

} // namespace memwall::app
