#include "widgets/timeline/timeline_widget.h"

#include "widgets/timeline/timeline_painter.h"
#include "widgets/timeline/timeline_tips.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace memwall::ui
{

namespace
{

/// What a press began: until the release every move continues it.
enum class Drag : std::uint8_t
{
    None,
    Scrub,
    Pan,
    MoveFrame,
    FrameBegin,
    FrameEnd,
};

/// Everything the static picture depends on.
struct PictureKey
{
    const core::Run* run = nullptr;
    core::TimeSpan window;
    QSize size;
    double ratio = 1;
    Theme theme;
    bool operator==(const PictureKey&) const = default;
};

constexpr std::array kDepths { core::Depth::Segment, core::Depth::Step, core::Depth::Layer,
    core::Depth::Operator };

} // namespace

struct TimelineWidget::State
{
    std::shared_ptr<const core::Run> run;
    core::Instant time {};
    core::TimeSpan window;
    Theme theme = Theme::darkTheme();
    Drag drag = Drag::None;
    QPointF pressed;
    core::TimeSpan windowAtPress;
    std::array<QPushButton*, 4> buttons {};
    PictureKey key;
    QPixmap picture;
    TimelineLayout layout;

    [[nodiscard]] bool empty() const { return !run || run->end() == core::Instant {}; }
    [[nodiscard]] core::Instant clamped(core::Instant t) const
    {
        return std::clamp(t, core::Instant {}, run ? run->end() : core::Instant {});
    }
    [[nodiscard]] TimeScale scale(int width) const { return laneScale(window, width, theme.px(1)); }
    [[nodiscard]] TimeScale whole() const
    {
        return { { {}, run->end() }, layout.minimap.left(), layout.minimap.width() };
    }
    [[nodiscard]] core::TimeSpan zoomed(core::Instant anchor, double factor) const
    {
        const auto part = [&](core::Duration d) { return core::fromSeconds(core::toSeconds(d) * factor); };
        return { anchor - part(anchor - window.begin), anchor + part(window.end - anchor) };
    }
    [[nodiscard]] Drag dragAt(QPointF point, Qt::MouseButton button) const;
    [[nodiscard]] core::TimeSpan windowFor(QPointF point, int width) const;
    void refresh(const TimelineWidget& widget);
    void checkButton() const;
};

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
    const PictureKey now { run.get(), window, widget.size(), widget.devicePixelRatioF(), theme };
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

TimelineWidget::TimelineWidget(QWidget* parent)
    : QWidget(parent)
    , m_state(std::make_unique<State>())
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    const std::array names { tr("whole answer"), tr("tokens"), tr("layers"), tr("operators") };
    for (std::size_t i = 0; i < kDepths.size(); ++i) {
        auto* button = new QPushButton(names[i], this);
        button->setObjectName(QStringLiteral("depth%1").arg(i));
        button->setCheckable(true);
        button->setAccessibleName(tr("Zoom to %1").arg(names[i]));
        button->setToolTip(tr(
            "Zoom to %1 around the playhead. Wheel zooms at the pointer, W and S in and out, A and D move.")
                               .arg(names[i]));
        connect(button, &QPushButton::clicked, this, [this, i] {
            zoomToDepth(kDepths[i]);
            if (!m_state->empty())
                m_state->checkButton();
        });
        m_state->buttons[i] = button;
    }
    setTheme(m_state->theme);
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
    const auto stretched = [ratio](core::Instant t) { return core::instantAt(core::toSeconds(t) * ratio); };
    setWindow(ratio > 0 ? core::TimeSpan { stretched(s.window.begin), stretched(s.window.end) }
                        : core::TimeSpan { {}, end });
    update();
}

void TimelineWidget::setTime(core::Instant time)
{
    State& s = *m_state;
    s.time = s.clamped(time);
    const bool outside = s.time < s.window.begin || s.time >= s.window.end;
    if (outside && s.drag == Drag::None && s.time < s.clamped(core::Instant::max()))
        setWindow({ s.time, s.time + s.window.length() });
    update();
}

void TimelineWidget::setTheme(const Theme& theme)
{
    State& s = *m_state;
    s.theme = theme;
    for (QPushButton* button : s.buttons) {
        button->setFont(theme.font(TextRole::Caption));
        // Lower than the program's other buttons: they sit in a caption row.
        button->setStyleSheet(QStringLiteral("QPushButton { min-height: %1px; padding: 0 %2px; }")
                                  .arg(qRound(theme.px(22)))
                                  .arg(qRound(theme.px(10))));
    }
    updateGeometry();
    resizeEvent(nullptr);
    update();
}

void TimelineWidget::resizeEvent(QResizeEvent*)
{
    const State& s = *m_state;
    const int height = qRound(s.theme.px(24));
    int right = width() - qRound(s.theme.px(16));
    for (auto button = s.buttons.rbegin(); button != s.buttons.rend(); ++button) {
        const int wide = (*button)->sizeHint().width();
        (*button)->setGeometry(right - wide, qRound(s.theme.px(8)), wide, height);
        right -= wide + qRound(s.theme.px(6));
    }
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
    if (s.empty())
        return;
    if (depth == core::Depth::Segment) {
        setWindow({ {}, s.run->end() });
        return;
    }
    const core::Instant next = s.run->nextBoundary(s.time, depth);
    const core::Instant begin = s.run->previousBoundary(next, depth);
    const core::Duration unit = next - begin;
    // Four tokens show their layers as stripes; a few layers show their operators with names.
    const int units = depth == core::Depth::Step ? 4 : depth == core::Depth::Layer ? 60 : 10;
    setWindow({ begin - unit * (units / 4), begin + unit * (units - units / 4) });
}

QSize TimelineWidget::sizeHint() const
{
    return { qRound(m_state->theme.px(900)), qRound(m_state->theme.px(270)) };
}

QSize TimelineWidget::minimumSizeHint() const
{
    return { qRound(m_state->theme.px(560)), qRound(m_state->theme.px(170)) };
}

void TimelineWidget::paintEvent(QPaintEvent*)
{
    State& s = *m_state;
    QPainter painter(this);
    for (QPushButton* button : s.buttons)
        button->setVisible(!s.empty());
    if (s.empty()) {
        const QString why
            = s.run && !s.run->fits ? QString::fromStdString(s.run->fitReason) : tr("Nothing has run yet.");
        paintNoTimeline(painter, size(), why, s.theme);
        return;
    }
    s.refresh(*this);
    painter.drawPixmap(0, 0, s.picture);
    paintPlayhead(painter, s.layout, s.time, s.run->end(), s.theme);
}

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
    const QString tip = tipAt(*m_state->run, m_state->layout, help->pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

} // namespace memwall::ui
