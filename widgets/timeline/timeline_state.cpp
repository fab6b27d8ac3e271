#include "widgets/timeline/timeline_state.h"

#include "widgets/timeline/timeline_painter.h"

#include <QPainter>
#include <QPushButton>

#include <cmath>

namespace memwall::ui
{

core::TimeSpan TimelineWidget::State::windowAt(core::Instant wanted, core::Duration wantedLength) const
{
    const core::Duration all = run ? run->end().time_since_epoch() : core::Duration {};
    // Below a nanosecond there is nothing to see.
    const core::Duration least = std::min(all, core::Duration { 1000 });
    const core::Duration length = std::clamp(wantedLength, least, all);
    const core::Instant begin = std::clamp(wanted, core::Instant {}, core::Instant { all - length });
    return { begin, begin + length };
}

core::TimeSpan TimelineWidget::State::clampedWindow(core::TimeSpan wanted) const
{
    return windowAt(wanted.begin, wanted.length());
}

core::TimeSpan TimelineWidget::State::moved(core::TimeSpan from, core::Duration by) const
{
    return windowAt(core::later(from.begin, by), from.length());
}

core::TimeSpan TimelineWidget::State::zoomed(core::Instant anchor, double factor) const
{
    const double share = window.length().count() > 0
        ? core::toSeconds(core::between(window.begin, anchor)) / core::toSeconds(window.length())
        : 0;
    const double length = core::toSeconds(goal().length()) * factor;
    return windowAt(core::later(anchor, -core::fromSeconds(share * length)), core::fromSeconds(length));
}

std::optional<Drag> TimelineWidget::State::edgeAt(QPointF point) const
{
    if (!selection || point.y() < layout.ruler.top() || point.y() > layout.plot.bottom())
        return std::nullopt;
    const double reach = theme.px(5);
    const double begin = std::abs(layout.scale.timeToPixel(selection->begin) - point.x());
    const double end = std::abs(layout.scale.timeToPixel(selection->end) - point.x());
    if (std::min(begin, end) > reach)
        return std::nullopt;
    return begin < end ? Drag::SelectBegin : Drag::SelectEnd;
}

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
        const TimeScale before = laneScale(windowAtPress, width, theme.px(1), ground.labels);
        return moved(
            windowAtPress, core::between(before.pixelToTime(point.x()), before.pixelToTime(pressed.x())));
    }
    const core::Duration way
        = core::between(whole().pixelToTime(pressed.x()), whole().pixelToTime(point.x()));
    if (drag == Drag::FrameBegin)
        return { std::min(core::later(windowAtPress.begin, way), windowAtPress.end - core::Duration { 1000 }),
            windowAtPress.end };
    if (drag == Drag::FrameEnd)
        return { windowAtPress.begin,
            std::max(core::later(windowAtPress.end, way), windowAtPress.begin + core::Duration { 1000 }) };
    return moved(windowAtPress, way);
}

void TimelineWidget::State::prepare(QPixmap& picture, const GroundKey& key)
{
    const QSize pixels = (QSizeF(key.size) * key.ratio).toSize();
    if (picture.size() != pixels)
        picture = QPixmap(pixels);
    picture.setDevicePixelRatio(key.ratio);
}

void TimelineWidget::State::refreshGround(const TimelineWidget& widget)
{
    std::vector<std::pair<std::size_t, LaneRole>> lanes;
    for (const TimelineLane& lane : layout.lanes)
        lanes.emplace_back(lane.pool, lane.role);
    if (lanes == groundLanes && !groundPicture.isNull())
        return;
    groundLanes = std::move(lanes);
    prepare(groundPicture, groundKey);
    groundPicture.fill(theme.window);
    QPainter painter(&groundPicture);
    paintTimelineGround(painter, layout, widget.size(), theme);
}

void TimelineWidget::State::refresh(const TimelineWidget& widget)
{
    const GroundKey nowGround { run, widget.size(), widget.devicePixelRatioF(), theme };
    PictureKey now { nowGround, window, bookmarks };
    if (now == key && !picture.isNull())
        return;
    key = std::move(now);
    if (nowGround != groundKey) {
        groundKey = nowGround;
        ground = timelineGround(*run, widget.size(), theme.px(1));
        groundPicture = {};
    }
    layout = layOutTimeline(*run, ground, window, widget.size(), theme.px(1));
    refreshGround(widget);
    prepare(picture, groundKey);
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawPixmap(0, 0, groundPicture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paintTimelineView(painter, layout, theme);
    paintBookmarks(painter, layout, bookmarks, run->end(), theme);
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
