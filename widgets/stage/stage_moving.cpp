#include "widgets/base/paint_kit.h"
#include "widgets/scene/stage_words.h"
#include "widgets/stage/machine_view.h"
#include "widgets/stage/stage_painters.h"
#include "widgets/stage/stage_widget.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace memwall::ui
{

namespace
{

/// Layers read since the step began are bright, the one at work is white where it can be seen: the fill shows
/// the haul. Where steps come too fast for that, a layer is as bright as it is so on average.
void paintReading(const StageCanvas& canvas, const QRectF& weights, const HouseNow& now, int layers)
{
    if (!now.layerShare)
        return;
    const Theme& theme = canvas.theme;
    const CellGrid grid = cellsOf(weights, layers, theme.px(6));
    const QColor read = mix(theme.color(core::Kind::Weights), theme.window, 0.12);
    const QColor unread = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.52 : 0.62);
    const auto at = static_cast<int>(*now.layerShare * grid.cells);
    PlainFill fill { canvas.painter };
    const auto paint = [&](int cell, const QColor& color) {
        fill(grid.cell(cell).adjusted(0.75, 0.75, -0.75, -0.75), color);
    };
    if (now.seen == Seen::Shares) {
        for (int i = 0; i < grid.cells; ++i)
            paint(i, mix(read, unread, (i + 0.5) / grid.cells));
        return;
    }
    for (int i = 0; i < at; ++i)
        paint(i, read);
    if (now.seen <= Seen::Layers)
        paint(at, theme.computeBusy);
}

/// What a cache holds: the bytes that came in last, as many as it has room for.
void paintPassing(const StageCanvas& canvas, const RoomFrame& room, const QRectF& bin, const Belt& entering)
{
    const double side = std::max(canvas.theme.px(5), bin.width() / 6);
    const auto rows = static_cast<int>(bin.height() / side);
    const CellGrid grid { bin, 6, std::max(1, rows), 6 * std::max(1, rows) };
    PlainFill fill { canvas.painter };
    const auto held = cellsHeld(entering, room.capacityBytes.value_or(0), grid.cells);
    for (std::size_t i = 0; i < held.size(); ++i)
        if (held[i])
            fill(grid.cell(static_cast<int>(i)).adjusted(1, 1, -1, -1),
                mix(canvas.theme.color(*held[i]), canvas.theme.window, 0.2));
}

void paintRoom(
    const StageCanvas& canvas, std::size_t house, std::size_t i, const HouseNow& now, const HouseSays& says)
{
    const RoomFrame& room = canvas.frame.houses[house].rooms[i];
    const RoomLayout& layout = canvas.layout.houses[house].rooms[i];
    const Theme& theme = canvas.theme;
    const QRectF bin = layout.bin.adjusted(1, 1, -1, -1);
    const FillLayout fill = fillOf(room, now.kvBytes[i], bin, theme.px(3));
    if (!room.holds && i > 0)
        paintPassing(canvas, room, bin, now.belts[i - 1]);
    if (room.weightBytes > 0)
        paintReading(canvas, fill.weights, now, canvas.frame.houses[house].layers);
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
            drawFirst(canvas.painter, label, says.kv[i].wordings, theme,
                { TextRole::BodyStrong, above ? theme.ink(core::Kind::KvCache) : Theme::letters(amber),
                    kLeft });
            top = std::min(top, label.top());
        }
    }
    const QRectF free { bin.left() + theme.px(6), bin.top() + theme.px(4), bin.width() - theme.px(12), line };
    if (top >= free.bottom())
        drawFirst(canvas.painter, free, says.free[i].wordings, theme, { TextRole::Body, theme.faint, kLeft });
}

/// Under the wall: how full its opening is, or which wall stands behind.
void paintCaptions(const StageCanvas& canvas, std::size_t house, const HouseSays& says)
{
    const Theme& theme = canvas.theme;
    const HouseFrame& frame = canvas.frame.houses[house];
    const bool behind = frame.nextWall.has_value();
    for (std::size_t i = 0; i < frame.doors.size(); ++i)
        if (frame.doors[i].wall)
            drawFirst(canvas.painter, canvas.layout.houses[house].doors[i].caption, says.doors[i].wordings,
                theme,
                { behind ? TextRole::BodyStrong : TextRole::Body, behind ? theme.text : theme.secondary,
                    kCenter });
}

