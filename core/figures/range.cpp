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
    return value.confidence == Confidence::Estimate && value.source != "fit";
}

std::string ofChip(const Chip& chip)
{
    if (chip.native)
        return "few published speeds pin the latency per layer of this machine";
    if (chip.chipClass == ChipClass::Cpu)
        return "processors differ by more than their memory rate tells";
    if (chip.chipClass == ChipClass::Tpu || chip.chipClass == ChipClass::Asic)
        return "one or two sources pin this accelerator and its software";
    if (isGuess(chip.efficiency.memory))
        return "no published speed pins what this chip reaches; the default of its class is used";
    return {};
}

std::string ofMachine(const RangeCase& asked)
{
    if (asked.apart)
        return "attention and feed-forward run on different chips; no constant is fitted to such pairs";
    for (const Chip* chip : asked.chips)
        if (std::string reason = ofChip(*chip); !reason.empty())
            return reason;
    const Engine* engine = asked.engine;
    if (engine != nullptr && !engine->native && engine->perLayer.value.value > 0
        && engine->perLayer.source == "physics")
        return "no published speed pins the fixed costs of this kind of engine";
    return {};
}

std::string ofModel(const RangeCase& asked)
{
    // Published speeds of such pairs scatter around the shared constants by a factor of two, model by model.
    const auto young = [](const Chip* chip) { return chip->layerFactor > 1; };
    if (hasExperts(*asked.model) && std::any_of(asked.chips.begin(), asked.chips.end(), young))
        return "how well this vendor's software runs experts differs from model to model";
    for (const Attention& attention : asked.model->attention)
        if (attention.kind == AttentionKind::Linear || attention.indexer)
            return "linear and sparse attention rest on few points";
    return {};
}

bool servesWithItsNetwork(const Engine* engine)
{
    return engine != nullptr && (engine->id.starts_with("sglang") || engine->id.starts_with("vllm"));
}

std::string ofRegime(const RangeCase& asked)
{
    const RangeFigure figure = asked.figure;
    if (asked.offloaded)
        return "weights on the host: how an engine overlaps the copies is not modelled";
    if (figure == RangeFigure::FirstToken && (asked.queued || servesWithItsNetwork(asked.engine)))
        return "a server's time to first token holds its queue and its network";
    if (asked.expertsSpread)
        return "how the exchange between experts overlaps with arithmetic is not modelled";
    if (figure == RangeFigure::Collective && asked.launched)
        return "launch times of collectives scatter by a factor of two";
    if (figure == RangeFigure::Operator && asked.users <= kFewTokens
        && asked.format->compute != ComputeType::Bf16)
        return "a product of few tokens in 8 or 4 bits is mostly start-up";
    if (figure == RangeFigure::Operator && asked.format->nominalBits == 8 && asked.chips.front()->peak.fp4)
        return "8-bit products of chips that are made for 4 bits are published once, for young kernels";
    if (asked.draftsUnstated)
        return "how many drafts were kept is not stated";
    const bool loaded = figure == RangeFigure::Throughput || figure == RangeFigure::PerToken;
    if (loaded && asked.users > kManyUsers && hasExperts(*asked.model))
        return "experts under load: which ones the published prompts reach is not stated";
    if ((figure == RangeFigure::Throughput || figure == RangeFigure::EndToEnd) && asked.weightShare > kTight)
        return "weights fill most of the memory: how much a server leaves for KV cache decides";
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

std::string outsideRange(const RangeCase& asked)
{
    for (const auto& rule : { ofMachine, ofModel, ofRegime })
        if (std::string reason = rule(asked); !reason.empty())
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

std::string asSentence(std::string reason)
{
    if (reason.empty())
        return reason;
    if (reason.front() >= 'a' && reason.front() <= 'z')
        reason.front() = static_cast<char>(reason.front() - 'a' + 'A');
    return reason.append(".");
}

} // namespace memwall::core
