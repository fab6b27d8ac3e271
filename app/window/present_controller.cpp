#include "app/window/present_controller.h"

#include "app/window/lesson_pages.h"
#include "widgets/insight/insight_column.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScreen>

#include <algorithm>

namespace memwall::app
{

namespace
{

constexpr int kPointerMs = 2000;
constexpr double kReadable = 1.25, kScreenHeight = 720; ///< text size at that height, for the last row
constexpr double kGrowth = 1.1, kSmallestText = 0.6, kLargestText = 2;

bool isAnyOf(int key, std::initializer_list<Qt::Key> keys)
{
    return std::ranges::find(keys, key) != keys.end();
}

/// The card that a step speaks of; empty: none. Others come not, for there is no room for them.
QString wantedCard(LessonPlayer& player)
{
    return player.isOn() ? cardOf(QString::fromStdString(player.step().focus)) : QString();
}

} // namespace

PresentController::PresentController(
    const WindowContext& in, LookController& look, PanelController& panels, LessonController& lesson)
    : m_in(in)
    , m_look(look)
    , m_panels(panels)
    , m_lesson(lesson)
    , m_blank(new QWidget(&in.window))
{
    m_blank->setObjectName(QStringLiteral("blank"));
    m_blank->setAutoFillBackground(true);
    m_blank->hide();
    m_pointer.setSingleShot(true);
    m_pointer.setInterval(kPointerMs);
    connect(&m_pointer, &QTimer::timeout, this, [this] { hidePointer(true); });
    connect(m_in.actions.presentFromStart, &QAction::triggered, this, [this] {
        if (m_lesson.player().isOn())
            m_lesson.player().goTo(0);
        begin();
    });
    connect(m_in.actions.present, &QAction::triggered, this, &PresentController::begin);
    connect(m_in.actions.notes, &QAction::triggered, this, &PresentController::openNotes);
    connect(&m_lesson, &LessonController::pageChanged, this, [this] {
        arrange();
        showNotes();
    });
    connect(&m_lesson.player(), &LessonPlayer::ended, this, &PresentController::end);
    qApp->installEventFilter(this);
}

void PresentController::begin()
{
    if (m_on)
        return;
    m_on = true;
    m_wasFull = m_in.window.isFullScreen();
    m_in.window.showFullScreen();
    grow(1);
    arrange();
    m_pointer.start();
    if (QGuiApplication::screens().size() > 1)
        openNotes();
}

void PresentController::end()
{
    if (!m_on)
        return;
    m_on = false;
    m_pointer.stop();
    hidePointer(false);
    m_blank->hide();
    m_look.setRoomScale(std::nullopt);
    m_in.parts.insight->setOnly({});
    m_panels.setPresenting(false);
    if (!m_wasFull)
        m_in.window.showNormal();
}

void PresentController::setTheme(const ui::Theme& theme)
{
    m_notes.setTheme(theme);
}

void PresentController::arrange()
{
    if (!m_on)
        return;
    const QString card = wantedCard(m_lesson.player());
    m_in.parts.insight->setOnly(card);
    m_panels.setPresenting(true, !card.isEmpty());
}

/// Text is as large as the screen is high, and as the lecturer likes it.
void PresentController::grow(double factor)
{
    m_textScale = std::clamp(m_textScale * factor, kSmallestText, kLargestText);
    const double height = m_in.window.screen()->geometry().height();
    m_look.setRoomScale(m_textScale * kReadable * std::max(1.0, height / kScreenHeight));
}

void PresentController::blank(const QColor& colour)
{
    const bool same = m_blank->isVisible() && m_blank->palette().color(QPalette::Window) == colour;
    QPalette palette;
    palette.setColor(QPalette::Window, colour);
    m_blank->setPalette(palette);
    m_blank->setGeometry(m_in.window.rect());
    m_blank->setVisible(!same);
    m_blank->raise();
    if (!same)
        m_in.session.playback().setPlaying(false);
}

void PresentController::raiseHand(int key)
{
    m_lesson.player().raiseHand(static_cast<std::size_t>(key - Qt::Key_1));
}

bool PresentController::eventFilter(QObject* watched, QEvent* event)
{
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (!m_on || !widget || widget->window() != &m_in.window)
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride: // no shortcut of the window takes it first
        event->accept();
        return true;
    case QEvent::KeyPress:
        return press(*static_cast<QKeyEvent*>(event));
    case QEvent::Wheel:
        return true; // nothing scrolls or zooms by accident
    case QEvent::MouseMove:
        hidePointer(false);
        m_pointer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool PresentController::press(const QKeyEvent& key)
{
    const bool wasBlank = m_blank->isVisible();
    if (key.modifiers() & Qt::ControlModifier) {
        if (isAnyOf(key.key(), { Qt::Key_Plus, Qt::Key_Equal }))
            grow(kGrowth);
        else if (key.key() == Qt::Key_Minus)
            grow(1 / kGrowth);
        return true;
    }
    if (isAnyOf(key.key(), { Qt::Key_Escape, Qt::Key_F5, Qt::Key_F11 })) // F5 again: as some clickers end
        end();
    else if (isAnyOf(key.key(), { Qt::Key_Period, Qt::Key_B }))
        blank(Qt::black);
    else if (isAnyOf(key.key(), { Qt::Key_Comma, Qt::Key_W }))
        blank(Qt::white);
    else if (wasBlank)
        m_blank->hide(); // any other key brings the picture back, and does no more
    else if (isAnyOf(key.key(), { Qt::Key_Plus, Qt::Key_Equal }))
        grow(kGrowth);
    else if (key.key() == Qt::Key_Minus)
        grow(1 / kGrowth);
    else if (key.key() == Qt::Key_F6)
        openNotes();
    else if (m_lesson.player().isOn())
        return pressInLesson(key.key());
    else if (isAnyOf(key.key(), { Qt::Key_Space, Qt::Key_PageDown, Qt::Key_Right }))
        m_in.actions.play->trigger();
    return true;
}

bool PresentController::pressInLesson(int key)
{
    LessonPlayer& player = m_lesson.player();
    if (isAnyOf(key,
            { Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Down, Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter,
                Qt::Key_N }))
        player.next();
    else if (isAnyOf(key, { Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Up, Qt::Key_Backspace, Qt::Key_P }))
        player.back();
    else if (key == Qt::Key_Home)
        player.goTo(0);
    else if (key == Qt::Key_End)
        player.goTo(player.lesson().steps.size() - 1);
    else if (key == Qt::Key_R)
        player.replay();
    else if (key == Qt::Key_H)
        player.hint();
    else if (key >= Qt::Key_1 && key <= Qt::Key_9)
        raiseHand(key);
    return true;
}

void PresentController::hidePointer(bool hidden)
{
    hidden ? m_in.window.setCursor(Qt::BlankCursor) : m_in.window.unsetCursor();
}

void PresentController::openNotes()
{
    showNotes();
    m_notes.openBeside(m_in.window);
}

void PresentController::showNotes()
{
    LessonPlayer& player = m_lesson.player();
    if (!player.isOn())
        return;
    NotesWindow::Notes notes;
    const core::LessonStep& step = player.step();
    notes.where = tr("step %1 of %2").arg(player.index() + 1).arg(player.lesson().steps.size());
    notes.title = QString::fromStdString(step.title);
    notes.say = QString::fromStdString(player.told() ? player.told()->say : step.say);
    notes.notes = QString::fromStdString(player.told() ? player.told()->notes : step.notes);
    if (player.told() && player.told()->right)
        notes.answer = QString::fromStdString(step.ask->choices[*player.told()->right].text);
    if (!player.isLast())
        notes.next = QString::fromStdString(player.lesson().steps[player.index() + 1].title);
    m_notes.setNotes(notes);
}

} // namespace memwall::app
