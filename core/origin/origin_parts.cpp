// Equations of the terms that a time is made of.
#include "core/origin/origin_parts.h"

#include "core/catalog/model_size.h"
#include "core/machine/links.h"

#include <cmath>

namespace memwall::core
{

namespace
{

/// Two ways to the same number: what the formula says, and what the run did.
bool agree(double formula, double run)
{
    return std::abs(formula - run) <= 0.005 * std::abs(run);
}

class TimeEquations
{
public:
    TimeEquations(const Story& story, const std::vector<Causes>& causes, std::vector<Equation>& into)
        : m_story(story)
        , m_causes(causes)
        , m_into(into)
    {
    }

    void addPool(std::size_t pool)
    {
        m_pool = pool;
        const Causes& sums = m_causes[pool];
        addWeights("term.weights", sums.weights, false);
        addWeights("term.expert_weights", sums.experts, true);
        addKv(sums.kv);
        addArithmetic(sums.compute);
        addMessages(sums);
        addFixed(sums);
        if (sums.drafts > 0)
            put("term.drafts", sums.draftSeconds,
                { { { { "term.drafting_passes", sums.drafts },
                    { "term.seconds_of_one", sums.draftSeconds / sums.drafts, "s" } } } });
    }

private:
    [[nodiscard]] const PoolRates& rates() const { return m_story.rates[m_pool]; }
    [[nodiscard]] const PoolMachine& machine() const { return m_story.machine.pools[m_pool]; }
    [[nodiscard]] std::size_t home() const { return machine().chip.homeLevel; }

    void put(std::string_view name, double value, std::vector<EquationTerm> terms)
    {
        m_into.push_back({ { onPool(name, m_story, m_causes, m_pool), value, "s" }, std::move(terms) });
    }

    [[nodiscard]] bool spilled() const
    {
        const PoolInfo& pool = m_story.run.pools[m_pool];
        for (std::size_t level = 0; level < pool.homeLevel; ++level)
            if (pool.levels[level].weightBytes > 0)
                return true;
        return false;
    }

    void addWeights(std::string_view name, const Causes::Part& part, bool experts)
    {
        if (part.attributed <= 0 || part.amount <= 0)
            return;
        const auto rate = rates().doors[home()].reached.transform([experts](const ReachedRates& reached) {
            return (experts ? reached.experts : reached.weights).value;
        });
        const double unpacked = rate ? weightsUnpacked(part, *rate) : 0.0;
        const bool known = rate && !spilled()
            && agree(part.amount / *rate + unpacked * rates().unpackSeconds, part.seconds);
        const double shown = known ? *rate : part.amount / part.seconds;
        const std::string_view bytes = experts ? "term.expert_bytes" : "term.weight_bytes";
        const std::string_view rateName = experts ? "term.rate_for_experts" : "term.rate_reached";
        std::vector<EquationTerm> terms { { { { bytes, part.amount, "B" } },
            { { rateName, shown, "B/s" } } } };
        if (known && unpacked > 0)
            terms.push_back({ { { "term.weights_unpacked", std::round(unpacked) } },
                { { "term.weights_unpacked_in_a_second", 1 / rates().unpackSeconds, "weights/s" } } });
        for (EquationTerm& term : terms)
            takeShare(term, part, "term.share_that_arithmetic_does_not_hide");
        put(name, part.attributed, std::move(terms));
        if (known)
            addRate(rateName, *rate, experts);
        const double active = m_story.report.model.activeWeightBytes;
        const double chips = machine().inStep();
        if (!experts && chips > 1 && agree(active / chips, part.amount))
            m_into.push_back({ { bytes, part.amount, "B" },
                { { { { "term.weights_read_for_a_token", active, "B" } }, { { "term.chips", chips } } } } });
    }

    /// Packed weights among the bytes; most, but not all matrices of a packed format are.
    [[nodiscard]] double weightsUnpacked(const Causes::Part& part, double rate) const
    {
        constexpr double kAtLeast = 0.5;
        const double unpack = rates().unpackSeconds;
        const double most = part.amount * 8 / m_story.machine.format.bitsPerWeight.value;
        const double weights = unpack > 0 ? (part.seconds - part.amount / rate) / unpack : 0;
        return weights >= kAtLeast * most && weights <= most * 1.01 ? weights : 0;
    }

