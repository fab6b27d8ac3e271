#include "core/timeline/totals.h"

#include "core/base/assert.h"

#include <numeric>

namespace memwall::core
{

KindBytes passedDuring(const Run& run, std::size_t pool, std::uint8_t door, TimeSpan range)
{
    MEMWALL_ASSERT(run.hasMeters());
    KindBytes bytes = run.doorBytes(pool, door, range.end);
    const KindBytes before = run.doorBytes(pool, door, range.begin);
    for (std::size_t kind = 0; kind < kKinds; ++kind)
        bytes[kind] -= before[kind];
    return bytes;
}

double PoolTotals::throughWall() const
{
    return std::accumulate(wallBytes.begin(), wallBytes.end(), 0.0);
}

double PoolTotals::throughLink() const
{
    return std::accumulate(linkBytes.begin(), linkBytes.end(), 0.0);
}

std::size_t wallLevel(const PoolInfo& pool)
{
    for (std::size_t i = 0; i < pool.homeLevel; ++i)
        if (pool.levels[i].weightBytes > 0)
            return i;
    return pool.homeLevel;
}

RangeTotals totalsOf(const Run& run, TimeSpan range)
{
    MEMWALL_ASSERT(run.hasMeters());
    RangeTotals totals { range, 0, {} };
    for (std::size_t i = 0; i < run.requests.size(); ++i) {
        const RequestRun& request = run.requests[i];
        if (!request.rejected && request.arrival < range.end && request.finish > range.begin)
            totals.tokens += run.tokensWritten(i, range.end) - run.tokensWritten(i, range.begin);
    }
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        PoolTotals& all = totals.pools.emplace_back();
        all.wall = wallLevel(run.pools[pool]);
        const auto door = static_cast<std::uint8_t>(all.wall);
        all.wallBytes = passedDuring(run, pool, door, range);
        all.linkBytes = passedDuring(run, pool, kLinkDoor, range);
        all.flops = run.flops(pool, range.end) - run.flops(pool, range.begin);
    }
    return totals;
}

} // namespace memwall::core
