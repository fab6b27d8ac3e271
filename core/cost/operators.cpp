#include "core/cost/operators.h"

#include "core/catalog/model_size.h"

#include <cmath>

namespace memwall::core
{

namespace
{

/// Seconds that a door needs for an operator, by kind.
struct DoorTime
{
    Affine weights, kv, activations;

    [[nodiscard]] Affine total() const { return weights + kv + activations; }
};

/// Bytes of one weight of an operator's matrices.
double weightSize(const Format& format, OperatorKind kind)
{
    const WeightBytes bytes = weightBytes(format);
    switch (kind) {
    case OperatorKind::Embedding:
        return bytes.embedding;
    case OperatorKind::FeedForward:
    case OperatorKind::SharedExpert:
        return bytes.feedForward;
    case OperatorKind::Router:
        return bytes.small;
    case OperatorKind::Experts:
        return bytes.expert;
    case OperatorKind::LmHead:
        return bytes.head;
    default:
        return bytes.attention;
    }
}

DoorTime doorTime(const PoolRates& rates, const OperatorNeed& need, std::size_t door)
{
    const Chip& chip = rates.pool->chip;
    const DoorRate& rate = rates.doors[door];
    // Packed weights are unpacked as they come in, and only partly behind the loads: the times add.
    const double unpack = door == chip.homeLevel && rates.unpackSeconds > 0
        ? rates.unpackSeconds / weightSize(rates.machine->format, need.kind)
        : 0;
    return { need.weightBytes * ((need.expert ? rate.perExpertByte : rate.perWeightByte) + unpack),
        need.kvBytes * rate.perKvByte, need.activationBytes * rate.perActivationByte };
}

} // namespace

Operator timed(const PoolRates& rates, const OperatorNeed& need, Seconds fixed, double& steps)
{
    Operator op;
    op.kind = need.kind;
    op.pool = rates.index;
    op.flops = need.flops;
    op.chips = need.chips.value_or(rates.pool->inStep());
    // A pass without tokens reaches no rate, and needs none.
    const bool computes = need.flopRate && need.flopRate->value > 0;
    const Affine compute = computes ? need.flops * (1 / need.flopRate->value) : Affine {};
    DoorTime slowest;
    for (std::size_t door = 0; door < rates.doors.size(); ++door) {
        const DoorTime here = doorTime(rates, need, door);
        // A growing cache may make another door the slowest one later.
        if (!(largerOf(slowest.total(), here.total(), steps) == slowest.total()))
            slowest = here;
    }
    op.busy = largerOf(compute, slowest.total(), steps);
    const bool computeBound = op.busy == compute && !(compute == slowest.total());
    op.bound = computeBound                      ? Lane::Compute
        : slowest.kv.base > slowest.weights.base ? Lane::KvCache
                                                 : Lane::Weights;
    op.duration = op.busy + Affine { fixed.value, 0 };
    op.lanes[indexOf(Lane::Compute)] = compute;
    op.lanes[indexOf(Lane::Weights)] = slowest.weights;
    op.lanes[indexOf(Lane::KvCache)] = slowest.kv;
    op.lanes[indexOf(Lane::Fixed)] = { fixed.value, 0 };
    if (op.busy.base <= 0)
        op.bound = Lane::Fixed;
    return op;
}

void addFlows(Operator& op, const PoolRates& rates, const OperatorNeed& need, bool draft)
{
    constexpr std::size_t kKindsThroughDoor = 3;
    op.flows.reserve(rates.doors.size() * kKindsThroughDoor);
    for (std::size_t door = 0; door < rates.doors.size(); ++door) {
        const DoorRate& rate = rates.doors[door];
        const auto put = [&](Kind kind, Affine bytes) {
            if (bytes.base > 0 || bytes.slope > 0)
                op.flows.push_back({ static_cast<std::uint8_t>(door), draft ? Kind::Draft : kind, bytes });
        };
        put(Kind::Weights, need.weightBytes * rate.weightShare);
        put(Kind::KvCache, need.kvBytes * rate.kvShare);
        if (rate.activationShare > 0)
            put(Kind::Activations, need.activationBytes);
    }
}

Operator message(OperatorKind kind, const PoolRates& rates, Kind what, Bytes bytes, Seconds seconds)
{
    Operator op;
    op.kind = kind;
    op.pool = rates.index;
    op.chips = kind == OperatorKind::AllReduce ? rates.pool->tensor : 1;
    op.bound = Lane::Communication;
    op.busy = op.duration = { seconds.value, 0 };
    op.lanes[indexOf(Lane::Communication)] = op.busy;
    op.flows.push_back({ kLinkDoor, what, { bytes.value, 0 } });
    return op;
}

Affine chain(std::span<Operator> operators, Affine from)
{
    for (Operator& op : operators) {
        op.begin = from;
        from += op.duration;
    }
    return from;
}

double manyTokensFactor(const PoolRates& rates, bool manyTokens)
{
    return manyTokens ? rates.prefillFactor * rates.prefillFormatFactor : 1.0;
}

std::optional<FlopsPerSecond> gemmRate(const PoolRates& rates, double tokens, double columns, bool manyTokens)
{
    const double area = tokens * columns;
    const double tiles = rates.tileTokens ? area / (area + *rates.tileTokens) : 1.0;
    return times(times(rates.gemmFlops, tiles), manyTokensFactor(rates, manyTokens));
}

} // namespace memwall::core
