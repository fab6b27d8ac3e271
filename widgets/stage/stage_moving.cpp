#include "widgets/stage/paint_kit.h"
#include "widgets/stage/stage_painters.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace memwall::ui
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

constexpr Qt::Alignment kLeft = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment kRight = Qt::AlignRight | Qt::AlignVCenter;
constexpr Qt::Alignment kCenter = Qt::AlignHCenter | Qt::AlignVCenter;

/// Layers read since the step began are bright, the one at work is white: the fill shows the haul.
void paintReading(const StageCanvas& canvas, const FillLayout& fill, const HouseNow& now, int layers)
{
    if (!now.layerShare)
        return;
    const Theme& theme = canvas.theme;
    const CellGrid grid = cellsOf(fill.weights, layers, theme.px(6));
    const auto at = static_cast<int>(*now.layerShare * grid.cells);
    const QColor read = mix(theme.color(core::Kind::Weights), theme.window, 0.12);
    for (int i = 0; i < at; ++i)
        canvas.painter.fillRect(grid.cell(i).adjusted(0.75, 0.75, -0.75, -0.75), read);
    canvas.painter.fillRect(grid.cell(at).adjusted(0.75, 0.75, -0.75, -0.75), theme.computeBusy);
}

void paintRoom(const StageCanvas& canvas, std::size_t house, std::size_t i, const HouseNow& now)
{
    const RoomFrame& room = canvas.frame.houses[house].rooms[i];
    const RoomLayout& layout = canvas.layout.houses[house].rooms[i];
    const Theme& theme = canvas.theme;
    const QRectF bin = layout.bin.adjusted(1, 1, -1, -1);
    const FillLayout fill = fillOf(room, now.kvBytes[i], bin, theme.px(3));
    if (room.weightBytes > 0)
        paintReading(canvas, fill, now, canvas.frame.houses[house].layers);
    const QColor amber = theme.color(core::Kind::KvCache);
    const double line = theme.px(18);
    double top = room.holds ? fill.kv.top() : bin.bottom();
    if (fill.kv.height() > 0) {
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(amber);
        canvas.painter.drawRoundedRect(fill.kv, theme.px(2), theme.px(2));
        const bool above = fill.kv.top() - bin.top() >= line;
        QRectF label { bin.left() + theme.px(6), fill.kv.top() - line, bin.width() - theme.px(12), line };
        if (!above)
            label.moveTop(fill.kv.top() + theme.px(2));
        if (above || fill.kv.height() >= line) {
            drawLabel(canvas.painter, label, now.kvLabels[i], theme,
                { TextRole::BodyStrong, above ? amber : theme.window, kLeft });
            top = std::min(top, label.top());
        }
    }
    const QRectF free { bin.left() + theme.px(6), bin.top() + theme.px(4), bin.width() - theme.px(12), line };
    if (top >= free.bottom())
        drawLabel(canvas.painter, free, now.freeLabels[i], theme, { TextRole::Body, theme.faint, kLeft });
}

/// Cells by distance from the door: the data arrives there, so the nearest cores work first.
std::vector<int> orderFromDoor(const ComputeLayout& compute)
{
    std::vector<int> order(static_cast<std::size_t>(compute.columns * compute.rows));
    std::iota(order.begin(), order.end(), 0);
    const auto distance = [&](int cell) {
        const double x = cell % compute.columns, y = cell / compute.columns - (compute.rows - 1) / 2.0;
        return std::hypot(x, y);
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return distance(a) < distance(b); });
    return order;
}

void paintCompute(const StageCanvas& canvas, const ComputeLayout& compute, const HouseNow& now)
{
    const Theme& theme = canvas.theme;
    const CellGrid grid { compute.grid, compute.columns, compute.rows, compute.columns * compute.rows };
    const double lit = now.busyNow * grid.cells;
    const double gap = std::max(1.0, theme.px(1.6));
    const auto order = orderFromDoor(compute);
    for (int i = 0; i < std::min(grid.cells, static_cast<int>(std::ceil(lit))); ++i) {
        // The last cell is as bright as the share of it that works.
        const double share = std::max(0.35, std::min(1.0, lit - i));
        const QRectF cell = grid.cell(order[static_cast<std::size_t>(i)]).adjusted(gap, gap, -gap, -gap);
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(mix(theme.window, theme.computeBusy, i == 0 ? std::max(share, 0.9) : share));
        canvas.painter.drawRoundedRect(cell, theme.px(2), theme.px(2));
    }
    drawLabel(canvas.painter, compute.busy, now.busyText, theme, { TextRole::Figure, theme.text, kLeft });
    drawLabel(canvas.painter, compute.wait, now.waitText, theme, { TextRole::Body, theme.secondary, kLeft });
    const double width = compute.bar.width() * now.busyMean;
    const QRectF bar { compute.bar.left(), compute.bar.top(), std::max(width, theme.px(3)),
        compute.bar.height() };
    if (now.busyMean > 0) {
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(theme.computeBusy);
        canvas.painter.drawRoundedRect(bar, std::min(bar.width(), bar.height()) / 2, bar.height() / 2);
    }
}

