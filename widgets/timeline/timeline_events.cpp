// Mouse, wheel and keys of the timeline.
#include "widgets/timeline/timeline_state.h"
#include "widgets/timeline/timeline_tips.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace memwall::ui
{

void TimelineWidget::mousePressEvent(QMouseEvent* event)
{
    State& s = *m_state;
    if (s.empty() || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    s.refresh(*this);
    s.glide.stop();
    const bool inPlot = event->position().y() < s.layout.minimap.top() - s.theme.px(6);
    if (event->button() == Qt::LeftButton && inPlot && event->modifiers().testFlag(Qt::ShiftModifier))
        s.drag = Drag::Select;
    else
        s.drag = s.edgeAt(event->position()).value_or(s.dragAt(event->position(), event->button()));
    s.pressed = event->position();
    const bool outsideFrame
        = s.drag == Drag::MoveFrame && !s.layout.overviewFrame.contains(event->position());
    if (outsideFrame) {
        const core::Instant at = s.whole().pixelToTime(event->position().x());
        setWindow(s.windowAt(core::later(at, -s.window.length() / 2), s.window.length()));
    }
    s.windowAtPress = s.window;
    if (s.drag == Drag::Scrub)
        mouseMoveEvent(event);
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event)
{
    const State& s = *m_state;
    const core::Instant at = s.scale(width()).pixelToTime(event->position().x());
    switch (s.drag) {
    case Drag::None:
        s.edgeAt(event->position()) ? setCursor(Qt::SplitHCursor) : unsetCursor();
        return;
    case Drag::Scrub:
        emit seekRequested(s.clamped(at));
        return;
    case Drag::Select:
        return select(core::TimeSpan { s.scale(width()).pixelToTime(s.pressed.x()), at });
    case Drag::SelectBegin:
    case Drag::SelectEnd:
        return moveEdge(at);
    default:
        setWindow(s.windowFor(event->position(), width()));
    }
}

/// An edge that is pulled over the other becomes the other.
void TimelineWidget::moveEdge(core::Instant at)
{
    State& s = *m_state;
    if (!s.selection)
        return;
    const core::Instant fixed = s.drag == Drag::SelectBegin ? s.selection->end : s.selection->begin;
    if (at == fixed)
        return;
    s.drag = at < fixed ? Drag::SelectBegin : Drag::SelectEnd;
    select(core::TimeSpan { std::min(at, fixed), std::max(at, fixed) });
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent*)
{
    m_state->drag = Drag::None;
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    const State& s = *m_state;
    if (s.empty() || event->position().y() > s.layout.plot.bottom())
        return;
    const core::Instant t = s.clamped(s.scale(width()).pixelToTime(event->position().x()));
    const core::Depth depth = s.layout.depth == core::Depth::Segment ? core::Depth::Step : s.layout.depth;
    const core::Instant end = s.run->nextBoundary(t, depth);
    const core::Instant begin = s.run->previousBoundary(end, depth);
    const core::Duration margin = (end - begin) / 10;
    glideTo({ begin - margin, core::later(end, margin) });
}

void TimelineWidget::wheelEvent(QWheelEvent* event)
{
    const State& s = *m_state;
    if (s.empty())
        return;
    const QPoint delta = event->angleDelta();
    const bool sideways = std::abs(delta.x()) > std::abs(delta.y());
    if (sideways || event->modifiers().testFlag(Qt::ShiftModifier)) {
        const int turn = delta.x() != 0 ? delta.x() : delta.y();
        const core::Duration pan = core::fromSeconds(core::toSeconds(s.window.length()) * -turn / 960.0);
        setWindow(s.moved(s.window, pan));
    } else {
        glideTo(
            s.zoomed(s.scale(width()).pixelToTime(event->position().x()), std::pow(2.0, -delta.y() / 240.0)));
    }
    event->accept();
}

/// Two fingers on a touch pad or a screen: the picture is under them already, so nothing is eased.
bool TimelineWidget::pinch(QEvent* event)
{
    const State& s = *m_state;
    double factor = 1;
    double x = 0;
    if (event->type() == QEvent::NativeGesture) {
        const auto* native = static_cast<QNativeGestureEvent*>(event);
        if (native->gestureType() != Qt::ZoomNativeGesture)
            return false;
        factor = 1 + native->value();
        x = native->position().x();
    } else {
        auto* gestures = static_cast<QGestureEvent*>(event);
        const auto* fingers = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
        if (fingers == nullptr)
            return false;
        factor = fingers->scaleFactor();
        x = mapFromGlobal(fingers->centerPoint().toPoint()).x();
    }
    if (factor > 0 && !s.empty())
        setWindow(s.zoomed(s.scale(width()).pixelToTime(x), 1 / factor));
    event->accept();
    return true;
}

void TimelineWidget::zoom(double factor)
{
    if (!m_state->empty())
        glideTo(m_state->zoomed(m_state->time, factor));
}

void TimelineWidget::pan(int direction)
{
    constexpr int kSteps = 8; // over what is visible
    const core::TimeSpan goal = m_state->goal();
    const core::Duration way = goal.length() / kSteps * direction;
    if (!m_state->empty())
        glideTo(m_state->moved(goal, way));
}

void TimelineWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    switch (event->key()) {
    case Qt::Key_W:
        return zoom(0.5);
    case Qt::Key_S:
        return zoom(2);
    case Qt::Key_A:
        return pan(-1);
    case Qt::Key_D:
        return pan(1);
    case Qt::Key_Escape:
        if (m_state->selection)
            return select(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

bool TimelineWidget::event(QEvent* event)
{
    if ((event->type() == QEvent::NativeGesture || event->type() == QEvent::Gesture) && pinch(event))
        return true;
    if (event->type() != QEvent::ToolTip || m_state->empty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    m_state->refresh(*this);
    const Explanation told = explainTimeline(*m_state->run, m_state->layout, help->pos());
    QStringList lines { told.sentence, told.number, told.formula };
    lines.removeAll(QString {});
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

Explanation TimelineWidget::explanationAt(QPointF position) const
{
    return m_state->empty() ? Explanation {} : explainTimeline(*m_state->run, m_state->layout, position);
}

} // namespace memwall::ui
