#include "core/cost/pass_builder.h"

#include "core/cost/attention_share.h"
#include "core/cost/layer_operators.h"
#include "core/cost/links.h"
#include "core/cost/turns.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace memwall::core
{

namespace
{

constexpr double kActivationBytes = 2;
/// Bytes of a channel on the way to an expert and back.
constexpr double kDispatchBytes = 1;
constexpr double kCombineBytes = 2;

OperatorNeed skewed(OperatorNeed need, double skew)
{
    if (need.kind != OperatorKind::Experts)
        return need;
    need.weightBytes = need.weightBytes * skew;
    need.activationBytes = need.activationBytes * skew;
    need.flops = need.flops * skew;
    need.chips /= skew;
    return need;
}

class PassBuilder
{
public:
    PassBuilder(const Stations& stations, PassWork work, double& steps, PassOptions options)
        : m_stations(stations)
        , m_kind(work.kind)
        , m_hostShare(options.hostShare)
        , m_microBatches(options.microBatches)
        , m_share(*stations.attention, std::move(work), options)
        , m_work(m_share.work())
        , m_steps(steps)
    {
    }

    Pass build()
    {
        m_pass.kind = m_kind;
        m_pass.tokens = static_cast<int>(m_work.tokens());
        m_pass.before.push_back(time(*m_stations.attention, embeddingNeed(m_share.group()), 0));
        m_pass.before.back().chips = m_share.chips();
        Affine end = addLayers(chain(m_pass.before, {}));
        addEnd();
        end = chain(m_pass.after, end);
        m_pass.duration = end;
        return std::move(m_pass);
    }

private:
    Operator time(const PoolRates& rates, const OperatorNeed& need, double fixed)
    {
        return timed(rates, need, fixed, m_work.draft, m_steps);
    }

    Affine addLayers(Affine end)
    {
        const Model& model = *m_work.model;
        const int stages = m_stations.attention->pool->stages;
        std::vector<std::tuple<int, int, const Link*>> kinds;
        const auto count = static_cast<std::size_t>(model.layers);
        m_pass.layerKindOf.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const Link* boundary = stages > 1 ? boundaryAfter(static_cast<int>(i)) : nullptr;
            const std::tuple key(model.attentionOf[i], model.feedForwardOf[i], boundary);
            // Most layers are like the one before.
            if (i > 0 && key == kinds[m_pass.layerKindOf[i - 1]]) {
                m_pass.layerKindOf[i] = m_pass.layerKindOf[i - 1];
                continue;
            }
            const auto kind = std::find(kinds.begin(), kinds.end(), key) - kinds.begin();
            m_pass.layerKindOf[i] = static_cast<std::uint8_t>(kind);
            if (kind < std::ssize(kinds))
                continue;
            kinds.push_back(key);
            m_pass.layerKinds.push_back(layer(
                model.attention[model.attentionOf[i]], model.feedForward[model.feedForwardOf[i]], boundary));
        }
        if (m_stations.apart() && m_microBatches > 1)
            addTurns(m_pass, m_microBatches, m_steps);
        m_pass.layerBegin.resize(count + 1);
        for (std::size_t i = 0; i < count; ++i) {
            m_pass.layerBegin[i] = end;
            end += m_pass.layerKinds[m_pass.layerKindOf[i]].duration;
        }
        m_pass.layerBegin[count] = end;
        return end;
    }

    /// The link over which the last layer of a stage, but of the last stage, hands its activations on.
    [[nodiscard]] const Link* boundaryAfter(int layer) const
    {
        const int layers = m_work.model->layers;
        const int stages = m_stations.attention->pool->stages;
        const int stage = layer * stages / layers;
        const bool last = layer + 1 < layers && (layer + 1) * stages / layers > stage;
        return last ? stageLink(*m_stations.feedForward->pool, stage) : nullptr;
    }

    Layer layer(const Attention& attention, const FeedForward& feedForward, const Link* boundary)
    {
        const auto first = m_share.needs(attention, m_steps);
        const auto second = feedForwardNeeds(*m_stations.feedForward, m_work, feedForward, first.empty());
        const auto count = static_cast<double>(first.size() + second.size());
        const double fixedFirst
            = layerFixedSeconds(*m_stations.attention, *m_work.model, attention, feedForward) / count;
        const double fixedSecond
            = layerFixedSeconds(*m_stations.feedForward, *m_work.model, attention, feedForward) / count;
        Layer result;
        constexpr std::size_t kMessages = 7;
        result.operators.reserve(first.size() + second.size() + kMessages);
        for (const OperatorNeed& need : first)
            result.operators.push_back(time(*m_stations.attention, need, fixedFirst));
        if (!first.empty())
            addAllReduce(result, *m_stations.attention, m_share.group().tokens());
        if (!second.empty())
            addFeedForward(result, second, feedForward, fixedSecond);
        if (boundary != nullptr)
            addBoundary(result, *boundary);
        raiseToHostFloor(
            result, hostFloorSeconds(*m_stations.attention, attention, feedForward, m_work.manyTokens()));
        result.duration = chain(result.operators, {});
        if (feedForward.moe)
            result.expertsTouched
                = touchedExperts(m_stations.feedForward->machine->physics, feedForward, m_work.tokens());
        return result;
    }

    void addFeedForward(
        Layer& layer, const std::vector<OperatorNeed>& needs, const FeedForward& group, double fixed)
    {
        const PoolRates& rates = *m_stations.feedForward;
        const bool spread = !m_stations.apart() && rates.pool->experts > 1;
        addHop(layer, group, false);
        for (const OperatorNeed& need : needs) {
            if (spread && need.kind == OperatorKind::Experts)
                addExchange(layer, group, false);
            layer.operators.push_back(time(rates, skewed(need, rates.machine->physics.expertSkew), fixed));
        }
        if (!spread)
            addAllReduce(layer, rates, m_work.tokens());
        else if (group.moe)
            addExchange(layer, group, true);
        else
            addReduceOverAll(layer, rates);
        addHop(layer, group, true);
    }

    void addAllReduce(Layer& layer, const PoolRates& rates, double tokens)
    {
        push(layer, OperatorKind::AllReduce, rates, allReduce(*rates.pool, payload(rates, tokens)),
            m_stations.apart() ? rates.pool->tensor : m_share.chips());
    }

    /// A dense layer where experts are spread: its matrices are divided over all chips, each of which has
    /// the tokens of its own group before and wants them after.
    void addReduceOverAll(Layer& layer, const PoolRates& rates)
    {
        const int ranks = rates.pool->inStep();
        push(layer, OperatorKind::AllReduce, rates,
            allReduceOver(*rates.pool, ranks, payload(rates, m_work.tokens())), ranks);
    }

    /// Tokens go to the chips that hold their experts, 1 byte a channel, and come back, 2 bytes a channel;
    /// the shared expert works meanwhile. Chips that are tensor parallel send a part of their group's
    /// tokens each and gather them afterwards. physics.md section 7.
    void addExchange(Layer& layer, const FeedForward& group, bool back)
    {
        const PoolRates& rates = *m_stations.feedForward;
        const PoolMachine& pool = *rates.pool;
        const double tokens = m_share.group().tokens();
        const double sent = std::max(1.0, tokens / pool.tensor);
        const double copies = remoteRanks(pool.experts, group.active);
        const double channels = group.expertHidden > 0 ? group.expertHidden : m_work.model->hidden;
        const double bytes = sent * copies * channels * (back ? kCombineBytes : kDispatchBytes);
        push(layer, OperatorKind::AllToAll, rates, allToAll(pool, bytes), m_work.tokens() / sent);
        // A gather moves half of what an all-reduce does.
        if (back)
            push(layer, OperatorKind::AllReduce, rates, allReduce(pool, payload(rates, tokens) / 2),
                m_share.chips());
    }

    void push(
        Layer& layer, OperatorKind kind, const PoolRates& rates, const Collective& collective, double chips)
    {
        if (collective.seconds <= 0)
            return;
        // Chips that run a fixed plan meet on time; others wait for the slowest of them.
        const bool waits = kind == OperatorKind::AllReduce && !rates.pool->chip.native;
        const double wait = waits ? rates.machine->physics.rankWaitSeconds * rates.pool->latencyFactor : 0.0;
        layer.operators.push_back(message(
            kind, rates, kindOf(Kind::Communication), collective.bytesSent, collective.seconds + wait));
        layer.operators.back().chips = chips;
        layer.operators.back().farShare
            = static_cast<float>(collective.farSeconds / (collective.seconds + wait));
    }

    [[nodiscard]] double payload(const PoolRates& rates, double tokens) const
    {
        const double multiple = rates.pool->engine.tokenMultiple;
        return std::ceil(tokens / multiple) * multiple * m_work.model->hidden * kActivationBytes;
    }

    void addHop(Layer& layer, const FeedForward& group, bool back)
    {
        if (!m_stations.apart())
            return;
        const double bytes = hopBytes(*m_work.model, group, m_work.tokens(), back);
        const double seconds = messageSeconds(*m_stations.between, bytes);
        layer.operators.push_back(
            message(OperatorKind::Hop, *m_stations.attention, kindOf(Kind::Activations), bytes, seconds));
    }

    void addBoundary(Layer& layer, const Link& link)
    {
        const PoolRates& rates = *m_stations.feedForward;
        const double bytes = m_share.group().tokens() * m_work.model->hidden * kActivationBytes;
        layer.operators.push_back(
            message(OperatorKind::Hop, rates, kindOf(Kind::Activations), bytes, messageSeconds(link, bytes)));
        layer.operators.back().farShare = rates.pool->scaleOut && &link == &*rates.pool->scaleOut ? 1 : 0;
    }

    [[nodiscard]] Kind kindOf(Kind kind) const { return m_work.draft ? Kind::Draft : kind; }

    /// The host needs this long to issue a layer's kernels, whatever the chip does meanwhile. Collectives
    /// come on top: they begin when the slowest rank's host has issued them.
    void raiseToHostFloor(Layer& layer, double floor)
    {
        if (floor <= 0)
            return;
        Affine now;
        for (const Operator& op : layer.operators)
            if (op.kind != OperatorKind::AllReduce && op.kind != OperatorKind::AllToAll)
                now += op.duration;
        const Affine waiting = largerOf(now, { floor, 0 }, m_steps) - now;
        layer.operators.back().duration += waiting;
        layer.operators.back().lanes[indexOf(Lane::Fixed)] += waiting;
    }

    void addEnd()
    {
        // A part of a prompt that is not its end needs no next word.
        if (m_share.group().headTokens > 0) {
            OperatorNeed head = headNeed(*m_stations.attention, headModel(), m_share.group().headTokens);
            head.chips = m_share.chips();
            m_pass.after.push_back(time(*m_stations.attention, head, 0));
        }
        const PoolRates& rates = *m_stations.attention;
        const auto sequences = static_cast<double>(m_share.group().sequences.size());
        const double host = m_work.stepOverhead ? stepFixedSeconds(rates, sequences)
                                                : stepFixedSeconds(rates, 0) * m_hostShare;
        if (m_work.stepOverhead || host > 0)
            m_pass.after.push_back(time(rates, { .kind = OperatorKind::StepOverhead }, host));
    }

    /// A drafter that is a layer of the model uses the model's head.
    [[nodiscard]] const Model& headModel() const
    {
        const Machine& machine = *m_stations.attention->machine;
        return m_work.draft && machine.draftIsOwn ? machine.model : *m_work.model;
    }

    const Stations& m_stations;
    PassKind m_kind;
    double m_hostShare = 0;
    int m_microBatches = 1;
    AttentionShare m_share;
    const PassWork& m_work; ///< of the share
    double& m_steps;
    Pass m_pass;
};

} // namespace

Pass buildPass(const Stations& stations, const PassWork& work, double& steps, PassOptions options)
{
    PassWork actual = withoutCache(*stations.attention->machine, work);
    if (actual.recompute)
        steps = 1; // quadratic in the context
    return PassBuilder(stations, std::move(actual), steps, options).build();
}

double hopBytes(const Model& model, const FeedForward& group, double tokens, bool back)
{
    const double copies = group.moe ? group.active : 1.0;
    return tokens * model.hidden * copies * (back ? 2.0 : 1.0);
}

} // namespace memwall::core
