// Cumulative meters: bytes through doors, seconds of lanes, flops. Each segment stores its totals before
// it; inside a segment everything is closed form, down to the fraction of one operator.
#include "core/timeline/locate.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// How often something affine in the step was done: its base and its slope count so often.
struct Times
{
    double base = 0, slope = 0;

    [[nodiscard]] double of(Affine amount) const { return amount.base * base + amount.slope * slope; }
    Times operator*(double factor) const { return { base * factor, slope * factor }; }
    Times operator+(Times other) const { return { base + other.base, slope + other.slope }; }
};

Times onceAt(double step)
{
    return { 1, step };
}

Times inAllStepsBefore(double step)
{
    return { step, step * (step - 1) / 2 };
}

/// What a meter hears of an operator: how often its busy part has run, and how often its latency.
struct Done
{
    Times busy, idle;

    [[nodiscard]] bool nothing() const { return busy.base <= 0 && idle.base <= 0; }
};

/// The share of a stretch of time that is over.
double shareOver(double into, double length)
{
    return length > 0 ? std::clamp(into / length, 0.0, 1.0) : (into >= 0 ? 1.0 : 0.0);
}

Done partOf(const Operator& op, double inside, double step)
{
    const double busy = op.busy.at(step);
    return { onceAt(step) * shareOver(inside, busy),
        onceAt(step) * shareOver(inside - busy, op.duration.at(step) - busy) };
}

std::size_t doorRow(std::uint8_t door, std::size_t levels)
{
    return door == kLinkDoor ? levels : door;
}

/// The columns of a pool with this many levels: bytes by door and kind, then lanes, then flops.
struct Columns
{
    std::size_t lanes, flops, count;

    explicit Columns(std::size_t levels)
        : lanes { (levels + 1) * kKinds }
        , flops { lanes + kLanes }
        , count { flops + 1 }
    {
    }
};

struct DoorMeter
{
    std::uint8_t door = 0;
    KindBytes values {};

    void add(const Operator& op, const Done& done)
    {
        for (const Flow& flow : op.flows)
            if (flow.door == door)
                values[indexOf(flow.kind)] += done.busy.of(flow.bytes);
    }
};

struct LaneMeter
{
    std::array<double, kLanes> values {};

    void add(const Operator& op, const Done& done)
    {
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            values[lane] += (lane == indexOf(Lane::Fixed) ? done.idle : done.busy).of(op.lanes[lane]);
    }
};

struct FlopMeter
{
    std::array<double, 1> values {};

    void add(const Operator& op, const Done& done) { values[0] += done.busy.of(op.flops); }
};

/// Every column of a pool.
struct AllMeters
{
    std::size_t levels;
    std::vector<double> values;

    void add(const Operator& op, const Done& done)
    {
        const Columns columns { levels };
        for (const Flow& flow : op.flows)
            values[doorRow(flow.door, levels) * kKinds + indexOf(flow.kind)] += done.busy.of(flow.bytes);
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            values[columns.lanes + lane] += done.busy.of(op.lanes[lane]);
        values[columns.flops] += done.busy.of(op.flops);
    }
};

/// Tells a meter of the operators of one pool, each as often as it ran.
template <typename Meter> struct Reader
{
    Meter& meter;
    std::size_t pool;

    void add(const std::vector<Operator>& operators, Times times)
    {
        if (times.base <= 0)
            return;
        for (const Operator& op : operators)
            if (op.pool == pool)
                meter.add(op, { times, times });
    }

    /// A pass that ran so often as a whole, and so often its first layers.
    void addPass(const Pass& pass, Times whole, Times begun, std::size_t layersBegun)
    {
        const auto all = pass.layerKindOf.begin();
        const auto last = all + static_cast<std::ptrdiff_t>(layersBegun);
        for (std::size_t i = 0; i < pass.layerKinds.size(); ++i) {
            const auto kind = static_cast<std::uint8_t>(i);
            add(pass.layerKinds[i].operators,
                whole * static_cast<double>(std::count(all, pass.layerKindOf.end(), kind))
                    + begun * static_cast<double>(std::count(all, last, kind)));
        }
    }

    /// The operators of a row before the one that runs, and the part of it that is over.
    void addRow(const std::vector<Operator>& operators, const Place& place, Instant t)
    {
        const auto step = static_cast<double>(place.step);
        for (const Operator& op : operators) {
            const bool runs = &op == place.op;
            const Done done = runs ? partOf(op, toSeconds(t - place.opSpan.begin), step)
                                   : Done { onceAt(step), onceAt(step) };
            if (op.pool == pool && !done.nothing())
                meter.add(op, done);
            if (runs)
                return;
        }
    }

    /// The pass under way, which had run so often before as a whole.
    void addBegun(const Place& place, Times whole, Instant t)
    {
        const Pass& pass = *place.pass.pass;
        const Times once = onceAt(static_cast<double>(place.step));
        const bool inAfter = !place.layer && !pass.after.empty() && place.op >= pass.after.data()
            && place.op < pass.after.data() + pass.after.size();
        const bool inBefore = !place.layer && !inAfter;
        const std::size_t layers = inAfter ? pass.layerKindOf.size()
            : inBefore                     ? 0
                                           : static_cast<std::size_t>(*place.layer);
        add(pass.before, inBefore ? whole : whole + once);
        addPass(pass, whole, once, layers);
        add(pass.after, whole);
        addRow(inBefore   ? pass.before
                : inAfter ? pass.after
                          : pass.layerKinds[pass.layerKindOf[layers]].operators,
            place, t);
    }
};

