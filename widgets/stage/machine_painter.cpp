#include "widgets/base/format.h"
#include "widgets/base/paint_kit.h"
#include "widgets/scene/machine_words.h"
#include "widgets/stage/machine_view.h"
#include "widgets/stage/stage_painters.h"
#include "widgets/stage/wafer_painter.h"

#include <algorithm>

namespace memwall::ui
{

namespace
{

constexpr int kCoreColumns = 3, kCoreRows = 4;

CellGrid coresOf(const ChipPicture& picture)
{
    return { picture.cores, kCoreColumns, kCoreRows, kCoreColumns * kCoreRows };
}

void drawChip(const StageCanvas& canvas, const QRectF& cell, const HouseFrame& house)
{
    const Theme& theme = canvas.theme;
    const RoomFrame& room = homeRoom(house);
    if (house.style == HouseStyle::Wafer)
        return drawWafer(canvas.painter, waferIn(cell), room, theme);
    const ChipPicture picture = pictureOf(cell, theme);
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.5 : 0.6);
    if (!picture.detailed) {
        canvas.painter.fillRect(picture.bin, theme.window);
        canvas.painter.fillRect(fillOf(room, 0, picture.bin, 1.0).weights, dim);
        return;
    }
    const double gap = std::min(cell.width(), cell.height()) * 0.06;
    drawBox(canvas.painter, cell.adjusted(gap, gap, -gap, -gap), theme.px(5), theme.window, theme.line);
    drawFirst(canvas.painter, picture.label, chipNames(house), theme,
        { TextRole::Caption, theme.secondary, kCenter });
    drawBox(canvas.painter, picture.bin, theme.px(2), theme.panel, theme.line);
    canvas.painter.fillRect(fillOf(room, 0, picture.bin.adjusted(1, 1, -1, -1), 1.0).weights, dim);
    const CellGrid cores = coresOf(picture);
    for (int i = 0; i < cores.cells; ++i)
        drawBox(canvas.painter, cores.cell(i).adjusted(1, 1, -1, -1), theme.px(1), theme.panel, theme.line);
}

void drawParts(const StageCanvas& canvas, const HouseFrame& house, const MachineLayout& layout)
{
    double all = 0;
    for (const TimePart& part : house.parts)
        all += part.seconds;
    if (layout.parts.isNull() || all <= 0)
        return;
    const Theme& theme = canvas.theme;
    double x = layout.parts.left();
    double free = layout.partsText.left();
    for (const TimePart& part : house.parts) {
        const double width = layout.parts.width() * part.seconds / all;
        const QRectF bar { x, layout.parts.top(), width, layout.parts.height() };
        canvas.painter.fillRect(bar,
            part.far        ? theme.bad
                : part.kind ? QBrush { theme.color(*part.kind) }
                            : QBrush { theme.faint });
        const double wanted = textWidth(part.text, theme, TextRole::Caption) + theme.px(10);
        const double left = std::max(x, free);
        if (left + wanted <= layout.parts.right()) {
            drawLabel(canvas.painter, { left, layout.partsText.top(), wanted, layout.partsText.height() },
                part.text, theme, { TextRole::Caption, theme.secondary, kLeft });
            free = left + wanted;
        }
        x += width;
    }
}

void drawHop(const StageCanvas& canvas, const HouseFrame& house, const QRectF& hop)
{
    const Theme& theme = canvas.theme;
    const double y = hop.center().y(), line = theme.px(18);
    canvas.painter.setPen(QPen { theme.line, theme.px(3) });
    canvas.painter.drawLine(QPointF { hop.left(), y }, QPointF { hop.right(), y });
    const QRectF words { hop.left() + theme.px(2), y + theme.px(10), hop.width() - theme.px(4), line };
    drawFirst(canvas.painter, words, { house.hopRate }, theme, { TextRole::BodyStrong, theme.text, kCenter });
    drawFirst(canvas.painter, words.translated(0, line), { house.hopTime }, theme,
        { TextRole::Caption, theme.secondary, kCenter });
}

/// The weights of the chips at work are bright, as bright as the share of the time in which they work; the KV
/// cache grows in all of the same replica.
void paintChip(
    const StageCanvas& canvas, const QRectF& cell, const HouseFrame& house, const HouseNow& now, double work)
{
    const Theme& theme = canvas.theme;
    const RoomFrame& room = homeRoom(house);
    const auto index = static_cast<std::size_t>(&room - house.rooms.data());
    const ChipPicture picture = pictureOf(cell, theme);
    const QRectF bin = picture.detailed ? picture.bin.adjusted(1, 1, -1, -1) : picture.bin;
    const FillLayout fill = fillOf(room, now.kvBytes[index], bin, picture.detailed ? theme.px(2) : 1.0);
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.5 : 0.6);
    PlainFill plain { canvas.painter };
    if (work > 0)
        plain(fill.weights, mix(dim, mix(theme.color(core::Kind::Weights), theme.window, 0.1), work));
    if (fill.kv.height() > 0)
        plain(fill.kv, theme.color(core::Kind::KvCache));
    const bool announced = now.seen == Seen::Operators && work < 1;
    if (work <= 0 || announced)
        return;
    if (!picture.detailed) {
        const double side = std::min(cell.width(), cell.height()) * 0.5;
        plain({ cell.center().x() - side / 2, cell.center().y() - side / 2, side, side },
            mix(theme.window, theme.computeBusy, work));
        return;
    }
    const CellGrid cores = coresOf(picture);
    const int busy = static_cast<int>(std::ceil(now.busyNow * cores.cells));
    for (int i = 0; i < busy; ++i)
        plain(cores.cell(i).adjusted(1, 1, -1, -1), theme.computeBusy);
}

