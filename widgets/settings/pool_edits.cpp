#include "widgets/settings/scenario_edits.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr int kLargestCount = 1024;
constexpr int kDomainsBeyond = 8; ///< domains joined by a network that the list goes up to

nlohmann::json poolJson(const core::Pool& pool)
{
    nlohmann::json json { { "role", core::nameOf(pool.role) }, { "chip", core::settingOf(pool.chip) },
        { "chips", pool.chips }, { "tensor_parallel", pool.tensorParallel },
        { "pipeline_parallel", pool.pipelineParallel }, { "expert_parallel", pool.expertParallel },
        { "replicas", pool.replicas } };
    if (pool.scale != core::ResourceScale {})
        json["scale"] = { { "bandwidth", pool.scale.bandwidth }, { "flops", pool.scale.flops },
            { "capacity", pool.scale.capacity }, { "latency", pool.scale.latency },
            { "link", pool.scale.link } };
    return json;
}

nlohmann::json poolsJson(const std::vector<core::Pool>& pools)
{
    nlohmann::json json = nlohmann::json::array();
    for (const core::Pool& pool : pools)
        json.push_back(poolJson(pool));
    return json;
}

/// Roles are ordered by when they work in a pass; the last one decodes and reads the weights.
std::size_t decodeIndex(const std::vector<core::Pool>& pools)
{
    const auto last = std::max_element(
        pools.begin(), pools.end(), [](const core::Pool& a, const core::Pool& b) { return a.role < b.role; });
    return static_cast<std::size_t>(last - pools.begin());
}

bool isPartOfLayers(core::PoolRole role)
{
    return role == core::PoolRole::Attention || role == core::PoolRole::Ffn;
}

/// Wafers hand layers on to each other; all other chips share every layer, as do pools of half layers.
void setChips(core::Pool& pool, const core::Chip& chip, int chips)
{
    const bool inStages = chip.chipClass == core::ChipClass::Wafer && !isPartOfLayers(pool.role);
    pool.chips = chips;
    pool.tensorParallel = inStages ? 1 : chips;
    pool.pipelineParallel = inStages ? chips : 1;
    pool.expertParallel = 1;
    pool.replicas = 1;
}

/// Classes of engines run on anything; a named engine belongs to the chips it was written for.
bool engineSuits(const EditContext& context, const std::vector<core::Pool>& pools)
{
    const std::string& id = context.edited().engine;
    const auto native = [&](const core::Pool& pool) {
        const auto chip = chipOf(context.catalog, pool.chip);
        return chip && chip->native.has_value();
    };
    const core::Engine* engine = context.catalog.engine(id);
    if (engine != nullptr && engine->native)
        return std::all_of(pools.begin(), pools.end(), native);
    if (std::all_of(pools.begin(), pools.end(), native))
        return false;
    const auto before = chipOf(context.catalog, context.decodePool().chip);
    const auto after = chipOf(context.catalog, pools[decodeIndex(pools)].chip);
    const bool namedForOthers = engine != nullptr && !engine->isClass && before && after && !after->native
        && before->defaultEngine != after->defaultEngine;
    return !namedForOthers;
}

void add(core::Settings& settings, const EditContext& context, const char* tail, nlohmann::json value)
{
    settings.emplace_back(context.pointer(tail), std::move(value));
}

void setPools(core::Settings& settings, const EditContext& context, const std::vector<core::Pool>& pools)
{
    add(settings, context, "/pools", poolsJson(pools));
    if (!context.edited().engine.empty() && !engineSuits(context, pools))
        add(settings, context, "/engine", nullptr);
    if (pools.size() == 1 && context.edited().link)
        add(settings, context, "/link", nullptr);
}

/// A hardwired chip is its model: one chip, its format, no second model beside it.
core::Settings hardwired(const EditContext& context, const core::CatalogRef& ref, const core::Chip& chip)
{
    core::Pool pool = context.decodePool();
    pool.role = core::PoolRole::Both;
    pool.chip = ref;
    setChips(pool, chip, 1);
    const core::CatalogRef model { .id = *chip.hardwiredModel, .object = {} };
    core::Settings settings = setModel(context, model);
    const bool dropped = std::any_of(settings.begin(), settings.end(),
        [&](const auto& setting) { return setting.first == context.pointer("/speculation"); });
    if (context.edited().speculation && !dropped)
        add(settings, context, "/speculation", nullptr);
    add(settings, context, "/weight_bits", "hc1");
    setPools(settings, context, { pool });
    return settings;
}

} // namespace

