#include "app/window/look_controller.h"

#include "app/frame/desktop_motion.h"
#include "app/frame/surface.h"
#include "widgets/insight/insight_column.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"

#include <QApplication>
#include <QGuiApplication>
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

LookController::LookController(const WindowContext& in)
    : m_in(in)
    , m_scale(in.options.scale)
{
    const Actions& actions = m_in.actions;
    connect(actions.themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_themeChoice = static_cast<ThemeChoice>(action->data().toInt());
        updateTheme();
    });
    connect(actions.larger, &QAction::triggered, this, [this] { setScale(nextScale(m_scale, true)); });
    connect(actions.smaller, &QAction::triggered, this, [this] { setScale(nextScale(m_scale, false)); });
    connect(actions.normalSize, &QAction::triggered, this, [this] { setScale(1.0); });
    connect(actions.reducedMotion, &QAction::triggered, this, [this](bool reduced) {
        m_wantsReduced = reduced;
        updatePace();
    });
    connect(actions.fullScreen, &QAction::triggered, this,
        [this](bool full) { full ? m_in.window.showFullScreen() : m_in.window.showNormal(); });
    connect(&m_in.session, &Session::scenarioChanged, this, &LookController::updateTheme);
    const Playback& playback = m_in.session.playback();
    connect(&playback, &Playback::timeScaleChanged, this, &LookController::updatePace);
    connect(&playback, &Playback::playingChanged, this, &LookController::updatePace);
}

/// What moves, how fast, and whether somebody watches it move.
void LookController::updatePace()
{
    ui::Pace pace = ui::filmPace(m_in.session.playback().timeScale(), m_in.options.fps);
    pace.running = pace.running || m_in.session.playback().isPlaying();
    pace.reduced = m_wantsReduced.value_or(m_desktopReduces);
    m_in.actions.reducedMotion->setChecked(pace.reduced);
    m_in.parts.stage->setPace(pace);
    m_in.parts.tape->setPace(pace);
    m_in.parts.race->setPace(pace);
    m_in.parts.insight->setPace(pace);
}

void LookController::setRoomScale(std::optional<double> scale)
{
    m_roomScale = scale;
    updateTheme();
}

void LookController::setScale(double scale)
{
    m_scale = scale;
    updateTheme();
}

bool LookController::isDark() const
{
    if (m_in.options.theme)
        return *m_in.options.theme != QStringLiteral("light");
    if (m_themeChoice == ThemeChoice::System)
        return systemIsDark();
    if (m_themeChoice != ThemeChoice::Scenario)
        return m_themeChoice == ThemeChoice::Dark;
    return m_in.session.scenario().view.theme != core::ViewTheme::Light;
}

void LookController::updateTheme()
{
    const double scale = m_roomScale.value_or(m_scale);
    const ui::Theme theme = isDark() ? ui::Theme::darkTheme(scale) : ui::Theme::lightTheme(scale);
    for (QAction* action : m_in.actions.themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_themeChoice));
    if (theme == m_theme)
        return;
    m_theme = theme;
    ui::applyTheme(theme);
    applyLook(m_in.parts, theme);
    emit themeChanged(theme);
}

void LookController::start()
{
    m_in.window.resize(kFirstSize);
    if (m_in.options.remembers)
        restore();
    updateTheme();
    updatePace();
}

void LookController::restore()
{
    const QSettings settings;
    m_themeChoice = static_cast<ThemeChoice>(std::clamp(settings.value(kTheme, 0).toInt(), 0, 3));
    if (m_in.options.scale == 1.0)
        m_scale = std::clamp(settings.value(kScale, 1.0).toDouble(), kScales.front(), kScales.back());
    m_desktopReduces = desktopReducesMotion();
    if (settings.contains(kReducedMotion))
        m_wantsReduced = settings.value(kReducedMotion).toBool();
    QMainWindow& window = m_in.window;
    const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
    if (!window.restoreGeometry(settings.value(kGeometry).toByteArray())
        || !isReachable(window.frameGeometry())) {
        window.resize(kFirstSize.boundedTo(available.size()));
        window.move(available.center() - window.rect().center());
    }
}

void LookController::remember() const
{
    QSettings settings;
    settings.setValue(kGeometry, m_in.window.saveGeometry());
    settings.setValue(kTheme, static_cast<int>(m_themeChoice));
    settings.setValue(kScale, m_scale);
    if (m_wantsReduced)
        settings.setValue(kReducedMotion, *m_wantsReduced);
}

} // namespace memwall::app