/// Diamonds on the wires to the other chips: the same message for each of them.
void paintOthers(const StageCanvas& canvas, std::size_t house, const HouseNow& now)
{
    const QRectF& area = canvas.layout.houses[house].others;
    if (area.isNull())
        return;
    const Theme& theme = canvas.theme;
    const int shown = std::min(canvas.frame.houses[house].others, 4);
    const double side = std::min(area.width() * 0.52, theme.px(48));
    const double step = area.height() / (shown + 1);
    const bool talking = now.link.bytesPerSecond > 0;
    const QColor wire = talking ? theme.color(core::Kind::Communication) : theme.line;
    for (int i = 1; i <= shown; ++i) {
        const double y = area.top() + step * i;
        canvas.painter.setPen(QPen { wire, talking ? theme.px(2) : 1.0 });
        canvas.painter.drawLine(QPointF { area.left(), y }, QPointF { area.right() - side, y });
        const double block = canvas.layout.block * 0.8;
        paintBelt(canvas, now.link, { area.left(), y - block / 2, area.width() - side, block });
    }
}

void paintBetween(const StageCanvas& canvas, const StageNow& now)
{
    const QRectF& between = canvas.layout.between;
    if (between.isNull())
        return;
    const Theme& theme = canvas.theme;
    const double block = canvas.layout.block;
    const bool twoWays = now.back.quantum > 0;
    const double shift = twoWays ? block : 0.0;
    const QRectF pipe { between.left(), between.center().y() - block / 2, between.width(), block };
    paintBelt(canvas, now.transfer, pipe.translated(0, -shift));
    if (twoWays)
        paintBelt(canvas, now.back, pipe.translated(0, shift), true);
    const QRectF below { between.left() + theme.px(4), pipe.bottom() + shift + theme.px(6),
        between.width() - theme.px(8), theme.px(18) };
    drawLabel(canvas.painter, below, now.transferText, theme, { TextRole::Body, theme.secondary, kCenter });
    if (now.transferring)
        drawLabel(canvas.painter, below.translated(0, -block - shift * 2 - theme.px(30)),
            Words::tr("KV cache"), theme,
            { TextRole::BodyStrong, theme.color(core::Kind::KvCache), kCenter });
}

} // namespace

void paintBelt(const StageCanvas& canvas, const Belt& belt, const QRectF& pipe, bool backwards)
{
    const int rows = rowsIn(canvas.layout, pipe.height());
    const double pitch = canvas.layout.pitch;
    const double height = std::min(canvas.layout.block, std::max(1.0, pipe.height()));
    const double lane = rows > 1 ? pipe.height() / rows : pipe.height();
    canvas.painter.save();
    canvas.painter.setClipRect(
        pipe.adjusted(0, -canvas.layout.block, 0, canvas.layout.block), Qt::IntersectClip);
    for (const BeltBlock& block : blocksOf(belt, (pipe.width() / pitch + 1.0) * rows)) {
        // In a pipe of several rows the same bytes move as many times slower: width times speed is flow.
        const double x = (block.position / rows) * pitch;
        const double y = pipe.top() + lane * (static_cast<double>(block.index % rows) + 0.5);
        const double side = canvas.layout.block;
        QRectF rect { pipe.left() + x - side, y - height / 2, side, height };
        if (block.offset > 0) {
            // A part of another kind: as thin as its share, but never invisible, and a little taller.
            const double width = std::max(canvas.theme.px(2.0), side * block.share);
            const double middle = pipe.left() + x - side * block.offset;
            const double taller = rows > 1 || height < side ? 0.0 : canvas.theme.px(2);
            rect = { middle - width / 2, rect.top() - taller, width, height + 2 * taller };
        }
        if (backwards)
            rect.moveLeft(pipe.left() + pipe.right() - rect.right());
        if (block.share > 0)
            drawBlock(canvas.painter, rect, block.kind, canvas.theme);
    }
    canvas.painter.restore();
}

void paintTitles(const StageCanvas& canvas, const StageNow& now)
{
    const Theme& theme = canvas.theme;
    drawLabel(canvas.painter, canvas.layout.title, now.title, theme, { TextRole::Title, theme.text, kLeft });
    drawLabel(
        canvas.painter, canvas.layout.note, now.note, theme, { TextRole::Body, theme.secondary, kRight });
    drawLabel(canvas.painter, canvas.layout.subtitle, now.subtitle, theme,
        { TextRole::Body, theme.secondary, kLeft });
}

void paintMoving(const StageCanvas& canvas, const StageNow& now)
{
    paintTitles(canvas, now);
    if (now.houses.empty() || !canvas.frame.fits)
        return;
    if (isSpecial(canvas.frame)) {
        if (canvas.frame.houses.front().style == HouseStyle::Wafer)
            paintWafer(canvas, now.houses.front());
        else
            paintCircuit(canvas, now.houses.front());
        return;
    }
    for (std::size_t h = 0; h < now.houses.size(); ++h) {
        const HouseLayout& house = canvas.layout.houses[h];
        for (std::size_t i = 0; i < house.rooms.size(); ++i) {
            paintBelt(canvas, now.houses[h].belts[i], house.doors[i].pipe);
            paintRoom(canvas, h, i, now.houses[h]);
        }
        paintCompute(canvas, house.compute, now.houses[h]);
        paintOthers(canvas, h, now.houses[h]);
    }
    paintBetween(canvas, now);
}

} // namespace memwall::ui
