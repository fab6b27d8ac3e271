#include "app/window/panel_controller.h"

#include "app/frame/panel_handle.h"
#include "app/frame/surface.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/controls/scenario_list.h"
#include "widgets/insight/insight_column.h"
#include "widgets/lesson/lesson_card.h"
#include "widgets/lesson/lesson_header.h"
#include "widgets/lesson/spotlight.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QApplication>
#include <QComboBox>
#include <QSettings>
#include <QToolButton>

#include <cmath>

namespace memwall::app
{

namespace
{

constexpr double kLessonWidth = 340, kPresentGap = 24; // at scale 1
constexpr double kBesideShare = 0.37, kAskShare = 0.6; // of a room's screen: width, height
constexpr double kRoomForBrand = 1400; // window widths at scale 1
constexpr double kRoomForLaneWord = 900, kRoomForSystems = 700;

const PerPanel<QString> kPanelKeys { { QStringLiteral("window/list"), QStringLiteral("window/insight"),
    QStringLiteral("window/tape"), QStringLiteral("window/timeline") } };

} // namespace

PanelController::PanelController(const WindowContext& in)
    : m_in(in)
{
    connect(&m_in.session, &Session::modeChanged, this, &PanelController::makeRoom);
    connect(m_in.parts.body, &Body::placingRequested, this, &PanelController::place);
    connect(m_in.parts.insight, &ui::InsightColumn::leastWidthChanged, this, &PanelController::place,
        Qt::QueuedConnection);
    for (const Panel panel : kAllPanels) {
        const auto toggle = [this, panel] { show(panel, panelOf(m_in.parts, panel)->isHidden()); };
        connect(m_in.actions.panels[panel], &QAction::triggered, this, toggle);
        connect(m_in.parts.handles[panel], &QAbstractButton::clicked, this, toggle);
    }
    connect(&m_in.session, &Session::opened, this, &PanelController::focusStage);
}

void PanelController::show(Panel panel, bool shown)
{
    m_wishes[panel] = { shown, shown };
    QWidget* widget = panelOf(m_in.parts, panel);
    const QWidget* focused = QApplication::focusWidget();
    if (!shown && focused && (focused == widget || widget->isAncestorOf(focused)))
        focusStage();
    place();
    if (shown && panel == Panel::List)
        m_in.parts.list->setFocus(Qt::OtherFocusReason); // arrows and Return choose
    if (m_in.options.remembers)
        QSettings().setValue(kPanelKeys[panel], shown);
}

/// After a scenario was chosen, keys are about what it shows; a list that was called over it has done its
/// work.
void PanelController::focusStage()
{
    if (m_wishes[Panel::List].called) {
        m_wishes[Panel::List].called = false;
        place();
    }
    QWidget* stage = m_in.session.isRace() ? static_cast<QWidget*>(m_in.parts.race) : m_in.parts.stage;
    stage->setFocus(Qt::OtherFocusReason);
}

void PanelController::place()
{
    const WindowParts& parts = m_in.parts;
    parts.lessonHeader->setVisible(m_lesson);
    parts.lessonCard->setVisible(m_lesson);
    parts.spotlight->setGeometry(parts.body->rect());
    if (m_presenting)
        return placePresented();
    PanelSizes sizes = panelSizes(parts, m_theme, m_in.window.width());
    auto wishes = m_wishes;
    if (m_lesson) {
        sizes.least[Panel::List] = static_cast<int>(m_theme.px(kLessonWidth));
        wishes[Panel::List] = { true, true };
    }
    PanelPlaces places = placePanels(parts.body->size(), sizes, wishes, m_in.session.isRace());
    const QRect column = places.panels[Panel::List];
    if (m_lesson)
        places.panels[Panel::List] = places.handles[Panel::List] = QRect();
    placeParts(parts, places, m_in.session.isRace());
    if (m_lesson)
        placeLesson(column);
    raiseLesson();
    emit placed();
    for (const Panel panel : kAllPanels) {
        m_in.actions.panels[panel]->setChecked(!places.panels[panel].isNull());
        m_in.actions.panels[panel]->setEnabled(!places.handles[panel].isNull());
    }
}

/// What is told is never dimmed.
void PanelController::raiseLesson()
{
    m_in.parts.spotlight->raise();
    m_in.parts.lessonHeader->raise();
    m_in.parts.lessonCard->raise();
}

void PanelController::placeLesson(const QRect& column)
{
    const WindowParts& parts = m_in.parts;
    const int header = std::min(parts.lessonHeader->heightForWidth(column.width()), column.height() / 2);
    parts.lessonHeader->setGeometry(column.left(), column.top(), column.width(), header);
    parts.lessonCard->setGeometry(column.adjusted(0, header, 0, 0));
}

/// Above all what is told; below it the stage and the answer, and beside them what is asked.
void PanelController::placePresented()
{
    const WindowParts& parts = m_in.parts;
    const bool race = m_in.session.isRace();
    const int gap = static_cast<int>(m_theme.px(kPresentGap));
    const QRect all = parts.body->rect().adjusted(gap, gap / 2, -gap, -gap);
    const int header = m_lesson ? parts.lessonHeader->heightForWidth(all.width()) : 0;
    const bool asks = m_lesson && parts.lessonCard->hasWords();
    const QRect below = all.adjusted(0, header, 0, 0);
    const int beside = asks || m_wide ? static_cast<int>(std::lround(below.width() * kBesideShare)) : 0;
    const QRect column = below.adjusted(below.width() - beside, 0, 0, 0);
    const QRect left = below.adjusted(0, 0, beside > 0 ? -beside - gap / 2 : 0, 0);
    const int tape = race ? 0 : parts.tape->sizeHint().height();
    PanelPlaces places;
    places.main = left.adjusted(0, 0, 0, tape > 0 ? -tape - gap / 2 : 0);
    if (tape > 0)
        places.panels[Panel::Tape] = { left.left(), left.bottom() + 1 - tape, left.width(), tape };
    const int asked = !asks ? 0
        : m_wide            ? static_cast<int>(std::lround(column.height() * kAskShare))
                            : column.height();
    if (m_wide)
        places.panels[Panel::Insight] = column.adjusted(0, asked, 0, 0);
    placeParts(parts, places, race);
    parts.lessonHeader->setGeometry(all.left(), all.top(), all.width(), header);
    parts.lessonCard->setVisible(asks);
    parts.lessonCard->setGeometry(column.left(), column.top(), column.width(), asked);
    raiseLesson();
    emit placed();
}

void PanelController::setLesson(bool on)
{
    m_lesson = on;
    place();
}

void PanelController::setPresenting(bool on, bool wide)
{
    m_presenting = on;
    m_wide = wide;
    m_in.parts.topBar->setVisible(!on);
    m_in.parts.lessonHeader->setLarge(on);
    m_in.parts.lessonCard->setLarge(on);
    place();
}

void PanelController::makeRoom()
{
    if (m_presenting)
        return place();
    m_in.parts.brand->setVisible(m_in.window.width() >= m_theme.px(kRoomForBrand));
    const bool several = m_in.session.canRace();
    m_in.parts.systems->setVisible(
        several && !m_in.session.isRace() && m_in.window.width() >= m_theme.px(kRoomForSystems));
    m_in.parts.addLane->setText(
        m_in.window.width() >= m_theme.px(kRoomForLaneWord) ? tr("+ Race lane") : QStringLiteral("+"));
    place();
}

void PanelController::restore(const QSettings& settings)
{
    for (const Panel panel : kAllPanels)
        if (const QVariant shown = settings.value(kPanelKeys[panel]); shown.isValid())
            m_wishes[panel].shown = shown.toBool();
}

void PanelController::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    makeRoom();
}

} // namespace memwall::app
