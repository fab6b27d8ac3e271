#include "widgets/base/format.h"
#include "widgets/scene/machine_words.h"
#include "widgets/scene/room_words.h"
#include "widgets/scene/stage_blocks.h"
#include "widgets/scene/stage_steps.h"
#include "widgets/scene/stage_texts.h"
#include "widgets/scene/stage_words.h"
#include "widgets/words/sayings.h"
#include "widgets/words/words.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

bool passes(const core::Run& run, std::size_t pool, std::uint8_t door)
{
    return std::any_of(core::kAllKinds.begin(), core::kAllKinds.end(),
        [&](core::Kind kind) { return run.doorBytes(pool, door, kind, run.end()) > 0; });
}

double mostKv(const core::Run& run, std::size_t pool)
{
    double most = 0;
    for (const core::Segment& segment : run.segments)
        if (segment.pool == pool)
            most = std::max({ most, segment.kvAfter, segment.kvBytes.base });
    return most;
}

RoomFrame roomOf(const core::LevelUse& level, std::size_t index, int layers)
{
    RoomFrame room;
    room.name = QString::fromStdString(level.name);
    room.capacity = level.capacity ? formatBytes(level.capacity->value) : QString {};
    room.capacityBytes = level.capacity.transform([](core::Bytes bytes) { return bytes.value; });
    room.weightBytes = level.weightBytes;
    room.draftBytes = level.draftWeightBytes;
    room.holds = level.holds;
    room.level = index;
    if (level.weightBytes > 0)
        room.weightsLabel
            = Words::tr("weights %1 · %2 layers", nullptr, layers).arg(weightsText(room)).arg(layers);
    return room;
}

/// Rooms that hold something in this run, and the first cache on the way to compute.
std::vector<RoomFrame> roomsOf(const core::Run& run, std::size_t pool, bool alone)
{
    const core::PoolInfo& info = run.pools[pool];
    std::vector<double> kv = kvByLevel(info, mostKv(run, pool));
    std::vector<RoomFrame> rooms;
    bool cache = !alone;
    for (std::size_t i = 0; i < info.levels.size(); ++i) {
        const core::LevelUse& level = info.levels[i];
        const bool holds = level.weightBytes + level.draftWeightBytes + kv[i] > 0 || i == info.homeLevel;
        const bool passing = !holds && !cache && i > info.homeLevel && level.capacity;
        // A chip that is built of tiers shows them all, also the empty ones.
        const bool tier = info.chipClass == core::ChipClass::Rdu && level.capacity;
        if (!holds && !passing && !tier)
            continue;
        cache = cache || passing;
        rooms.push_back(roomOf(level, i, run.layers));
        rooms.back().holds = holds;
        if (i == info.homeLevel)
            rooms.back().soldAs = QString::fromStdString(info.chipSoldAs.value_or(""));
    }
    return rooms;
}

QString doorTip(const core::LevelUse& level, double scale)
{
    const QString door = QString::fromStdString(level.door);
    if (!level.bandwidth)
        return Words::tr("Door of %1: its bandwidth is not published, so it costs no time here.").arg(door);
    const QString exact = formatExact(level.bandwidth->value, QStringLiteral("B/s"));
    if (scale != 1)
        return Words::tr("Door of %1: bytes that pass / time / its peak of %2 by this scenario (%3)")
            .arg(door, rateText(level.bandwidth->value, scale), exact);
    return Words::tr("Door of %1: bytes that pass / time / its peak of %2 (%3)")
        .arg(door, formatRate(level.bandwidth->value), exact);
}

std::vector<DoorFrame> doorsOf(const StageInput& input, std::size_t pool, const std::vector<RoomFrame>& rooms)
{
    const core::PoolInfo& info = input.run->pools[pool];
    std::vector<DoorFrame> doors;
    for (const RoomFrame& room : rooms) {
        const core::LevelUse& level = info.levels[room.level];
        DoorFrame door;
        door.door = static_cast<std::uint8_t>(room.level);
        door.bytesPerSecond = level.bandwidth.transform([](core::BytesPerSecond rate) { return rate.value; });
        door.scale = info.scale.bandwidth;
        door.rate = level.bandwidth ? formatRate(level.bandwidth->value) : QString {};
        if (level.door != level.name)
            door.wire = QString::fromStdString(level.door);
        door.opening = level.bandwidth ? openingOf(level.bandwidth->value, input.widths) : 0.3;
        door.tip = doorTip(level, door.scale);
        doors.push_back(door);
    }
    const auto narrower = [&](const DoorFrame& a, const DoorFrame& b) {
        const auto rank = [&](const DoorFrame& door) {
            const bool used = door.bytesPerSecond && passes(*input.run, pool, door.door);
            return used ? *door.bytesPerSecond : HUGE_VAL;
        };
        return rank(a) < rank(b);
    };
    if (const auto wall = std::min_element(doors.begin(), doors.end(), narrower); wall != doors.end()) {
        wall->wall = true;
        if (wall->bytesPerSecond)
            wall->rate = rateText(*wall->bytesPerSecond, wall->scale);
    }
    return doors;
}

HouseStyle styleOf(const core::PoolInfo& pool)
{
    if (pool.chipClass == core::ChipClass::Hardwired)
        return HouseStyle::Circuit;
    return pool.chipClass == core::ChipClass::Wafer ? HouseStyle::Wafer : HouseStyle::Rooms;
}

/// Chips of a pod are many and small: one of them would tell little.
constexpr int kPodChips = 16;

