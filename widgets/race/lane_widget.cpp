#include "widgets/base/format.h"
#include "widgets/base/paint_target.h"
#include "widgets/race/lane_painter.h"
#include "widgets/race/lane_says.h"
#include "widgets/race/lane_state.h"

#include <QPainter>
#include <QToolButton>

#include <cmath>

namespace memwall::ui
{

namespace
{

/// Blocks and the finish mark reach over their areas by so much.
double movingEdge(const Theme& theme)
{
    return theme.px(8);
}

QRectF barsOf(const LaneLayout& layout)
{
    return layout.tokenBar.united(layout.timeText).united(layout.timeBar).united(layout.tokenText);
}

} // namespace

LaneWidget::LaneWidget(std::shared_ptr<const RaceShared> shared, std::size_t lane, QWidget* parent)
    : QWidget { parent }
    , m_state { std::make_unique<State>() }
{
    m_state->shared = std::move(shared);
    m_state->index = lane;
    setObjectName(QStringLiteral("lane%1").arg(lane + 1));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setToolTip(tr("Drag it onto another lane to swap them. Enter or a double click: this lane in Explore."));
    const auto button = [this](const QString& text, const QString& name, const QString& tip) {
        auto* made = new QToolButton(this);
        made->setText(text);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setAutoRaise(true);
        made->setStyleSheet(QStringLiteral("padding: 0; min-width: 0; min-height: 0;")); // one sign, no word
        return made;
    };
    m_state->explore = button(QStringLiteral("⤢"), QStringLiteral("explore"),
        tr("Open this lane in Explore (Alt+%1)").arg(lane + 1));
    m_state->remove
        = button(QStringLiteral("✕"), QStringLiteral("remove"), tr("Remove this lane from the race (Del)"));
    connect(&m_state->openings, &QVariantAnimation::valueChanged, this, [this] {
        m_state->stale = true;
        update();
    });
    connect(m_state->explore, &QToolButton::clicked, this, [this] { emit soloRequested(m_state->index); });
    connect(m_state->remove, &QToolButton::clicked, this, [this] { emit removeRequested(m_state->index); });
}

LaneWidget::~LaneWidget() = default;

const RaceLane& LaneWidget::lane() const
{
    return m_state->shared->lanes[m_state->index];
}

void LaneWidget::refresh()
{
    if (!m_state->frame.houses.empty())
        m_state->openings.leave(m_state->frame);
    m_state->openings.goTo(laneFrame(m_state->input(), m_state->shared->blockBytes), m_state->shared->pace);
    m_state->stale = true;
    m_state->remove->setVisible(m_state->shared->lanes.size() > 1);
    for (QToolButton* button : { m_state->explore, m_state->remove }) {
        button->ensurePolished();
        button->setFont(m_state->shared->theme.font(TextRole::Body));
    }
    m_state->explore->setAccessibleName(tr("Explore %1").arg(lane().name));
    m_state->remove->setAccessibleName(tr("Remove %1").arg(lane().name));
    updateGeometry();
    describe();
    update();
}

void LaneWidget::showTime()
{
    const LaneNow now = laneNow(m_state->shared->lanes, m_state->index, m_state->shared->time);
    const bool changes = now.state != m_state->described.state;
    if (changes)
        describe();
    updateMoving(now, changes);
}

/// Only what time moves is painted again: words, buttons and finished lanes stand still.
void LaneWidget::updateMoving(const LaneNow& now, bool all)
{
    State& state = *m_state;
    const LaneNow before = std::exchange(state.shown, now);
    if (all || state.stale)
        return update();
    if (now.state == LaneState::Finished && before.state == LaneState::Finished)
        return;
    const double edge = movingEdge(state.shared->theme);
    const auto part
        = [&](const QRectF& rect) { update(rect.adjusted(-edge, -edge, edge, edge).toAlignedRect()); };
    part(state.layout.picture);
    part(barsOf(state.layout));
    if (now.written == before.written)
        return;
    (void)answerPicture(now);
    part(state.answer.changed().translated(state.layout.answer.topLeft()));
}

void LaneWidget::setDropTarget(bool target)
{
    if (std::exchange(m_state->target, target) != target)
        update();
}

Explanation LaneWidget::explanationAt(QPointF /*position*/) const
{
    Explanation told;
    told.area = rect();
    const core::Report& report = lane().result.report;
    if (!answers(lane())) {
        told.sentence = whyNot(lane());
        return told;
    }
    told.sentence = QString::fromStdString(holdOf(lane(), m_state->shown.state).verdict.text);
    told.number = tr("%1 tokens/s for each user, %2 per token, on average over the answer")
                      .arg(formatCount(report.tokensPerSPerUser), formatSeconds(report.tpotS));
    told.formula = tr("tokens/s = 1 / time per token; Enter opens this lane in Explore");
    return told;
}

QString LaneWidget::answerText() const
{
    QString text;
    for (const TapeLine& line : m_state->answer.lines()) {
        QString words;
        for (const PlacedPiece& placed : line)
            words += placed.piece.text;
        text += (text.isEmpty() ? QString {} : QStringLiteral(" ")) + words.trimmed();
    }
    return text;
}

int LaneWidget::cacheRebuilds() const
{
    return m_state->rebuilds;
}

QSize LaneWidget::sizeHint() const
{
    const Theme& theme = m_state->shared->theme;
    return { static_cast<int>(theme.px(1000)), static_cast<int>(theme.px(170)) };
}

QSize LaneWidget::minimumSizeHint() const
{
    const QSizeF least = smallestLane(m_state->shared->theme);
    return { static_cast<int>(std::ceil(least.width())), static_cast<int>(std::ceil(least.height())) };
}

void LaneWidget::describe()
{
    const RaceLane& shown = lane();
    setAccessibleName(tr("Lane %1: %2").arg(m_state->index + 1).arg(shown.name));
    m_state->described = laneNow(m_state->shared->lanes, m_state->index, m_state->shared->time);
    if (!answers(shown)) {
        setAccessibleDescription(whyNot(shown));
        return;
    }
    setAccessibleDescription(
        tr("%1. %2 tokens/s for each user, held back by %3. %4, %5.")
            .arg(shown.what, formatCount(shown.result.report.tokensPerSPerUser),
                QString::fromStdString(holdOf(shown, m_state->described.state).verdict.title),
                progressSays(m_state->described).text(), stateSays(m_state->described).text()));
}

void LaneWidget::placeButtons()
{
    const QRectF& place = m_state->layout.buttons;
    const int side = static_cast<int>(std::min(place.height(), place.width() / 2 - 2));
    const QRect right { static_cast<int>(place.right()) - side, static_cast<int>(place.top()), side, side };
    m_state->remove->setGeometry(right);
    m_state->explore->setGeometry(right.translated(-side - 4, 0));
}

/// All that stands still, drawn once.
void LaneWidget::rebuild()
{
    State& state = *m_state;
    const RaceShared& shared = *state.shared;
    const double ratio = devicePixelRatioF();
    state.layout = layoutLane(size(), shared.theme);
    state.frame = state.openings.onItsWay(laneFrame(state.input(), shared.blockBytes), shared.pace);
    state.picture = layoutPicture(state.frame, state.layout.picture, shared.theme);
    state.background = QPixmap { (QSizeF { size() } * ratio).toSize().expandedTo({ 1, 1 }) };
    state.background.setDevicePixelRatio(ratio);
    state.background.fill(shared.theme.window);
    QPainter painter { &state.background };
    const LaneInk ink { painter, state.layout, shared.theme };
    paintLaneWords(ink, lane(), shared.lanes.size() > 1 && shared.current == state.index);
    paintPictureBackground(painter, state.frame, state.picture, shared.theme);
    if (!answers(lane()))
        paintLaneReason(ink, lane());
    state.answer.reset(state.layout.answer.size(), ratio, shared.theme);
    placeButtons();
    state.stale = false;
    ++state.rebuilds;
}

const QPixmap& LaneWidget::answerPicture(const LaneNow& now)
{
    return m_state->answer.picture({ *lane().result.run, 0, now.written, m_state->shared->tokens });
}

std::optional<LaneWidget::Moving> LaneWidget::movingNow() const
{
    if (!answers(lane()))
        return std::nullopt;
    const RaceShared& shared = *m_state->shared;
    const LaneNow now = laneNow(shared.lanes, m_state->index, shared.time);
    const bool runs = now.state == LaneState::Writing; // the last word counts at once
    return Moving { now, runs ? laneNow(shared.lanes, m_state->index, shared.pace.held(shared.time)) : now,
        stageNow(m_state->input(), m_state->frame) };
}

void LaneWidget::paintPart(QPainter& painter, const QRect& part, const std::optional<Moving>& moving)
{
    State& state = *m_state;
    const Theme& theme = state.shared->theme;
    beginPart(painter, part, state.background);
    if (!moving)
        return;
    const double edge = movingEdge(theme);
    const auto shows = [&](const QRectF& rect) {
        return rect.adjusted(-edge, -edge, edge, edge).intersects(QRectF { part });
    };
    const LaneLayout& layout = state.layout;
    painter.setRenderHint(QPainter::Antialiasing);
    if (shows(layout.picture))
        paintPicture(painter, state.frame, state.picture, moving->picture, theme);
    if (shows(layout.bottleneck))
        paintLaneHold({ painter, layout, theme }, holdOf(lane(), moving->lane.state));
    if (shows(layout.answer)) {
        painter.drawPixmap(layout.answer.topLeft(), answerPicture(moving->lane));
        if (moving->lane.state != LaneState::Finished)
            painter.fillRect(state.answer.caret().translated(layout.answer.topLeft()), theme.computeBusy);
    }
    if (shows(barsOf(layout)))
        paintLaneBars({ painter, layout, theme }, lane(), state.shared->scale, moving->lane, moving->told,
            state.shared->time);
}

void LaneWidget::paintEvent(QPaintEvent* event)
{
    State& state = *m_state;
    const RaceShared& shared = *state.shared;
    if (state.index >= shared.lanes.size())
        return;
    if (state.stale || state.background.devicePixelRatio() != devicePixelRatioF())
        rebuild();
    QPainter painter { this };
    const std::optional<Moving> moving = movingNow();
    for (const QRect& part : event->region())
        paintPart(painter, part, moving);
    painter.setClipping(false);
    if (!hasFocus() && !state.target)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen { shared.theme.accent, shared.theme.px(2), state.target ? Qt::DashLine : Qt::SolidLine });
    const double edge = shared.theme.px(1);
    painter.drawRoundedRect(
        QRectF { rect() }.adjusted(edge, edge, -edge, -edge), shared.theme.px(10), shared.theme.px(10));
}

void LaneWidget::resizeEvent(QResizeEvent* /*event*/)
{
    m_state->stale = true;
    m_state->layout = layoutLane(size(), m_state->shared->theme);
    placeButtons();
}

} // namespace memwall::ui