void paintCompute(
    const StageCanvas& canvas, const ComputeLayout& compute, const HouseNow& now, const HouseSays& says)
{
    const Theme& theme = canvas.theme;
    const CellGrid grid { compute.grid, compute.columns, compute.rows, compute.columns * compute.rows };
    const double lit = now.busyNow * grid.cells;
    const double gap = std::max(1.0, theme.px(1.6));
    const std::vector<int>& order = compute.fromDoor;
    const QSizeF size = grid.cell(0).adjusted(gap, gap, -gap, -gap).size();
    const auto light = [&](int place, double share, QPixmap& stamp) {
        const QPointF corner = grid.cell(order[static_cast<std::size_t>(place)]).topLeft();
        stampAt(canvas.painter, { corner + QPointF { gap, gap }, size }, stamp,
            [&](QPainter& painter, const QRectF& rect) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(mix(theme.window, theme.computeBusy, share));
                painter.drawRoundedRect(rect, theme.px(2), theme.px(2));
            });
    };
    const int whole = std::min(grid.cells, static_cast<int>(lit));
    QPixmap full, dim;
    for (int i = 0; i < whole; ++i)
        light(i, 1.0, full);
    // The last cell is as bright as the share of it that works, but never too dim to see.
    if (whole < grid.cells && lit > whole)
        light(whole, std::max(whole == 0 ? 0.9 : 0.35, lit - whole), dim);
    drawFirst(
        canvas.painter, compute.busy, says.busy.wordings, theme, { compute.busyRole, theme.text, kLeft });
    drawFirst(
        canvas.painter, compute.wait, says.wait.wordings, theme, { TextRole::Body, theme.secondary, kLeft });
    const double width = compute.bar.width() * now.busyNow;
    const QRectF bar { compute.bar.left(), compute.bar.top(), std::max(width, theme.px(3)),
        compute.bar.height() };
    if (now.busyNow > 0) {
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
    const double talk = std::max(now.nearTalk, now.farTalk);
    const QColor wire = mix(theme.line, theme.color(core::Kind::Communication), talk);
    for (int i = 1; i <= shown; ++i) {
        const double y = area.top() + step * i;
        canvas.painter.setPen(QPen { wire, talk > 0 ? theme.px(2) : 1.0 });
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
    const bool twoWays = now.back.frame.quantum > 0;
    const double shift = twoWays ? block : 0.0;
    const QRectF pipe { between.left(), between.center().y() - block / 2, between.width(), block };
    paintBelt(canvas, now.transfer, pipe.translated(0, -shift));
    if (twoWays)
        paintBelt(canvas, now.back, pipe.translated(0, shift), true);
    const QRectF below { between.left() + theme.px(4), pipe.bottom() + shift + theme.px(6),
        between.width() - theme.px(8), theme.px(18) };
    drawFirst(canvas.painter, below, now.says.transfer.wordings, theme,
        { TextRole::Body, theme.secondary, kCenter });
    if (now.transferring)
        drawLabel(canvas.painter, below.translated(0, -block - shift * 2 - theme.px(30)),
            Words::tr("KV cache"), theme, { TextRole::BodyStrong, theme.ink(core::Kind::KvCache), kCenter });
}

} // namespace

void paintTitles(const StageCanvas& canvas, const StageSays& says)
{
    const Theme& theme = canvas.theme;
    drawLabel(canvas.painter, canvas.layout.title, says.title.text(), theme,
        { TextRole::Title, theme.text, kLeft });
    drawLabel(canvas.painter, canvas.layout.note, says.note.text(), theme,
        { TextRole::Body, theme.secondary, kRight });
    drawFirst(canvas.painter, canvas.layout.subtitle, says.subtitle.wordings, theme,
        { TextRole::Body, theme.secondary, kLeft });
}

void paintMoving(const StageCanvas& canvas, const StageNow& now)
{
    paintTitles(canvas, now.says);
    for (std::size_t i = 0; i < std::min(now.strips.size(), canvas.layout.strips.size()); ++i)
        paintStrip(canvas.painter, canvas.layout.strips[i], canvas.frame.strips[i], now.strips[i],
            now.says.strips[i].wordings, canvas.theme);
    if (now.houses.empty() || !canvas.frame.fits)
        return;
    if (isSpecial(canvas.frame)) {
        if (canvas.frame.houses.front().style == HouseStyle::Wafer)
            paintWafer(canvas, now.houses.front(), now.says.houses.front());
        else
            paintCircuit(canvas, now.houses.front(), now.says.houses.front());
        return;
    }
    for (std::size_t h = 0; h < now.houses.size(); ++h) {
        const HouseLayout& house = canvas.layout.houses[h];
        if (canvas.frame.houses[h].whole) {
            paintMachine(canvas, h, now.houses[h]);
            continue;
        }
        for (std::size_t i = 0; i < house.rooms.size(); ++i) {
            paintBelt(canvas, now.houses[h].belts[i], house.doors[i].pipe);
            paintRoom(canvas, h, i, now.houses[h], now.says.houses[h]);
        }
        paintCaptions(canvas, h, now.says.houses[h]);
        paintCounter(canvas, h, now.says.houses[h].counter);
        paintCompute(canvas, house.compute, now.houses[h], now.says.houses[h]);
        paintOthers(canvas, h, now.houses[h]);
    }
    paintBetween(canvas, now);
}

void paintStage(QPainter& painter, const QRectF& rect, const StageInput& input)
{
    const StageScene scene = stageScene(input);
    const StageLayout layout = layoutStage(scene.frame, rect, input.theme);
    const StageCanvas canvas { painter, scene.frame, layout, input.theme };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBackground(canvas);
    paintMoving(canvas, scene.now);
    painter.restore();
}

} // namespace memwall::ui