bool isWhole(const StageInput& input, std::size_t pool)
{
    const core::PoolInfo& info = input.run->pools[pool];
    const bool alone = input.run->pools.size() == 1;
    const bool wafer = styleOf(info) == HouseStyle::Wafer;
    if (!input.run->fits || (alone && styleOf(info) == HouseStyle::Circuit))
        return false;
    if (wafer && !alone) // it has no rooms and no wall to show
        return true;
    if (info.chips < 2)
        return false;
    const bool pod = info.chipClass == core::ChipClass::Lpu && info.chips >= kPodChips;
    if (input.zoom == StageZoom::Auto)
        return pod || (alone && (wafer || info.farLink));
    return input.zoom == StageZoom::Machine;
}

void describeMachine(HouseFrame& house, const core::PoolInfo& info)
{
    house.chipName = QString::fromStdString(info.chipName);
    house.chipSoldAs = QString::fromStdString(info.chipSoldAs.value_or(""));
    house.chips = info.chips;
    house.inStep = std::max(1, info.inStep);
    house.domain = !info.farLink ? info.chips : std::max(1, info.domain);
    if (info.link)
        house.linkText
            = QStringLiteral("%1 %2").arg(plain(info.link->name), formatRate(info.link->bandwidth.value));
    if (!info.farLink)
        return;
    house.hopName = Words::tr("the hop");
    house.hopRate = formatRate(info.farLink->bandwidth.value);
    house.hopTime = Words::tr("%1 each way").arg(formatSeconds(info.farLink->latency.value));
}

HouseFrame houseOf(const StageInput& input, std::size_t pool)
{
    const core::PoolInfo& info = input.run->pools[pool];
    const bool alone = input.run->pools.size() == 1;
    HouseFrame house;
    house.whole = isWhole(input, pool);
    house.style = alone || house.whole ? styleOf(info) : HouseStyle::Rooms;
    house.stages = std::max(1, info.stages);
    house.name = alone ? QString {} : nameAsSold(info);
    house.role = wordOf(info.role);
    house.rooms = roomsOf(*input.run, pool, alone);
    house.doors = doorsOf(input, pool, house.rooms);
    house.computeRate = info.peakFlops ? formatFlops(info.peakFlops->value) : QString {};
    house.cores = info.cores;
    house.layers = input.run->layers;
    house.others = info.inStep - 1;
    house.linkText = info.link ? plain(info.link->name) : QString {};
    house.main = pool == mainPool(*input.run);
    if (house.whole) {
        describeMachine(house, info);
        house.farShare = farShareOf(*input.run, pool);
        if (alone && input.report != nullptr) {
            house.parts = timeParts(*input.report, house.farShare);
            house.messages = rackMessages(house, *input.report);
        }
    }
    house.dieAreaMm2 = info.dieAreaMm2;
    house.chipId = info.chipId;
    if (input.report != nullptr && house.main && input.report->bottleneck != core::Bottleneck::Memory
        && input.report->bottleneck != core::Bottleneck::Capacity) {
        house.nextWall = input.report->bottleneck;
        house.grown = 1;
    }
    if (input.report != nullptr && input.report->tokensPerSPerUser > 0) {
        const QString wall = wallBehind(input.report->bottleneck);
        house.wallText = wall.isEmpty() ? Words::tr("The memory wall still stands.")
                                        : Words::tr("The memory wall is gone.");
        house.wallSub = wall.isEmpty() ? wordsOf(input.report->bottleneckTitle) : wall;
        house.figure = Words::tr("%1 tokens/s").arg(formatCount(input.report->tokensPerSPerUser));
        house.figureSub = Words::tr("%1, for each user").arg(QString::fromStdString(input.run->modelName));
    }
    return house;
}

void describeOverflow(StageFrame& frame, const StageInput& input)
{
    frame.fits = false;
    frame.overflowTitle
        = input.run->tooLarge ? Words::tr("Too much to play here") : Words::tr("It does not fit");
    frame.overflowReason = wordsOf(input.run->fitReason);
    double need = 0, room = 0;
    for (const core::PoolInfo& pool : input.run->pools) {
        for (const core::LevelUse& level : pool.levels)
            need += (level.weightBytes + level.draftWeightBytes) * pool.chips;
        if (pool.homeLevel < pool.levels.size())
            room += pool.levels[pool.homeLevel].capacity.value_or(core::Bytes {}).value * pool.chips;
    }
    if (input.report != nullptr)
        need = std::max(need, input.report->model.weightBytes);
    frame.overflowShare = room > 0 && need > room ? need / room - 1.0 : 0.15;
}

} // namespace

const RoomFrame& homeRoom(const HouseFrame& house)
{
    return *std::max_element(house.rooms.begin(), house.rooms.end(),
        [](const RoomFrame& a, const RoomFrame& b) { return a.weightBytes < b.weightBytes; });
}

bool isSpecial(const StageFrame& frame)
{
    return frame.fits && frame.houses.size() == 1 && frame.houses.front().style != HouseStyle::Rooms
        && !frame.houses.front().whole;
}

StageFrame stageFrame(const StageInput& input)
{
    StageFrame frame;
    if (!input.run)
        return frame;
    const core::Run& run = *input.run;
    frame.run = &run;
    frame.widths = input.widths;
    frame.towardsTrue = input.widths == WidthScale::True ? 1 : 0;
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        frame.houses.push_back(houseOf(input, pool));
        frame.chips = std::max(frame.chips, run.pools[pool].chips);
        frame.whole = frame.whole || frame.houses.back().whole;
    }
    frame.strips = stripFrames(run);
    for (const core::Kind kind : core::kAllKinds)
        if (kindOccurs(run, kind))
            frame.kinds.push_back(kind);
    layBlocks(frame, run, input.pace);
    frame.scaleText = scaleText(input.widths);
    if (run.pools.size() > 1)
        frame.linkName = Words::tr("the link");
    if (!run.fits)
        describeOverflow(frame, input);
    return frame;
}

} // namespace memwall::ui
