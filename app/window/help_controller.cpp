#include "app/window/help_controller.h"

#include "app/dialogs/chart_files.h"
#include "app/dialogs/help_windows.h"
#include "widgets/insight/insight_column.h"
#include "widgets/plots/chart_actions.h"

namespace memwall::app
{

HelpController::HelpController(const WindowContext& in)
    : m_in(in)
    , m_trust(in.catalog, in.folders.catalog + QStringLiteral("/measurements.json"), in.window)
    , m_explainer(in.catalog, in.window)
    , m_charts(in.catalog, in.window)
    , m_claims(new ClaimsWindow(in.catalog, in.folders.scenarios + QStringLiteral("/claims"), in.window))
{
    const Actions& actions = m_in.actions;
    connect(&m_in.session, &Session::systemChanged, this, &HelpController::takeSystem);
    connect(&m_in.session.playback(), &Playback::timeChanged, this, [this](core::Instant time) {
        if (!m_in.session.isRace())
            m_charts.setTime(time);
    });
    connect(m_in.parts.insight, &ui::InsightColumn::originRequested, &m_trust, &TrustWindows::showOrigin);
    connect(m_in.parts.insight, &ui::InsightColumn::saveRequested, this,
        [this](const ui::ChartFile& file) { saveChart(file, m_in.window); });
    connect(actions.charts, &QAction::triggered, this, [this] { m_charts.open({ m_in.actions.play }); });
    connect(&m_charts, &ChartsWindow::failed, this, [this](const QString& why) { m_in.say(why); });
    connect(actions.claims, &QAction::triggered, m_claims, &ClaimsWindow::open);
    connect(m_claims, &ClaimsWindow::openRequested, this, &HelpController::openRequested);
    connect(actions.origin, &QAction::triggered, this, [this] { m_trust.showOrigin(core::Headline::Tpot); });
    connect(actions.measurements, &QAction::triggered, &m_trust, &TrustWindows::showMeasurements);
    connect(actions.explain, &QAction::toggled, &m_explainer, &Explainer::setOn);
    connect(&m_explainer, &Explainer::left, actions.explain,
        [explain = actions.explain] { explain->setChecked(false); });
    actions.manual->setVisible(hasManual(m_in.folders.manual));
    connect(
        actions.manual, &QAction::triggered, this, [this] { showManual(m_in.folders.manual, &m_in.window); });
    connect(
        actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(m_in.window, &m_in.window); });
    connect(actions.about, &QAction::triggered, this, [this] { showAbout(&m_in.window); });
}

void HelpController::takeSystem()
{
    const Shown& shown = m_in.session.shown();
    m_trust.setSystem(shown.machine(), shown.workload(), shown.current());
    m_explainer.setSystem(shown.machine(), shown.workload(), shown.current());
    m_charts.setSystem(shown.machine(), shown.workload(), shown.current());
}

void HelpController::setTheme(const ui::Theme& theme)
{
    m_trust.setTheme(theme);
    m_explainer.setTheme(theme);
    m_charts.setTheme(theme);
    m_claims->setTheme(theme);
}

} // namespace memwall::app
