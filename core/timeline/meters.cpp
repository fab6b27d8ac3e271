// Cumulative meters: bytes through doors, seconds of lanes, flops. Each segment stores its totals before
// it; inside a segment everything is closed form, down to the fraction of one operator.
#include "core/timeline/locate.h"

#include <algorithm>
#include <numeric>

namespace memwall::core
{

/// Which quantity of which pool is counted: one number per operator and step.
struct Run::Meter
{
    enum class What : std::uint8_t
    {
        Door,
        Lane,
        Flops,
    };
    What what = What::Flops;
    std::uint8_t pool = 0;
    std::uint8_t door = 0;
    Kind kind = Kind::Weights;
    Lane lane = Lane::Compute;

    /// Position among the meters of a pool with this many levels.
    [[nodiscard]] std::size_t index(std::size_t levels) const
    {
        const std::size_t row = door == kLinkDoor ? levels : door;
        if (what == What::Door)
            return row * kKinds + indexOf(kind);
        const std::size_t lanes = (levels + 1) * kKinds;
        return what == What::Lane ? lanes + indexOf(lane) : lanes + kLanes;
    }

    [[nodiscard]] double amount(const Operator& op, double k) const
    {
        if (op.pool != pool)
            return 0;
        if (what == What::Lane)
            return op.lanes[indexOf(lane)].at(k);
        if (what == What::Flops)
            return op.flops.at(k);
        double bytes = 0;
        for (const Flow& flow : op.flows)
            if (flow.door == door && flow.kind == kind)
                bytes += flow.bytes.at(k);
        return bytes;
    }

    /// Share of an operator's amount that has passed after `inside` seconds of it.
    [[nodiscard]] double passed(const Operator& op, double inside, double k) const
    {
        const double busy = op.busy.at(k);
        const bool idlePart = what == What::Lane && lane == Lane::Fixed;
        const double length = idlePart ? op.duration.at(k) - busy : busy;
        const double into = idlePart ? inside - busy : inside;
        return length > 0 ? std::clamp(into / length, 0.0, 1.0) : (into >= 0 ? 1.0 : 0.0);
    }

    [[nodiscard]] double sum(const std::vector<Operator>& operators, double k) const
    {
        double all = 0;
        for (const Operator& op : operators)
            all += amount(op, k);
        return all;
    }

    /// The first n layers of a pass.
    [[nodiscard]] double layers(const Pass& pass, std::size_t n, double k) const
    {
        double all = 0;
        for (std::size_t which = 0; which < pass.layerKinds.size(); ++which) {
            const auto last = pass.layerKindOf.begin() + static_cast<std::ptrdiff_t>(n);
            const auto count = std::count(pass.layerKindOf.begin(), last, static_cast<std::uint8_t>(which));
            if (count > 0)
                all += static_cast<double>(count) * sum(pass.layerKinds[which].operators, k);
        }
        return all;
    }

    [[nodiscard]] double wholePass(const Pass& pass, double k) const
    {
        return sum(pass.before, k) + layers(pass, pass.layerKindOf.size(), k) + sum(pass.after, k);
    }

    [[nodiscard]] double wholeStep(const StepShape& shape, double k) const
    {
        double all = 0;
        for (const Pass& pass : shape.passes)
            all += pass.repeat * wholePass(pass, k);
        return all;
    }

    /// Operators of one row up to the one that runs, and its share.
    [[nodiscard]] double row(
        const std::vector<Operator>& operators, const Place& place, Instant t, double k) const
    {
        double all = 0;
        for (const Operator& op : operators) {
            if (&op == place.op)
                return all + amount(op, k) * passed(op, toSeconds(t - place.opSpan.begin), k);
            all += amount(op, k);
        }
        return all;
    }

    /// From the begin of a segment to t inside it.
    [[nodiscard]] double upTo(const Segment& segment, Instant t) const
    {
        const Place place = locate(segment, t);
        const auto k = static_cast<double>(place.step);
        const StepShape& shape = *segment.shape;
        double all = steps(shape, k);
        for (int i = 0; i < place.pass.passIndex; ++i)
            all += shape.passes[static_cast<std::size_t>(i)].repeat
                * wholePass(shape.passes[static_cast<std::size_t>(i)], k);
        const Pass& pass = *place.pass.pass;
        all += place.pass.repetition * wholePass(pass, k);
        if (place.layer) {
            const auto layer = static_cast<std::size_t>(*place.layer);
            return all + sum(pass.before, k) + layers(pass, layer, k)
                + row(pass.layerKinds[pass.layerKindOf[layer]].operators, place, t, k);
        }
        const bool inAfter = !pass.after.empty() && place.op >= pass.after.data()
            && place.op < pass.after.data() + pass.after.size();
        if (!inAfter)
            return all + row(pass.before, place, t, k);
        return all + sum(pass.before, k) + layers(pass, pass.layerKindOf.size(), k)
            + row(pass.after, place, t, k);
    }

