// What the chips of a layer send each other: collectives, tokens on their way to experts, hops between
// pools and stages. Internal to cost. physics.md sections 6, 7 and 10.
#pragma once

#include "core/cost/attention_share.h"
#include "core/machine/links.h"

namespace memwall::core
{

/// Adds the messages of one layer after the operators that it has so far. What takes no time is left out.
class LayerMessages
{
public:
    /// Both must outlive it.
    LayerMessages(const Stations& stations, const AttentionShare& share);

    void addAllReduce(Layer& layer, const PoolRates& rates, double tokens) const;
    /// A dense layer where experts are spread: its matrices are divided over all chips, each of which has
    /// the tokens of its own group before and wants them after.
    void addReduceOverAll(Layer& layer, const PoolRates& rates) const;
    /// Tokens go to the chips that hold their experts, 1 byte a channel, and come back, 2 bytes a channel;
    /// the shared expert works meanwhile. Chips that are tensor parallel send a part of their group's
    /// tokens each and gather them afterwards. physics.md section 7.
    void addExchange(Layer& layer, const FeedForward& group, bool back) const;
    /// Attention to feed-forward pool and back: d bytes a token there, 2 d back, to each of the experts'
    /// ranks. Section 10. Nothing where one pool does both.
    void addHop(Layer& layer, const FeedForward& group, bool back) const;
    /// From the last layer of a stage to the next stage.
    void addBoundary(Layer& layer, const Link& link) const;

private:
    void push(Layer& layer, OperatorKind kind, const PoolRates& rates, const Collective& collective,
        double chips) const;
    [[nodiscard]] double payload(const PoolRates& rates, double tokens) const;
    [[nodiscard]] Kind kindOf(Kind kind) const;

    const Stations& m_stations;
    const AttentionShare& m_share;
    const PassWork& m_work;
};

} // namespace memwall::core