void paintWires(
    const StageCanvas& canvas, const HouseFrame& house, const MachineLayout& layout, const HouseNow& now)
{
    const Theme& theme = canvas.theme;
    const double block = canvas.layout.block * 0.7;
    if (now.nearTalk > 0)
        for (const MachineLayout::Domain& domain : layout.domains) {
            const QColor silent = mix(theme.color(core::Kind::Communication), theme.raised, 0.7);
            canvas.painter.fillRect(
                domain.wire, mix(silent, theme.color(core::Kind::Communication), now.nearTalk));
            const double y = domain.wire.center().y() - block / 2;
            paintBelt(canvas, now.link, { domain.wire.left(), y, domain.wire.width(), block });
        }
    for (const QRectF& hop : layout.hops) {
        const double y = hop.center().y();
        if (now.farTalk > 0) {
            canvas.painter.fillRect(QRectF { hop.left(), y - theme.px(2), hop.width(), theme.px(4) },
                mix(theme.line, theme.bad, now.farTalk));
            paintBelt(canvas, now.link, { hop.left(), y - block / 2, hop.width(), block });
        }
        drawFirst(canvas.painter, { hop.left(), y - theme.px(30), hop.width(), theme.px(20) },
            { house.hopName, house.hopName.section(u' ', -1) }, theme,
            { TextRole::BodyStrong, mix(theme.faint, theme.bad, now.farTalk), kCenter });
    }
}

/// A pipeline hands its token from stage to stage: it stands over the chips that work on it.
void paintToken(
    const StageCanvas& canvas, const MachineLayout& layout, const HouseFrame& house, const HouseNow& now)
{
    // A wafer shows it on its layer.
    if (house.stages < 2 || !now.atWork || now.seen == Seen::Shares || house.style == HouseStyle::Wafer)
        return;
    const int chip = now.stage * house.inStep;
    for (const MachineLayout::Domain& domain : layout.domains) {
        const int place = chip - domain.first;
        if (place < 0 || place >= domain.chips.cells)
            continue;
        const QRectF cell = domain.chips.cell(place);
        const double side = std::min({ cell.width(), cell.height(), canvas.layout.block * 1.4 });
        drawBlock(canvas.painter, { cell.center().x() - side / 2, cell.center().y() - side / 2, side, side },
            core::Kind::Activations, canvas.theme);
    }
}

} // namespace

void paintMachineBackground(const StageCanvas& canvas, std::size_t index)
{
    const Theme& theme = canvas.theme;
    const HouseFrame& house = canvas.frame.houses[index];
    const MachineLayout layout = layoutMachine(house, canvas.layout.houses[index].area, theme);
    for (std::size_t d = 0; d < layout.domains.size(); ++d) {
        const MachineLayout::Domain& domain = layout.domains[d];
        drawBox(canvas.painter, domain.box, theme.px(8), theme.raised, theme.line);
        const QRectF name = drawFirst(canvas.painter, domain.head, domainNames(house, d, domain.chips.cells),
            theme, { TextRole::BodyStrong, theme.text, kLeft });
        const QRectF rest = domain.head.adjusted(name.width() + theme.px(8), 0, 0, 0);
        drawFirst(canvas.painter, rest, linkNames(house), theme,
            { TextRole::Body, theme.ink(core::Kind::Communication), kRight });
        for (int i = 0; i < domain.chips.cells; ++i)
            drawChip(canvas, domain.chips.cell(i), house);
        if (domain.chips.cells > 1)
            canvas.painter.fillRect(
                domain.wire, mix(theme.color(core::Kind::Communication), theme.raised, 0.7));
    }
    for (const QRectF& hop : layout.hops)
        drawHop(canvas, house, hop);
    drawParts(canvas, house, layout);
    drawFirst(
        canvas.painter, layout.message, house.messages, theme, { TextRole::BodyStrong, theme.text, kLeft });
}

void paintMachine(const StageCanvas& canvas, std::size_t index, const HouseNow& now)
{
    const HouseFrame& house = canvas.frame.houses[index];
    const MachineLayout layout = layoutMachine(house, canvas.layout.houses[index].area, canvas.theme);
    const std::vector<double> work = workOfChips(house, now);
    for (const MachineLayout::Domain& domain : layout.domains)
        for (int i = 0; i < domain.chips.cells; ++i) {
            const auto chip = static_cast<std::size_t>(domain.first + i);
            if (chip >= work.size()) // of another replica
                continue;
            const QRectF cell = domain.chips.cell(i);
            if (house.style == HouseStyle::Wafer)
                paintWaferWork(canvas.painter, waferIn(cell), house, now, (domain.first + i) / house.inStep,
                    canvas.theme);
            else
                paintChip(canvas, cell, house, now, work[chip]);
        }
    paintWires(canvas, house, layout, now);
    paintToken(canvas, layout, house, now);
}

} // namespace memwall::ui
