// How the window looks and what its View, Playback and Help menus do; what of it is remembered.
#include "app/window/desktop_motion.h"
#include "app/window/help_windows.h"
#include "app/window/main_window.h"
#include "app/window/notice_bar.h"
#include "app/window/surface.h"
#include "widgets/base/plain_text.h"
#include "widgets/charts/insight_column.h"
#include "widgets/controls/scenario_list.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QResizeEvent>
#include <QScreen>
#include <QSettings>
#include <QStyle>

#include <algorithm>
#include <array>

namespace memwall::app
{

namespace
{

constexpr QSize kFirstSize { 1600, 1000 };
constexpr std::array kScales { 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0 };

const QString kGeometry = QStringLiteral("window/geometry");
const QString kTheme = QStringLiteral("window/theme");
const QString kScale = QStringLiteral("window/scale");
const QString kReducedMotion = QStringLiteral("window/reducedMotion");

bool systemIsDark()
{
    const QPalette palette = QApplication::style()->standardPalette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

double nextScale(double scale, bool larger)
{
    if (larger) {
        const auto next = std::upper_bound(kScales.begin(), kScales.end(), scale + 1e-6);
        return next == kScales.end() ? kScales.back() : *next;
    }
    const auto next = std::lower_bound(kScales.begin(), kScales.end(), scale - 1e-6);
    return next == kScales.begin() ? kScales.front() : *std::prev(next);
}

/// A projector that is gone must not keep the window.
bool isReachable(const QRect& frame)
{
    constexpr int kGrip = 80;
    return std::ranges::any_of(QGuiApplication::screens(), [&frame](const QScreen* screen) {
        const QRect seen = screen->availableGeometry().intersected(frame);
        return seen.width() >= kGrip && seen.height() >= kGrip && seen.top() <= frame.top() + kGrip;
    });
}

} // namespace

void MainWindow::connectViewActions()
{
    connect(m_actions.themes, &QActionGroup::triggered, this,
        [this](const QAction* action) { chooseTheme(static_cast<ThemeChoice>(action->data().toInt())); });
    connect(m_actions.larger, &QAction::triggered, this, [this] { setScale(nextScale(m_scale, true)); });
    connect(m_actions.smaller, &QAction::triggered, this, [this] { setScale(nextScale(m_scale, false)); });
    connect(m_actions.normalSize, &QAction::triggered, this, [this] { setScale(1.0); });
    connect(m_actions.reducedMotion, &QAction::triggered, this, [this](bool reduced) {
        m_wantsReduced = reduced;
        updatePace();
    });
    connect(m_actions.fullScreen, &QAction::triggered, this,
        [this](bool full) { full ? showFullScreen() : showNormal(); });
}

void MainWindow::connectPlaybackActions()
{
    connect(m_actions.play, &QAction::triggered, this,
        [this] { m_playback.setPlaying(!m_playback.isPlaying()); });
    connect(m_actions.toStart, &QAction::triggered, this, [this] { m_playback.seek(core::Instant {}); });
    connect(m_actions.toEnd, &QAction::triggered, this, [this] { m_playback.seek(m_playback.end()); });
    for (const Actions::Step& step : m_actions.steps)
        connect(step.action, &QAction::triggered, this,
            [this, step] { m_playback.step(step.depth, step.direction); });
    connect(m_actions.slower, &QAction::triggered, this,
        [this] { m_playback.setTimeScale(m_playback.timeScale() * 2); });
    connect(m_actions.faster, &QAction::triggered, this,
        [this] { m_playback.setTimeScale(m_playback.timeScale() / 2); });
    connect(m_actions.restart, &QAction::triggered, this, [this] {
        m_playback.seek(core::Instant {});
        m_playback.setPlaying(true);
    });
    connect(m_actions.realTime, &QAction::triggered, this, [this] { m_playback.setTimeScale(1.0); });
}

void MainWindow::connectHelpActions()
{
    m_actions.manual->setVisible(hasManual(m_folders.manual));
    connect(m_actions.manual, &QAction::triggered, this, [this] { showManual(m_folders.manual, this); });
    connect(
        m_actions.origin, &QAction::triggered, this, [this] { m_trust.showOrigin(core::Headline::Tpot); });
    connect(m_actions.measurements, &QAction::triggered, &m_trust, &TrustWindows::showMeasurements);
    connect(m_actions.explain, &QAction::toggled, &m_explainer, &Explainer::setOn);
    connect(
        &m_explainer, &Explainer::left, m_actions.explain, [this] { m_actions.explain->setChecked(false); });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(*this, this); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::say(const QString& sentence)
{
    m_parts.notice->say(ui::visibleText(sentence));
}

/// What moves, how fast, and whether somebody watches it move.
void MainWindow::updatePace()
{
    ui::Pace pace = ui::filmPace(m_playback.timeScale(), m_options.fps);
    pace.running = pace.running || m_playback.isPlaying();
    pace.reduced = m_wantsReduced.value_or(m_desktopReduces);
    m_actions.reducedMotion->setChecked(pace.reduced);
    m_parts.stage->setPace(pace);
    m_parts.tape->setPace(pace);
    m_parts.race->setPace(pace);
    m_parts.insight->setPace(pace);
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    m_themeChoice = choice;
    updateLook();
}

void MainWindow::setScale(double scale)
{
    m_scale = scale;
    updateLook();
}

void MainWindow::updateLook()
{
    bool dark = m_document.scenario().view.theme != "light";
    if (m_options.theme)
        dark = *m_options.theme != QStringLiteral("light");
    else if (m_themeChoice == ThemeChoice::System)
        dark = systemIsDark();
    else if (m_themeChoice != ThemeChoice::Scenario)
        dark = m_themeChoice == ThemeChoice::Dark;
    const ui::Theme theme = dark ? ui::Theme::darkTheme(m_scale) : ui::Theme::lightTheme(m_scale);
    for (QAction* action : m_actions.themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_themeChoice));
    if (theme == m_theme)
        return;
    m_theme = theme;
    ui::applyTheme(theme);
    applyLook(m_parts, theme);
    m_trust.setTheme(theme);
    m_explainer.setTheme(theme);
    m_charts.setTheme(theme);
    m_computing.setTheme(theme);
    updateColumns();
}

void MainWindow::updateTitle()
{
    setWindowTitle(m_document.title() + QStringLiteral("[*] — Memwall"));
    setWindowModified(m_document.isModified());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    updateColumns();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_actions.fullScreen->setChecked(isFullScreen());
    if (event->type() != QEvent::ActivationChange)
        return;
    if (isActiveWindow())
        (void)isOurs(false);
    else
        (void)m_drafts.keep();
}

void MainWindow::restore()
{
    resize(kFirstSize);
    if (!m_options.remembers)
        return;
    const QSettings settings;
    m_themeChoice = static_cast<ThemeChoice>(std::clamp(settings.value(kTheme, 0).toInt(), 0, 3));
    if (m_options.scale == 1.0)
        m_scale = std::clamp(settings.value(kScale, 1.0).toDouble(), kScales.front(), kScales.back());
    m_desktopReduces = desktopReducesMotion();
    if (settings.contains(kReducedMotion))
        m_wantsReduced = settings.value(kReducedMotion).toBool();
    restorePanels(settings);
    const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
    if (!restoreGeometry(settings.value(kGeometry).toByteArray()) || !isReachable(frameGeometry())) {
        resize(kFirstSize.boundedTo(available.size()));
        move(available.center() - rect().center());
    }
}

void MainWindow::remember()
{
    if (!m_options.remembers)
        return;
    QSettings settings;
    settings.setValue(kGeometry, saveGeometry());
    settings.setValue(kTheme, static_cast<int>(m_themeChoice));
    settings.setValue(kScale, m_scale);
    if (m_wantsReduced)
        settings.setValue(kReducedMotion, *m_wantsReduced);
}

} // namespace memwall::app
