#include "tests/core/properties/laws.h"

#include <cmath>

namespace memwall::tests
{

using namespace core;

namespace
{

/// Calls visit(operators, times) for the rows of a pass, with how often each runs in a step.
template <typename Visit> void forEachRow(const Pass& pass, const Visit& visit)
{
    visit(pass.before, pass.repeat);
    std::vector<int> counts(pass.layerKinds.size(), 0);
    for (const std::uint8_t kind : pass.layerKindOf)
        ++counts[kind];
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
        visit(pass.layerKinds[kind].operators, counts[kind] * pass.repeat);
    visit(pass.after, pass.repeat);
}

constexpr double kTolerance = 1e-9;

bool same(double a, double b)
{
    return std::abs(a - b) <= kTolerance * std::max(std::abs(a), std::abs(b)) + 1e-15;
}

/// What all meters of one pool should show, counted operator by operator.
struct Count
{
    std::vector<double> doors; ///< by door (the link last) and kind
    std::array<double, kLanes> lanes {};
    double flops = 0;

    explicit Count(std::size_t levels)
        : doors((levels + 1) * kKinds)
    {
    }

    void add(const Operator& op, double k, double times)
    {
        for (const Flow& flow : op.flows) {
            const std::size_t row = flow.door == kLinkDoor ? doors.size() / kKinds - 1 : flow.door;
            doors[row * kKinds + indexOf(flow.kind)] += flow.bytes.at(k) * times;
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] += op.lanes[lane].at(k) * times;
        flops += op.flops.at(k) * times;
    }

    void add(const Segment& segment, double k, std::size_t pool)
    {
        const auto addAll = [&](const std::vector<Operator>& operators, double times) {
            for (const Operator& op : operators)
                if (op.pool == pool)
                    add(op, k, times);
        };
        for (const Pass& pass : segment.shape->passes) {
            forEachRow(pass, addAll);
        }
    }
};

void compare(const Run& run, std::size_t pool, Instant t, const Count& count, const std::string& when)
{
    const std::size_t levels = run.pools[pool].levels.size();
    for (std::size_t row = 0; row <= levels; ++row)
        for (const Kind kind : kAllKinds) {
            const auto door = row == levels ? kLinkDoor : static_cast<std::uint8_t>(row);
            const double shown = run.doorBytes(pool, door, kind, t);
            const double counted = count.doors[row * kKinds + indexOf(kind)];
            if (!same(shown, counted))
                throw Broken("door " + std::to_string(row) + " of pool " + std::to_string(pool) + " shows "
                    + std::to_string(shown) + " bytes of kind " + std::to_string(indexOf(kind)) + " and not "
                    + std::to_string(counted) + when);
        }
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        if (!same(run.laneSeconds(pool, static_cast<Lane>(lane), t), count.lanes[lane]))
            throw Broken("lane " + std::to_string(lane) + " does not balance" + when);
    if (!same(run.flops(pool, t), count.flops))
        throw Broken("flops do not balance" + when);
}

void metersNeverFall(const Run& run, std::size_t pool)
{
    constexpr int kLooks = 40;
    const std::int64_t end = run.end().time_since_epoch().count();
    std::vector<double> last((run.pools[pool].levels.size() + 1) * kKinds + 1, 0.0);
    for (int i = 0; i <= kLooks; ++i) {
        const Instant t { Duration { end / kLooks * i } };
        std::size_t meter = 0;
        const auto look = [&](double value) {
            if (!(value >= last[meter] * (1 - kTolerance)))
                throw Broken("a meter falls at " + std::to_string(toSeconds(t)) + " s");
            last[meter++] = value;
        };
        for (std::size_t row = 0; row <= run.pools[pool].levels.size(); ++row)
            for (const Kind kind : kAllKinds)
                look(run.doorBytes(pool,
                    row == run.pools[pool].levels.size() ? kLinkDoor : static_cast<std::uint8_t>(row), kind,
                    t));
        look(run.flops(pool, t));
    }
}

void reportBalances(const Played& played)
{
    const Run& run = *played.run;
    Report::KindBytes all;
    double passes = 0;
    for (const Segment& segment : run.segments) {
        if (segment.kind != SegmentKind::Decode && segment.kind != SegmentKind::Speculation)
            continue;
        for (std::int64_t k = 0; k < segment.steps; ++k, ++passes) {
            const auto addAll = [&](const std::vector<Operator>& operators, double times) {
                for (const Operator& op : operators)
                    for (const Flow& flow : op.flows) {
                        const Chip& chip = played.machine.pools[op.pool].chip;
                        const double bytes = flow.bytes.at(static_cast<double>(k)) * times * op.chips;
                        if (flow.door == kLinkDoor)
                            all.communication += bytes;
                        else if (flow.kind == Kind::KvCache)
                            all.kv += flow.door == chip.kvLevel ? bytes : 0;
                        else if (flow.kind == Kind::Activations)
                            all.activations += flow.door == chip.kvLevel ? bytes : 0;
                        else
                            all.weights += flow.door == chip.homeLevel ? bytes : 0;
                    }
            };
            for (const Pass& pass : segment.shape->passes) {
                forEachRow(pass, addAll);
            }
        }
    }
    const Report::KindBytes& each = played.report.bytesPerPass;
    if (passes > 0
        && !(same(each.weights * passes, all.weights) && same(each.kv * passes, all.kv)
            && same(each.activations * passes, all.activations)
            && same(each.communication * passes, all.communication)))
        throw Broken("bytes per pass times passes is not what has moved");
}

/// A first operator shorter than a picosecond is over when it begins: its amount counts with the step before.
bool startsAtOnce(const Run& run)
{
    return std::any_of(run.segments.begin(), run.segments.end(), [](const Segment& segment) {
        const auto& before = segment.shape->passes.front().before;
        return !before.empty() && before.front().duration.base < 2e-12;
    });
}

} // namespace

void amountsBalance(const Played& played)
{
    const Run& run = *played.run;
    const bool atEnd = !run.transferSegments().empty() || startsAtOnce(run);
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        Count count(run.pools[pool].levels.size());
        for (const std::int64_t index : run.segmentsOf(pool)) {
            const Segment& segment = run.segments[static_cast<std::size_t>(index)];
            for (std::int64_t k = 0; k < segment.steps; ++k) {
                count.add(segment, static_cast<double>(k), pool);
                // Transfers into the pool overlap its steps: those runs are compared at the end.
                const bool last = k + 1 == segment.steps;
                if (!atEnd && (last || k == 0))
                    compare(run, pool, segment.boundary(k + 1), count,
                        " after step " + std::to_string(k) + " of the segment at "
                            + std::to_string(toSeconds(segment.begin)) + " s");
            }
        }
        for (const std::int64_t index : run.transferSegments())
            count.add(run.segments[static_cast<std::size_t>(index)], 0, pool);
        compare(run, pool, run.end(), count, " at the end");
        metersNeverFall(run, pool);
    }
    reportBalances(played);
}

} // namespace memwall::tests
