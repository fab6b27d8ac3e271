#include "widgets/race/lane_picture.h"

#include "widgets/base/paint_kit.h"
#include "widgets/stage/stage_painters.h"
#include "widgets/stage/wafer_painter.h"
#include "widgets/stage/wall_painter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace memwall::ui
{

namespace
{

struct LanePictureWords
{
    Q_DECLARE_TR_FUNCTIONS(Race)
};

constexpr double kBusyDim = 0.35; ///< of a core that works for a part of the time only

QRectF inset(const QRectF& cell, double share)
{
    const double gap = std::max(0.5, std::min(cell.width(), cell.height()) * share);
    return cell.adjusted(gap, gap, -gap, -gap);
}

void paintHouseBackground(
    QPainter& painter, const StageFrame& frame, std::size_t h, const LanePicture& picture, const Theme& theme)
{
    const HouseFrame& house = frame.houses[h];
    const LanePicture::House& placed = picture.houses[h];
    if (house.doors.empty())
        return;
    const RoomFrame& room = house.rooms[placed.door];
    const double radius = theme.px(6), head = placed.bin.top() - placed.room.top();
    drawBox(painter, placed.room, radius, theme.raised, theme.line);
    drawBox(painter, placed.compute, radius, theme.raised, theme.line);
    painter.fillRect(placed.bin, theme.window);
    const auto label = [&](const QRectF& box, const QStringList& texts) {
        drawFirst(painter,
            { box.left() + theme.px(4), box.top() + theme.px(1), box.width() - theme.px(8), head }, texts,
            theme, { TextRole::Caption, theme.secondary, kCenter });
    };
    label(placed.room, { room.name });
    QStringList names { LanePictureWords::tr("Compute"), LanePictureWords::tr("Cores") };
    if (!house.name.isEmpty())
        names.prepend(house.name);
    label(placed.compute, names);
    drawWall(painter, placed.wall, placed.pipe.intersected(placed.wall), 0.7 * house.grown, theme);
    PlainFill fill { painter };
    const QColor idle = mix(theme.window, theme.line, 0.7);
    for (int i = 0; i < placed.cores.cells; ++i)
        fill(inset(placed.cores.cell(i), 0.12), idle);
}

void paintHouse(QPainter& painter, const StageFrame& frame, std::size_t h, const LanePicture& picture,
    const HouseNow& now, const Theme& theme)
{
    const LanePicture::House& placed = picture.houses[h];
    if (frame.houses[h].doors.empty())
        return;
    const FillLayout fill = pictureFill(frame, picture, h, now, theme);
    {
        PlainFill plain { painter };
        const QColor weights = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.45 : 0.4);
        plain(fill.weights, weights);
        plain(fill.draft, theme.color(core::Kind::Draft));
        plain(fill.kv, theme.color(core::Kind::KvCache));
        // Layers read since the step began are bright; where steps are too fast, as they are on average.
        if (now.layerShare && fill.weights.height() > 0) {
            const QColor bright = mix(theme.color(core::Kind::Weights), theme.window, 0.12);
            const bool steady = now.seen == Seen::Shares;
            const double read = fill.weights.height() * (steady ? 1.0 : *now.layerShare);
            plain({ fill.weights.left(), fill.weights.top(), fill.weights.width(), read },
                steady ? mix(bright, weights, 0.5) : bright);
        }
        const int lit = litCores(placed, now);
        for (int i = 0; i < lit; ++i)
            plain(inset(placed.cores.cell(i), 0.12),
                i + 1 < lit || now.busyNow * placed.cores.cells >= lit
                    ? theme.computeBusy
                    : mix(theme.window, theme.computeBusy, i == 0 ? 0.9 : 1 - kBusyDim));
    }
    StageLayout scale;
    scale.block = picture.block;
    paintBelt({ painter, frame, scale, theme }, now.belts[placed.door], placed.pipe);
}

/// The layer at work, and where the token was just before, fading.
void paintGates(QPainter& painter, const LanePicture& picture, const HouseNow& now, const Theme& theme)
{
    const int columns = picture.cells.columns;
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.55 : 0.62);
    PlainFill fill { painter };
    for (int column = 0; column < columns; ++column) {
        const double lit = litOf(now, columns, column, columns);
        if (lit <= 0)
            continue;
        const QColor color = mix(dim, theme.color(core::Kind::Activations), lit);
        for (int row = 0; row < picture.cells.rows; ++row)
            fill(inset(picture.cells.cell(row * columns + column), 0.16), color);
    }
}

