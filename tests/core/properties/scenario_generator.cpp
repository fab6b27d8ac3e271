#include "tests/core/properties/scenario_generator.h"

#include "core/machine/placement.h"
#include "core/scenario/scenario_io.h"
#include "core/schedule/arrivals.h"
#include "tests/core/properties/tiny_models.h"

#include <algorithm>
#include <cmath>

namespace memwall::tests
{

using namespace core;
using nlohmann::json;

namespace
{

class SystemGenerator
{
public:
    SystemGenerator(Pools pools, const Catalog& catalog)
        : m_pools(pools)
        , m_catalog(catalog)
    {
    }

    Drawn draw()
    {
        m_scenario["memwall"] = 1;
        m_system["name"] = "drawn";
        addModel();
        addPools();
        addNumbers();
        addBatching();
        addWorkload();
        if (m_pools == Pools::Drafting)
            addSpeculation();
        else if (m_pools == Pools::Shared && chance(8)
            && m_system.value("/batching/policy"_json_pointer, "") != "chunked")
            m_system["kv_cache"] = false;
        m_scenario["systems"] = json::array({ m_system });
        for (std::size_t i = 0; i < m_system["pools"].size(); ++i)
            fitCapacity(i);
        return { m_scenario.dump(2) + '\n' };
    }

private:
    void addModel()
    {
        const std::size_t chosen
            = m_pools != Pools::Pair && chance(2) ? indexOfHardwired() : m_catalog.models.size();
        if (chosen < m_catalog.models.size() || chance(50)) {
            m_model
                = m_catalog.models[chosen < m_catalog.models.size() ? chosen : pick(m_catalog.models.size())];
            m_system["model"] = m_model.id.text();
            return;
        }
        const json tiny = tinyModel();
        m_model = readModel(tiny, {}).value();
        m_system["model"] = tiny;
    }

    [[nodiscard]] std::size_t indexOfHardwired() const
    {
        const auto model = std::find_if(m_catalog.models.begin(), m_catalog.models.end(),
            [](const Model& one) { return one.id == ModelId("llama-3.1-8b"); });
        return static_cast<std::size_t>(model - m_catalog.models.begin());
    }

    const Chip& drawChip()
    {
        const std::size_t chosen = pick(m_catalog.chips.size() + 1);
        // The first one to shrink to is the best known.
        if (chosen == 0)
            return *m_catalog.chip(core::ChipId("h100_sxm"));
        const Chip& chip = m_catalog.chips[chosen - 1];
        if (chip.hardwiredModel && *chip.hardwiredModel != m_model.id && !chance(10))
            return *m_catalog.chip(core::ChipId("h100_sxm"));
        return chip;
    }

    [[nodiscard]] bool hasExperts() const
    {
        return std::any_of(m_model.feedForward.begin(), m_model.feedForward.end(),
            [](const FeedForward& group) { return group.moe; });
    }

    json drawPool(const char* role)
    {
        const Chip& chip = drawChip();
        m_chips.push_back(&chip);
        const std::string word = role;
        int tensor = 1, stages = 1, experts = 1;
        if (chip.scaleUp || chance(4)) {
            tensor = oneOf<int>({ 1, 2, 4, 8, 3, 16 });
            if (m_pools != Pools::Pair)
                stages = std::min(oneOf<int>({ 1, 1, 2, 3 }), m_model.layers);
            if (hasExperts() && word != "attention" && chance(40))
                experts = tensor * oneOf<int>({ 1, 2, 4, 8 });
        }
        // Attention and feed-forward pools work in pairs.
        const int replicas = word == "ffn" ? m_replicas : oneOf<int>({ 1, 1, 1, 2, 3 });
        m_replicas = replicas;
        json pool { { "role", role }, { "chip", chip.id.text() }, { "tensor_parallel", tensor },
            { "chips", std::max(tensor, experts) * stages * replicas } };
        if (stages > 1)
            pool["pipeline_parallel"] = stages;
        if (experts > 1)
            pool["expert_parallel"] = experts;
        if (replicas > 1)
            pool["replicas"] = replicas;
        addScale(pool);
        return pool;
    }

