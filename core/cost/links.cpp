#include "core/cost/links.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

double ringBytes(double ranks, double payload)
{
    return 2 * (ranks - 1) / ranks * payload;
}

/// Low-latency protocol for small messages, bulk protocol for large ones; whichever is faster.
double collectiveSeconds(const Link& link, int ranks, double payload)
{
    const double bytes = ringBytes(ranks, payload);
    const double rate = link.bandwidth.value.value;
    const double alpha0
        = link.allReduceAlpha0 ? link.allReduceAlpha0->value.value : 2 * link.latency.value.value;
    const double perRank
        = link.allReduceAlphaPerRank ? link.allReduceAlphaPerRank->value.value : link.latency.value.value;
    const double small = bytes / (link.lowLatencyShare * rate);
    const double bulk = link.bulkStart.value + bytes / (link.share.value * rate);
    return alpha0 + perRank * (ranks - 1) + std::min(small, bulk);
}

} // namespace

Collective allReduce(const PoolMachine& pool, double payload)
{
    const int ranks = pool.tensor;
    if (ranks <= 1 || !pool.scaleUp)
        return {};
    const int domain = std::max(1, std::min(ranks, pool.chip.scaleUp.maxChips));
    const int domains = (ranks + domain - 1) / domain;
    Collective sum { 0, ringBytes(ranks, payload) };
    if (domain > 1)
        sum.seconds += collectiveSeconds(*pool.scaleUp, domain, payload);
    if (domains > 1)
        // Across domains each chip carries its share of the payload over its own network port.
        sum.seconds += collectiveSeconds(pool.scaleOut.value_or(*pool.scaleUp), domains, payload / domain);
    return sum;
}

double messageSeconds(const Link& link, double bytes)
{
    const double rate = link.bandwidth.value.value;
    return link.latency.value.value + bytes / (rate * link.share.value);
}

const Link* stageLink(const PoolMachine& pool)
{
    const bool near = pool.inStep() * pool.stages <= pool.chip.scaleUp.maxChips;
    if (near || !pool.scaleOut)
        return pool.scaleUp ? &*pool.scaleUp : nullptr;
    return &*pool.scaleOut;
}

} // namespace memwall::core
