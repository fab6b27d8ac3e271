// Mouse, wheel and keys of the timeline.
#include "widgets/timeline/timeline_state.h"
#include "widgets/timeline/timeline_tips.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
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
    s.drag = s.dragAt(event->position(), event->button());
    s.pressed = event->position();
    const bool outsideFrame
        = s.drag == Drag::MoveFrame && !s.layout.overviewFrame.contains(event->position());
    if (outsideFrame) {
        const core::Instant at = s.whole().pixelToTime(event->position().x());
        setWindow({ at - s.window.length() / 2, at + s.window.length() / 2 });
    }
    s.windowAtPress = s.window;
    if (s.drag == Drag::Scrub)
        mouseMoveEvent(event);
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event)
{
    const State& s = *m_state;
    if (s.drag == Drag::Scrub)
        emit seekRequested(s.clamped(s.scale(width()).pixelToTime(event->position().x())));
    else if (s.drag != Drag::None)
        setWindow(s.windowFor(event->position(), width()));
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
    setWindow({ begin - margin, end + margin });
}

void TimelineWidget::wheelEvent(QWheelEvent* event)
{
    const State& s = *m_state;
    if (s.empty())
        return;
    const QPoint delta = event->angleDelta();
    const bool sideways = delta.x() != 0 || event->modifiers().testFlag(Qt::ShiftModifier);
    if (sideways) {
        const int turn = delta.x() != 0 ? delta.x() : delta.y();
        const core::Duration pan = core::fromSeconds(core::toSeconds(s.window.length()) * -turn / 960.0);
        setWindow({ s.window.begin + pan, s.window.end + pan });
    } else {
        setWindow(
            s.zoomed(s.scale(width()).pixelToTime(event->position().x()), std::pow(2.0, -delta.y() / 240.0)));
    }
    event->accept();
}

void TimelineWidget::keyPressEvent(QKeyEvent* event)
{
    const State& s = *m_state;
    const core::Duration pan = s.window.length() / 8;
    switch (event->key()) {
    case Qt::Key_W:
        return setWindow(s.zoomed(s.time, 0.5));
    case Qt::Key_S:
        return setWindow(s.zoomed(s.time, 2));
    case Qt::Key_A:
        return setWindow({ s.window.begin - pan, s.window.end - pan });
    case Qt::Key_D:
        return setWindow({ s.window.begin + pan, s.window.end + pan });
    default:
        QWidget::keyPressEvent(event);
    }
}

bool TimelineWidget::event(QEvent* event)
{
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