    /// Sum over the first n steps: amounts are affine in k, so two evaluations give the closed form.
    [[nodiscard]] double steps(const StepShape& shape, double n) const
    {
        const double base = wholeStep(shape, 0);
        return Affine { base, wholeStep(shape, 1) - base }.sumTo(n);
    }
};

namespace
{

/// Adds the amounts of one operator, `times` over, to a pool's row of meters.
void addAmounts(std::vector<Affine>& row, const Operator& op, std::size_t levels, double times)
{
    for (const Flow& flow : op.flows) {
        const std::size_t door = flow.door == kLinkDoor ? levels : flow.door;
        row[door * kKinds + indexOf(flow.kind)] += flow.bytes * times;
    }
    const std::size_t lanes = (levels + 1) * kKinds;
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        row[lanes + lane] += op.lanes[lane] * times;
    row[lanes + kLanes] += op.flops * times;
}

} // namespace

std::vector<double> Run::metersOf(const Segment& segment, std::size_t pool) const
{
    const std::size_t levels = pools[pool].levels.size();
    std::vector<Affine> perStep((levels + 1) * kKinds + kLanes + 1);
    const auto add = [&](const std::vector<Operator>& operators, double times) {
        for (const Operator& op : operators)
            if (op.pool == pool)
                addAmounts(perStep, op, levels, times);
    };
    for (const Pass& pass : segment.shape->passes) {
        add(pass.before, pass.repeat);
        for (std::size_t kind = 0; kind < pass.layerKinds.size(); ++kind)
            add(pass.layerKinds[kind].operators,
                pass.repeat
                    * static_cast<double>(std::count(
                        pass.layerKindOf.begin(), pass.layerKindOf.end(), static_cast<std::uint8_t>(kind))));
        add(pass.after, pass.repeat);
    }
    std::vector<double> values;
    values.reserve(perStep.size());
    for (const Affine& amount : perStep)
        values.push_back(amount.sumTo(static_cast<double>(segment.steps)));
    return values;
}

void Run::indexMeters(
    const std::vector<std::int64_t>& indexes, std::size_t pool, std::vector<double>& before) const
{
    const std::size_t count = (pools[pool].levels.size() + 1) * kKinds + kLanes + 1;
    before.assign((indexes.size() + 1) * count, 0.0);
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        const auto values = metersOf(segments[static_cast<std::size_t>(indexes[i])], pool);
        for (std::size_t m = 0; m < count; ++m)
            before[(i + 1) * count + m] = before[i * count + m] + values[m];
    }
}

void Run::sortSegments()
{
    const auto earlier = [](const Segment& a, const Segment& b) { return a.begin < b.begin; };
    if (std::is_sorted(segments.begin(), segments.end(), earlier))
        return;
    std::vector<std::size_t> order(segments.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::stable_sort(order.begin(), order.end(),
        [this](std::size_t a, std::size_t b) { return segments[a].begin < segments[b].begin; });
    std::vector<std::int64_t> placeOf(segments.size());
    std::vector<Segment> sorted;
    sorted.reserve(segments.size());
    for (const std::size_t from : order) {
        placeOf[from] = static_cast<std::int64_t>(sorted.size());
        sorted.push_back(std::move(segments[from]));
    }
    segments = std::move(sorted);
    for (RequestRun& request : requests) {
        for (RequestRun::Piece& piece : request.pieces)
            piece.segment = placeOf[static_cast<std::size_t>(piece.segment)];
        for (Cycle& cycle : request.cycles)
            cycle.segment = placeOf[static_cast<std::size_t>(cycle.segment)];
    }
}

void Run::seal(bool meters)
{
    sortSegments();
    m_byPool.assign(pools.size(), {});
    m_transfers.clear();
    m_end = {};
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i);
        m_end = std::max(m_end, segments[i].end);
        if (segments[i].kind == SegmentKind::Transfer) {
            m_transfers.push_back(index);
            continue;
        }
        for (std::size_t pool = 0; pool < pools.size(); ++pool)
            if (pool == segments[i].pool || pools[pool].role == "ffn" || pools[pool].role == "attention")
                m_byPool[pool].push_back(index);
    }
    if (!meters)
        return;
    m_before.resize(pools.size());
    for (std::size_t pool = 0; pool < pools.size(); ++pool)
        indexMeters(m_byPool[pool], pool, m_before[pool]);
    if (!m_transfers.empty())
        indexMeters(
            m_transfers, segments[static_cast<std::size_t>(m_transfers.front())].pool, m_beforeTransfers);
}

double Run::total(std::size_t pool, const Meter& meter, Instant t) const
{
    const std::size_t levels = pools[pool].levels.size();
    const std::size_t count = (levels + 1) * kKinds + kLanes + 1;
    const std::size_t column = meter.index(levels);
    const auto sumOver = [&](const std::vector<std::int64_t>& indexes, const std::vector<double>& before) {
        const std::int64_t last = lastBegun(indexes, t);
        if (last < 0)
            return 0.0;
        const auto place = static_cast<std::size_t>(last);
        const Segment& segment = segments[static_cast<std::size_t>(indexes[place])];
        if (t >= segment.end)
            return before[(place + 1) * count + column];
        return before[place * count + column] + meter.upTo(segment, t);
    };
    double all = sumOver(m_byPool[pool], m_before[pool]);
    if (!m_transfers.empty() && segments[static_cast<std::size_t>(m_transfers.front())].pool == pool)
        all += sumOver(m_transfers, m_beforeTransfers);
    return all;
}

double Run::doorBytes(std::size_t pool, std::uint8_t door, Kind kind, Instant t) const
{
    return total(pool,
        { .what = Meter::What::Door, .pool = static_cast<std::uint8_t>(pool), .door = door, .kind = kind },
        t);
}

double Run::laneSeconds(std::size_t pool, Lane lane, Instant t) const
{
    return total(
        pool, { .what = Meter::What::Lane, .pool = static_cast<std::uint8_t>(pool), .lane = lane }, t);
}

double Run::flops(std::size_t pool, Instant t) const
{
    return total(pool, { .what = Meter::What::Flops, .pool = static_cast<std::uint8_t>(pool) }, t);
}

} // namespace memwall::core
