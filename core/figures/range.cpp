#include "core/figures/range.h"

#include "core/catalog/model_size.h"
#include "core/figures/report_steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Users from which on it matters which experts the prompts of a benchmark reach.
constexpr double kManyUsers = 8;
/// Tokens up to which a quantized product is mostly start-up.
constexpr double kFewTokens = 64;
/// Share of the memory from which on weights leave little for KV cache.
constexpr double kTight = 0.55;

/// A rate or a cost that no measurement has moved, and that nobody has measured elsewhere.
template <typename T> bool isGuess(const Sourced<T>& value)
{
    return value.confidence == Confidence::Estimate && value.source != kFitSource;
}

Saying ofChip(const Chip& chip)
{
    if (chip.native)
        return { "range.native", {} };
    if (chip.chipClass == ChipClass::Cpu)
        return { "range.processor", {} };
    if (chip.chipClass == ChipClass::Tpu || chip.chipClass == ChipClass::Asic)
        return { "range.accelerator", {} };
    if (isGuess(chip.efficiency.memory))
        return { "range.chip", {} };
    return {};
}

Saying ofMachine(const RangeCase& asked)
{
    if (asked.apart)
        return { "range.apart", {} };
    for (const Chip* chip : asked.chips)
        if (Saying reason = ofChip(*chip); !reason.empty())
            return reason;
    const Engine* engine = asked.engine;
    if (engine != nullptr && !engine->native && engine->perLayer.value.value > 0
        && engine->perLayer.source == kPhysicsSource)
        return { "range.engine", {} };
    return {};
}

Saying ofModel(const RangeCase& asked)
{
    // Published speeds of such pairs scatter around the shared constants by a factor of two, model by model.
    const auto young = [](const Chip* chip) { return chip->layerFactor > 1; };
    if (hasExperts(*asked.model) && std::any_of(asked.chips.begin(), asked.chips.end(), young))
        return { "range.experts", {} };
    for (const Attention& attention : asked.model->attention)
        if (attention.kind == AttentionKind::Linear || attention.indexer)
            return { "range.attention", {} };
    return {};
}

bool servesWithItsNetwork(const Engine* engine)
{
    return engine != nullptr && (engine->software == Software::SgLang || engine->software == Software::Vllm);
}

Saying ofRegime(const RangeCase& asked)
{
    const RangeFigure figure = asked.figure;
    if (asked.offloaded)
        return { "range.offload", {} };
    if (figure == RangeFigure::FirstToken && (asked.queued || servesWithItsNetwork(asked.engine)))
        return { "range.queue", {} };
    if (asked.expertsSpread)
        return { "range.exchange", {} };
    if (figure == RangeFigure::Collective && asked.launched)
        return { "range.collectives", {} };
    if (figure == RangeFigure::Operator && asked.users <= kFewTokens
        && asked.format->compute != ComputeType::Bf16)
        return { "range.small_product", {} };
    if (figure == RangeFigure::Operator && asked.format->nominalBits == 8 && asked.chips.front()->peak.fp4)
        return { "range.young_kernels", {} };
    if (asked.draftsUnstated)
        return { "range.drafts", {} };
    const bool loaded = figure == RangeFigure::Throughput || figure == RangeFigure::PerToken;
    if (loaded && asked.users > kManyUsers && hasExperts(*asked.model))
        return { "range.loaded_experts", {} };
    if ((figure == RangeFigure::Throughput || figure == RangeFigure::EndToEnd) && asked.weightShare > kTight)
        return { "range.tight", {} };
    return {};
}

bool hasOffload(const PoolInfo& pool)
{
    for (std::size_t level = 0; level < pool.homeLevel; ++level)
        if (pool.levels[level].weightBytes > 0)
            return true;
    return false;
}

bool arrivesOneByOne(const Run& run)
{
    return std::any_of(run.requests.begin(), run.requests.end(),
        [&run](const RequestRun& request) { return request.arrival != run.requests.front().arrival; });
}

} // namespace

Saying outsideRange(const RangeCase& asked)
{
    for (const auto& rule : { ofMachine, ofModel, ofRegime })
        if (Saying reason = rule(asked); !reason.empty())
            return reason;
    return {};
}

RangeCase rangeCaseOf(const Machine& machine, const Run& run, RangeFigure figure)
{
    RangeCase asked;
    asked.figure = figure;
    for (const PoolMachine& pool : machine.pools)
        asked.chips.push_back(&pool.chip);
    const PoolMachine& last = machine.pools.back();
    asked.engine = &last.engine;
    asked.model = &machine.model;
    asked.format = &machine.format;
    asked.apart = machine.pools.front().role == PoolRole::Attention;
    asked.expertsSpread = last.experts > 1 && last.tensor == 1;
    asked.offloaded = std::any_of(run.pools.begin(), run.pools.end(), hasOffload);
    asked.users = std::max(1.0, meanBatch(run));
    asked.queued = arrivesOneByOne(run);
    const auto& capacity = last.chip.levels[last.chip.homeLevel].capacity;
    if (capacity && capacity->value.value > 0)
        asked.weightShare = storedBytes(machine.model, weightBytes(machine.format)) * last.replicas
            / (capacity->value.value * last.chips);
    return asked;
}

Saying asSentence(Saying reason)
{
    return { "range", { Sayings { std::move(reason) } } };
}

} // namespace memwall::core
