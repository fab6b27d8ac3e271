#include "widgets/timeline/timeline_widget.h"

#include "widgets/timeline/timeline_layout.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace memwall::ui
{

struct TimelineWidget::State
{
    std::shared_ptr<const core::Run> run;
    core::Instant time {};
    core::TimeSpan window;
    Theme theme = Theme::darkTheme();
    bool scrubbing = false;

    [[nodiscard]] TimelineLayout layout(QSizeF size) const
    {
        return run ? layOutTimeline(*run, window, size, theme.px(1)) : TimelineLayout {};
    }
    /// The horizontal part only: cheap enough for every mouse event.
    [[nodiscard]] TimeScale scale(double width) const
    {
        return { window, theme.px(110), std::max(0.0, width - theme.px(126)) };
    }
    [[nodiscard]] core::Instant clamped(core::Instant t) const
    {
        return std::clamp(t, core::Instant {}, run ? run->end() : core::Instant {});
    }
    [[nodiscard]] core::TimeSpan zoomed(core::Instant anchor, double factor) const
    {
        const auto part = [&](core::Duration d) { return core::fromSeconds(core::toSeconds(d) * factor); };
        return { anchor - part(anchor - window.begin), anchor + part(window.end - anchor) };
    }
    void paintLanes(QPainter& painter, const TimelineLayout& layout) const;
};

void TimelineWidget::State::paintLanes(QPainter& painter, const TimelineLayout& layout) const
{
    constexpr std::array kinds { core::Kind::Weights, core::Kind::Weights, core::Kind::KvCache,
        core::Kind::Communication };
    for (const TimelineLane& lane : layout.lanes) {
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(theme.px(16), lane.rect.top(), theme.px(90), lane.rect.height()),
            Qt::AlignVCenter, lane.label);
        QColor color = lane.lane == core::Lane::Compute ? theme.computeBusy
                                                        : theme.color(kinds[core::indexOf(lane.lane)]);
        const double inset = lane.rect.height() * 0.2;
        for (std::size_t i = 0; i < lane.coverage.size(); ++i) {
            color.setAlphaF(static_cast<float>(lane.coverage[i]));
            painter.fillRect(QRectF(lane.rect.left() + static_cast<double>(i), lane.rect.top() + inset, 1,
                                 lane.rect.height() - 2 * inset),
                color);
        }
    }
}

TimelineWidget::TimelineWidget(QWidget* parent)
    : QWidget(parent)
    , m_state(std::make_unique<State>())
{
    setFocusPolicy(Qt::StrongFocus);
}

TimelineWidget::~TimelineWidget() = default;

void TimelineWidget::setRun(std::shared_ptr<const core::Run> run)
{
    State& s = *m_state;
    const double before = s.run ? core::toSeconds(s.run->end()) : 0;
    s.run = std::move(run);
    const core::Instant end = s.run ? s.run->end() : core::Instant {};
    const double ratio = before > 0 ? core::toSeconds(end) / before : 0;
    s.time = s.clamped(s.time);
    setWindow(ratio > 0 ? core::TimeSpan { core::instantAt(core::toSeconds(s.window.begin) * ratio),
                  core::instantAt(core::toSeconds(s.window.end) * ratio) }
                        : core::TimeSpan { core::Instant {}, end });
    update();
}

void TimelineWidget::setTime(core::Instant time)
{
    State& s = *m_state;
    s.time = s.clamped(time);
    const bool outside = s.time < s.window.begin || s.time > s.window.end;
    if (outside && !s.scrubbing)
        setWindow({ s.time, s.time + s.window.length() });
    update();
}

void TimelineWidget::setTheme(const Theme& theme)
{
    m_state->theme = theme;
    updateGeometry();
    update();
}

void TimelineWidget::setWindow(core::TimeSpan window)
{
    State& s = *m_state;
    const core::Duration all = s.run ? s.run->end().time_since_epoch() : core::Duration {};
    // Below a nanosecond there is nothing to see.
    const core::Duration least = std::min(all, core::Duration { 1000 });
    const core::Duration length = std::clamp(window.length(), least, all);
    const core::Instant begin = std::clamp(window.begin, core::Instant {}, core::Instant { all - length });
    const core::TimeSpan next { begin, begin + length };
    if (next == s.window)
        return;
    s.window = next;
    update();
    emit windowChanged(next);
}

core::TimeSpan TimelineWidget::window() const
{
    return m_state->window;
}

void TimelineWidget::zoomToDepth(core::Depth depth)
{
    const State& s = *m_state;
    if (!s.run)
        return;
    if (depth == core::Depth::Segment) {
        setWindow({ core::Instant {}, s.run->end() });
        return;
    }
    const core::Instant next = s.run->nextBoundary(s.time, depth);
    const core::Instant begin = s.run->previousBoundary(next, depth);
    const core::Duration unit = next - begin;
    setWindow({ begin - unit, begin + 3 * unit });
}

QSize TimelineWidget::sizeHint() const
{
    return { qRound(m_state->theme.px(900)), qRound(m_state->theme.px(250)) };
}

QSize TimelineWidget::minimumSizeHint() const
{
    return { qRound(m_state->theme.px(560)), qRound(m_state->theme.px(170)) };
}

void TimelineWidget::paintEvent(QPaintEvent*)
{
    const State& s = *m_state;
    QPainter painter(this);
    painter.fillRect(rect(), s.theme.panel);
    painter.setPen(s.theme.text);
    painter.setFont(s.theme.font(TextRole::BodyStrong));
    painter.drawText(QPointF(s.theme.px(16), s.theme.px(24)), tr("Timeline"));
    if (!s.run)
        return;
    const TimelineLayout layout = s.layout(size());
    painter.setFont(s.theme.font(TextRole::Caption));
    s.paintLanes(painter, layout);
    const TimeScale whole { { core::Instant {}, s.run->end() }, layout.minimap.left(),
        layout.minimap.width() };
    for (const core::Segment& segment : s.run->segments) {
        const double from = whole.timeToPixel(segment.begin);
        painter.fillRect(QRectF(from, layout.minimap.top(), whole.timeToPixel(segment.end) - from,
                             layout.minimap.height()),
            s.theme.color(
                segment.kind == core::SegmentKind::Prefill ? core::Kind::Activations : core::Kind::Weights));
    }
    painter.setPen(s.theme.text);
    const double from = whole.timeToPixel(s.window.begin);
    painter.drawRect(
        QRectF(from, layout.minimap.top(), whole.timeToPixel(s.window.end) - from, layout.minimap.height()));
    const double x = layout.scale.timeToPixel(s.time);
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
}

void TimelineWidget::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_state->run)
        return;
    m_state->scrubbing = true;
    mouseMoveEvent(event);
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (m_state->scrubbing)
        emit seekRequested(m_state->clamped(m_state->scale(width()).pixelToTime(event->position().x())));
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent*)
{
    m_state->scrubbing = false;
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    setWindow(m_state->zoomed(m_state->scale(width()).pixelToTime(event->position().x()), 0.25));
}

void TimelineWidget::wheelEvent(QWheelEvent* event)
{
    const core::Instant anchor = m_state->scale(width()).pixelToTime(event->position().x());
    setWindow(m_state->zoomed(anchor, std::pow(2.0, -event->angleDelta().y() / 240.0)));
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
    return QWidget::event(event);
}

} // namespace memwall::ui
