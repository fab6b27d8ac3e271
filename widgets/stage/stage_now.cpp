#include "widgets/base/format.h"
#include "widgets/stage/stage_scene.h"
#include "widgets/stage/stage_steps.h"
#include "widgets/stage/stage_texts.h"
#include "widgets/stage/stage_words.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

// Blocks of ribbon that are fetched for a pipe of one row; a wider pipe holds as many in every row.
constexpr double kRibbonBlocks = 24.0;
constexpr double kMostRibbonRows = 8.0;

double ribbonBytes(const DoorFrame& door, double quantum)
{
    // A twentieth of the wall is one row of blocks high.
    const double rows = std::clamp(door.opening * 20.0, 1.0, kMostRibbonRows);
    return kRibbonBlocks * rows * quantum;
}

PoolMoment momentOf(const core::Run& run, const HouseFrame& house, std::size_t pool, core::Instant t)
{
    PoolMoment at { run, pool, t, run.at(pool, t), 0.0, false };
    if (!at.moment)
        return at;
    at.stepBytes = bytesDuring(run, pool, wallDoor(house), at.moment->stepSpan);
    at.works = at.moment->op != nullptr && at.moment->op->pool == pool;
    return at;
}

double busyNowOf(const PoolMoment& at)
{
    const double peak = at.run.pools[at.pool].peakFlops;
    if (!at.works || !at.moment->flowing || peak <= 0)
        return 0;
    const auto k = static_cast<double>(at.moment->step);
    const double seconds = at.moment->op->busy.at(k);
    return seconds > 0 ? std::clamp(at.moment->op->flops.at(k) / seconds / peak, 0.0, 1.0) : 0.0;
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

/// Which chips work, and where a message is under way.
void lookAround(HouseNow& now, const PoolMoment& at)
{
    if (!at.works)
        return;
    const core::Operator& op = *at.moment->op;
    const core::PoolInfo& pool = at.run.pools[at.pool];
    if (at.moment->layer && at.run.layers > 0)
        now.stage = *at.moment->layer * std::max(1, pool.stages) / at.run.layers;
    now.atWork = !isMessage(op.kind) && op.kind != core::OperatorKind::StepOverhead;
    now.chipsBusy = op.kind == core::OperatorKind::Experts ? op.chips : pool.inStep;
    now.seed = static_cast<std::uint64_t>(at.moment->step * 131 + at.moment->layer.value_or(0));
    if (!isMessage(op.kind) || !at.moment->flowing)
        return;
    now.farTalk = op.farShare > 0 && at.moment->progress >= 1.0 - double { op.farShare };
    now.nearTalk = !now.farTalk;
}

HouseNow houseNow(const HouseFrame& house, const PoolMoment& at, double quantum)
{
    HouseNow now;
    now.working = at.moment.has_value();
    fillRooms(now, house, at);
    for (const DoorFrame& door : house.doors) {
        now.belts.push_back(beltAt(at.run, at.pool, door.door, at.time, quantum, ribbonBytes(door, quantum)));
        now.belts.back().bytesPerSecond = flowingNow(at, door.door);
    }
    const double link = house.linkBlockBytes;
    now.link = beltAt(at.run, at.pool, core::kLinkDoor, at.time, link, kRibbonBlocks * link);
    now.link.bytesPerSecond = flowingNow(at, core::kLinkDoor);
    if (at.works && at.moment->layer && at.run.layers > 0)
        now.layerShare = static_cast<double>(*at.moment->layer) / at.run.layers;
    lookAround(now, at);
    now.busyNow = busyNowOf(at);
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
    const Belt& shown = now.transfer.quantum > 0 ? now.transfer : now.back;
    if (shown.quantum <= 0)
        return;
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
    std::vector<PoolMoment> moments;
    for (std::size_t pool = 0; pool < frame.houses.size(); ++pool) {
        moments.push_back(momentOf(run, frame.houses[pool], pool, input.time));
        now.houses.push_back(houseNow(frame.houses[pool], moments.back(), frame.blockBytes));
    }
    const PoolMoment& at = moments[speaking(moments)];
    now.title = titleOf(at);
    now.subtitle = subtitleOf(at);
    now.note = noteOf(at);
    for (const StripFrame& strip : frame.strips)
        now.strips.push_back(stripNow(strip, run, at.moment, input.time));
    if (moments.size() > 1)
        addTransfer(now, run, input.time);
    return now;
}

StageScene stageScene(const StageInput& input)
{
    StageScene scene { stageFrame(input), {} };
    scene.now = stageNow(input, scene.frame);
    return scene;
}

} // namespace memwall::ui
