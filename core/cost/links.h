// Seconds of collectives and messages. physics.md sections 6, 7, 9, 10; calibration.md section 5.
#pragma once

#include "core/cost/rates.h"

namespace memwall::core
{

/// All-reduce of `payload` bytes (T · d · 2) over the pool's tensor-parallel ranks. Ranks beyond one fast
/// domain add a second all-reduce across domains. Cards behind one root share its rate.
struct Collective
{
    double seconds = 0;
    double bytesSent
        = 0; ///< by one rank: 2 (n−1)/n · payload, twice for the two all-reduces' halves of a ring
};
[[nodiscard]] Collective allReduce(const PoolMachine& pool, double payload);

/// One message of `bytes` from chip to chip over a link.
[[nodiscard]] double messageSeconds(const Link& link, double bytes);

/// The link that a pipeline boundary crosses: the fast one while all stages fit its domain.
[[nodiscard]] const Link* stageLink(const PoolMachine& pool);

} // namespace memwall::core
