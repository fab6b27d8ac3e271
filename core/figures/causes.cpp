#include "core/figures/causes.h"

#include "core/figures/report_steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// The door that an operator's weights wait at: of the level farthest out that sends any.
double weightBytesAt(const Run& run, const Operator& op, double steps)
{
    const PoolInfo& pool = run.pools[op.pool];
    for (std::size_t door = 0; door <= pool.homeLevel; ++door)
        for (const Flow& flow : op.flows)
            if (flow.door == door && flow.kind == Kind::Weights)
                return flow.bytes.sumTo(steps);
    return 0;
}

double bytesOf(const Operator& op, Kind kind, double steps)
{
    double most = 0;
    for (const Flow& flow : op.flows)
        if (flow.kind == kind)
            most = std::max(most, flow.bytes.sumTo(steps));
    return most;
}

void addPart(Causes::Part& part, double amount, double seconds, double attributed)
{
    part.amount += amount;
    part.seconds += seconds;
    part.attributed += attributed;
}

/// The same attribution as breakdown.cpp's, with the amounts beside the seconds.
void addOperator(const Run& run, const Operator& op, bool inLayer, double times, double steps, Causes& sum)
{
    const auto lane = [&](Lane which) { return op.lanes[indexOf(which)].sumTo(steps) * times; };
    const double busy = op.busy.sumTo(steps) * times;
    const double fixed = op.duration.sumTo(steps) * times - busy + (op.bound == Lane::Fixed ? busy : 0);
    (inLayer ? sum.layerSeconds : sum.passSeconds) += fixed;
    if (op.bound == Lane::Communication) {
        sum.messages += times * steps;
        for (const Flow& flow : op.flows)
            sum.messageBytes += flow.door == kLinkDoor ? flow.bytes.sumTo(steps) * times : 0;
        sum.messageSeconds += busy;
        return;
    }
    const bool memory = op.bound == Lane::Weights || op.bound == Lane::KvCache;
    const double weights = memory ? std::min(busy, lane(Lane::Weights)) : 0;
    const double kv = memory ? std::min(busy - weights, lane(Lane::KvCache)) : 0;
    addPart(op.kind == OperatorKind::Experts ? sum.experts : sum.weights,
        weightBytesAt(run, op, steps) * times, lane(Lane::Weights), weights);
    addPart(sum.kv, bytesOf(op, Kind::KvCache, steps) * times, lane(Lane::KvCache), kv);
    addPart(sum.compute, op.flops.sumTo(steps) * times, lane(Lane::Compute),
        op.bound == Lane::Compute ? busy : 0);
    sum.activationSeconds += memory ? busy - weights - kv : 0;
}

void addPass(
    const Run& run, const Segment& segment, const Pass& pass, double share, std::vector<Causes>& sums)
{
    const auto steps = static_cast<double>(segment.steps);
    const double times = pass.repeat * share;
    sums[segment.pool].passes += steps * times;
    const auto add = [&](const Operator& op, bool inLayer, double count) {
        addOperator(run, op, inLayer, count * times, steps, sums[op.pool]);
    };
    for (const Operator& op : pass.before)
        add(op, false, 1);
    for (const std::uint8_t kind : pass.layerKindOf) {
        const auto& operators = pass.layerKinds[kind].operators;
        for (const Operator& op : operators)
            add(op, true, 1);
        if (!operators.empty())
            sums[operators.front().pool].layers += steps * times;
    }
    for (const Operator& op : pass.after)
        add(op, false, 1);
}

} // namespace

SegmentShares sharesOfToken(const Run& run)
{
    SegmentShares shares(run.segments.size(), 0.0);
    double count = 0;
    for (const RequestRun& request : run.requests)
        count += !request.rejected && request.outputTokens > 1 ? 1 : 0;
    for (const RequestRun& request : run.requests)
        if (!request.rejected && request.outputTokens > 1)
            for (std::size_t i = 1; i < request.pieces.size(); ++i)
                shares[static_cast<std::size_t>(request.pieces[i].segment)]
                    += 1 / (count * static_cast<double>(request.outputTokens - 1));
    return shares;
}

SegmentShares sharesOfPrompt(const Run& run)
{
    SegmentShares shares(run.segments.size(), 0.0);
    double count = 0;
    for (const RequestRun& request : run.requests)
        count += request.rejected ? 0 : 1;
    for (std::size_t i = 0; i < run.segments.size(); ++i) {
        const Segment& segment = run.segments[i];
        if (segment.kind == SegmentKind::Transfer)
            continue;
        for (const int id : segment.requests) {
            const RequestRun& request = run.requests[static_cast<std::size_t>(id)];
            if (segment.begin >= request.prefillBegin && segment.end <= request.prefillEnd)
                shares[i] += 1 / count;
        }
    }
    return shares;
}

std::vector<Causes> causesOf(const Run& run, const SegmentShares& shares)
{
    std::vector<Causes> sums(run.pools.size());
    for (std::size_t i = 0; i < run.segments.size(); ++i) {
        const Segment& segment = run.segments[i];
        if (shares[i] == 0)
            continue;
        const auto steps = static_cast<double>(segment.steps);
        for (const Pass& pass : segment.shape->passes) {
            if (pass.kind == PassKind::Draft) {
                sums[segment.pool].drafts += steps * pass.repeat * shares[i];
                sums[segment.pool].draftSeconds += pass.duration.sumTo(steps) * pass.repeat * shares[i];
            } else if (pass.kind != PassKind::Transfer) {
                addPass(run, segment, pass, shares[i], sums);
            }
        }
    }
    return sums;
}

} // namespace memwall::core
