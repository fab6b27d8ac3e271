// Bytes per token and per pass, what memory holds, what crosses links.
#include "core/catalog/model_size.h"
#include "core/cost/layer_operators.h"
#include "core/cost/pass_builder.h"
#include "core/figures/report_steps.h"
#include "core/machine/links.h"
#include "core/machine/placement.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// Bytes of one step of a segment at its middle, over all chips, at the doors where weights and KV cache
/// live.
Report::KindBytes bytesOfStep(const Machine& machine, const Segment& segment)
{
    Report::KindBytes bytes;
    const double k = static_cast<double>(segment.steps - 1) / 2;
    const auto addFlow = [&](const Operator& op, const Flow& flow, double times) {
        const Chip& chip = machine.pools[op.pool].chip;
        const double amount = flow.bytes.at(k) * times * op.chips;
        const bool link = flow.door == kLinkDoor;
        if (link)
            bytes.communication += amount;
        else if (flow.kind == Kind::KvCache && flow.door == chip.kvLevel)
            bytes.kv += amount;
        else if (flow.kind == Kind::Activations && flow.door == chip.kvLevel)
            bytes.activations += amount;
        else if ((flow.kind == Kind::Weights || flow.kind == Kind::Draft) && flow.door == chip.homeLevel)
            bytes.weights += amount;
    };
    for (const Pass& pass : segment.shape->passes)
        forEachOperator(pass, [&](const Operator& op, double times) {
            for (const Flow& flow : op.flows)
                addFlow(op, flow, times * pass.repeat);
        });
    return bytes;
}

void add(Report::KindBytes& sum, const Report::KindBytes& part, double factor)
{
    sum.weights += part.weights * factor;
    sum.kv += part.kv * factor;
    sum.activations += part.activations * factor;
    sum.communication += part.communication * factor;
}

void reportFlows(const Machine& machine, const Run& run, Report& report)
{
    std::vector<double> written(run.segments.size(), 0.0);
    for (const RequestRun& request : run.requests)
        for (std::size_t i = 1; i < request.pieces.size(); ++i)
            written[static_cast<std::size_t>(request.pieces[i].segment)]
                += static_cast<double>(request.pieces[i].count);
    Report::KindBytes all;
    double passes = 0, tokens = 0;
    for (std::size_t i = 0; i < run.segments.size(); ++i) {
        const Segment& segment = run.segments[i];
        if (segment.kind != SegmentKind::Decode && segment.kind != SegmentKind::Speculation)
            continue;
        const auto steps = static_cast<double>(segment.steps);
        add(all, bytesOfStep(machine, segment), steps);
        passes += steps;
        const auto batches
            = std::clamp<std::size_t>(segment.requests.size(), 1, static_cast<std::size_t>(run.microBatches));
        tokens += written[i] / static_cast<double>(batches);
    }
    if (passes == 0 || tokens == 0)
        return;
    add(report.bytesPerPass, all, 1 / passes);
    add(report.bytesPerToken, all, 1 / tokens);
}

void reportLevels(const Machine& machine, const Run& run, Report& report)
{
    for (std::size_t p = 0; p < run.pools.size(); ++p) {
        const PoolInfo& pool = run.pools[p];
        double peak = 0;
        for (const Segment& segment : run.segments)
            if (segment.pool == p && segment.kind != SegmentKind::Transfer)
                peak = std::max(
                    { peak, segment.kvAfter, segment.kvBytes.at(static_cast<double>(segment.steps - 1)) });
        for (std::size_t i = 0; i < pool.levels.size(); ++i) {
            const LevelUse& level = pool.levels[i];
            if (!level.holds)
                continue;
            const bool kvHere = i == machine.pools[p].chip.kvLevel && pool.role != PoolRole::Ffn;
            const double kv = kvHere ? peak : 0;
            const double capacity = level.capacity.value_or(Bytes {}).value;
            const double free = std::max(0.0, capacity - level.weightBytes - kv);
            report.memory.levels.push_back({ pool.role, level.name, capacity * pool.chips,
                level.weightBytes * pool.chips, kv * pool.chips, free * pool.chips });
            report.memory.weights += level.weightBytes * pool.chips;
            report.memory.kv += kv * pool.chips;
            report.memory.free += free * pool.chips;
        }
    }
    if (run.requests.empty() || run.pools.empty())
        return;
    const std::size_t last = run.pools.front().role == PoolRole::Attention ? 0 : run.pools.size() - 1;
    const RequestRun& first = run.requests.front();
    const double one = kvPerChip(
        machine, machine.pools[last], static_cast<double>(first.promptTokens + first.outputTokens));
    const auto& room = run.pools[last].levels[machine.pools[last].chip.kvLevel].kvCapacity;
    if (one > 0 && room)
        report.memory.maxUsers = static_cast<std::int64_t>(std::max(0.0, room->value) / one)
            * machine.pools[last].attentionGroups() * run.pools[last].replicas;
}

/// What one transfer carries and how long its ports work on it, whatever it waits for: hidden is what of that
/// lies behind the prefill.
void reportTransfer(const Machine& machine, const Run& run, Report& report)
{
    double exposed = 0, count = 0;
    for (const std::int64_t index : run.transferSegments()) {
        const Segment& segment = run.segments[static_cast<std::size_t>(index)];
        const Operator& op = segment.shape->passes.front().before.front();
        const double bytes = op.flows.front().bytes.base * op.chips;
        const double seconds = portSeconds(*machine.between, bytes, static_cast<int>(op.chips));
        report.transfer.bytes += bytes;
        report.transfer.totalS += seconds;
        const RequestRun& request = run.requests[static_cast<std::size_t>(segment.requests.front())];
        exposed += std::min(seconds, toSeconds(segment.end - std::max(segment.begin, request.prefillEnd)));
        count += 1;
    }
    if (count > 0 && report.transfer.totalS > 0) {
        report.transfer.hiddenShare = std::clamp(1 - exposed / report.transfer.totalS, 0.0, 1.0);
        report.transfer.bytes /= count;
        report.transfer.totalS /= count;
    }
}

void reportMessages(const Run& run, Report& report)
{
    for (const Segment& segment : run.segments) {
        if (segment.kind != SegmentKind::Decode && segment.kind != SegmentKind::Speculation)
            continue;
        forEachOperator(segment.shape->passes.back(), [&](const Operator& op, double) {
            for (const Flow& flow : op.flows)
                if (flow.door == kLinkDoor && report.linkMessageBytes == 0)
                    report.linkMessageBytes = flow.bytes.base;
        });
        return;
    }
}

} // namespace

void reportBytes(const Machine& machine, const Run& run, Report& report)
{
    reportFlows(machine, run, report);
    reportLevels(machine, run, report);
    reportTransfer(machine, run, report);
    reportMessages(run, report);
}

void reportKvOverTime(const Run& run, Report& report)
{
    constexpr int kPoints = 200;
    const std::int64_t end = run.end().time_since_epoch().count();
    for (int i = 0; i <= kPoints && end > 0; ++i) {
        const Instant t { Duration { end / kPoints * i } };
        double bytes = 0;
        for (std::size_t p = 0; p < run.pools.size(); ++p)
            if (run.pools[p].role != PoolRole::Ffn)
                bytes += run.kvBytes(p, t) * run.pools[p].chips;
        report.kvOverTime.push_back({ toSeconds(t), bytes });
    }
}

} // namespace memwall::core