/// From the begin of a segment to t inside it.
template <typename Meter> void addUpTo(Meter& meter, std::size_t pool, const Segment& segment, Instant t)
{
    Reader<Meter> reader { meter, pool };
    const Place place = locate(segment, t);
    const auto step = static_cast<double>(place.step);
    const auto& passes = segment.shape->passes;
    const auto current = static_cast<std::size_t>(place.pass.passIndex);
    for (std::size_t i = 0; i < passes.size(); ++i) {
        const double repeat = passes[i].repeat;
        const double inThisStep = i < current ? repeat : i == current ? place.pass.repetition : 0.0;
        const Times whole = inAllStepsBefore(step) * repeat + onceAt(step) * inThisStep;
        if (i == current) {
            reader.addBegun(place, whole, t);
            continue;
        }
        reader.add(passes[i].before, whole);
        reader.addPass(passes[i], whole, {}, 0);
        reader.add(passes[i].after, whole);
    }
}

} // namespace

std::vector<double> Run::metersOf(const Segment& segment, std::size_t pool) const
{
    const std::size_t levels = pools[pool].levels.size();
    AllMeters meters { levels, std::vector<double>(Columns { levels }.count) };
    Reader<AllMeters> reader { meters, pool };
    for (const Pass& pass : segment.shape->passes) {
        const Times whole = inAllStepsBefore(static_cast<double>(segment.steps)) * pass.repeat;
        reader.add(pass.before, whole);
        reader.addPass(pass, whole, {}, 0);
        reader.add(pass.after, whole);
    }
    return std::move(meters.values);
}

void Run::indexMeters(
    const std::vector<std::int64_t>& indexes, std::size_t pool, std::vector<double>& before) const
{
    const std::size_t count = Columns { pools[pool].levels.size() }.count;
    before.assign((indexes.size() + 1) * count, 0.0);
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        const auto values = metersOf(segments[static_cast<std::size_t>(indexes[i])], pool);
        for (std::size_t m = 0; m < count; ++m)
            before[(i + 1) * count + m] = before[i * count + m] + values[m];
    }
}

void Run::indexAllMeters()
{
    m_before.resize(pools.size());
    for (std::size_t pool = 0; pool < pools.size(); ++pool)
        indexMeters(m_byPool[pool], pool, m_before[pool]);
    if (!m_transfers.empty())
        indexMeters(
            m_transfers, segments[static_cast<std::size_t>(m_transfers.front())].pool, m_beforeTransfers);
}

template <typename Meter>
void Run::read(Meter& meter, std::size_t pool, std::size_t firstColumn, Instant t) const
{
    const std::size_t count = Columns { pools[pool].levels.size() }.count;
    const auto addFrom = [&](const std::vector<std::int64_t>& indexes, const std::vector<double>& before) {
        const std::int64_t last = lastBegun(indexes, t);
        if (last < 0)
            return;
        const auto place = static_cast<std::size_t>(last);
        const Segment& segment = segments[static_cast<std::size_t>(indexes[place])];
        const bool over = t >= segment.end;
        const std::size_t first = (place + (over ? 1 : 0)) * count + firstColumn;
        for (std::size_t i = 0; i < meter.values.size(); ++i)
            meter.values[i] += before[first + i];
        if (!over)
            addUpTo(meter, pool, segment, t);
    };
    addFrom(m_byPool[pool], m_before[pool]);
    if (!m_transfers.empty() && segments[static_cast<std::size_t>(m_transfers.front())].pool == pool)
        addFrom(m_transfers, m_beforeTransfers);
}

KindBytes Run::doorBytes(std::size_t pool, std::uint8_t door, Instant t) const
{
    DoorMeter meter { door };
    read(meter, pool, doorRow(door, pools[pool].levels.size()) * kKinds, t);
    return meter.values;
}

std::array<double, kLanes> Run::laneSeconds(std::size_t pool, Instant t) const
{
    LaneMeter meter;
    read(meter, pool, Columns { pools[pool].levels.size() }.lanes, t);
    return meter.values;
}

double Run::flops(std::size_t pool, Instant t) const
{
    FlopMeter meter;
    read(meter, pool, Columns { pools[pool].levels.size() }.flops, t);
    return meter.values[0];
}

} // namespace memwall::core