    /// Peak rate times every share of it that is lost on the way.
    void addRate(std::string_view name, double rate, bool experts)
    {
        const Chip& chip = machine().chip;
        const MemoryLevel& level = chip.levels[home()];
        EquationTerm product {
            { { Saying { "term.peak_of", { level.doorName() } }, level.bandwidth->value.value, "B/s" },
                { "term.share_reached", chip.efficiency.memory.value } }
        };
        const auto factor = [&product](std::string_view word, double value) {
            if (value != 1)
                product.times.push_back({ word, value });
        };
        const Engine& engine = machine().engine;
        if (level.isHbm())
            factor("term.engine_on_hbm", factorOf(engine.hbmMemoryFactor));
        if (!chip.perWeight) { // what was measured on the chip itself has both in it
            factor("term.engine", engine.memoryFactor.value);
            factor("term.number_format", m_story.machine.format.memoryFactor.value);
        }
        if (experts)
            factor("term.many_small_matrices", m_story.machine.physics.expertMemoryFactor);
        if (agree(product.value(), rate))
            m_into.push_back({ { name, rate, "B/s" }, { std::move(product) } });
    }

    void addKv(const Causes::Part& part)
    {
        if (part.attributed <= 0 || part.amount <= 0)
            return;
        EquationTerm term { { { "term.kv_bytes", part.amount, "B" } },
            { { "term.rate_for_kv_cache", part.amount / part.seconds, "B/s" } } };
        takeShare(term, part, "term.share_that_arithmetic_does_not_hide");
        put("term.kv_cache", part.attributed, { std::move(term) });
    }

    /// What one resource needs is often hidden behind what another one needs at the same time.
    static void takeShare(EquationTerm& term, const Causes::Part& part, std::string_view name)
    {
        constexpr double kNearlyAll = 0.9995;
        if (part.attributed < kNearlyAll * part.seconds)
            term.times.push_back({ name, part.attributed / part.seconds });
    }

    void addArithmetic(const Causes::Part& part)
    {
        if (part.seconds <= 0)
            return;
        const double rate = part.amount / part.seconds;
        EquationTerm products { { { "term.flops", part.amount, "flop" } },
            { { "term.mean_rate", rate, "flop/s" } } };
        if (part.attributed > 0) {
            takeShare(products, part, "term.share_that_memory_does_not_hide");
            put("term.arithmetic", part.attributed, { std::move(products) });
        } else {
            put("term.arithmetic_alone_all_of_it_hidden_behind_memory", part.seconds,
                { std::move(products) });
        }
        addFlopRate(rate);
    }

    void addFlopRate(double rate)
    {
        if (!rates().idealGemmFlops)
            return;
        const double peak = rates().idealGemmFlops->value;
        const double share = machine().chip.efficiency.compute.value;
        if (peak * share > 0)
            m_into.push_back({ { "term.mean_rate", rate, "flop/s" },
                { { { { "term.peak", peak, "flop/s" }, { "term.share_of_large_products", share },
                    { "term.further_share_products_too_small_attention_engine",
                        rate / (peak * share) } } } } });
    }

    void addMessages(const Causes& sums)
    {
        if (sums.messages <= 0)
            return;
        const double one = sums.messageSeconds / sums.messages;
        put("term.messages", sums.messageSeconds,
            { { { { "term.messages", sums.messages }, { "term.seconds_of_one", one, "s" } } } });
        const PoolMachine& pool = machine();
        if (!pool.scaleUp || pool.tensor <= 1 || pool.tensor > pool.chip.domain())
            return;
        const Link& link = *pool.scaleUp;
        const double bytes = sums.messageBytes / sums.messages;
        const double start = allReduce(pool, 0).seconds;
        const double rate = link.lowLatencyShare * link.bandwidth.value.value
            * std::pow(2.0 / pool.tensor, link.rootSharing.value);
        if (agree(start + bytes / rate, one))
            m_into.push_back({ { "term.seconds_of_one", one, "s" },
                { { { { "term.start_of_an_all_reduce", start, "s" } } },
                    { { { "term.bytes_sent", bytes, "B" } },
                        { { "term.link_rate_small_messages", rate, "B/s" } } } } });
    }

