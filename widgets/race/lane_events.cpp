// Keys and mouse of a lane: open it alone, go to another, drag it onto another.
#include "widgets/race/lane_state.h"

#include <QApplication>
#include <QMouseEvent>

namespace memwall::ui
{

bool LaneWidget::event(QEvent* event)
{
    // Enter means this lane here, not real time.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LaneWidget::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit soloRequested(m_state->index);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        emit focusRequested(m_state->index, event->key() == Qt::Key_Up ? -1 : 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LaneWidget::mousePressEvent(QMouseEvent* event)
{
    m_state->pressed = event->button() == Qt::LeftButton;
    m_state->pressedAt = event->pos();
}

void LaneWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_state->pressed)
        return;
    const bool far
        = (event->pos() - m_state->pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!m_state->dragging && far) {
        m_state->dragging = true;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_state->dragging)
        emit dragged(m_state->index, event->globalPosition().toPoint());
}

void LaneWidget::mouseReleaseEvent(QMouseEvent* event)
{
    m_state->pressed = false;
    if (!std::exchange(m_state->dragging, false))
        return;
    unsetCursor();
    emit dropped(m_state->index, event->globalPosition().toPoint());
}

void LaneWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        emit soloRequested(m_state->index);
}

void LaneWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    describe();
    emit currentRequested(m_state->index);
}

void LaneWidget::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace memwall::ui