std::string EditContext::pointer(const std::string& tail) const
{
    return "/systems/" + std::to_string(system) + tail;
}

const core::Pool& EditContext::decodePool() const
{
    return edited().pools[decodeIndex(edited().pools)];
}

bool splitsLayers(const core::System& system)
{
    return std::any_of(system.pools.begin(), system.pools.end(),
        [](const core::Pool& pool) { return isPartOfLayers(pool.role); });
}

core::Settings setHardware(const EditContext& context, const core::CatalogRef& ref, int chips)
{
    const auto chip = chipOf(context.catalog, ref);
    if (!chip)
        return {};
    if (chip->hardwiredModel)
        return hardwired(context, ref, *chip);
    const core::Pool before = context.decodePool();
    std::vector<core::Pool> pools = context.edited().pools;
    for (core::Pool& pool : pools) {
        const bool last = &pool == &pools[decodeIndex(pools)];
        if (!last && pool.chip != before.chip)
            continue;
        pool.chip = ref;
        setChips(pool, *chip, last || pool.chips == before.chips ? chips : pool.chips);
    }
    core::Settings settings;
    const auto left = chipOf(context.catalog, before.chip);
    if ((left && left->hardwiredModel) || isEtched(context.edited().weightBits, context.catalog))
        add(settings, context, "/weight_bits", 16);
    setPools(settings, context, pools);
    return settings;
}

std::vector<int> chipCounts(const core::Chip& chip, const core::Model& model)
{
    std::vector<int> counts { 1 };
    if (chip.scaleUp.link.empty())
        return counts;
    const bool inStages = chip.chipClass == core::ChipClass::Wafer;
    const int domain = chip.scaleUp.maxChips;
    int limit = chip.scaleOut.link.empty() ? domain : domain * kDomainsBeyond;
    limit = std::min(limit, inStages ? std::max(1, model.layers) : kLargestCount);
    for (int count = 2; count <= limit; count *= 2)
        counts.push_back(count);
    if (domain <= limit && !std::binary_search(counts.begin(), counts.end(), domain))
        counts.insert(std::upper_bound(counts.begin(), counts.end(), domain), domain);
    return counts;
}

int nearestCount(const std::vector<int>& counts, int wanted)
{
    const auto distance = [wanted](int count) { return std::abs(std::log2(count) - std::log2(wanted)); };
    return *std::min_element(
        counts.begin(), counts.end(), [&](int a, int b) { return distance(a) < distance(b); });
}

bool isDisaggregated(const core::System& system)
{
    return std::any_of(system.pools.begin(), system.pools.end(),
        [](const core::Pool& pool) { return pool.role == core::PoolRole::Prefill; });
}

core::Settings setDisaggregated(const EditContext& context, bool on)
{
    const core::Pool& decode = context.decodePool();
    const auto chip = chipOf(context.catalog, decode.chip);
    if (!chip || on == isDisaggregated(context.edited()))
        return {};
    core::Settings settings;
    if (on) {
        std::vector<core::Pool> pools(2, decode);
        pools[0].role = core::PoolRole::Prefill;
        pools[1].role = core::PoolRole::Decode;
        setChips(pools[0], *chip, std::max(1, decode.chips / 2));
        setChips(pools[1], *chip, std::max(1, decode.chips - decode.chips / 2));
        setPools(settings, context, pools);
        add(settings, context, "/link", "infiniband_ndr");
        return settings;
    }
    core::Pool merged = decode;
    merged.role = core::PoolRole::Both;
    int chips = 0;
    for (const core::Pool& pool : context.edited().pools)
        chips += pool.chips;
    setChips(merged, *chip, chip->scaleUp.link.empty() ? 1 : chips);
    setPools(settings, context, { merged });
    return settings;
}

QString whyNotDisaggregated(const EditContext& context)
{
    const core::System& system = context.edited();
    if (splitsLayers(system))
        return QCoreApplication::translate(
            "ScenarioEdits", "Attention and feed-forward already have rooms of their own here.");
    if (std::any_of(system.pools.begin(), system.pools.end(),
            [](const core::Pool& pool) { return pool.replicas > 1; }))
        return QCoreApplication::translate("ScenarioEdits",
            "This machine runs copies of the model side by side. Choose the hardware anew to make it one "
            "copy.");
    return {};
}

} // namespace memwall::ui
