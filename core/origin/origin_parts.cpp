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
        addWeights("weights", sums.weights, false);
        addWeights("expert weights", sums.experts, true);
        addKv(sums.kv);
        addArithmetic(sums.compute);
        addMessages(sums);
        addFixed(sums);
        if (sums.drafts > 0)
            put("drafts", sums.draftSeconds,
                { { { { "drafting passes", sums.drafts },
                    { "seconds of one", sums.draftSeconds / sums.drafts, "s" } } } });
    }

private:
    [[nodiscard]] const PoolRates& rates() const { return m_story.rates[m_pool]; }
    [[nodiscard]] const PoolMachine& machine() const { return m_story.machine.pools[m_pool]; }
    [[nodiscard]] std::size_t home() const { return machine().chip.homeLevel; }

    void put(const std::string& name, double value, std::vector<EquationTerm> terms)
    {
        m_into.push_back({ { name + partSuffix(m_story, m_causes, m_pool), value, "s" }, std::move(terms) });
    }

    [[nodiscard]] bool spilled() const
    {
        const PoolInfo& pool = m_story.run.pools[m_pool];
        for (std::size_t level = 0; level < pool.homeLevel; ++level)
            if (pool.levels[level].weightBytes > 0)
                return true;
        return false;
    }

    void addWeights(const std::string& name, const Causes::Part& part, bool experts)
    {
        if (part.attributed <= 0 || part.amount <= 0)
            return;
        const DoorRate& door = rates().doors[home()];
        const double rate = experts ? door.experts : door.weights;
        const double unpacked = weightsUnpacked(part, rate);
        const bool known
            = !spilled() && agree(part.amount / rate + unpacked * rates().unpackSeconds, part.seconds);
        const double shown = known ? rate : part.amount / part.seconds;
        const std::string bytes = experts ? "expert bytes" : "weight bytes";
        const std::string rateName = experts ? "rate for experts" : "rate reached";
        std::vector<EquationTerm> terms { { { { bytes, part.amount, "B" } },
            { { rateName, shown, "B/s" } } } };
        if (known && unpacked > 0)
            terms.push_back({ { { "weights unpacked", std::round(unpacked) } },
                { { "weights unpacked in a second", 1 / rates().unpackSeconds, "weights/s" } } });
        for (EquationTerm& term : terms)
            takeShare(term, part, "share that arithmetic does not hide");
        put(name, part.attributed, std::move(terms));
        if (known)
            addRate(rateName, rate, experts);
        const double active = m_story.report.model.activeWeightBytes;
        const double chips = machine().inStep();
        if (!experts && chips > 1 && agree(active / chips, part.amount))
            m_into.push_back({ { bytes, part.amount, "B" },
                { { { { "weights read for a token", active, "B" } }, { { "chips", chips } } } } });
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
    void addRate(const std::string& name, double rate, bool experts)
    {
        const Chip& chip = machine().chip;
        const MemoryLevel& level = chip.levels[home()];
        EquationTerm product { { { "peak of " + level.doorName(), level.bandwidth->value.value, "B/s" },
            { "share reached", chip.efficiency.memory.value } } };
        const auto factor = [&product](const char* word, double value) {
            if (value != 1)
                product.times.push_back({ word, value });
        };
        const Engine& engine = machine().engine;
        if (level.kind.starts_with("HBM"))
            factor("engine on HBM", engine.hbmMemoryFactor.value);
        if (!chip.perWeight) { // what was measured on the chip itself has both in it
            factor("engine", engine.memoryFactor.value);
            factor("number format", m_story.machine.format.memoryFactor.value);
        }
        if (experts)
            factor("many small matrices", m_story.machine.physics.expertMemoryFactor);
        if (agree(product.value(), rate))
            m_into.push_back({ { name, rate, "B/s" }, { std::move(product) } });
    }

    void addKv(const Causes::Part& part)
    {
        if (part.attributed <= 0 || part.amount <= 0)
            return;
        EquationTerm term { { { "KV bytes", part.amount, "B" } },
            { { "rate for KV cache", part.amount / part.seconds, "B/s" } } };
        takeShare(term, part, "share that arithmetic does not hide");
        put("KV cache", part.attributed, { std::move(term) });
    }

    /// What one resource needs is often hidden behind what another one needs at the same time.
    static void takeShare(EquationTerm& term, const Causes::Part& part, const char* name)
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
        EquationTerm products { { { "flops", part.amount, "flop" } }, { { "mean rate", rate, "flop/s" } } };
        if (part.attributed > 0) {
            takeShare(products, part, "share that memory does not hide");
            put("arithmetic", part.attributed, { std::move(products) });
        } else {
            put("arithmetic alone, all of it hidden behind memory", part.seconds, { std::move(products) });
        }
        addFlopRate(rate);
    }

    void addFlopRate(double rate)
    {
        const double peak = rates().idealGemmFlops;
        const double share = machine().chip.efficiency.compute.value;
        if (std::isfinite(peak) && peak * share > 0)
            m_into.push_back({ { "mean rate", rate, "flop/s" },
                { { { { "peak", peak, "flop/s" }, { "share of large products", share },
                    { "further share (products too small, attention, engine)",
                        rate / (peak * share) } } } } });
    }

    void addMessages(const Causes& sums)
    {
        if (sums.messages <= 0)
            return;
        const double one = sums.messageSeconds / sums.messages;
        put("messages", sums.messageSeconds,
            { { { { "messages", sums.messages }, { "seconds of one", one, "s" } } } });
        const PoolMachine& pool = machine();
        if (!pool.scaleUp || pool.tensor <= 1 || pool.tensor > pool.chip.scaleUp.maxChips)
            return;
        const Link& link = *pool.scaleUp;
        const double bytes = sums.messageBytes / sums.messages;
        const double start = allReduce(pool, 0).seconds;
        const double rate = link.lowLatencyShare * link.bandwidth.value.value
            * std::pow(2.0 / pool.tensor, link.rootSharing.value);
        if (agree(start + bytes / rate, one))
            m_into.push_back({ { "seconds of one", one, "s" },
                { { { { "start of an all-reduce", start, "s" } } },
                    { { { "bytes sent", bytes, "B" } },
                        { { "link rate, small messages", rate, "B/s" } } } } });
    }

    void addFixed(const Causes& sums)
    {
        if (sums.layerSeconds + sums.passSeconds <= 0)
            return;
        std::vector<EquationTerm> terms;
        if (sums.layerSeconds > 0 && sums.layers > 0)
            terms.push_back({ { { "layers", sums.layers },
                { "fixed latency of a layer", sums.layerSeconds / sums.layers, "s" } } });
        if (sums.passSeconds > 0 && sums.passes > 0)
            terms.push_back({ { { "passes", sums.passes },
                { "fixed latency of a pass", sums.passSeconds / sums.passes, "s" } } });
        if (!terms.empty())
            put("fixed latency", sums.layerSeconds + sums.passSeconds, std::move(terms));
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
        EquationTerm product { { { "engine, per layer", pool.engine.perLayer.value.value, "s" } } };
        const auto factor = [&product](const char* word, double value) {
            if (value != 1)
                product.times.push_back({ word, value });
        };
        factor("software of this chip", pool.chip.layerFactor);
        factor("what-if on latencies", pool.latencyFactor);
        if (model.feedForward.front().moe)
            factor("mixture of experts", m_story.machine.physics.moeLayerFactor);
        if (model.attention.front().kind == AttentionKind::Mla)
            factor("latent attention", m_story.machine.physics.mlaLayerFactor);
        if (product.times.size() > 1 && agree(product.value(), seconds))
            m_into.push_back({ { "fixed latency of a layer", seconds, "s" }, { std::move(product) } });
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

std::string partSuffix(const Story& story, const std::vector<Causes>& causes, std::size_t pool)
{
    int busy = 0;
    for (const Causes& sums : causes)
        busy += totalOf(sums) > 0 ? 1 : 0;
    return busy > 1 ? " on " + poolName(story, pool) : std::string {};
}

void addTimeTerms(const Story& story, const std::vector<Causes>& causes, Equation& into)
{
    for (std::size_t pool = 0; pool < causes.size(); ++pool) {
        const Causes& sums = causes[pool];
        const std::string on = partSuffix(story, causes, pool);
        into.add("weights" + on, sums.weights.attributed);
        into.add("expert weights" + on, sums.experts.attributed);
        into.add("KV cache" + on, sums.kv.attributed);
        into.add("arithmetic" + on, sums.compute.attributed);
        into.add("activations on their way" + on, sums.activationSeconds);
        into.add("messages" + on, sums.messageSeconds);
        into.add("fixed latency" + on, sums.layerSeconds + sums.passSeconds);
        into.add("drafts" + on, sums.draftSeconds);
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
