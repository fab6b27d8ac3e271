// What the words of one house say: rooms, doors, arithmetic.
#include "widgets/scene/room_words.h"
#include "widgets/scene/stage_steps.h"
#include "widgets/scene/stage_texts.h"
#include "widgets/scene/stage_words.h"

#include <cmath>
#include <numeric>

namespace memwall::ui
{

namespace
{

Statement stretched(const HouseMoment& at, Statement statement)
{
    statement.seconds = at.activity.seconds;
    return statement;
}

/// What took most of the stretch. None: waiting for work or for another pool.
std::optional<core::Lane> leadingLane(const core::Activity& activity)
{
    const double memory = activity.pacedBy(core::Lane::Weights) + activity.pacedBy(core::Lane::KvCache);
    std::optional<core::Lane> lead;
    double most = activity.idleSeconds();
    for (const auto& [lane, seconds] : { std::pair { core::Lane::Weights, memory },
             { core::Lane::Compute, activity.pacedBy(core::Lane::Compute) },
             { core::Lane::Communication, activity.pacedBy(core::Lane::Communication) },
             { core::Lane::Fixed, activity.pacedBy(core::Lane::Fixed) } })
        if (seconds > most) {
            lead = lane;
            most = seconds;
        }
    return lead;
}

/// Over a third of a second many operators run: what took most of it, and how much.
Statement mostlyWaiting(const HouseMoment& at)
{
    const core::Activity& activity = at.activity;
    const std::optional<core::Lane> lead = leadingLane(activity);
    double seconds = lead ? activity.pacedBy(*lead) : activity.idleSeconds();
    QStringList words = at.run.pools.size() > 1
        ? QStringList { Words::tr("waits %1 of the time for the other room"),
              Words::tr("%1 of the time for the other room") }
        : QStringList { Words::tr("waits %1 of the time for work"), Words::tr("%1 of the time for work") };
    if (lead == core::Lane::Weights) {
        seconds += activity.pacedBy(core::Lane::KvCache);
        words = { Words::tr("waits %1 of the time for data"), Words::tr("%1 of the time for data") };
    } else if (lead == core::Lane::Communication) {
        words = { Words::tr("waits %1 of the time for the other chips"),
            Words::tr("%1 of the time for the other chips") };
    } else if (lead == core::Lane::Fixed) {
        words = { Words::tr("waits %1 of the time for fixed latency"),
            Words::tr("%1 of the time for fixed latency") };
    }
    const Figure share { "time_share", activity.seconds > 0 ? seconds / activity.seconds : 0, Unit::Share };
    if (lead == core::Lane::Compute)
        return say(at.base,
            { Words::tr("the arithmetic sets the pace %1 of the time"), Words::tr("sets the pace") },
            { share });
    return say(at.base, words, { share });
}

} // namespace

Statement kvOf(const HouseMoment& at, const RoomFrame& room)
{
    const core::PoolInfo& pool = at.run.pools[at.pool];
    const double all = at.run.kvBytes(at.pool, at.time());
    const double held = kvByLevel(pool, all)[room.level];
    if (held <= 0)
        return {};
    const Figure kv { "kv_bytes", held, Unit::Bytes };
    const Figure shown { "kv_shown_bytes", roomShares(room, held).kv, Unit::Bytes };
    const double slope = at.moment ? at.moment->segment->kvBytes.slope : 0.0;
    const double growth = slope > 0 ? kvByLevel(pool, all + slope)[room.level] - held : 0.0;
    std::vector<Figure> figures { shown, kv };
    QStringList wordings { Words::tr("KV %1"), QStringLiteral("%1") };
    if (growth > 0) {
        figures.push_back({ "kv_growth_bytes", growth, Unit::Bytes });
        wordings.prepend(at.moment->segment->requests.size() > 1 ? Words::tr("KV %1 · +%3 a step")
                                                                 : Words::tr("KV %1 · +%3 a token"));
    }
    if (at.house.style == HouseStyle::Circuit) // no room with its name is drawn
        wordings.prepend(Words::tr("KV cache in %4 · %1").replace(QStringLiteral("%4"), room.name));
    return say(TimeBase::Instant, wordings, std::move(figures));
}

Statement freeOf(const HouseMoment& at, const RoomFrame& room)
{
    if (!room.holds || !room.capacityBytes)
        return {};
    const double held = kvByLevel(at.run.pools[at.pool], at.run.kvBytes(at.pool, at.time()))[room.level];
    const double left = *room.capacityBytes - room.weightBytes - room.draftBytes - held;
    if (left <= 0)
        return {};
    const RoomShares shares = roomShares(room, held);
    return say(TimeBase::Instant, { shares.less ? Words::tr("free < %1") : Words::tr("free %1") },
        { { "free_shown_bytes", shares.free, Unit::Bytes }, { "free_bytes", left, Unit::Bytes } });
}

namespace
{

/// Whether a pipe that nothing flows through is full of what passed it last.
bool blocksStand(const HouseMoment& at, const DoorFrame& door)
{
    if (door.belt.way == Way::Stream || door.belt.quantum <= 0)
        return false;
    const core::KindBytes passed = at.run.doorBytes(at.pool, door.door, at.time());
    return std::accumulate(passed.begin(), passed.end(), 0.0) >= door.belt.quantum;
}

} // namespace

Statement doorOf(const HouseMoment& at, const DoorFrame& door)
{
    const core::Activity& activity = at.activity;
    const core::KindBytes kinds
        = door.door < activity.doors.size() ? activity.doors[door.door] : core::KindBytes {};
    const double bytes = std::accumulate(kinds.begin(), kinds.end(), 0.0);
    const double rate = activity.seconds > 0 ? bytes / activity.seconds : 0.0;
    const Figure flow { "door_bytes_per_s", rate, Unit::BytesPerSecond };
    Statement now = say(at.base,
        { blocksStand(at, door) ? Words::tr("the stream stands still") : Words::tr("nothing passes") },
        { flow });
    if (rate > 0 && door.bytesPerSecond) {
        const bool sets = leadingLane(activity) == core::Lane::Weights;
        QStringList wordings { Words::tr("%2 of peak") };
        if (sets && door.wall && !at.house.nextWall)
            wordings.prepend(Words::tr("the straw · %2 of peak"));
        now = say(at.base, wordings, { flow, { "door_share", rate / *door.bytesPerSecond, Unit::Share } });
    } else if (rate > 0) {
        now = say(at.base, { QStringLiteral("%1") }, { flow });
    }
    const bool prefill = at.moment && at.moment->segment->kind == core::SegmentKind::Prefill;
    // What stands behind the memory wall is true of answers, not of prompts.
    if (door.wall && at.house.nextWall && !prefill) {
        const QString behind = wallBehind(*at.house.nextWall);
        now.wordings.prepend(behind);
        now.wordings.prepend(QStringLiteral("%1 · %2").arg(behind, now.wordings.value(1)));
    }
    return stretched(at, now);
}

Statement busyOf(const HouseMoment& at)
{
    const core::PoolInfo& pool = at.run.pools[at.pool];
    if (!at.moment)
        return say(at.base, { Words::tr("idle") });
    if (!pool.peakFlops)
        return {};
    // Units that set the pace work all the time, if below their peak.
    const bool sets = leadingLane(at.activity) == core::Lane::Compute;
    return stretched(at,
        say(at.base, { sets ? Words::tr("%1 of peak") : Words::tr("%1 busy") },
            { { "compute_busy", at.activity.shareOfPeak(pool), Unit::Share } }));
}

Statement waitOf(const HouseMoment& at)
{
    const core::PoolInfo& pool = at.run.pools[at.pool];
    const int number = pool.cores.value_or(0);
    const Figure cores { "cores", static_cast<double>(number), Unit::Count };
    const bool counted = pool.cores.has_value();
    if (!at.moment)
        return say(at.base,
            { counted ? Words::tr("%1 cores wait for work", nullptr, number)
                      : Words::tr("all waits for work"),
                Words::tr("no work") },
            { cores });
    if (at.base == TimeBase::Window)
        return stretched(at, mostlyWaiting(at));
    if (!at.works)
        return say(at.base, { Words::tr("waits for the other room"), Words::tr("waits") });
    const auto told = [&](const QStringList& wordings, std::vector<Figure> figures) {
        return stretched(at, say(at.base, wordings, std::move(figures)));
    };
    const core::Operator& op = *at.moment->op;
    if (op.bound == core::Lane::Communication)
        return told({ counted ? Words::tr("%1 cores wait for the other chips", nullptr, number)
                              : Words::tr("all waits for the other chips"),
                        Words::tr("waits for chips"), Words::tr("waits") },
            { cores });
    if (!at.moment->flowing)
        return told({ counted ? Words::tr("%1 cores wait out fixed latency", nullptr, number)
                              : Words::tr("all waits out fixed latency"),
                        Words::tr("fixed latency"), Words::tr("latency") },
            { cores });
    if (op.bound == core::Lane::Compute)
        return told({ Words::tr("the arithmetic sets the pace"), Words::tr("sets the pace") }, {});
    const double busy = at.activity.shareOfPeak(pool);
    if (!counted)
        return told({ Words::tr("%1 waits for data"), Words::tr("waits for data") },
            { { "compute_waiting", 1.0 - busy, Unit::Share } });
    return told({ Words::tr("%1 of %2 cores wait for data", nullptr, number), Words::tr("%1 of %2 wait"),
                    Words::tr("cores wait") },
        { { "cores_waiting", number - std::ceil(busy * number), Unit::Count }, cores });
}

} // namespace memwall::ui