    static void addScale(json& pool)
    {
        for (const char* key : { "bandwidth", "flops", "latency", "link" })
            if (chance(15))
                pool["scale"][key] = oneOf<double>({ 0.5, 2, 0.01, 100 });
    }

    void addPools()
    {
        const bool split = m_pools == Pools::Split || (m_pools == Pools::Drafting && chance(25));
        json pools = json::array();
        if (split) {
            pools.push_back(drawPool("prefill"));
            pools.push_back(drawPool("decode"));
        } else if (m_pools == Pools::Pair) {
            pools.push_back(drawPool("attention"));
            pools.push_back(drawPool("ffn"));
        } else {
            pools.push_back(drawPool("both"));
        }
        if (pools.size() > 1 && chance(10))
            std::swap(pools[0], pools[1]);
        if (pools.size() > 1 && chance(40))
            m_system["link"] = m_catalog.links[pick(m_catalog.links.size())].id.text();
        m_system["pools"] = pools;
    }

    /// Formats of weights and cache, and the engine.
    void addNumbers()
    {
        const auto wired = std::any_of(m_chips.begin(), m_chips.end(),
            [](const Chip* chip) { return chip->hardwiredModel.has_value(); });
        if (wired && !chance(5))
            m_system["weight_bits"] = kEtched.text();
        else if (chance(40))
            m_system["weight_bits"] = m_catalog.formats[pick(m_catalog.formats.size())].id.text();
        else
            m_system["weight_bits"] = oneOf<int>({ 16, 8, 4 });
        if (chance(30))
            m_system["kv_bits"] = oneOf<int>({ 8, 4 });
        const bool driven
            = std::any_of(m_chips.begin(), m_chips.end(), [](const Chip* chip) { return !chip->native; });
        if (!driven || !chance(60))
            return;
        const Engine& engine = m_catalog.engines[pick(m_catalog.engines.size())];
        if (!engine.native)
            m_system["engine"] = engine.id.text();
    }

    void addBatching()
    {
        m_system["batching"] = { { "policy", oneOf<const char*>({ "continuous", "chunked", "static" }) },
            { "max_batch", chance(60) ? 1 + pick(6) : 64 } };
    }

    static json tokens(std::size_t most)
    {
        const std::size_t kind = pick(4);
        if (kind < 2)
            return 1 + pick(most);
        const std::size_t low = 1 + pick(most);
        const std::size_t high = low + pick(most);
        if (kind == 2)
            return { { "distribution", "uniform" }, { "min", low }, { "max", high } };
        return { { "distribution", "lognormal" }, { "median", low }, { "p90", high } };
    }

    void addWorkload()
    {
        const auto arrivals = oneOf<const char*>({ "together", "poisson", "closed" });
        const auto room = static_cast<std::size_t>(std::max(64, m_model.maxContext.value_or(1 << 20)));
        const std::size_t prompt
            = std::min<std::size_t>(oneOf<std::size_t>({ 40, 400, 3000, 20000 }), room / 4);
        // Every round of speculation is a segment of its own.
        const std::size_t longest = m_pools == Pools::Drafting ? 10 : 60;
        const std::size_t output = std::min<std::size_t>(oneOf<std::size_t>({ 4, 20, longest }), room / 4);
        json workload { { "arrivals", arrivals }, { "users", 1 + pick(5) }, { "requests", 1 + pick(8) },
            { "prompt_tokens", tokens(prompt) }, { "output_tokens", tokens(output) } };
        if (chance(50))
            workload["rate_per_s"] = oneOf<double>({ 10, 100, 1000, 0.5, 1e5 });
        if (chance(50))
            workload["seed"] = pick(1000);
        for (int i = 0; i < 2 && chance(12); ++i)
            workload["events"].push_back({ { "at_s", oneOf<double>({ 0, 0.01, 0.1, 1, 20 }) },
                { "prompt_tokens", 1 + pick(prompt) }, { "output_tokens", 1 + pick(output) } });
        m_scenario["workload"] = workload;
        // A few chunks for each prompt.
        if (chance(70))
            m_system["batching"]["prefill_chunk_tokens"] = 1 + prompt / 4 + pick(prompt);
    }

