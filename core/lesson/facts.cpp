#include "core/lesson/facts.h"

#include "core/catalog/model_size.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

template <typename Unit> void add(json& facts, const char* name, const std::optional<Sourced<Unit>>& value)
{
    if (value)
        facts[name] = value->value.value;
}

double expertParams(const Model& model)
{
    double params = 0;
    for (const FeedForward& group : model.feedForward)
        if (group.moe)
            params += feedForwardParams(model, group).expert * group.experts * group.layers;
    return params;
}

/// At the number format that the weights are multiplied in, or the nearest one that the chip has.
std::optional<Sourced<FlopsPerSecond>> peakFor(const PeakFlops& peak, ComputeType compute)
{
    switch (compute) {
    case ComputeType::Fp8:
        return peak.fp8 ? peak.fp8 : peak.bf16;
    case ComputeType::Int8:
        return peak.int8 ? peak.int8 : peak.bf16;
    case ComputeType::Fp4:
        return peak.fp4 ? peak.fp4 : peak.bf16;
    case ComputeType::Bf16:
        break;
    }
    return peak.bf16;
}

std::optional<double> numberIn(const json& facts, const std::string& name)
{
    const auto found = facts.find(name);
    return found == facts.end() ? std::nullopt : std::optional(found->get<double>());
}

} // namespace

json modelFacts(const Model& model, const Format& format, double kvElementBytes)
{
    const WeightBytes bytes = weightBytes(format);
    json facts { { "total_params", totalParams(model) }, { "weight_bytes", storedBytes(model, bytes) },
        { "active_weight_bytes", activeBytes(model, bytes) }, { "layers", model.layers },
        { "kv_bytes_per_token", kvBytesPerToken(model, kvElementBytes) },
        { "bytes_per_weight", format.bitsPerWeight.value / 8 }, { "expert_params", expertParams(model) } };
    if (model.maxContext)
        facts["max_context"] = *model.maxContext;
    const auto moe = std::ranges::find_if(model.feedForward, &FeedForward::moe);
    facts["experts_total"] = moe == model.feedForward.end() ? 0 : moe->experts;
    facts["experts_active"] = moe == model.feedForward.end() ? 0 : moe->active;
    if (!model.attention.empty()) {
        facts["kv_heads"] = model.attention.front().kvHeads;
        facts["head_dim"] = model.attention.front().headDim;
    }
    return facts;
}

json chipFacts(const Chip& chip, const Format& format, const std::optional<Link>& link)
{
    json facts = json::object();
    const MemoryLevel& home = chip.levels[chip.homeLevel];
    add(facts, "weights_bandwidth", home.bandwidth);
    add(facts, "weights_capacity", home.capacity);
    add(facts, "near_bandwidth", chip.levels.back().bandwidth);
    add(facts, "near_capacity", chip.levels.back().capacity);
    add(facts, "flops", peakFor(chip.peak, format.compute));
    add(facts, "power_w", chip.power);
    if (link)
        facts["link_bandwidth"] = link->bandwidth.value.value;
    if (chip.dieAreaMm2)
        facts["die_mm2"] = chip.dieAreaMm2->value;
    return facts;
}

std::optional<double> factAt(const std::string& path, const Machine& machine, const Catalog& catalog)
{
    const std::size_t first = path.find('/');
    const std::size_t last = path.rfind('/');
    if (first == std::string::npos)
        return std::nullopt;
    const std::string kind = path.substr(0, first);
    const std::string name = path.substr(last + 1);
    if (kind == "constant") {
        const Fact* fact = catalog.fact(FactId { name });
        return fact == nullptr ? std::nullopt : std::optional(fact->value.value);
    }
    const std::string id = path.substr(first + 1, last - first - (last > first ? 1 : 0));
    if (const Model* model = catalog.model(ModelId { id }); kind == "model" && model != nullptr)
        return numberIn(modelFacts(*model, machine.format, machine.kvElementBytes), name);
    if (const Chip* chip = catalog.chip(ChipId { id }); kind == "chip" && chip != nullptr) {
        const Link* link = chip->scaleUp ? catalog.link(chip->scaleUp->link) : nullptr;
        return numberIn(
            chipFacts(*chip, machine.format, link == nullptr ? std::nullopt : std::optional(*link)), name);
    }
    return std::nullopt;
}

} // namespace memwall::core
