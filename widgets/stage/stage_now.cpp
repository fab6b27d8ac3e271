#include "widgets/base/format.h"
#include "widgets/stage/stage_scene.h"
#include "widgets/stage/stage_shares.h"
#include "widgets/stage/stage_steps.h"
#include "widgets/stage/stage_texts.h"
#include "widgets/stage/stage_words.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

PoolMoment momentOf(const core::Run& run, const HouseFrame& house, std::size_t pool, core::Instant t)
{
    PoolMoment at { run, pool, t, run.at(pool, t), 0.0, false };
    if (!at.moment)
        return at;
    at.stepBytes = bytesDuring(run, pool, wallDoor(house), at.moment->stepSpan);
    at.works = at.moment->op != nullptr && at.moment->op->pool == pool;
    return at;
}

double busyMeanOf(const PoolMoment& at)
{
    const double peak = at.run.pools[at.pool].peakFlops;
    if (!at.moment || peak <= 0)
        return 0;
    const core::TimeSpan& span = at.moment->stepSpan;
    const double seconds = core::toSeconds(span.length());
    const double flops = at.run.flops(at.pool, span.end) - at.run.flops(at.pool, span.begin);
    return seconds > 0 ? std::clamp(flops / seconds / peak, 0.0, 1.0) : 0.0;
}

void fillRooms(HouseNow& now, const HouseFrame& house, const PoolMoment& at)
{
    const core::PoolInfo& pool = at.run.pools[at.pool];
    const auto kv = kvByLevel(pool, at.run.kvBytes(at.pool, at.time));
    for (const RoomFrame& room : house.rooms) {
        const double held = kv[room.level];
        now.kvBytes.push_back(held);
        QString label = held > 0 ? Words::tr("KV %1").arg(formatBytes(held)) : QString {};
        const double growth = at.moment ? at.moment->segment->kvBytes.slope : 0.0;
        if (held > 0 && growth > 0)
            label += (at.moment->segment->requests.size() > 1 ? Words::tr(" · +%1 a step")
                                                              : Words::tr(" · +%1 a token"))
                         .arg(formatBytes(growth));
        now.kvLabels.push_back(label);
        const double left = room.capacityBytes - room.weightBytes - room.draftBytes - held;
        now.freeLabels.push_back(
            room.holds && left > 0 ? Words::tr("free %1").arg(formatBytes(left)) : QString {});
    }
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

/// At the instant that is looked at; while pictures follow each other, over the stretch that shares are of.
double busyNowOf(const PoolMoment& at, const Shown& shown)
{
    const double peak = at.run.pools[at.pool].peakFlops;
    if (peak <= 0)
        return 0;
    const core::TimeSpan& stretch = shown.sight.stretch;
    if (shown.pace.running && stretch.length() > core::Duration {})
        return std::clamp((at.run.flops(at.pool, stretch.end) - at.run.flops(at.pool, stretch.begin))
                / core::toSeconds(stretch.length()) / peak,
            0.0, 1.0);
    if (!at.works || !at.moment->flowing)
        return 0;
    const auto k = static_cast<double>(at.moment->step);
    const double seconds = at.moment->op->busy.at(k);
    return seconds > 0 ? std::clamp(at.moment->op->flops.at(k) / seconds / peak, 0.0, 1.0) : 0.0;
}

Belt beltOf(const PoolMoment& at, const BeltFrame& frame, const Shown& shown)
{
    // A picture that is looked at shows what is there, but for streams that can't be drawn so.
    const bool averages = shown.pace.running || frame.way == Way::Stream;
    Belt belt = beltAt(at.run, at.pool, frame, shown.time, shown.pace,
        averages ? shown.sight.stretch : core::TimeSpan {});
    belt.bytesPerSecond = flowingNow(at, frame.door);
    return belt;
}

HouseNow houseNow(const HouseFrame& house, const PoolMoment& at, const Shown& shown)
{
    HouseNow now;
    now.working = at.moment.has_value();
    fillRooms(now, house, at);
    for (const DoorFrame& door : house.doors)
        now.belts.push_back(beltOf(at, door.belt, shown));
    now.link = beltOf(at, house.link, shown);
    lookAtLayers(now, at.run, at.pool, shown.time, shown.pace);
    lookAround(now, at.run, at.pool, house, shown.sight, shown.pace);
    now.busyNow = busyNowOf(at, shown);
    now.busyMean = busyMeanOf(at);
    now.busyText = at.moment ? Words::tr("%1 busy").arg(formatPercent(now.busyMean)) : Words::tr("idle");
    now.waitTexts = waitTextsOf(at, now.busyNow);
    return now;
}

/// The pool whose sentence is the title: the last one at work, since it writes the tokens.
std::size_t speaking(const std::vector<PoolMoment>& moments)
{
    for (std::size_t i = moments.size(); i-- > 0;)
        if (moments[i].works)
            return i;
    for (std::size_t i = moments.size(); i-- > 0;)
        if (moments[i].moment)
            return i;
    return moments.empty() ? 0 : moments.size() - 1;
}

void addTransfer(StageNow& now, const core::Run& run, core::Instant t)
{
    now.transferring = run.transferAt(t).has_value();
    const bool pingPong = run.pools.front().role == "attention" || run.pools.front().role == "ffn";
    now.transfer = now.houses.back().link;
    if (pingPong)
        now.back = now.houses.front().link;
    const BeltFrame& shown = now.transfer.frame.quantum > 0 ? now.transfer.frame : now.back.frame;
    if (shown.quantum > 0 && shown.way != Way::Stream)
        now.transferText = Words::tr("one piece = %1").arg(formatBytes(shown.quantum));
}

} // namespace

StageNow stageNow(const StageInput& input, const StageFrame& frame)
{
    StageNow now;
    if (!input.run || frame.houses.empty())
        return now;
    const core::Run& run = *input.run;
    if (!frame.fits) {
        now.title = frame.overflowTitle;
        now.subtitle = QStringLiteral("%1 · %2 × %3")
                           .arg(QString::fromStdString(run.modelName))
                           .arg(run.pools.front().chips)
                           .arg(QString::fromStdString(run.pools.front().chipName));
        return now;
    }
    now.shown = input.pace.reduced ? heldStep(run, input.time, input.pace) : input.time;
    std::vector<PoolMoment> moments;
    std::vector<Sight> sights;
    for (std::size_t pool = 0; pool < frame.houses.size(); ++pool) {
        sights.push_back(sightOf(run, pool, now.shown, input.pace));
        moments.push_back(momentOf(run, frame.houses[pool], pool, sights.back().time));
        now.houses.push_back(
            houseNow(frame.houses[pool], moments.back(), { now.shown, input.pace, sights.back() }));
    }
    const std::size_t speaker = speaking(moments);
    const PoolMoment& at = moments[speaker];
    now.title = titleOf(at);
    now.subtitle = subtitleOf(at);
    now.note = noteOf(at);
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