    void addSpeculation()
    {
        json speculation { { "method", oneOf<const char*>({ "ngram", "mtp", "eagle", "draft-model" }) },
            { "draft_tokens", 1 + pick(chance(20) ? 16 : 5) } };
        if (speculation["method"] == "draft-model")
            speculation["draft_model"] = drafter();
        if (chance(30))
            for (std::size_t i = pick(4) + 1; i > 0; --i)
                speculation["acceptance"].push_back(oneOf<double>({ 0.7, 0.3, 1, 0 }));
        else
            speculation["acceptance"] = oneOf<double>({ 0.7, 0.3, 1, 0 });
        m_system["speculation"] = speculation;
    }

    /// A model of the same vocabulary.
    json drafter()
    {
        if (m_system["model"].is_object())
            return tinyModel();
        std::vector<const Model*> alike;
        for (const Model& model : m_catalog.models)
            if (model.vocabulary == m_model.vocabulary)
                alike.push_back(&model);
        return alike[pick(alike.size())]->id.text();
    }

    /// Scales the capacity of a pool so that weights and a few requests fill it: that is where the scheduler
    /// has choices. Now and then the capacity stays, or weights spill.
    void fitCapacity(std::size_t index)
    {
        const std::size_t kind = pick(12);
        const auto scenario = scenarioFromJson(m_scenario, m_catalog);
        if (!scenario)
            return;
        const Machine machine = resolve(scenario->systems[0], m_catalog);
        const Pool& drawn = scenario->systems[0].pools[index];
        const auto pool = std::find_if(machine.pools.begin(), machine.pools.end(),
            [&](const PoolMachine& one) { return one.role == drawn.role; });
        const auto& home = pool->chip.levels[pool->chip.homeLevel].capacity;
        if (!home || pool->chip.kvLevel != pool->chip.homeLevel)
            return;
        double largest = 0;
        for (const Request& request : requestsOf(scenario->workload, machine.model.maxContext).requests)
            largest = std::max(largest,
                kvPerChip(
                    machine, *pool, static_cast<double>(request.promptTokens + request.outputTokens + 32)));
        const double weights = weightsPerChip(machine, *pool);
        const double capacity = home->value.value;
        const bool fits = weights + largest < 0.85 * capacity;
        if (kind < 3 && (fits || kind == 0))
            return;
        constexpr double kRoomFor[] { 8, 8, 8, 1.02, 1.3, 1.7, 2.2, 3, 4, 4, 8 };
        const double reserve = 1 - machine.physics.runtimeReserveBytes / 80e9
            - (pool->attentionGroups() > 1 ? machine.physics.dataParallelReserveBytes / 80e9 : 0.0);
        const double needed = kind == 11 ? 0.6 * weights + largest
                                         : weights + largest * kRoomFor[kind] / machine.physics.usableShare;
        const double scale = std::clamp(needed / reserve / capacity, 1e-6, 1e6);
        m_scenario["systems"][0]["pools"][index]["scale"]["capacity"] = scale;
    }

    Pools m_pools;
    const Catalog& m_catalog;
    json m_scenario, m_system;
    Model m_model;
    std::vector<const Chip*> m_chips;
    int m_replicas = 1;
};

} // namespace

void showValue(const Drawn& drawn, std::ostream& out)
{
    out << drawn.text;
}

rc::Gen<Drawn> scenarios(Pools pools, const Catalog& catalog)
{
    return rc::gen::exec([pools, &catalog] { return SystemGenerator(pools, catalog).draw(); });
}

} // namespace memwall::tests
