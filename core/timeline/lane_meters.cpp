// All lanes of a pool at one instant: what a picture asks for at every pixel.
#include "core/timeline/locate.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

using Seconds = std::array<double, kLanes>;

/// Adds up seconds of one pool's operators at step k.
struct LaneSum
{
    std::size_t pool = 0;
    double k = 0;
    Seconds seconds {};

    void add(const Operator& op, double times)
    {
        if (op.pool == pool)
            for (std::size_t lane = 0; lane < kLanes; ++lane)
                seconds[lane] += times * op.lanes[lane].at(k);
    }

    void add(const std::vector<Operator>& operators, double times)
    {
        for (const Operator& op : operators)
            add(op, times);
    }

    /// The first n layers of a pass.
    void addLayers(const Pass& pass, std::size_t n, double times)
    {
        const auto last = pass.layerKindOf.begin() + static_cast<std::ptrdiff_t>(n);
        for (std::size_t kind = 0; kind < pass.layerKinds.size(); ++kind) {
            const auto count = std::count(pass.layerKindOf.begin(), last, static_cast<std::uint8_t>(kind));
            if (count > 0)
                add(pass.layerKinds[kind].operators, times * static_cast<double>(count));
        }
    }

    void addPass(const Pass& pass, double times)
    {
        add(pass.before, times);
        addLayers(pass, pass.layerKindOf.size(), times);
        add(pass.after, times);
    }

    void addStep(const StepShape& shape)
    {
        for (const Pass& pass : shape.passes)
            addPass(pass, pass.repeat);
    }

    /// Operators of a row up to the one that runs, and the share of it that is over.
    void addRow(const std::vector<Operator>& operators, const Place& place, Instant t)
    {
        for (const Operator& op : operators) {
            if (&op != place.op) {
                add(op, 1);
                continue;
            }
            if (op.pool != pool)
                return;
            const double inside = toSeconds(t - place.opSpan.begin);
            const double busy = op.busy.at(k);
            const double idle = op.duration.at(k) - busy;
            const auto share = [](double into, double length) {
                return length > 0 ? std::clamp(into / length, 0.0, 1.0) : (into >= 0 ? 1.0 : 0.0);
            };
            for (std::size_t lane = 0; lane < kLanes; ++lane)
                seconds[lane] += op.lanes[lane].at(k)
                    * (lane == indexOf(Lane::Fixed) ? share(inside - busy, idle) : share(inside, busy));
            return;
        }
    }
};

Seconds wholeStep(const StepShape& shape, std::size_t pool, double k)
{
    LaneSum sum { pool, k, {} };
    sum.addStep(shape);
    return sum.seconds;
}

/// From the begin of a segment to t inside it.
Seconds upTo(const Segment& segment, std::size_t pool, Instant t)
{
    const Place place = locate(segment, t);
    const StepShape& shape = *segment.shape;
    LaneSum sum { pool, static_cast<double>(place.step), {} };
    if (place.step > 0) {
        // Seconds are affine in the step: two evaluations give the sum over all steps before.
        const Seconds base = wholeStep(shape, pool, 0);
        const Seconds second = wholeStep(shape, pool, 1);
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            sum.seconds[lane] = Affine { base[lane], second[lane] - base[lane] }.sumTo(sum.k);
    }
    for (int i = 0; i < place.pass.passIndex; ++i)
        sum.addPass(
            shape.passes[static_cast<std::size_t>(i)], shape.passes[static_cast<std::size_t>(i)].repeat);
    const Pass& pass = *place.pass.pass;
    sum.addPass(pass, place.pass.repetition);
    const bool inAfter = !place.layer && !pass.after.empty() && place.op >= pass.after.data()
        && place.op < pass.after.data() + pass.after.size();
    if (!place.layer && !inAfter) {
        sum.addRow(pass.before, place, t);
        return sum.seconds;
    }
    const std::size_t layers = inAfter ? pass.layerKindOf.size() : static_cast<std::size_t>(*place.layer);
    sum.add(pass.before, 1);
    sum.addLayers(pass, layers, 1);
    sum.addRow(inAfter ? pass.after : pass.layerKinds[pass.layerKindOf[layers]].operators, place, t);
    return sum.seconds;
}

} // namespace

std::array<double, kLanes> Run::laneSeconds(std::size_t pool, Instant t) const
{
    const std::size_t columns = (pools[pool].levels.size() + 1) * kKinds + kLanes + 1;
    Seconds all {};
    const auto addFrom = [&](const std::vector<std::int64_t>& indexes, const std::vector<double>& before) {
        const std::int64_t last = lastBegun(indexes, t);
        if (last < 0)
            return;
        const auto place = static_cast<std::size_t>(last);
        const Segment& segment = segments[static_cast<std::size_t>(indexes[place])];
        const bool over = t >= segment.end;
        const Seconds inside = over ? Seconds {} : upTo(segment, pool, t);
        // The lanes stand after the doors, the flops come last.
        const std::size_t first = (place + (over ? 1 : 0)) * columns + columns - 1 - kLanes;
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            all[lane] += before[first + lane] + inside[lane];
    };
    addFrom(m_byPool[pool], m_before[pool]);
    if (!m_transfers.empty() && segments[static_cast<std::size_t>(m_transfers.front())].pool == pool)
        addFrom(m_transfers, m_beforeTransfers);
    return all;
}

} // namespace memwall::core
