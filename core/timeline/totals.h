// What happened between two instants, from the run's cumulative meters: totals of ranges that touch add up
// to those of the whole.
#pragma once

#include "core/timeline/run.h"

namespace memwall::core
{

/// Of one representative chip of a pool.
struct PoolTotals
{
    std::size_t wall = 0; ///< level whose door everything waits for
    KindBytes wallBytes {}; ///< per kind, through that level's door
    KindBytes linkBytes {};
    double flops = 0;

    [[nodiscard]] double throughWall() const;
    [[nodiscard]] double throughLink() const;
};

struct RangeTotals
{
    TimeSpan range;
    std::int64_t tokens = 0; ///< written after the begin, up to and with the end; all requests
    std::vector<PoolTotals> pools;
};

/// The narrowest level that weights come from: the far one where they spill, else their home.
[[nodiscard]] std::size_t wallLevel(const PoolInfo& pool);

/// Bytes by kind that pass a door of one representative chip in a range. REQUIRES: a run with meters.
[[nodiscard]] KindBytes passedDuring(const Run& run, std::size_t pool, std::uint8_t door, TimeSpan range);

/// REQUIRES: a run with meters.
[[nodiscard]] RangeTotals totalsOf(const Run& run, TimeSpan range);

} // namespace memwall::core
