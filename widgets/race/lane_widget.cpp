#include "widgets/base/format.h"
#include "widgets/race/lane_drawing.h"
#include "widgets/race/lane_says.h"
#include "widgets/words/sayings.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <cmath>

namespace memwall::ui
{

struct LaneWidget::State
{
    State(std::shared_ptr<const RaceShared> race, std::size_t lane)
        : shared(std::move(race))
        , index(lane)
        , drawing(shared, lane)
    {
    }

    std::shared_ptr<const RaceShared> shared;
    std::size_t index = 0;
    LaneDrawing drawing;
    QToolButton* explore = nullptr;
    QToolButton* remove = nullptr;
    QPoint pressedAt;
    bool pressed = false, dragging = false, target = false;
    LaneNow described, shown;
};

LaneWidget::LaneWidget(std::shared_ptr<const RaceShared> shared, std::size_t lane, QWidget* parent)
    : QWidget { parent }
    , m_state { std::make_unique<State>(std::move(shared), lane) }
{
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
    connect(&m_state->drawing.openings(), &QVariantAnimation::valueChanged, this, [this] {
        m_state->drawing.outdate();
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
    m_state->drawing.refresh();
    m_state->remove->setVisible(m_state->shared->lanes.size() > 1);
    for (QToolButton* button : { m_state->explore, m_state->remove }) {
        button->ensurePolished();
        button->setFont(m_state->shared->theme.font(TextRole::Body));
    }
    m_state->explore->setAccessibleName(tr("Explore %1").arg(lane().name));
    m_state->remove->setAccessibleName(tr("Remove %1").arg(lane().name));
    placeButtons();
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
    if (all || state.drawing.isStale())
        return update();
    if (now.state == LaneState::Finished && before.state == LaneState::Finished)
        return;
    for (const QRectF& part : state.drawing.movingParts())
        update(part.toAlignedRect());
    if (now.written != before.written)
        update(state.drawing.answerChange(now).toAlignedRect());
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
    told.sentence = wordsOf(holdOf(lane(), m_state->shown.state).verdict.text);
    told.number = tr("%1 tokens/s for each user, %2 per token, on average over the answer")
                      .arg(formatCount(report.tokensPerSPerUser), formatSeconds(report.tpotS));
    told.formula = tr("tokens/s = 1 / time per token; Enter opens this lane in Explore");
    return told;
}

QString LaneWidget::answerText() const
{
    QString text;
    for (const TapeLine& line : m_state->drawing.answerLines()) {
        QString words;
        for (const PlacedPiece& placed : line)
            words += placed.piece.text;
        text += (text.isEmpty() ? QString {} : QStringLiteral(" ")) + words.trimmed();
    }
    return text;
}

int LaneWidget::cacheRebuilds() const
{
    return m_state->drawing.rebuilds();
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
                wordsOf(holdOf(shown, m_state->described.state).verdict.title),
                progressSays(m_state->described).text(), stateSays(m_state->described).text()));
}

void LaneWidget::placeButtons()
{
    const QRectF place = layoutLane(size(), m_state->shared->theme).buttons;
    const int side = static_cast<int>(std::min(place.height(), place.width() / 2 - 2));
    const QRect right { static_cast<int>(place.right()) - side, static_cast<int>(place.top()), side, side };
    m_state->remove->setGeometry(right);
    m_state->explore->setGeometry(right.translated(-side - 4, 0));
}

void LaneWidget::paintEvent(QPaintEvent* event)
{
    State& state = *m_state;
    if (state.index >= state.shared->lanes.size())
        return;
    state.drawing.prepare(size(), devicePixelRatioF());
    QPainter painter { this };
    state.drawing.paint(painter, event->region());
    if (hasFocus() || state.target)
        state.drawing.paintFrame(painter, state.target ? Qt::DashLine : Qt::SolidLine);
}

void LaneWidget::resizeEvent(QResizeEvent* /*event*/)
{
    placeButtons();
}

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
