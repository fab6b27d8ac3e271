// What a chip does, over any stretch of time or for the operator under way: bytes, arithmetic, and what its
// time goes to.
#pragma once

#include "core/timeline/run.h"

namespace memwall::core
{

/// Of one representative chip of a pool.
struct Activity
{
    double seconds = 0; ///< length of the stretch
    std::vector<KindBytes> doors; ///< bytes that passed, per level's door
    KindBytes link {};
    double flops = 0;
    /// Seconds in which each lane set the pace; Fixed: latency. The rest of the stretch it waited for work,
    /// or for another pool.
    std::array<double, kLanes> paced {};

    [[nodiscard]] double pacedBy(Lane lane) const { return paced[indexOf(lane)]; }
    /// Waited for work, or for another pool.
    [[nodiscard]] double idleSeconds() const;
    /// Achieved, of the pool's peak; 0 where the peak is not published.
    [[nodiscard]] double shareOfPeak(const PoolInfo& pool) const;
};

/// Cost: two readings of each segment that the stretch begins or ends in, one of each between them.
[[nodiscard]] Activity activityOver(const Run& run, std::size_t pool, TimeSpan span);

/// Of the operator under way: of its busy part while bytes flow, then of its latency. Idle where the operator
/// runs in another pool.
[[nodiscard]] Activity activityOf(const Run& run, std::size_t pool, const Moment& moment);

/// What a run is at, over all its pools: whoever writes tokens comes first, then prompts, then what travels.
enum class RunPhase : std::uint8_t
{
    Waiting, ///< for requests, or at the end
    Prompt,
    Transfer,
    Tokens,
};

/// Prompts and transfers count where they last at least `shortest`: words about shorter ones could not be
/// read.
[[nodiscard]] RunPhase phaseAt(const Run& run, Instant t, Duration shortest = {});

} // namespace memwall::core