void paintWaferBackground(
    QPainter& painter, const HouseFrame& house, const LanePicture& picture, const Theme& theme)
{
    const RoomFrame& home = homeRoom(house);
    drawWafer(painter, waferIn(picture.disc), home, theme);
    const double line = QFontMetricsF { theme.font(TextRole::Caption) }.height() + theme.px(2);
    QRectF text { picture.words.left(), picture.words.center().y() - 1.5 * line, picture.words.width(),
        line };
    for (const QString& words : { QStringLiteral("%1 %2").arg(home.capacity, home.name),
             house.doors.back().rate, LanePictureWords::tr("beside the cores") }) {
        drawLabel(painter, text, words, theme,
            { TextRole::Caption, theme.secondary, Qt::AlignLeft | Qt::AlignVCenter });
        text.translate(0, line);
    }
}

void paintCircuitBackground(QPainter& painter, const LanePicture& picture, const Theme& theme)
{
    drawBox(painter, picture.disc, theme.px(6), theme.raised, theme.line);
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.55 : 0.62);
    PlainFill fill { painter };
    for (int i = 0; i < picture.cells.cells; ++i)
        fill(inset(picture.cells.cell(i), 0.16), dim);
}

/// What does not fit: the room is full, and blocks stand outside in proportion to what is left over.
void paintOverflowing(
    QPainter& painter, const StageFrame& frame, const LanePicture& picture, const Theme& theme)
{
    const LanePicture::House& placed = picture.houses.front();
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.45 : 0.4);
    drawBox(painter, placed.room, theme.px(6), theme.raised, theme.bad);
    painter.fillRect(placed.bin, dim);
    const QRectF yard { placed.room.right() + theme.px(8), placed.room.top(),
        placed.compute.right() - placed.room.right() - theme.px(8), placed.room.height() };
    const double pitch = theme.px(10);
    const int columns = std::max(1, static_cast<int>(yard.width() / pitch));
    const int rows = std::max(1, static_cast<int>(yard.height() / pitch));
    const double inside = placed.bin.width() * placed.bin.height() / (pitch * pitch);
    const int wanted = static_cast<int>(std::lround(std::clamp(frame.overflowShare, 0.02, 4.0) * inside));
    for (int i = 0; i < std::min(wanted, columns * rows); ++i)
        drawBlock(painter,
            { yard.left() + pitch * (i % columns), yard.bottom() - pitch * (i / columns + 1), pitch - 2,
                pitch - 2 },
            core::Kind::Weights, theme);
}

} // namespace

void paintPictureBackground(
    QPainter& painter, const StageFrame& frame, const LanePicture& picture, const Theme& theme)
{
    if (frame.houses.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    if (!frame.fits && !picture.houses.empty())
        paintOverflowing(painter, frame, picture, theme);
    else if (isWafer(frame))
        paintWaferBackground(painter, frame.houses.front(), picture, theme);
    else if (isSpecial(frame))
        paintCircuitBackground(painter, picture, theme);
    else
        for (std::size_t h = 0; h < picture.houses.size(); ++h)
            paintHouseBackground(painter, frame, h, picture, theme);
    if (frame.fits && !picture.link.isNull()) {
        painter.setPen(QPen { theme.line, 1.0 });
        painter.drawLine(QPointF { picture.link.left(), picture.link.center().y() },
            QPointF { picture.link.right(), picture.link.center().y() });
    }
}

void paintPicture(QPainter& painter, const StageFrame& frame, const LanePicture& picture, const StageNow& now,
    const Theme& theme)
{
    if (!frame.fits || now.houses.empty())
        return;
    if (isSpecial(frame)) {
        if (isWafer(frame))
            paintWaferWork(painter, waferIn(picture.disc), frame.houses.front(), now.houses.front(),
                now.houses.front().stage, theme);
        else
            paintGates(painter, picture, now.houses.front(), theme);
        return;
    }
    for (std::size_t h = 0; h < picture.houses.size(); ++h)
        paintHouse(painter, frame, h, picture, now.houses[h], theme);
    if (picture.link.isNull())
        return;
    StageLayout scale;
    scale.block = picture.block;
    const Belt& there = now.transfer.frame.quantum > 0 ? now.transfer : now.back;
    paintBelt({ painter, frame, scale, theme }, there, picture.link);
}

} // namespace memwall::ui
