// Cumulative meters: bytes through doors, seconds of lanes, flops. Each segment stores its totals before
// it; inside a segment everything is closed form, down to the fraction of one operator.
#include "core/base/assert.h"
#include "core/timeline/columns.h"
#include "core/timeline/metering.h"

namespace memwall::core
{

namespace
{

struct DoorMeter
{
    std::uint8_t door = 0;
    KindBytes values {};

    void add(const Operator& op, const metering::Done& done)
    {
        for (const Flow& flow : op.flows)
            if (flow.door == door)
                values[indexOf(flow.kind)] += done.busy.of(flow.bytes);
    }
};

struct LaneMeter
{
    std::array<double, kLanes> values {};

    void add(const Operator& op, const metering::Done& done)
    {
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            values[lane] += (lane == indexOf(Lane::Fixed) ? done.idle : done.busy).of(op.lanes[lane]);
    }
};

struct FlopMeter
{
    std::array<double, 1> values {};

    void add(const Operator& op, const metering::Done& done) { values[0] += done.busy.of(op.flops); }
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

    void add(const Operator& op, const metering::Done& done)
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

} // namespace

std::vector<double> Run::metersOf(const Segment& segment, std::size_t pool) const
{
    AllMeters meters { pools[pool].levels.size() };
    metering::Reader<AllMeters> reader { meters, pool };
    for (const Pass& pass : segment.shape->passes)
        reader.addPass(pass, metering::inAllStepsBefore(static_cast<double>(segment.steps)) * pass.repeat);
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
    MEMWALL_ASSERT(m_hasMeters);
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
            metering::addUpTo(meter, pool, segment, t);
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
