#include "core/cost/layer_messages.h"

#include "core/machine/links.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

constexpr double kDispatchBytes = 1;
constexpr double kCombineBytes = 2;

double hopBytes(const Model& model, const FeedForward& group, double tokens, bool back)
{
    const double copies = group.moe ? group.active : 1.0;
    return tokens * model.hidden * copies * (back ? 2.0 : 1.0);
}

} // namespace

LayerMessages::LayerMessages(const Stations& stations, const AttentionShare& share)
    : m_stations(stations)
    , m_share(share)
    , m_work(share.work())
{
}

void LayerMessages::addAllReduce(Layer& layer, const PoolRates& rates, double tokens) const
{
    push(layer, OperatorKind::AllReduce, rates, allReduce(*rates.pool, payload(rates, tokens)),
        m_stations.apart() ? rates.pool->tensor : m_share.chips());
}

void LayerMessages::addReduceOverAll(Layer& layer, const PoolRates& rates) const
{
    const int ranks = rates.pool->inStep();
    push(layer, OperatorKind::AllReduce, rates,
        allReduceOver(*rates.pool, ranks, payload(rates, m_work.tokens())), ranks);
}

void LayerMessages::addExchange(Layer& layer, const FeedForward& group, bool back) const
{
    const PoolRates& rates = *m_stations.feedForward;
    const PoolMachine& pool = *rates.pool;
    const double tokens = m_share.group().tokens();
    const double sent = std::max(1.0, tokens / pool.tensor);
    const double copies = remoteRanks(pool.experts, group.active);
    const double channels = expertChannels(*m_work.model, group);
    const double bytes = sent * copies * channels * (back ? kCombineBytes : kDispatchBytes);
    push(layer, OperatorKind::AllToAll, rates, allToAll(pool, bytes), m_work.tokens() / sent);
    // A gather moves half of what an all-reduce does.
    if (back)
        push(layer, OperatorKind::AllReduce, rates, allReduce(pool, payload(rates, tokens) / 2),
            m_share.chips());
}

void LayerMessages::push(
    Layer& layer, OperatorKind kind, const PoolRates& rates, const Collective& collective, double chips) const
{
    if (collective.seconds <= 0)
        return;
    // Chips that run a fixed plan meet on time; others wait for the slowest of them.
    const bool waits = kind == OperatorKind::AllReduce && !rates.pool->chip.native;
    const double wait = waits ? rates.machine->physics.rankWaitSeconds * rates.pool->latencyFactor : 0.0;
    layer.operators.push_back(message(
        kind, rates, kindOf(Kind::Communication), { collective.bytesSent }, { collective.seconds + wait }));
    layer.operators.back().chips = chips;
    layer.operators.back().farShare = static_cast<float>(collective.farSeconds / (collective.seconds + wait));
}

double LayerMessages::payload(const PoolRates& rates, double tokens) const
{
    const double multiple = rates.pool->engine.tokenMultiple;
    return std::ceil(tokens / multiple) * multiple * m_work.model->hidden * kActivationBytes;
}

void LayerMessages::addHop(Layer& layer, const FeedForward& group, bool back) const
{
    if (!m_stations.apart())
        return;
    const double bytes = hopBytes(*m_work.model, group, m_work.tokens(), back);
    const double seconds = messageSeconds(*m_stations.between, bytes);
    layer.operators.push_back(
        message(OperatorKind::Hop, *m_stations.attention, kindOf(Kind::Activations), { bytes }, { seconds }));
}

void LayerMessages::addBoundary(Layer& layer, const Link& link) const
{
    const PoolRates& rates = *m_stations.feedForward;
    const double bytes = m_share.group().tokens() * m_work.model->hidden * kActivationBytes;
    layer.operators.push_back(message(
        OperatorKind::Hop, rates, kindOf(Kind::Activations), { bytes }, { messageSeconds(link, bytes) }));
    layer.operators.back().farShare = rates.pool->scaleOut && &link == &*rates.pool->scaleOut ? 1 : 0;
}

Kind LayerMessages::kindOf(Kind kind) const
{
    return m_work.draft ? Kind::Draft : kind;
}

} // namespace memwall::core
