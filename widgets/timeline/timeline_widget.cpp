#include "widgets/timeline/timeline_widget.h"

#include "widgets/base/paint_target.h"
#include "widgets/timeline/find_bar.h"
#include "widgets/timeline/glide.h"
#include "widgets/timeline/range_card.h"
#include "widgets/timeline/timeline_lanes.h"
#include "widgets/timeline/timeline_painter.h"
#include "widgets/timeline/timeline_state.h"
#include "widgets/words/sayings.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace memwall::ui
{

namespace
{

constexpr int kGlideMs = 180;

} // namespace

TimelineWidget::TimelineWidget(QWidget* parent)
    : QWidget(parent)
    , m_state(std::make_unique<State>())
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    const std::array names { tr("whole answer"), tr("tokens"), tr("layers"), tr("operators") };
    for (std::size_t i = 0; i < kDepths.size(); ++i) {
        auto* button = new QPushButton(names[i], this);
        button->setObjectName(QStringLiteral("depth%1").arg(i));
        button->setCheckable(true);
        button->setAccessibleName(tr("Zoom to %1").arg(names[i]));
        button->setToolTip(tr(
            "Zoom to %1 around the playhead. Wheel zooms at the pointer, W and S in and out, A and D move.")
                               .arg(names[i]));
        m_state->buttons[i] = button;
    }
    m_state->findBar = new FindBar(this);
    m_state->findBar->hide();
    m_state->card = new RangeCard(this);
    m_state->card->hide();
    connectParts();
    setTheme(m_state->theme);
}

TimelineWidget::~TimelineWidget() = default;

void TimelineWidget::connectParts()
{
    State& s = *m_state;
    for (std::size_t i = 0; i < kDepths.size(); ++i)
        connect(s.buttons[i], &QPushButton::clicked, this, [this, i] {
            glideTo(windowOfDepth(kDepths[i]));
            if (!m_state->empty())
                m_state->checkButton();
        });
    s.glide.setStartValue(0.0);
    s.glide.setEndValue(1.0);
    s.glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&s.glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        reveal(windowBetween(m_state->glideFrom, m_state->glideTo, share.toDouble()));
    });
    connect(s.findBar, &FindBar::wordsChanged, this, &TimelineWidget::search);
    connect(s.findBar, &FindBar::stepRequested, this, &TimelineWidget::findStep);
    connect(s.findBar, &FindBar::closed, this, &TimelineWidget::closeFind);
    connect(s.card, &RangeCard::copyRequested, this, &TimelineWidget::copySelection);
    connect(s.card, &RangeCard::closed, this, [this] { select(std::nullopt); });
}

void TimelineWidget::setRun(std::shared_ptr<const core::Run> run)
{
    State& s = *m_state;
    const core::Instant endBefore = s.run ? s.run->end() : core::Instant {};
    const double before = core::toSeconds(endBefore);
    s.finder.reset(); // it looks into the run that goes
    s.hit.reset();
    s.run = std::move(run);
    s.lanes = s.run ? lanesOf(*s.run).size() : 0;
    updateGeometry();
    const core::Instant end = s.run ? s.run->end() : core::Instant {};
    const double ratio = before > 0 ? core::toSeconds(end) / before : 0;
    s.time = s.clamped(s.time);
    const auto stretched = [&](core::Instant t) { // an end stays one: doubles miss it in a run of weeks
        return t == endBefore ? end : core::instantAt(core::toSeconds(t) * ratio);
    };
    setWindow(ratio > 0 ? core::TimeSpan { stretched(s.window.begin), stretched(s.window.end) }
                        : core::TimeSpan { {}, end });
    // Times of one run mean nothing in another.
    select(std::nullopt);
    arrange();
    if (!s.findBar->isHidden())
        search();
    update();
}

void TimelineWidget::setTime(core::Instant time)
{
    State& s = *m_state;
    const core::Instant before = s.time;
    s.time = s.clamped(time);
    const bool outside = s.time < s.window.begin || s.time >= s.window.end;
    if (outside && s.drag == Drag::None && !s.gliding() && s.time < s.clamped(core::Instant::max()))
        setWindow(s.windowAt(s.time, s.window.length()));
    if (s.empty() || s.picture.isNull())
        return update();
    if (s.time != before)
        update(playheadArea(s.layout, before, s.run->end(), s.theme)
            + playheadArea(s.layout, s.time, s.run->end(), s.theme));
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
    s.findBar->setTheme(theme);
    s.card->setTheme(theme);
    updateGeometry();
    arrange();
    update();
}

void TimelineWidget::resizeEvent(QResizeEvent*)
{
    arrange();
}

