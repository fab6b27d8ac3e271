#include "widgets/base/format.h"
#include "widgets/base/paint_kit.h"
#include "widgets/scene/stage_words.h"
#include "widgets/stage/machine_view.h"
#include "widgets/stage/stage_painters.h"
#include "widgets/stage/wall_painter.h"
#include "widgets/stage/width_rule.h"
#include "widgets/theme/pattern.h"
#include "widgets/words/words.h"

#include <algorithm>

namespace memwall::ui
{

namespace
{

/// A name on the left and a figure on the right; the figure gives way when both do not fit.
void drawHead(const StageCanvas& canvas, const QRectF& head, const QString& name, const QString& figure)
{
    const Theme& theme = canvas.theme;
    const double both = textWidth(name, theme, TextRole::BodyStrong)
        + textWidth(figure, theme, TextRole::Body) + theme.px(6);
    drawFirst(canvas.painter, head, { name, name.section(u' ', 0, 0) }, theme,
        { TextRole::BodyStrong, theme.text, kLeft });
    if (both <= head.width())
        drawLabel(canvas.painter, head, figure, theme, { TextRole::Body, theme.secondary, kRight });
}

void drawRoom(const StageCanvas& canvas, const RoomFrame& room, const RoomLayout& layout)
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    drawBox(painter, layout.box, theme.px(8), theme.raised, theme.line);
    drawHead(canvas, layout.head, room.name, room.capacity);
    drawBox(painter, layout.bin, theme.px(3), theme.window, theme.line);
    const FillLayout fill = fillOf(room, 0.0, layout.bin.adjusted(1, 1, -1, -1), theme.px(3));
    if (room.weightBytes > 0) {
        const CellGrid grid = cellsOf(fill.weights, canvas.frame.houses.front().layers, theme.px(6));
        const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.52 : 0.62);
        for (int i = 0; i < grid.cells; ++i)
            painter.fillRect(grid.cell(i).adjusted(0.75, 0.75, -0.75, -0.75), dim);
    }
    if (room.draftBytes > 0)
        fillPattern(painter, fill.draft, core::Kind::Draft, theme);
    drawFirst(painter, layout.foot,
        { room.weightsLabel, room.weightsLabel.section(QStringLiteral(" · "), 0, 0),
            formatBytes(room.weightBytes) },
        theme, { TextRole::BodyStrong, theme.ink(core::Kind::Weights), kLeft });
}

/// Above the pipe, between the rooms on either side; in a narrow gap number and unit have a line each.
void drawInnerRate(const StageCanvas& canvas, const QString& rate, const QRectF& pipe)
{
    const Theme& theme = canvas.theme;
    const double line = theme.px(16);
    QRectF above { pipe.left(), pipe.top() - theme.px(4) - line, pipe.width(), line };
    const Ink ink { TextRole::Caption, theme.secondary, kCenter };
    const auto fits = [&](const QString& text) { return textWidth(text, theme, ink.role) <= above.width(); };
    const QStringList lines = fits(rate) ? QStringList { rate } : rate.simplified().split(u' ');
    if (!std::all_of(lines.begin(), lines.end(), fits))
        return;
    for (qsizetype i = lines.size(); i-- > 0; above.translate(0, -line))
        drawLabel(canvas.painter, above, lines[i], theme, ink);
}

/// An opening that is drawn wider than it is, since it could not be seen, says how wide it is.
QStringList rateWords(const DoorFrame& door, const DoorLayout& layout, WidthScale widths, const Theme& theme)
{
    const QString dot = QStringLiteral(" · ");
    QStringList wordings { door.rate };
    if (!door.wire.isEmpty())
        wordings.prepend(door.rate + dot + door.wire);
    const double share = door.bytesPerSecond ? openingOf(*door.bytesPerSecond, widths) : 0.0;
    if (share > 0 && share * layout.wall.height() < theme.px(kThinnestOpening)) {
        const QString really = Words::tr("really %1").arg(formatPercent(share));
        wordings.prepend(door.rate + dot + really);
        wordings.prepend(Words::tr("%1 of the wall").arg(wordings.front()));
    }
    return wordings;
}

void drawDoor(
    const StageCanvas& canvas, const HouseFrame& house, const DoorFrame& door, const DoorLayout& layout)
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    painter.fillRect(layout.pipe, theme.window);
    if (door.wall)
        drawWall(painter, layout.wall, layout.pipe, house.grown, theme);
    painter.setPen(QPen { theme.line, 1.0 });
    painter.drawLine(layout.pipe.topLeft(), layout.pipe.topRight());
    painter.drawLine(layout.pipe.bottomLeft(), layout.pipe.bottomRight());
    if (door.wall) {
        drawFirst(painter, layout.rate, rateWords(door, layout, canvas.frame.widths, theme), theme,
            { TextRole::Title, theme.text, kCenter });
        drawWidthRule(painter, placeWidthRule(layout, canvas.frame.towardsTrue, theme), theme);
        return;
    }
    drawInnerRate(canvas, door.rate, layout.pipe);
}

void drawCompute(const StageCanvas& canvas, const HouseFrame& house, const ComputeLayout& compute)
{
    const Theme& theme = canvas.theme;
    drawBox(canvas.painter, compute.box, theme.px(8), theme.raised, theme.line);
    drawHead(canvas, compute.head, Words::tr("Compute"), house.computeRate);
    const CellGrid grid { compute.grid, compute.columns, compute.rows, compute.columns * compute.rows };
    const double gap = std::max(1.0, theme.px(1.6));
    for (int i = 0; i < grid.cells; ++i)
        drawBox(canvas.painter, grid.cell(i).adjusted(gap, gap, -gap, -gap), theme.px(2), theme.window,
            theme.line);
    drawBox(canvas.painter, compute.bar, compute.bar.height() / 2, theme.window, theme.line);
}

