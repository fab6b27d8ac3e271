#include "widgets/stage/stage_explanation.h"

#include "widgets/base/format.h"
#include "widgets/flow/sources.h"
#include "widgets/scene/room_words.h"
#include "widgets/scene/stage_words.h"
#include "widgets/stage/machine_view.h"
#include "widgets/stage/stage_painters.h"
#include "widgets/stage/width_rule.h"

namespace memwall::ui
{

namespace
{

Explanation ofRoom(const QRectF& area, const RoomFrame& room, double kv, const QString& source)
{
    const QString unit = QStringLiteral("B");
    Explanation told { .area = area, .source = source };
    if (!room.holds) {
        told.sentence = Words::tr("%1: bytes only pass through here.").arg(room.name);
        told.number = Words::tr("capacity %1").arg(capacityInFull(room));
        return told;
    }
    const double held = room.weightBytes + room.draftBytes + kv;
    told.sentence
        = Words::tr("%1 of one chip keeps the weights and the notepad of every reader.").arg(room.name);
    told.number = formatBytes(held);
    if (!room.capacityBytes)
        return told;
    told.number = Words::tr("%1 of %2").arg(told.number, formatBytes(*room.capacityBytes));
    const QString formula = room.draftBytes > 0
        ? Words::tr("capacity %1\n%2 = weights %3 + KV cache %4 + draft model %6 + free %5")
              .replace(QStringLiteral("%6"), formatExact(room.draftBytes, unit))
        : Words::tr("capacity %1\n%2 = weights %3 + KV cache %4 + free %5");
    told.formula = formula.arg(capacityInFull(room), formatExact(*room.capacityBytes, unit),
        formatExact(room.weightBytes, unit), formatExact(kv, unit),
        formatExact(*room.capacityBytes - held, unit));
    return told;
}

/// "2.81 TB/s, 84 % of peak, over this operator's 43 µs"
QString withStretch(const QString& words, const Statement& statement)
{
    return QStringLiteral("%1, %2").arg(words, stretchText(statement));
}

Explanation ofDoor(const QRectF& area, const DoorFrame& door, const Statement& says, const QString& source)
{
    const double rate = says.value("door_bytes_per_s"), share = says.value("door_share");
    const QString flow = share > 0 ? Words::tr("%1, %2 of peak").arg(formatRate(rate), formatPercent(share))
                                   : formatRate(rate);
    QString formula = door.tip;
    if (share > 0)
        formula += u'\n'
            + Words::tr("= %1 / %2 = %3")
                  .arg(formatExact(rate, QStringLiteral("B/s")),
                      formatExact(door.bytesPerSecond.value(), QStringLiteral("B/s")), formatPercent(share));
    return { area,
        door.wall ? Words::tr("The memory wall: everything that arithmetic needs comes through this opening.")
                  : Words::tr("A door on the way to arithmetic."),
        withStretch(rate > 0 ? flow : Words::tr("nothing passes"), says), formula, source };
}

Explanation ofRule(const WidthRule& rule, WidthScale widths)
{
    return { rule.bar.united(rule.label),
        Words::tr("How high an opening of %1 stands on the scale of this picture.").arg(rule.text),
        scaleText(widths),
        widths == WidthScale::Log
            ? Words::tr("10 GB/s take 2 % of the wall, 21 PB/s all of it; each factor of ten adds the same")
            : Words::tr("height / wall = bandwidth / 21 PB/s, at least one pixel"),
        {} };
}

Explanation ofCounter(const QRectF& area, const Statement& says, const QString& source)
{
    return { area, Words::tr("What has passed this opening since the last word was written."),
        withStretch(says.text(), says), Words::tr("this opening's bytes now − those when the step began"),
        source };
}

Explanation ofCompute(
    const QRectF& area, const HouseFrame& house, const HouseSays& says, const QString& source)
{
    return { area, Words::tr("The arithmetic units. A lit square works, a dark one waits."),
        withStretch(says.busy.text() + QStringLiteral(", ") + says.wait.text(), says.busy),
        Words::tr("operations / time / peak of %1").arg(house.computeRate), source };
}

Explanation ofNextWall(const QRectF& area)
{
    return { area, Words::tr("The wall behind the memory wall: more bandwidth would change little."), {},
        Words::tr("the largest part of a mean token's time, see the breakdown"), {} };
}

Explanation ofOthers(const QRectF& area, const HouseFrame& house, const QString& source)
{
    return { area,
        Words::tr("%1 more chips do the same on their share of the weights; %2 joins them.")
            .arg(QString::number(house.others), house.linkText),
        Words::tr("one piece is %1").arg(formatBytes(house.link.quantum)),
        Words::tr("all-reduce: start + 2 (n − 1) / n × bytes / rate"), source };
}

Explanation inRooms(const HouseFrame& frame, const HouseNow& now, const HouseSays& says,
    const HouseLayout& layout, const Theme& theme, const ChipSources& sources, QPointF position)
{
    if (frame.nextWall && layout.nextWall.contains(position))
        return ofNextWall(layout.nextWall);
    for (std::size_t i = 0; i < layout.rooms.size(); ++i)
        if (layout.rooms[i].box.contains(position))
            return ofRoom(
                layout.rooms[i].box, frame.rooms[i], now.kvBytes[i], sources.capacity(frame.rooms[i].level));
    if (layout.compute.box.contains(position))
        return ofCompute(layout.compute.box, frame, says, sources.peak());
    if (layout.others.contains(position))
        return ofOthers(layout.others, frame, sources.link());
    for (std::size_t i = 0; i < layout.doors.size(); ++i) {
        const DoorLayout& door = layout.doors[i];
        const QRectF area = frame.doors[i].wall ? door.wall.united(door.pipe) : door.pipe;
        const QRectF plate = frame.doors[i].wall ? counterPlate(door, says.counter, theme) : QRectF {};
        if (plate.contains(position))
            return ofCounter(plate, says.counter, sources.bandwidth(frame.doors[i].door));
        if (area.contains(position))
            return ofDoor(area, frame.doors[i], says.doors[i], sources.bandwidth(frame.doors[i].door));
    }
    return {};
}

Explanation ofChip(const QRectF& area, int chip, const HouseFrame& house, const HouseNow& now)
{
    const std::vector<int> busy = chipsAtWork(house, now);
    const bool works = std::binary_search(busy.begin(), busy.end(), chip);
    const bool replica = chip >= house.inStep * house.stages;
    double held = 0;
    for (std::size_t i = 0; i < house.rooms.size(); ++i)
        held += house.rooms[i].weightBytes + house.rooms[i].draftBytes + now.kvBytes[i];
    return { area,
        replica     ? Words::tr("Chip %1 serves other requests: it belongs to another replica.").arg(chip + 1)
            : works ? Words::tr("Chip %1 works on its share of this operator.").arg(chip + 1)
                    : Words::tr("Chip %1 waits.").arg(chip + 1),
        Words::tr("%1 of %2 chips at work")
            .arg(formatCount(static_cast<double>(busy.size())), formatCount(house.chips)),
        Words::tr("it holds %1: weights / (tensor × pipeline parallel) + KV cache").arg(formatBytes(held)),
        {} };
}

Explanation inMachine(const HouseFrame& house, const HouseNow& now, const QRectF& area, const Theme& theme,
    const ChipSources& sources, QPointF position)
{
    const MachineLayout layout = layoutMachine(house, area, theme);
    for (const QRectF& hop : layout.hops)
        if (hop.contains(position))
            return { hop, Words::tr("The hop between racks: every chip waits until the last one has heard."),
                QStringLiteral("%1 · %2").arg(house.hopRate, house.hopTime),
                Words::tr("latency + bytes / rate, twice a layer"), sources.farLink() };
    for (const MachineLayout::Domain& domain : layout.domains)
        for (int i = 0; i < domain.chips.cells; ++i)
            if (domain.chips.cell(i).contains(position))
                return ofChip(domain.chips.cell(i), domain.first + i, house, now);
    if (layout.parts.contains(position))
        return { layout.parts, Words::tr("Where the time of one token goes on this machine."), {},
            Words::tr("the parts add up to the time per output token"), {} };
    return {};
}

Explanation ofStrip(const QRectF& area, const StripFrame& frame, const Statement& title)
{
    Explanation told { .area = area, .sentence = title.text() };
    switch (frame.kind) {
    case StripKind::Experts:
        told.formula = Words::tr(
            "distinct experts of T tokens with k each of N: N (1 − (1 − k / N)^T), less for crowding; "
            "which ones is an example");
        break;
    case StripKind::Readers:
        told.formula
            = Words::tr("a bar is prompt + written tokens, of %1 at most").arg(formatCount(frame.most));
        break;
    case StripKind::Drafts:
        told.formula = Words::tr("a draft is kept when all before it were, each with its acceptance rate");
        break;
    case StripKind::Rework:
        told.formula = Words::tr("without KV cache a token costs a prefill of its whole context");
        break;
    }
    return told;
}

/// Of the rule beside a wall of a house.
Explanation atRule(const StageFrame& frame, std::size_t house, const StageLayout& layout, QPointF position)
{
    for (std::size_t i = 0; i < layout.houses[house].doors.size(); ++i) {
        if (!frame.houses[house].doors[i].wall)
            continue;
        const WidthRule rule = placeWidthRule(layout.houses[house].doors[i], frame.towardsTrue, layout.theme);
        if (!rule.bar.isNull() && rule.bar.united(rule.label).contains(position))
            return ofRule(rule, frame.widths);
    }
    return {};
}

} // namespace

Explanation explainStage(
    const StageScene& scene, const StageLayout& layout, const core::Catalog* catalog, QPointF position)
{
    if (scene.now.houses.size() != layout.houses.size())
        return {};
    if (layout.title.contains(position))
        return { layout.title, scene.now.says.title.text(), {},
            withStretch(scene.now.says.subtitle.text(), scene.now.says.subtitle), {} };
    for (std::size_t i = 0; i < std::min(layout.strips.size(), scene.now.strips.size()); ++i)
        if (layout.strips[i].contains(position))
            return ofStrip(layout.strips[i], scene.frame.strips[i], scene.now.says.strips[i]);
    if (isSpecial(scene.frame)) {
        const HouseFrame& house = scene.frame.houses.front();
        const ChipSources sources(catalog, house.chipId);
        if (!layout.body.contains(position) || house.doors.empty())
            return {};
        return { layout.body,
            house.style == HouseStyle::Wafer
                ? Words::tr("The uncut wafer: memory and arithmetic lie in the same cells.")
                : Words::tr("The weights are the wiring: only the token moves."),
            house.figure, house.doors.back().tip, sources.bandwidth(house.doors.back().door) };
    }
    for (std::size_t i = 0; i < layout.houses.size(); ++i) {
        const HouseFrame& house = scene.frame.houses[i];
        const ChipSources sources(catalog, house.chipId);
        if (const Explanation rule = atRule(scene.frame, i, layout, position); !rule.isEmpty())
            return rule;
        const Explanation told = house.whole
            ? inMachine(house, scene.now.houses[i], layout.houses[i].area, layout.theme, sources, position)
            : inRooms(house, scene.now.houses[i], scene.now.says.houses[i], layout.houses[i], layout.theme,
                sources, position);
        if (!told.isEmpty())
            return told;
    }
    if (layout.between.contains(position))
        return { layout.between, Words::tr("The link between the pools."), scene.now.says.transfer.text(),
            Words::tr("latency + bytes / rate"), {} };
    return {};
}

} // namespace memwall::ui
