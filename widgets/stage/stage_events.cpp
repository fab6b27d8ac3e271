// What hands and keys do on the stage.
#include "widgets/stage/stage_explanation.h"
#include "widgets/stage/stage_state.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <cmath>

namespace memwall::ui
{

std::vector<WallOpening> StageWidget::State::walls() const
{
    std::vector<WallOpening> walls;
    for (std::size_t i = 0; i < std::min(scene.frame.houses.size(), layout.houses.size()); ++i)
        for (std::size_t d = 0; d < layout.houses[i].doors.size(); ++d)
            if (canBeHeld(scene.frame.houses[i], scene.frame.houses[i].doors[d]))
                walls.push_back({ i, d, layout.houses[i].doors[d].pipe, layout.houses[i].doors[d].wall });
    return walls;
}

bool StageWidget::isHeld() const
{
    return m_state->hold.holds();
}

void StageWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_state->hold.opening())
        askForBandwidth(m_state->hold.opening()->house, 1);
    else if (m_state->layout.body.contains(event->position()))
        toggleZoom();
}

void StageWidget::focusInEvent(QFocusEvent* event)
{
    m_state->walkedThere = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QWidget::focusInEvent(event);
}

void StageWidget::mousePressEvent(QMouseEvent* event)
{
    const auto& buttons = m_state->layout.buttons;
    if (event->button() == Qt::LeftButton && buttons[0].contains(event->position()))
        emit widthScaleRequested(WidthScale::Log);
    else if (event->button() == Qt::LeftButton && buttons[1].contains(event->position()))
        emit widthScaleRequested(WidthScale::True);
    else if (event->button() == Qt::LeftButton && m_state->layout.zoom.contains(event->position()))
        toggleZoom();
    else if (event->button() == Qt::LeftButton
        && m_state->hold.begin(
            m_state->scene.frame, m_state->walls(), event->position(), m_state->input.theme))
        ++m_state->holds;
    else
        QWidget::mousePressEvent(event);
}

void StageWidget::mouseMoveEvent(QMouseEvent* event)
{
    State& state = *m_state;
    // A release that went to another window.
    if (state.hold.holds() && !event->buttons().testFlag(Qt::LeftButton))
        state.hold.end();
    if (!state.hold.holds()) {
        if (!state.hold.hover(state.walls(), event->position(), state.input.theme))
            return;
        state.hold.opening() ? setCursor(Qt::SizeVerCursor) : unsetCursor();
    } else if (const std::optional<double> scale = state.hold.move(event->position())) {
        state.hold.apply(state.scene.frame);
        state.placed = {};
        askForBandwidth(state.hold.opening()->house, *scale);
    }
    update();
}

void StageWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_state->hold.holds())
        m_state->hold.end();
    else
        QWidget::mouseReleaseEvent(event);
}

void StageWidget::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (m_state->hold.holds()) // the hand may go further than the stage
        return;
    if (m_state->hold.hover({}, {}, m_state->input.theme))
        update();
    unsetCursor();
}

void StageWidget::askForBandwidth(std::size_t pool, double scale)
{
    emit bandwidthRequested(m_state->input.run->pools[pool].role, scale, m_state->holds);
}

void StageWidget::nudge(double direction)
{
    constexpr double kPressesADoubling = 4;
    for (const WallOpening& wall : m_state->walls()) {
        const HouseFrame& house = m_state->scene.frame.houses[wall.house];
        if (!house.main)
            continue;
        const DoorFrame& door = house.doors[wall.door];
        ++m_state->holds;
        askForBandwidth(wall.house,
            settableScale(door.scale * std::exp2(direction / kPressesADoubling),
                door.bytesPerSecond.value() / door.scale));
    }
}

void StageWidget::keyPressEvent(QKeyEvent* event)
{
    const bool log = m_state->input.widths == WidthScale::Log;
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
        emit widthScaleRequested(log ? WidthScale::True : WidthScale::Log);
        return;
    case Qt::Key_Z:
        toggleZoom();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::ShiftModifier) {
            nudge(event->key() == Qt::Key_Up ? 1 : -1);
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

bool StageWidget::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Explanation told = explanationAt(help->pos());
    QStringList lines { told.sentence, told.number, told.formula };
    if (m_state->hold.opening())
        lines << tr("Drag it: what would another bandwidth do? A double click: as published.");
    lines.removeAll(QString {});
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this, told.area.toAlignedRect());
    return true;
}

} // namespace memwall::ui
