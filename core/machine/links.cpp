#include "core/machine/links.h"

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

/// Start-up of an all-reduce over n ranks.
double startSeconds(const Link& link, int ranks, bool stock)
{
    const auto& alpha0 = stock && link.stockAlpha0 ? link.stockAlpha0 : link.allReduceAlpha0;
    const auto& perRank
        = stock && link.stockAlphaPerRank ? link.stockAlphaPerRank : link.allReduceAlphaPerRank;
    const double latency = link.latency.value.value;
    return (alpha0 ? alpha0->value.value : 2 * latency)
        + (perRank ? perRank->value.value : latency) * (ranks - 1);
}

/// Low-latency protocol for small messages, bulk protocol for large ones; whichever is faster.
double collectiveSeconds(const Link& link, int ranks, double payload, bool stock)
{
    const double bytes = ringBytes(ranks, payload);
    const double rate = link.bandwidth.value.value * std::pow(2.0 / ranks, link.rootSharing.value);
    const double small = bytes / (link.lowLatencyShare * rate);
    const double bulk = link.bulkStart.value + bytes / (link.share.value * rate);
    return startSeconds(link, ranks, stock) + std::min(small, bulk);
}

} // namespace

Collective allReduce(const PoolMachine& pool, double payload)
{
    return allReduceOver(pool, pool.tensor, payload);
}

Collective allReduceOver(const PoolMachine& pool, int ranks, double payload)
{
    if (ranks <= 1 || !pool.scaleUp)
        return {};
    const int domain = std::max(1, std::min(ranks, pool.chip.domain()));
    const int domains = (ranks + domain - 1) / domain;
    const bool stock = pool.engine.stockCollectives;
    Collective sum { .bytesSent = ringBytes(ranks, payload) };
    if (domain > 1)
        sum.seconds += collectiveSeconds(*pool.scaleUp, domain, payload, stock);
    if (domains > 1)
        // Across domains each chip carries its share of the payload over its own network port.
        sum.farSeconds
            = collectiveSeconds(pool.scaleOut.value_or(*pool.scaleUp), domains, payload / domain, stock);
    sum.seconds += sum.farSeconds;
    return sum;
}

double remoteRanks(int ranks, double active)
{
    const double n = ranks;
    return (n - 1) * (1 - std::pow(1 - 1 / n, active));
}

Collective allToAll(const PoolMachine& pool, double bytes)
{
    const int ranks = pool.experts;
    if (ranks <= 1 || !pool.scaleUp)
        return {};
    const int domain = std::max(1, std::min(ranks, pool.chip.domain()));
    const double near = bytes * (domain - 1) / (ranks - 1);
    Collective sum { .bytesSent = bytes };
    if (domain > 1) {
        const double root = std::pow(2.0 / domain, pool.scaleUp->rootSharing.value);
        sum.seconds = messageSeconds(*pool.scaleUp, near / root);
    }
    if (domain < ranks)
        sum.farSeconds = messageSeconds(pool.scaleOut.value_or(*pool.scaleUp), bytes - near);
    sum.seconds = std::max(sum.seconds, sum.farSeconds);
    return sum;
}

double messageSeconds(const Link& link, double bytes)
{
    const double rate = link.bandwidth.value.value;
    return link.latency.value.value + bytes / (rate * link.share.value);
}

CachePorts cachePorts(const PoolMachine& from, const PoolMachine& to)
{
    return { std::max(from.stages, to.stages), std::min(from.inStep(), to.inStep()),
        std::min(from.inStep() * from.stages, to.inStep() * to.stages) };
}

double portSeconds(const Link& link, double bytes, int ports)
{
    return link.latency.value.value + bytes / (link.bandwidth.value.value * link.share.value * ports);
}

const Link* stageLink(const PoolMachine& pool, int stage)
{
    // Chips are placed stage by stage, one domain after the other.
    const int domain = std::max(1, pool.chip.domain());
    const int width = pool.inStep();
    const bool near = (stage + 2) * width - 1 < (stage * width / domain + 1) * domain;
    if (near || !pool.scaleOut)
        return pool.scaleUp ? &*pool.scaleUp : nullptr;
    return &*pool.scaleOut;
}

const Link* stageLink(const PoolMachine& pool)
{
    const bool near = pool.inStep() * pool.stages <= pool.chip.domain();
    if (near || !pool.scaleOut)
        return pool.scaleUp ? &*pool.scaleUp : nullptr;
    return &*pool.scaleOut;
}

} // namespace memwall::core
