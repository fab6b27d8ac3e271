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
    std::vector<DoorMeter> doors; ///< of the levels, then the link
    LaneMeter lanes;
    FlopMeter flops;

    explicit AllMeters(std::size_t levels)
    {
        for (std::size_t level = 0; level < levels; ++level)
            doors.push_back({ static_cast<std::uint8_t>(level) });
        doors.push_back({ kLinkDoor });
    }

    void add(const Operator& op, const Done& done)
    {
        for (DoorMeter& door : doors)
            door.add(op, done);
        lanes.add(op, done);
        flops.add(op, done);
    }

    /// In the order of Columns.
    [[nodiscard]] std::vector<double> values() const
    {
        std::vector<double> all;
        for (const DoorMeter& door : doors)
            all.insert(all.end(), door.values.begin(), door.values.end());
        all.insert(all.end(), lanes.values.begin(), lanes.values.end());
        all.insert(all.end(), flops.values.begin(), flops.values.end());
        return all;
    }
};

/// How far the pass under way has come: what lies before its layers is over, so many layers are.
struct Begun
{
    bool before = false, after = false; ///< over; at work
    std::size_t layers = 0;
    Times once;
};

Begun begunAt(const Place& place)
{
    const Pass& pass = *place.pass.pass;
    const Times once = onceAt(static_cast<double>(place.step));
    if (place.layer)
        return { true, false, static_cast<std::size_t>(*place.layer), once };
    const bool after = !pass.after.empty() && place.op >= pass.after.data()
        && place.op < pass.after.data() + pass.after.size();
    return { after, after, after ? pass.layerKindOf.size() : 0, once };
}

/// The row of operators at work.
const std::vector<Operator>& rowAt(const Pass& pass, const Begun& begun)
{
    if (!begun.before)
        return pass.before;
    return begun.after ? pass.after : pass.layerKinds[pass.layerKindOf[begun.layers]].operators;
}

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

    /// A pass that ran so often as a whole, and once more up to where it is now.
    void addPass(const Pass& pass, Times whole, const Begun& begun = {})
    {
        add(pass.before, begun.before ? whole + begun.once : whole);
        const auto all = pass.layerKindOf.begin();
        const auto last = all + static_cast<std::ptrdiff_t>(begun.layers);
        for (std::size_t i = 0; i < pass.layerKinds.size(); ++i) {
            const auto kind = static_cast<std::uint8_t>(i);
            add(pass.layerKinds[i].operators,
                whole * static_cast<double>(std::count(all, pass.layerKindOf.end(), kind))
                    + begun.once * static_cast<double>(std::count(all, last, kind)));
        }
        add(pass.after, whole);
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
};

/// From the begin of a segment to t inside it.
template <typename Meter> void addUpTo(Meter& meter, std::size_t pool, const Segment& segment, Instant t)
{
    Reader<Meter> reader { meter, pool };
    const Place place = locate(segment, t);
    const auto step = static_cast<double>(place.step);
    const auto& passes = segment.shape->passes;
    const auto current = static_cast<std::size_t>(place.pass.passIndex);
    const Begun begun = begunAt(place);
    for (std::size_t i = 0; i < passes.size(); ++i) {
        const double repeat = passes[i].repeat;
        const double inThisStep = i < current ? repeat : i == current ? place.pass.repetition : 0.0;
        const Times whole = inAllStepsBefore(step) * repeat + onceAt(step) * inThisStep;
        reader.addPass(passes[i], whole, i == current ? begun : Begun {});
    }
    reader.addRow(rowAt(passes[current], begun), place, t);
}

} // namespace

std::vector<double> Run::metersOf(const Segment& segment, std::size_t pool) const
{
    AllMeters meters { pools[pool].levels.size() };
    Reader<AllMeters> reader { meters, pool };
    for (const Pass& pass : segment.shape->passes)
        reader.addPass(pass, inAllStepsBefore(static_cast<double>(segment.steps)) * pass.repeat);
    return meters.values();
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
    const std::size_t row = door == kLinkDoor ? pools[pool].levels.size() : door;
    read(meter, pool, row * kKinds, t);
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