void drawOthers(const StageCanvas& canvas, const HouseFrame& house, const QRectF& area)
{
    if (area.isNull())
        return;
    const Theme& theme = canvas.theme;
    const double side = std::min(area.width() * 0.52, theme.px(48));
    const double reach = area.right() - side;
    const int shown = std::min(house.others, 4);
    const double step = area.height() / (shown + 1);
    for (int i = 1; i <= shown; ++i) {
        const QRectF chip { reach, area.top() + step * i - side * 0.4, side, side * 0.8 };
        drawBox(canvas.painter, chip, theme.px(4), theme.raised, theme.line);
        const bool more = i == shown && house.others > shown;
        drawLabel(canvas.painter, chip,
            more ? QStringLiteral("+%1").arg(house.others - shown + 1) : QString::number(i + 1), theme,
            { TextRole::Body, theme.secondary, kCenter });
    }
}

void drawHouse(const StageCanvas& canvas, std::size_t index)
{
    const HouseFrame& house = canvas.frame.houses[index];
    const HouseLayout& layout = canvas.layout.houses[index];
    if (!house.name.isEmpty()) {
        drawBox(canvas.painter, layout.box, canvas.theme.px(8), canvas.theme.panel, canvas.theme.line);
        drawHead(canvas, layout.head, house.name, house.role);
    }
    if (house.whole) {
        paintMachineBackground(canvas, index);
        return;
    }
    for (std::size_t i = 0; i < house.rooms.size(); ++i)
        drawDoor(canvas, house, house.doors[i], layout.doors[i]);
    for (std::size_t i = 0; i < house.rooms.size(); ++i)
        drawRoom(canvas, house.rooms[i], layout.rooms[i]);
    drawCompute(canvas, house, layout.compute);
    drawOthers(canvas, house, layout.others);
    if (house.nextWall && !layout.nextWall.isNull())
        drawNextWall(canvas.painter, layout.nextWall, *house.nextWall, house.grown, canvas.theme);
}

void drawLegend(const StageCanvas& canvas)
{
    const Theme& theme = canvas.theme;
    const QRectF& legend = canvas.layout.legend;
    const double side = theme.px(12), space = theme.px(18);
    double x = legend.left();
    const auto put = [&](const QString& text, const QColor& color) {
        const QRectF rect { x, legend.top(), legend.right() - x, legend.height() };
        const QRectF drawn = drawWhole(canvas.painter, rect, text, theme, { TextRole::Body, color, kLeft });
        x = drawn.isNull() ? legend.right() : drawn.right() + space;
    };
    for (const core::Kind kind : canvas.frame.kinds) {
        if (x + side + theme.px(7) + textWidth(wordOf(kind), theme, TextRole::Body) > legend.right())
            return;
        drawBlock(canvas.painter, { x, legend.center().y() - side / 2, side, side }, kind, theme);
        x += side + theme.px(7);
        put(wordOf(kind), theme.secondary);
    }
    put(canvas.frame.blockText, theme.secondary);
    if (!canvas.layout.buttons[0].isNull())
        put(canvas.frame.scaleText, theme.faint);
}

void drawButtons(const StageCanvas& canvas)
{
    const Theme& theme = canvas.theme;
    const std::array texts { Words::tr("log widths"), Words::tr("true scale") };
    for (std::size_t i = 0; i < 2; ++i) {
        const bool on = (canvas.frame.widths == WidthScale::True) == (i == 1);
        drawBox(canvas.painter, canvas.layout.buttons[i], theme.px(8),
            on ? mix(theme.accent, theme.panel, 0.75) : theme.raised, on ? theme.accent : theme.line);
        drawLabel(canvas.painter, canvas.layout.buttons[i], texts[i], theme,
            { on ? TextRole::BodyStrong : TextRole::Body, on ? theme.text : theme.secondary, kCenter });
    }
}

void drawZoom(const StageCanvas& canvas)
{
    const Theme& theme = canvas.theme;
    const QRectF& zoom = canvas.layout.zoom;
    if (zoom.isNull())
        return;
    drawBox(canvas.painter, zoom, theme.px(8), theme.raised, theme.line);
    drawLabel(canvas.painter, zoom,
        canvas.frame.whole ? Words::tr("one chip") : Words::tr("all %1 chips").arg(canvas.frame.chips), theme,
        { TextRole::Body, theme.secondary, kCenter });
}

void drawBetween(const StageCanvas& canvas)
{
    const QRectF& between = canvas.layout.between;
    if (between.isNull())
        return;
    const Theme& theme = canvas.theme;
    canvas.painter.setPen(QPen { theme.line, theme.px(3) });
    const double y = between.center().y();
    canvas.painter.drawLine(QPointF { between.left(), y }, QPointF { between.right(), y });
}

} // namespace

void paintBackground(const StageCanvas& canvas)
{
    const Theme& theme = canvas.theme;
    canvas.painter.fillRect(canvas.layout.panel, theme.window);
    drawBox(canvas.painter, canvas.layout.panel, theme.px(10), theme.panel, theme.line);
    if (canvas.frame.houses.empty())
        return;
    if (isSpecial(canvas.frame)) {
        if (canvas.frame.houses.front().style == HouseStyle::Wafer)
            paintWaferBackground(canvas);
        else
            paintCircuitBackground(canvas);
    } else {
        drawBetween(canvas);
        for (std::size_t i = 0; i < canvas.frame.houses.size(); ++i)
            drawHouse(canvas, i);
    }
    if (!canvas.frame.fits)
        paintOverflow(canvas);
    drawLegend(canvas);
    drawZoom(canvas);
    if (!canvas.layout.buttons[0].isNull())
        drawButtons(canvas);
}

} // namespace memwall::ui
