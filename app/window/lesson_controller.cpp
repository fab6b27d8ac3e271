#include "app/window/lesson_controller.h"

#include "app/frame/notice_bar.h"
#include "app/frame/surface.h"
#include "app/window/lesson_pages.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/controls/transport_bar.h"
#include "widgets/insight/insight_column.h"
#include "widgets/lesson/lesson_card.h"
#include "widgets/lesson/lesson_header.h"
#include "widgets/lesson/spotlight.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QDir>
#include <QFileInfo>
#include <QScrollArea>

namespace memwall::app
{

namespace
{

QRect within(const QWidget& body, const QWidget& part, const QRect& rect)
{
    return QRect(part.mapTo(&body, rect.topLeft()), rect.size());
}

/// Where what a step speaks of stands in the body; null where it is not on screen.
QRect placeOf(const WindowParts& parts, const QString& focus)
{
    const QWidget& body = *parts.body;
    if (focus.startsWith(u"stage.") && parts.stage->isVisible())
        return within(body, *parts.stage, parts.stage->partRect(focus));
    const QWidget* part = nullptr;
    if (focus == u"tape")
        part = parts.tape;
    else if (focus == u"timeline")
        part = parts.timeline;
    else if (focus == u"transport")
        part = parts.transport;
    else if (focus == u"race")
        part = parts.race;
    else if (const QString card = cardOf(focus); !card.isEmpty())
        part = parts.insight->findChild<QWidget*>(card);
    if (part == nullptr || !part->isVisible())
        return {};
    QRect rect = within(body, *part, part->rect());
    if (parts.insight->isAncestorOf(part))
        rect &= parts.insightArea->geometry();
    return rect.isEmpty() ? QRect() : rect;
}

} // namespace

LessonController::LessonController(const WindowContext& in, PanelController& panels)
    : m_in(in)
    , m_panels(panels)
    , m_player(in.session, in.catalog)
{
    connectPlayer();
    connectActions();
    // What was placed anew has its place once the events of that are through.
    connect(&m_panels, &PanelController::placed, this, &LessonController::point, Qt::QueuedConnection);
}

void LessonController::connectPlayer()
{
    connect(&m_in.session, &Session::presented, this, &LessonController::takeLesson);
    connect(&m_player, &LessonPlayer::begun, this, [this] { m_panels.setLesson(true); });
    connect(&m_player, &LessonPlayer::ended, this, [this] {
        m_in.parts.spotlight->setLit({});
        m_in.parts.spotlight->setCovered({});
        m_panels.setLesson(false);
    });
    connect(&m_player, &LessonPlayer::finished, this, &LessonController::goOn);
    connect(&m_player, &LessonPlayer::changed, this, &LessonController::showPage);
    const ui::LessonCard* card = m_in.parts.lessonCard;
    connect(card, &ui::LessonCard::nextRequested, &m_player, &LessonPlayer::next);
    connect(card, &ui::LessonCard::backRequested, &m_player, &LessonPlayer::back);
    connect(card, &ui::LessonCard::hintRequested, &m_player, &LessonPlayer::hint);
    connect(card, &ui::LessonCard::leaveRequested, &m_player, &LessonPlayer::end);
    connect(card, &ui::LessonCard::guessed, &m_player, &LessonPlayer::guessAt);
    connect(card, &ui::LessonCard::chosen, this,
        [this](int choice) { m_player.choose(static_cast<std::size_t>(choice)); });
}

void LessonController::connectActions()
{
    const Actions& actions = m_in.actions;
    connect(actions.lessonNext, &QAction::triggered, &m_player, &LessonPlayer::next);
    connect(actions.lessonBack, &QAction::triggered, &m_player, &LessonPlayer::back);
    connect(actions.lessonReplay, &QAction::triggered, &m_player, &LessonPlayer::replay);
    connect(actions.lessonLeave, &QAction::triggered, &m_player, &LessonPlayer::end);
    const auto enable = [this](bool on) {
        for (QAction* action : { m_in.actions.lessonNext, m_in.actions.lessonBack, m_in.actions.lessonReplay,
                 m_in.actions.lessonLeave })
            action->setEnabled(on);
    };
    connect(&m_player, &LessonPlayer::begun, this, [enable] { enable(true); });
    connect(&m_player, &LessonPlayer::ended, this, [enable] { enable(false); });
}

/// Pictures of a file are of its scenario: a lesson is given where somebody watches.
void LessonController::takeLesson()
{
    if (m_in.options.autoplay && m_in.session.scenario().lesson)
        m_player.begin(m_in.session.document().shared());
}

/// The file after this one among the shipped lessons; empty where there is none.
QString LessonController::following() const
{
    const QFileInfo here(m_in.session.document().path());
    if (here.dir() != QDir(m_in.folders.scenarios + QStringLiteral("/lessons")))
        return {};
    const QStringList all
        = here.dir().entryList({ QStringLiteral("*.memwall.json") }, QDir::Files, QDir::Name);
    const qsizetype next = all.indexOf(here.fileName()) + 1;
    return next > 0 && next < all.size() ? here.dir().filePath(all[next]) : QString();
}

/// After a show the first lesson is offered, not forced; after a lesson the next one was asked for.
void LessonController::goOn()
{
    const QString path = following();
    const bool show = m_player.lesson().everyS.has_value();
    if (show)
        m_player.end();
    if (path.isEmpty())
        return;
    if (!show)
        return emit openRequested(path);
    m_in.parts.notice->offer(tr("That was the cast. Lesson 1 takes eight minutes."),
        { { tr("Begin"), [this, path] { emit openRequested(path); } } });
}

void LessonController::showPage()
{
    if (!m_player.isOn())
        return;
    ui::LessonPage page = pageOf(m_player);
    if (m_player.isLast() && m_player.stage() == LessonPlayer::Stage::Done && !following().isEmpty())
        page.next = tr("Next lesson");
    m_in.parts.lessonHeader->setPage(page);
    m_in.parts.lessonCard->setPage(page);
    m_in.actions.lessonBack->setEnabled(page.canGoBack);
    emit pageChanged();
    m_panels.makeRoom();
}

void LessonController::point()
{
    if (!m_player.isOn())
        return;
    const QString focus = QString::fromStdString(m_player.step().focus);
    if (const QWidget* card = m_in.parts.insight->findChild<QWidget*>(cardOf(focus)))
        m_in.parts.insightArea->ensureWidgetVisible(const_cast<QWidget*>(card));
    // A task is for hands: nothing is dimmed.
    m_in.parts.spotlight->setLit(m_player.step().goals.empty() ? placeOf(m_in.parts, focus) : QRect());
    QVector<QRect> covered;
    if (!m_player.isRevealed())
        for (const std::string& hidden : m_player.step().hide)
            if (const QRect place = placeOf(m_in.parts, QString::fromStdString(hidden)); !place.isNull())
                covered.push_back(place);
    m_in.parts.spotlight->setCovered(covered);
}

} // namespace memwall::app