    void addFixed(const Causes& sums)
    {
        if (sums.layerSeconds + sums.passSeconds <= 0)
            return;
        std::vector<EquationTerm> terms;
        if (sums.layerSeconds > 0 && sums.layers > 0)
            terms.push_back({ { { "term.layers", sums.layers },
                { "term.fixed_latency_of_a_layer", sums.layerSeconds / sums.layers, "s" } } });
        if (sums.passSeconds > 0 && sums.passes > 0)
            terms.push_back({ { { "term.passes", sums.passes },
                { "term.fixed_latency_of_a_pass", sums.passSeconds / sums.passes, "s" } } });
        if (!terms.empty())
            put("term.fixed_latency", sums.layerSeconds + sums.passSeconds, std::move(terms));
        if (sums.layers > 0)
            addLayer(sums.layerSeconds / sums.layers);
    }

    /// Of a model whose layers are all alike.
    void addLayer(double seconds)
    {
        const PoolMachine& pool = machine();
        const Model& model = m_story.machine.model;
        if (pool.chip.native || model.attention.size() != 1 || model.feedForward.size() != 1)
            return;
        EquationTerm product { { { "term.engine_per_layer", pool.engine.perLayer.value.value, "s" } } };
        const auto factor = [&product](std::string_view word, double value) {
            if (value != 1)
                product.times.push_back({ word, value });
        };
        factor("term.software_of_this_chip", pool.chip.layerFactor);
        factor("term.what_if_on_latencies", pool.latencyFactor);
        if (model.feedForward.front().moe)
            factor("term.mixture_of_experts", m_story.machine.physics.moeLayerFactor);
        if (model.attention.front().kind == AttentionKind::Mla)
            factor("term.latent_attention", m_story.machine.physics.mlaLayerFactor);
        if (product.times.size() > 1 && agree(product.value(), seconds))
            m_into.push_back({ { "term.fixed_latency_of_a_layer", seconds, "s" }, { std::move(product) } });
    }

    const Story& m_story;
    const std::vector<Causes>& m_causes;
    std::vector<Equation>& m_into;
    std::size_t m_pool = 0;
};

double totalOf(const Causes& sums)
{
    return sums.weights.attributed + sums.experts.attributed + sums.kv.attributed + sums.compute.attributed
        + sums.activationSeconds + sums.messageSeconds + sums.layerSeconds + sums.passSeconds
        + sums.draftSeconds;
}

} // namespace

std::string poolName(const Story& story, std::size_t pool)
{
    return story.run.pools[pool].chipName + " (" + std::string(nameOf(story.run.pools[pool].role)) + ')';
}

Saying onPool(std::string_view name, const Story& story, const std::vector<Causes>& causes, std::size_t pool)
{
    int busy = 0;
    for (const Causes& sums : causes)
        busy += totalOf(sums) > 0 ? 1 : 0;
    return busy > 1 ? Saying { "term.on", { Sayings { name }, poolName(story, pool) } } : Saying { name };
}

void addTimeTerms(const Story& story, const std::vector<Causes>& causes, Equation& into)
{
    for (std::size_t pool = 0; pool < causes.size(); ++pool) {
        const Causes& sums = causes[pool];
        const auto add = [&](std::string_view name, double seconds) {
            into.add(onPool(name, story, causes, pool), seconds);
        };
        add("term.weights", sums.weights.attributed);
        add("term.expert_weights", sums.experts.attributed);
        add("term.kv_cache", sums.kv.attributed);
        add("term.arithmetic", sums.compute.attributed);
        add("term.activations_on_their_way", sums.activationSeconds);
        add("term.messages", sums.messageSeconds);
        add("term.fixed_latency", sums.layerSeconds + sums.passSeconds);
        add("term.drafts", sums.draftSeconds);
    }
}

void addTimeEquations(const Story& story, const std::vector<Causes>& causes, std::vector<Equation>& into)
{
    TimeEquations equations(story, causes, into);
    for (std::size_t pool = 0; pool < causes.size(); ++pool)
        if (totalOf(causes[pool]) > 0)
            equations.addPool(pool);
}

} // namespace memwall::core
