// Seconds of collectives and messages. physics.md sections 6, 7, 9, 10; calibration.md section 5.
#pragma once

#include "core/machine/rates.h"

namespace memwall::core
{

/// All-reduce of `payload` bytes (T · d · 2) over the pool's tensor-parallel ranks. Ranks beyond one fast
/// domain add a second all-reduce across domains. Cards behind one root share its rate.
struct Collective
{
    double seconds = 0;
    double bytesSent
        = 0; ///< by one rank: 2 (n−1)/n · payload, twice for the two all-reduces' halves of a ring
    double farSeconds = 0; ///< part of the seconds, the last one, that crosses between fast domains
};
[[nodiscard]] Collective allReduce(const PoolMachine& pool, double payload);
/// The same over so many ranks of the pool.
[[nodiscard]] Collective allReduceOver(const PoolMachine& pool, int ranks, double payload);

/// Ranks other than its own that one token is sent to, copies to one rank merged:
/// (n − 1)(1 − (1 − 1/n)^k). Section 7.
[[nodiscard]] double remoteRanks(int ranks, double active);
/// All-to-all over the ranks that share the experts: each sends `bytes` for every remote destination of its
/// tokens. What stays in the fast domain and what leaves it travel at the same time.
[[nodiscard]] Collective allToAll(const PoolMachine& pool, double bytes);

/// One message of `bytes` from chip to chip over a link.
[[nodiscard]] double messageSeconds(const Link& link, double bytes);

/// What carries the KV cache between two pools. Each layer's cache lies on the chips of one stage, and each
/// chip has a port of its own.
struct CachePorts
{
    int slices = 1; ///< parts of the layers that have ports of their own: the longer pipeline's stages
    int perSlice = 1; ///< ports that work on one layer at once
    int all = 1; ///< ports that can work at once
};
[[nodiscard]] CachePorts cachePorts(const PoolMachine& from, const PoolMachine& to);
/// Seconds that so many ports of a link are at work on `bytes`, their latency included.
[[nodiscard]] double portSeconds(const Link& link, double bytes, int ports);

/// The link that the boundary after a pipeline stage crosses: the fast one where both stages are in one
/// domain, the network between domains.
[[nodiscard]] const Link* stageLink(const PoolMachine& pool, int stage);
/// The slowest link that any boundary crosses.
[[nodiscard]] const Link* stageLink(const PoolMachine& pool);

} // namespace memwall::core
