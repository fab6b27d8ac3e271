#include "widgets/timeline/timeline_widget.h"

#include "widgets/base/paint_target.h"
#include "widgets/timeline/timeline_painter.h"
#include "widgets/timeline/timeline_state.h"

#include <QPainter>
#include <QPushButton>

namespace memwall::ui
{

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
    if (drawsVectors(painter) || pixelRatioOf(painter) != devicePixelRatioF())
        paintTimeline(painter, s.layout, size(), s.theme);
    else
        painter.drawPixmap(0, 0, s.picture);
    paintPlayhead(painter, s.layout, s.time, s.run->end(), s.theme);
}

} // namespace memwall::ui