/// The parts in the header: the find field takes the place of the buttons and of the summary.
void TimelineWidget::arrange()
{
    const State& s = *m_state;
    const bool finding = !s.findBar->isHidden();
    const int top = qRound(s.theme.px(8));
    const int height = qRound(s.theme.px(24));
    int right = width() - qRound(s.theme.px(16));
    const int left = qRound(s.theme.px(16) + titleWidth(s.theme));
    s.findBar->setGeometry(left, top, std::max(0, right - left), height);
    for (auto button = s.buttons.rbegin(); button != s.buttons.rend(); ++button) {
        const int wide = (*button)->sizeHint().width();
        (*button)->setGeometry(right - wide, top, wide, height);
        (*button)->setVisible(!s.empty() && !finding);
        right -= wide + qRound(s.theme.px(6));
    }
    placeCard();
}

/// Every change of the window comes through here.
void TimelineWidget::reveal(core::TimeSpan window)
{
    State& s = *m_state;
    const core::TimeSpan next = s.clampedWindow(window);
    if (next == s.window)
        return;
    s.window = next;
    placeCard();
    update();
    emit windowChanged(next);
}

void TimelineWidget::setWindow(core::TimeSpan window)
{
    m_state->glide.stop();
    reveal(window);
}

void TimelineWidget::glideTo(core::TimeSpan window)
{
    State& s = *m_state;
    const int allowed = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    s.glide.stop();
    if (allowed <= 0 || !isVisible())
        return reveal(window);
    s.glideFrom = s.window;
    s.glideTo = s.clampedWindow(window);
    s.glide.setDuration(std::min(kGlideMs, allowed));
    s.glide.start();
}

core::TimeSpan TimelineWidget::window() const
{
    return m_state->window;
}

bool TimelineWidget::isGliding() const
{
    return m_state->gliding();
}

core::TimeSpan TimelineWidget::windowOfDepth(core::Depth depth) const
{
    const State& s = *m_state;
    if (s.empty())
        return s.window;
    if (depth == core::Depth::Segment)
        return { {}, s.run->end() };
    const core::Instant next = s.run->nextBoundary(s.time, depth);
    const core::Instant begin = s.run->previousBoundary(next, depth);
    const core::Duration unit = next - begin;
    // Four tokens show their layers as stripes; a few layers show their operators with names.
    const int units = depth == core::Depth::Step ? 4 : depth == core::Depth::Layer ? 60 : 10;
    core::Instant from = core::later(begin, -core::multiplied(unit, units / 4));
    if (depth == core::Depth::Step) // tokens grow: no sliver of one more before the first
        from = std::max(from, s.run->previousBoundary(begin, depth));
    return { from, core::later(begin, core::multiplied(unit, units - units / 4)) };
}

void TimelineWidget::zoomToDepth(core::Depth depth)
{
    if (!m_state->empty())
        setWindow(windowOfDepth(depth));
}

void TimelineWidget::setBookmarks(const Bookmarks& bookmarks)
{
    m_state->bookmarks = bookmarks;
    update();
}

QSize TimelineWidget::sizeHint() const
{
    return { qRound(m_state->theme.px(900)), qRound(m_state->theme.px(270)) };
}

QSize TimelineWidget::minimumSizeHint() const
{
    const double unit = m_state->theme.px(1);
    return { qRound(m_state->theme.px(560)),
        qRound(std::max(m_state->theme.px(170), leastHeight(m_state->lanes, unit))) };
}

void TimelineWidget::paintEvent(QPaintEvent* event)
{
    State& s = *m_state;
    QPainter painter(this);
    if (s.empty()) {
        painter.fillRect(rect(), s.theme.window);
        const QString why = s.run && !s.run->fits ? wordsOf(s.run->fitReason) : tr("Nothing has run yet.");
        paintNoTimeline(painter, size(), why, s.theme);
        return;
    }
    s.refresh(*this);
    if (drawsVectors(painter) || pixelRatioOf(painter) != devicePixelRatioF()) {
        paintTimelineGround(painter, s.layout, size(), s.theme);
        paintTimelineView(painter, s.layout, s.theme);
        paintBookmarks(painter, s.layout, s.bookmarks, s.run->end(), s.theme);
        paintOver(painter);
        return;
    }
    for (const QRect& part : event->region()) {
        beginPart(painter, part, s.picture);
        paintOver(painter);
    }
}

void TimelineWidget::paintOver(QPainter& painter) const
{
    const State& s = *m_state;
    if (s.hit)
        paintHit(painter, s.layout, *s.hit, s.theme);
    if (s.selection)
        paintSelection(painter, s.layout, *s.selection, s.theme);
    paintPlayhead(painter, s.layout, s.time, s.run->end(), s.theme);
}

} // namespace memwall::ui
