#include "core/cost/passing_traffic.h"

#include <algorithm>

namespace memwall::core
{

Bytes elementwiseBytes(const PoolRates& rates, const PassWork& work)
{
    if (!work.manyTokens())
        return {};
    return { rates.machine->physics.elementwisePasses / 2 * work.tokens() * work.model->hidden
        * kActivationBytes };
}

Bytes copyBytes(const PoolRates& rates, const PassWork& work, const FeedForward& group)
{
    if (!work.manyTokens())
        return {};
    const double copies = work.tokens() * group.active / std::max(1, rates.pool->experts);
    const double width = expertChannels(*work.model, group);
    return { rates.machine->physics.expertPasses * copies * width * kActivationBytes };
}

} // namespace memwall::core
