#include "core/scenario/scenario_edits.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

constexpr int kLargestCount = 1024;
constexpr int kDomainsBeyond = 8; ///< domains joined by a network that the list goes up to

/// Roles are ordered by when they work in a pass; the last one decodes and reads the weights.
std::size_t decodeIndex(const std::vector<Pool>& pools)
{
    const auto last = std::max_element(
        pools.begin(), pools.end(), [](const Pool& a, const Pool& b) { return a.role < b.role; });
    return static_cast<std::size_t>(last - pools.begin());
}

bool isPartOfLayers(PoolRole role)
{
    return role == PoolRole::Attention || role == PoolRole::Ffn;
}

/// Wafers hand layers on to each other; all other chips share every layer, as do pools of half layers.
void setChips(Pool& pool, const Chip& chip, int chips)
{
    const bool inStages = chip.chipClass == ChipClass::Wafer && !isPartOfLayers(pool.role);
    pool.chips = chips;
    pool.tensorParallel = inStages ? 1 : chips;
    pool.pipelineParallel = inStages ? chips : 1;
    pool.expertParallel = 1;
    pool.replicas = 1;
}

/// Classes of engines run on anything; a named engine belongs to the chips it was written for.
bool engineSuits(const EditContext& context, const std::vector<Pool>& pools)
{
    const auto native = [&](const Pool& pool) {
        const auto chip = chipOf(pool.chip, context.catalog);
        return chip && chip->native.has_value();
    };
    const Engine* engine = context.catalog.engine(context.edited().engine.value());
    if (engine != nullptr && engine->native)
        return std::all_of(pools.begin(), pools.end(), native);
    if (std::all_of(pools.begin(), pools.end(), native))
        return false;
    const auto before = chipOf(context.decodePool().chip, context.catalog);
    const auto after = chipOf(pools[decodeIndex(pools)].chip, context.catalog);
    const bool namedForOthers = engine != nullptr && !engine->isClass && before && after && !after->native
        && before->defaultEngine != after->defaultEngine;
    return !namedForOthers;
}

void add(Settings& settings, const EditContext& context, const char* tail, nlohmann::json value)
{
    settings.emplace_back(context.pointer(tail), std::move(value));
}

void setPools(Settings& settings, const EditContext& context, const std::vector<Pool>& pools)
{
    add(settings, context, "/pools", settingOf(pools));
    if (context.edited().engine && !engineSuits(context, pools))
        add(settings, context, "/engine", nullptr);
    if (pools.size() == 1 && context.edited().link)
        add(settings, context, "/link", nullptr);
}

/// A hardwired chip is its model: one chip, its format, no second model beside it.
Settings hardwired(const EditContext& context, const ChipRef& ref, const Chip& chip)
{
    Pool pool = context.decodePool();
    pool.role = PoolRole::Both;
    pool.chip = ref;
    setChips(pool, chip, 1);
    const ModelRef model { .id = *chip.hardwiredModel, .object = {} };
    Settings settings = setModel(context, model);
    const bool dropped = std::any_of(settings.begin(), settings.end(),
        [&](const auto& setting) { return setting.first == context.pointer("/speculation"); });
    if (context.edited().speculation && !dropped)
        add(settings, context, "/speculation", nullptr);
    add(settings, context, "/weight_bits", kEtched.text());
    setPools(settings, context, { pool });
    return settings;
}

} // namespace

std::string EditContext::pointer(const std::string& tail) const
{
    return "/systems/" + std::to_string(system) + tail;
}

const Pool& EditContext::decodePool() const
{
    return edited().pools[decodeIndex(edited().pools)];
}

bool splitsLayers(const System& system)
{
    return std::any_of(
        system.pools.begin(), system.pools.end(), [](const Pool& pool) { return isPartOfLayers(pool.role); });
}

Settings setBandwidth(const EditContext& context, PoolRole role, double scale)
{
    const std::vector<Pool>& pools = context.edited().pools;
    const auto pool
        = std::find_if(pools.begin(), pools.end(), [role](const Pool& each) { return each.role == role; });
    MEMWALL_ASSERT(pool != pools.end());
    Settings settings;
    add(settings, context, ("/pools/" + std::to_string(pool - pools.begin()) + "/scale/bandwidth").c_str(),
        scale);
    return settings;
}

Settings setHardware(const EditContext& context, const ChipRef& ref, int chips)
{
    const auto chip = chipOf(ref, context.catalog);
    if (!chip)
        return {};
    if (chip->hardwiredModel)
        return hardwired(context, ref, *chip);
    const Pool before = context.decodePool();
    std::vector<Pool> pools = context.edited().pools;
    for (Pool& pool : pools) {
        const bool last = &pool == &pools[decodeIndex(pools)];
        if (!last && pool.chip != before.chip)
            continue;
        pool.chip = ref;
        setChips(pool, *chip, last || pool.chips == before.chips ? chips : pool.chips);
    }
    Settings settings;
    const auto left = chipOf(before.chip, context.catalog);
    if ((left && left->hardwiredModel) || isEtched(context.edited().weightBits, context.catalog))
        add(settings, context, "/weight_bits", 16);
    setPools(settings, context, pools);
    return settings;
}

std::vector<int> chipCounts(const Chip& chip, const Model& model)
{
    std::vector<int> counts { 1 };
    if (!chip.scaleUp)
        return counts;
    const bool inStages = chip.chipClass == ChipClass::Wafer;
    const int domain = chip.domain();
    int limit = chip.scaleOut ? domain * kDomainsBeyond : domain;
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

bool isDisaggregated(const System& system)
{
    return std::any_of(system.pools.begin(), system.pools.end(),
        [](const Pool& pool) { return pool.role == PoolRole::Prefill; });
}

Settings setDisaggregated(const EditContext& context, bool on)
{
    const Pool& decode = context.decodePool();
    const auto chip = chipOf(decode.chip, context.catalog);
    if (!chip || on == isDisaggregated(context.edited()))
        return {};
    Settings settings;
    if (on) {
        std::vector<Pool> pools(2, decode);
        pools[0].role = PoolRole::Prefill;
        pools[1].role = PoolRole::Decode;
        setChips(pools[0], *chip, std::max(1, decode.chips / 2));
        setChips(pools[1], *chip, std::max(1, decode.chips - decode.chips / 2));
        setPools(settings, context, pools);
        add(settings, context, "/link", kUsualNetwork.text());
        return settings;
    }
    Pool merged = decode;
    merged.role = PoolRole::Both;
    int chips = 0;
    for (const Pool& pool : context.edited().pools)
        chips += pool.chips;
    setChips(merged, *chip, chip->scaleUp ? chips : 1);
    setPools(settings, context, { merged });
    return settings;
}

Saying whyNotDisaggregated(const EditContext& context)
{
    const System& system = context.edited();
    if (splitsLayers(system))
        return "edit.apart_already";
    if (std::any_of(
            system.pools.begin(), system.pools.end(), [](const Pool& pool) { return pool.replicas > 1; }))
        return "edit.replicas";
    return {};
}

} // namespace memwall::core
