#include "widgets/timeline/timeline_state.h"

#include "widgets/timeline/timeline_painter.h"

#include <QPainter>
#include <QPushButton>

#include <cmath>

namespace memwall::ui
{

Drag TimelineWidget::State::dragAt(QPointF point, Qt::MouseButton button) const
{
    const double reach = theme.px(6);
    if (button == Qt::MiddleButton)
        return Drag::Pan;
    if (point.y() < layout.minimap.top() - theme.px(6))
        return Drag::Scrub;
    if (std::abs(point.x() - layout.overviewFrame.left()) <= reach
        && layout.overviewFrame.width() > 3 * reach)
        return Drag::FrameBegin;
    if (std::abs(point.x() - layout.overviewFrame.right()) <= reach
        && layout.overviewFrame.width() > 3 * reach)
        return Drag::FrameEnd;
    return Drag::MoveFrame;
}

core::TimeSpan TimelineWidget::State::windowFor(QPointF point, int width) const
{
    if (drag == Drag::Pan) {
        const TimeScale before = laneScale(windowAtPress, width, theme.px(1));
        const core::Duration moved = before.pixelToTime(pressed.x()) - before.pixelToTime(point.x());
        return { windowAtPress.begin + moved, windowAtPress.end + moved };
    }
    const core::Instant at = whole().pixelToTime(point.x());
    const core::Duration moved = at - whole().pixelToTime(pressed.x());
    if (drag == Drag::FrameBegin)
        return { std::min(windowAtPress.begin + moved, windowAtPress.end - core::Duration { 1000 }),
            windowAtPress.end };
    if (drag == Drag::FrameEnd)
        return { windowAtPress.begin,
            std::max(windowAtPress.end + moved, windowAtPress.begin + core::Duration { 1000 }) };
    return { windowAtPress.begin + moved, windowAtPress.end + moved };
}

void TimelineWidget::State::refresh(const TimelineWidget& widget)
{
    const PictureKey now { run, window, widget.size(), widget.devicePixelRatioF(), theme };
    if (now == key && !picture.isNull())
        return;
    key = now;
    layout = layOutTimeline(*run, window, widget.size(), theme.px(1));
    picture = QPixmap((QSizeF(widget.size()) * now.ratio).toSize());
    picture.setDevicePixelRatio(now.ratio);
    picture.fill(theme.window);
    QPainter painter(&picture);
    paintTimeline(painter, layout, widget.size(), theme);
    checkButton();
}

void TimelineWidget::State::checkButton() const
{
    const bool all = window.begin == core::Instant {} && window.end >= run->end();
    const core::Depth shown = all ? core::Depth::Segment : layout.depth;
    for (std::size_t i = 0; i < kDepths.size(); ++i)
        buttons[i]->setChecked(kDepths[i] == shown);
}

} // namespace memwall::ui
