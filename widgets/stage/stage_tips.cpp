#include "widgets/stage/stage_tips.h"

#include "widgets/base/format.h"

#include <QCoreApplication>

namespace memwall::ui
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

QString roomTip(const RoomFrame& room, double kv)
{
    const QString unit = QStringLiteral("B");
    if (!room.holds)
        return Words::tr("%1: bytes only pass through here. Capacity %2.")
            .arg(room.name, formatExact(room.capacityBytes, unit));
    const double left = room.capacityBytes - room.weightBytes - room.draftBytes - kv;
    QString text = Words::tr("%1 of one chip: capacity %2 = weights %3 + KV cache %4")
                       .arg(room.name, formatExact(room.capacityBytes, unit),
                           formatExact(room.weightBytes, unit), formatExact(kv, unit));
    if (room.draftBytes > 0)
        text += Words::tr(" + draft model %1").arg(formatExact(room.draftBytes, unit));
    return text + Words::tr(" + free %1.").arg(formatExact(left, unit));
}

QString computeTip(const HouseFrame& house, const HouseNow& now)
{
    return Words::tr("Arithmetic in use over this step: %1 of %2 (flops of the step / its time / peak). "
                     "Right now: %3.")
        .arg(formatPercent(now.busyMean), house.computeRate, formatPercent(now.busyNow));
}

StageTip tipInHouse(const HouseFrame& frame, const HouseNow& now, const HouseLayout& layout, QPointF position)
{
    for (std::size_t i = 0; i < layout.rooms.size(); ++i)
        if (layout.rooms[i].box.contains(position))
            return { layout.rooms[i].box, roomTip(frame.rooms[i], now.kvBytes[i]) };
    if (layout.compute.box.contains(position))
        return { layout.compute.box, computeTip(frame, now) };
    if (layout.others.contains(position))
        return { layout.others,
            Words::tr(
                "%1 more chips do the same on their share of the weights; %2 joins them. One piece is %3.")
                .arg(QString::number(frame.others), frame.linkText, formatBytes(now.link.quantum)) };
    for (std::size_t i = 0; i < layout.doors.size(); ++i) {
        const DoorLayout& door = layout.doors[i];
        const QRectF area = frame.doors[i].wall ? door.wall.united(door.pipe) : door.pipe;
        if (area.contains(position))
            return { area,
                frame.doors[i].tip + u' '
                    + Words::tr("Flowing now: %1.").arg(formatRate(now.belts[i].bytesPerSecond)) };
    }
    return {};
}

} // namespace

StageTip tipAt(const StageScene& scene, const StageLayout& layout, QPointF position)
{
    if (scene.now.houses.size() != layout.houses.size())
        return {};
    const bool rooms = scene.frame.houses.size() > 1
        || (scene.frame.houses.size() == 1 && scene.frame.houses.front().style == HouseStyle::Rooms);
    for (std::size_t i = 0; rooms && i < layout.houses.size(); ++i) {
        const StageTip tip
            = tipInHouse(scene.frame.houses[i], scene.now.houses[i], layout.houses[i], position);
        if (!tip.text.isEmpty())
            return tip;
    }
    if (!rooms && layout.body.contains(position) && !scene.frame.houses.front().doors.empty())
        return { layout.body, scene.frame.houses.front().doors.back().tip };
    return {};
}

} // namespace memwall::ui
