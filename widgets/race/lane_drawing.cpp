#include "widgets/race/lane_drawing.h"

#include "core/base/assert.h"
#include "widgets/base/paint_target.h"
#include "widgets/race/lane_painter.h"
#include "widgets/race/lane_says.h"

namespace memwall::ui
{

namespace
{

/// Blocks and the finish mark reach over their areas by so much.
QRectF withEdge(const QRectF& rect, const Theme& theme)
{
    const double edge = theme.px(8);
    return rect.adjusted(-edge, -edge, edge, edge);
}

QRectF barsOf(const LaneLayout& layout)
{
    return layout.tokenBar.united(layout.timeText).united(layout.timeBar).united(layout.tokenText);
}

} // namespace

LaneDrawing::LaneDrawing(std::shared_ptr<const RaceShared> shared, std::size_t index)
    : m_shared(std::move(shared))
    , m_index(index)
{
}

void LaneDrawing::refresh()
{
    if (!m_frame.houses.empty())
        m_openings.leave(m_frame);
    m_openings.goTo(laneFrame(input(), m_shared->blockBytes), m_shared->pace);
    m_stale = true;
}

StageInput LaneDrawing::input() const
{
    StageInput input;
    input.run = lane().result.run;
    input.report = &lane().result.report;
    input.time = std::min(m_shared->time, lane().result.run->end());
    input.widths = m_shared->widths;
    input.pace = m_shared->pace;
    input.theme = m_shared->theme;
    return input;
}

void LaneDrawing::prepare(QSize size, double ratio)
{
    if (!m_stale && m_size == size && m_background.devicePixelRatio() == ratio)
        return;
    m_size = size;
    m_layout = layoutLane(size, m_shared->theme);
    m_frame = m_openings.onItsWay(laneFrame(input(), m_shared->blockBytes), m_shared->pace);
    m_picture = layoutPicture(m_frame, m_layout.picture, m_shared->theme);
    m_background = QPixmap { (QSizeF { size } * ratio).toSize().expandedTo({ 1, 1 }) };
    m_background.setDevicePixelRatio(ratio);
    QPainter painter { &m_background };
    paintStill(painter);
    m_answer.reset(m_layout.answer.size(), ratio, m_shared->theme);
    m_stale = false;
    ++m_rebuilds;
}

std::array<QRectF, 2> LaneDrawing::movingParts() const
{
    return { withEdge(m_layout.picture, m_shared->theme), withEdge(barsOf(m_layout), m_shared->theme) };
}

TapeSlice LaneDrawing::written(const LaneNow& now) const
{
    return { *lane().result.run, 0, now.written, m_shared->tokens };
}

QRectF LaneDrawing::answerChange(const LaneNow& now)
{
    (void)m_answer.picture(written(now));
    return m_answer.changed().translated(m_layout.answer.topLeft());
}

std::optional<LaneDrawing::Moving> LaneDrawing::movingNow() const
{
    if (!answers(lane()))
        return std::nullopt;
    const LaneNow now = laneNow(m_shared->lanes, m_index, m_shared->time);
    const bool runs = now.state == LaneState::Writing; // the last word counts at once
    return Moving { now, runs ? laneNow(m_shared->lanes, m_index, m_shared->pace.held(m_shared->time)) : now,
        stageNow(input(), m_frame) };
}

void LaneDrawing::paintStill(QPainter& painter) const
{
    painter.fillRect(QRect { {}, m_size }, m_shared->theme.window);
    const LaneInk ink { painter, m_layout, m_shared->theme };
    paintLaneWords(ink, lane(), m_shared->lanes.size() > 1 && m_shared->current == m_index);
    paintPictureBackground(painter, m_frame, m_picture, m_shared->theme);
    if (!answers(lane()))
        paintLaneReason(ink, lane());
}

void LaneDrawing::paintAnswer(QPainter& painter, const LaneNow& now, bool cached)
{
    const QPointF corner = m_layout.answer.topLeft();
    QRectF caret;
    if (cached) {
        painter.drawPixmap(corner, m_answer.picture(written(now)));
        caret = m_answer.caret();
    } else {
        painter.translate(corner);
        caret = m_answer.paint(painter, written(now));
        painter.translate(-corner);
    }
    if (now.state != LaneState::Finished)
        painter.fillRect(caret.translated(corner), m_shared->theme.computeBusy);
}

/// What time moves of a part of the lane.
void LaneDrawing::paintMoving(QPainter& painter, const QRect& part, const Moving& moving, bool cached)
{
    const Theme& theme = m_shared->theme;
    const auto shows = [&](const QRectF& rect) { return withEdge(rect, theme).intersects(QRectF { part }); };
    painter.setRenderHint(QPainter::Antialiasing);
    if (shows(m_layout.picture))
        paintPicture(painter, m_frame, m_picture, moving.picture, theme);
    if (shows(m_layout.bottleneck))
        paintLaneHold({ painter, m_layout, theme }, holdOf(lane(), moving.lane.state));
    if (shows(m_layout.answer))
        paintAnswer(painter, moving.lane, cached);
    if (shows(barsOf(m_layout)))
        paintLaneBars(
            { painter, m_layout, theme }, lane(), m_shared->scale, moving.lane, moving.told, m_shared->time);
}

void LaneDrawing::paint(QPainter& painter, const QRegion& region)
{
    MEMWALL_ASSERT(!m_background.isNull());
    const std::optional<Moving> moving = movingNow();
    if (drawsVectors(painter) || pixelRatioOf(painter) != m_background.devicePixelRatio()) {
        paintStill(painter);
        if (moving)
            paintMoving(painter, QRect { {}, m_size }, *moving, false);
        return;
    }
    for (const QRect& part : region) {
        beginPart(painter, part, m_background);
        if (moving)
            paintMoving(painter, part, *moving, true);
    }
    painter.setClipping(false);
}

void LaneDrawing::paintFrame(QPainter& painter, Qt::PenStyle style) const
{
    const Theme& theme = m_shared->theme;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen { theme.accent, theme.px(2), style });
    const double edge = theme.px(1);
    painter.drawRoundedRect(
        QRectF { QRect { {}, m_size } }.adjusted(edge, edge, -edge, -edge), theme.px(10), theme.px(10));
}

} // namespace memwall::ui
