#include "app/window/views.h"

#include "app/frame/notice_bar.h"
#include "core/scenario/scenario_edits.h"
#include "widgets/base/format.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/controls/transport_bar.h"
#include "widgets/insight/insight_column.h"
#include "widgets/race/race_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

namespace memwall::app
{

Views::Views(const WindowContext& in)
    : m_in(in)
    , m_computing(in.parts)
{
    m_in.parts.stage->setCatalog(in.catalog);
    const Session& session = m_in.session;
    connect(&session, &Session::opened, this, &Views::forget);
    connect(&session, &Session::scenarioChanged, this, &Views::takeScenario);
    connect(&session, &Session::editedChanged, this, &Views::fillBar);
    connect(&session, &Session::systemChanged, this, &Views::showSystem);
    connect(
        &session, &Session::presented, this, [this] { m_in.parts.timeline->zoomToDepth(core::Depth::Step); });
    connect(&session, &Session::computing, &m_computing, &ComputingSign::begin);
    connect(&session, &Session::upToDate, &m_computing, &ComputingSign::end);
    connect(&session, &Session::failed, &m_computing, &ComputingSign::fail);
    connect(&m_in.session.playback(), &Playback::timeChanged, this, &Views::showTime);
    connectWishes();
}

/// What the views ask for.
void Views::connectWishes()
{
    const ui::ScenarioBar* bar = m_in.parts.scenarioBar;
    ui::StageWidget* stage = m_in.parts.stage;
    connect(bar, &ui::ScenarioBar::settingsRequested, this,
        [this](const core::Settings& settings, const QString& text, const QString& mergeKey) {
            m_in.apply(settings, text, mergeKey);
        });
    connect(bar, &ui::ScenarioBar::refused, this,
        [this](const QString& why) { m_in.say(tr("Not taken: %1").arg(why)); });
    connect(m_in.actions.settings, &QAction::triggered, bar, &ui::ScenarioBar::openSettings);
    connect(stage, &ui::StageWidget::widthScaleRequested, this, &Views::setWidths);
    connect(stage, &ui::StageWidget::bandwidthRequested, this, &Views::setBandwidth);
    connect(m_in.actions.trueWidths, &QAction::triggered, this, [this] {
        const bool isTrue = m_in.session.scenario().view.stageWidths == core::StageWidths::True;
        setWidths(isTrue ? ui::WidthScale::Log : ui::WidthScale::True);
    });
    connect(m_in.actions.allChips, &QAction::triggered, stage, &ui::StageWidget::toggleZoom);
    connect(m_in.parts.insight, &ui::InsightColumn::cardsRequested, this, &Views::setCards);
}

void Views::setWidths(ui::WidthScale widths)
{
    const bool toScale = widths == ui::WidthScale::True;
    m_in.apply({ { "/view/stage/widths", toScale ? "true" : "log" } },
        toScale ? tr("Show widths at true scale") : tr("Show widths on a log scale"));
}

void Views::setBandwidth(core::PoolRole pool, double scale, int hold)
{
    const core::EditContext context { m_in.catalog, m_in.session.scenario(), m_in.session.edited() };
    m_in.apply(core::setBandwidth(context, pool, scale),
        scale == 1 ? tr("Bandwidth as published") : tr("Bandwidth × %1").arg(ui::formatNumber(scale)),
        QStringLiteral("bandwidth %1").arg(hold));
}

void Views::setCards(const QStringList& names)
{
    nlohmann::json panels = nlohmann::json::array();
    for (const QString& name : names)
        panels.push_back(name.toStdString());
    m_in.apply({ { "/view/panels", panels } }, names.isEmpty() ? tr("Show all cards") : tr("Hide a card"));
}

void Views::forget()
{
    m_in.parts.notice->clear(); // it spoke of another scenario
    // A scenario introduces itself; a lesson has its own words.
    const core::Scenario& scenario = m_in.session.scenario();
    m_in.say(scenario.lesson ? QString() : QString::fromStdString(scenario.description));
}

void Views::fillBar()
{
    m_in.parts.scenarioBar->setScenario(m_in.session.scenario(), m_in.session.edited());
}

void Views::takeScenario()
{
    const core::Scenario& scenario = m_in.session.scenario();
    const auto widths = scenario.view.stageWidths;
    m_in.parts.stage->setWidthScale(widths);
    m_in.parts.race->setWidthScale(widths);
    QStringList cards;
    for (const std::string& name : scenario.view.panels)
        cards << QString::fromStdString(name);
    m_in.parts.insight->setCards(cards);
    fillBar();
}

/// Fills the views of one system.
void Views::showSystem(bool anew)
{
    const Shown& shown = m_in.session.shown();
    const core::SystemResult& system = shown.current();
    const WindowParts& parts = m_in.parts;
    fillBar();
    if (!m_in.session.isBusy()) // otherwise the bar's scenario is newer than the result
        parts.scenarioBar->setReport(system.report);
    if (anew)
        parts.stage->setZoom(ui::StageZoom::Auto);
    parts.stage->setResult(system.run, system.report);
    parts.tape->setRun(
        system.run, QString::fromStdString(shown.workload().answerText.value_or(std::string())));
    parts.timeline->setRun(system.run);
    parts.timeline->setBookmarks(m_in.session.bookmarks().instants());
    parts.insight->setResult(system.report, system.run);
}

void Views::showTime(core::Instant time)
{
    const Playback& playback = m_in.session.playback();
    const WindowParts& parts = m_in.parts;
    parts.transport->setTime(time, playback.end());
    if (m_in.session.isRace()) {
        parts.race->setTime(time);
        return;
    }
    parts.stage->setTime(time);
    parts.tape->setTime(time);
    parts.tape->setRealSeconds(playback.playedSeconds());
    parts.timeline->setTime(time);
    parts.insight->setTime(time);
}

void Views::setTheme(const ui::Theme& theme)
{
    m_computing.setTheme(theme);
}

} // namespace memwall::app
