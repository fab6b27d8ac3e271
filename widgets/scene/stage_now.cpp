#include "widgets/scene/stage_scene.h"
#include "widgets/scene/stage_shares.h"
#include "widgets/scene/stage_steps.h"
#include "widgets/scene/stage_texts.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

/// A pool at the instant at which its states are shown.
struct PoolMoment
{
    const core::Run& run;
    std::size_t pool = 0;
    core::Instant time {};
    std::optional<core::Moment> moment;
    bool works = false; ///< the operator runs in this pool
};

PoolMoment poolMoment(const core::Run& run, std::size_t pool, core::Instant t)
{
    PoolMoment at { run, pool, t, run.at(pool, t), false };
    at.works = at.moment && at.moment->op != nullptr && at.moment->op->pool == pool;
    return at;
}

double flowingNow(const PoolMoment& at, std::uint8_t door)
{
    if (!at.works || !at.moment->flowing)
        return 0;
    const auto k = static_cast<double>(at.moment->step);
    double bytes = 0;
    for (const core::Flow& flow : at.moment->op->flows)
        if (flow.door == door && drawnAt(at.run, door, flow.kind))
            bytes += flow.bytes.at(k);
    const double seconds = at.moment->op->busy.at(k);
    return seconds > 0 ? bytes / seconds : 0.0;
}

/// What a picture is of: the instant at which streams are, the pace, and which states are shown.
struct Shown
{
    core::Instant time {};
    Pace pace;
    Sight sight;
};

Belt beltOf(const PoolMoment& at, const BeltFrame& frame, const Shown& shown)
{
    // A picture that is looked at shows what is there, but for streams that can't be drawn so.
    const bool averages = shown.pace.running || frame.way == Way::Stream || frame.bursts;
    Belt belt = beltAt(
        at.run, at.pool, frame, shown.time, shown.pace, averages ? shown.sight.stretch : core::TimeSpan {});
    belt.bytesPerSecond = flowingNow(at, frame.door);
    return belt;
}

HouseNow houseNow(const HouseFrame& house, const PoolMoment& at, const Shown& shown)
{
    HouseNow now;
    now.working = at.moment.has_value();
    const auto kv = kvByLevel(at.run.pools[at.pool], at.run.kvBytes(at.pool, at.time));
    for (const RoomFrame& room : house.rooms)
        now.kvBytes.push_back(kv[room.level]);
    for (const DoorFrame& door : house.doors)
        now.belts.push_back(beltOf(at, door.belt, shown));
    now.link = beltOf(at, house.link, shown);
    lookAround(now, at.run, at.pool, house, shown.sight, shown.pace);
    lookAtLayers(now, at.run, at.pool, shown.time, shown.pace);
    return now;
}

/// The pool whose step the strips show: the last one at work, since it writes the tokens.
std::size_t atWorkLast(const std::vector<PoolMoment>& moments)
{
    for (std::size_t i = moments.size(); i-- > 0;)
        if (moments[i].works)
            return i;
    for (std::size_t i = moments.size(); i-- > 0;)
        if (moments[i].moment)
            return i;
    return moments.size() - 1;
}

void addTransfer(StageNow& now, const core::Run& run, core::Instant t)
{
    now.transferring = run.transferAt(t).has_value();
    const bool pingPong = run.pools.front().role == core::PoolRole::Attention
        || run.pools.front().role == core::PoolRole::Ffn;
    now.transfer = now.houses.back().link;
    if (pingPong)
        now.back = now.houses.front().link;
}

} // namespace

core::Instant shownTime(const StageInput& input)
{
    return input.pace.reduced ? heldStep(*input.run, input.time, input.pace) : input.time;
}

StageNow stageNow(const StageInput& input, const StageFrame& frame)
{
    StageNow now;
    if (!input.run || frame.houses.empty())
        return now;
    now.says = stageSays(input, frame);
    if (!frame.fits)
        return now;
    const core::Run& run = *input.run;
    now.shown = shownTime(input);
    std::vector<PoolMoment> moments;
    std::vector<Sight> sights;
    for (std::size_t pool = 0; pool < frame.houses.size(); ++pool) {
        sights.push_back(sightOf(run, pool, now.shown, input.pace));
        moments.push_back(poolMoment(run, pool, sights.back().time));
        now.houses.push_back(
            houseNow(frame.houses[pool], moments.back(), { now.shown, input.pace, sights.back() }));
        now.houses.back().busyNow = now.says.houses[pool].busy.value("compute_busy");
    }
    const std::size_t speaker = atWorkLast(moments);
    const PoolMoment& at = moments[speaker];
    for (const StripFrame& strip : frame.strips)
        now.strips.push_back(stripNow(strip, run, at.moment, sights[speaker]));
    if (moments.size() > 1)
        addTransfer(now, run, sights[speaker].time);
    return now;
}

StageScene stageScene(const StageInput& input)
{
    StageScene scene { stageFrame(input), {} };
    scene.now = stageNow(input, scene.frame);
    return scene;
}

} // namespace memwall::ui
