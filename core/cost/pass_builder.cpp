#include "core/cost/pass_builder.h"

#include "core/cost/layer_messages.h"
#include "core/cost/layer_operators.h"
#include "core/cost/turns.h"
#include "core/machine/links.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace memwall::core
{

namespace
{

OperatorNeed skewed(OperatorNeed need, double skew)
{
    if (need.kind != OperatorKind::Experts)
        return need;
    need.weightBytes = need.weightBytes * skew;
    need.activationBytes = need.activationBytes * skew;
    need.flops = need.flops * skew;
    need.chips = need.chips.transform([skew](double chips) { return chips / skew; });
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
        , m_timesOnly(options.timesOnly)
        , m_share(*stations.attention, std::move(work), options)
        , m_work(m_share.work())
        , m_messages(stations, m_share)
        , m_steps(steps)
    {
    }

    Pass build()
    {
        m_pass.kind = m_kind;
        m_pass.tokens = static_cast<int>(m_work.tokens());
        m_pass.before.push_back(time(*m_stations.attention, embeddingNeed(m_share.group()), {}));
        m_pass.before.back().chips = m_share.chips();
        Affine end = addLayers(chain(m_pass.before, {}));
        addEnd();
        end = chain(m_pass.after, end);
        m_pass.duration = end;
        return std::move(m_pass);
    }

private:
    Operator time(const PoolRates& rates, const OperatorNeed& need, Seconds fixed)
    {
        Operator op = timed(rates, need, fixed, m_steps);
        if (!m_timesOnly)
            addFlows(op, rates, need, m_work.draft);
        return op;
    }

    Affine addLayers(Affine end)
    {
        const Model& model = *m_work.model;
        const auto stages = static_cast<std::size_t>(m_stations.attention->pool->stages);
        std::vector<std::tuple<int, int, const Link*>> kinds;
        const auto count = static_cast<std::size_t>(model.layers);
        // The last layer of a stage hands its activations on, but for the last stage.
        const auto endOfStage
            = [&](std::size_t stage) { return (count * (stage + 1) + stages - 1) / stages; };
        std::size_t stage = 0, stageEnd = endOfStage(0);
        m_pass.layerKindOf.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const Link* boundary = nullptr;
            if (i + 1 == stageEnd && stageEnd < count) {
                boundary = stageLink(*m_stations.feedForward->pool, static_cast<int>(stage));
                stage = (i + 1) * stages / count;
                stageEnd = endOfStage(stage);
            }
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
        return addLayerBegins(end);
    }

    Affine addLayerBegins(Affine end)
    {
        const std::vector<Layer>& kinds = m_pass.layerKinds;
        m_pass.layerBegin.reserve(m_pass.layerKindOf.size() + 1);
        for (const std::uint8_t kind : m_pass.layerKindOf) {
            m_pass.layerBegin.push_back(end);
            end += kinds[kind].duration;
        }
        m_pass.layerBegin.push_back(end);
        return end;
    }

    Layer layer(const Attention& attention, const FeedForward& feedForward, const Link* boundary)
    {
        const auto first = m_share.needs(attention, m_steps);
        const auto second = feedForwardNeeds(*m_stations.feedForward, m_work, feedForward, first.empty());
        const double share = pipelineTurns(m_stations.attention->pool->chip, m_work.model->layers,
                                 m_work.tokens(), m_work.manyTokens())
            / static_cast<double>(first.size() + second.size());
        const Seconds fixedFirst {
            layerFixedSeconds(*m_stations.attention, *m_work.model, attention, feedForward) * share
        };
        const Seconds fixedSecond {
            layerFixedSeconds(*m_stations.feedForward, *m_work.model, attention, feedForward) * share
        };
        Layer result;
        constexpr std::size_t kMessages = 7;
        result.operators.reserve(first.size() + second.size() + kMessages);
        for (const OperatorNeed& need : first)
            result.operators.push_back(time(*m_stations.attention, need, fixedFirst));
        if (!first.empty())
            m_messages.addAllReduce(result, *m_stations.attention, m_share.group().tokens());
        if (!second.empty())
            addFeedForward(result, second, feedForward, fixedSecond);
        if (boundary != nullptr)
            m_messages.addBoundary(result, *boundary);
        raiseToHostFloor(
            result, hostFloorSeconds(*m_stations.attention, attention, feedForward, m_work.manyTokens()));
        result.duration = chain(result.operators, {});
        if (feedForward.moe)
            result.expertsTouched
                = touchedExperts(m_stations.feedForward->machine->physics, feedForward, m_work.tokens());
        return result;
    }

    void addFeedForward(
        Layer& layer, const std::vector<OperatorNeed>& needs, const FeedForward& group, Seconds fixed)
    {
        const PoolRates& rates = *m_stations.feedForward;
        const bool spread = !m_stations.apart() && rates.pool->experts > 1;
        m_messages.addHop(layer, group, false);
        for (const OperatorNeed& need : needs) {
            if (spread && need.kind == OperatorKind::Experts)
                m_messages.addExchange(layer, group, false);
            layer.operators.push_back(time(rates, skewed(need, rates.machine->physics.expertSkew), fixed));
        }
        if (!spread)
            m_messages.addAllReduce(layer, rates, m_work.tokens());
        else if (group.moe)
            m_messages.addExchange(layer, group, true);
        else
            m_messages.addReduceOverAll(layer, rates);
        m_messages.addHop(layer, group, true);
    }

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
            m_pass.after.push_back(time(*m_stations.attention, head, {}));
        }
        const PoolRates& rates = *m_stations.attention;
        const auto sequences = static_cast<double>(m_share.group().sequences.size());
        const double host = m_work.stepOverhead ? stepFixedSeconds(rates, sequences)
                                                : stepFixedSeconds(rates, 0) * m_hostShare;
        if (m_work.stepOverhead || host > 0)
            m_pass.after.push_back(time(rates, { .kind = OperatorKind::StepOverhead }, { host }));
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
    bool m_timesOnly = false;
    AttentionShare m_share;
    const PassWork& m_work; ///< of the share
    LayerMessages m_messages;
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

} // namespace memwall::core
