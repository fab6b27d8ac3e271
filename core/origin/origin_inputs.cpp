// The inputs of a figure: what the catalog says, how sure it is, and what the fit made of it.
#include "core/catalog/model_size.h"
#include "core/origin/origin_parts.h"

#include <algorithm>

namespace memwall::core
{

InputList::InputList(const Story& story)
    : m_story(story)
{
}

void InputList::add(OriginInput input, const std::optional<SourceId>& source, const std::string& constant)
{
    const auto same = [&input](const OriginInput& known) {
        return known.figure.name == input.figure.name && known.figure.value == input.figure.value;
    };
    if (std::any_of(m_inputs.begin(), m_inputs.end(), same))
        return;
    if (const Source* known = source ? m_story.catalog.source(*source) : nullptr) {
        input.source = Saying { "named", { known->title } };
        input.url = known->url;
        input.date = known->date;
    } else if (source) {
        input.source = Saying { "named", { source->text() } };
    }
    for (const FittedConstant& fitted : m_story.catalog.fitted)
        if (fitted.id == constant) {
            input.prior = fitted.prior;
            input.witnesses = fitted.witnesses;
            input.note.clear(); // it says the same in words
        }
    m_inputs.push_back(std::move(input));
}

template <typename T>
void InputList::add(
    Saying name, const Sourced<T>& value, const std::string& unit, const std::string& constant)
{
    double number = 0;
    if constexpr (std::is_same_v<T, double>)
        number = value.value;
    else
        number = value.value.value;
    add({ { std::move(name), number, unit }, {}, {}, {}, value.confidence, value.note }, value.source,
        constant);
}

void InputList::scenario(Saying name, double value, const std::string& unit)
{
    add({ { std::move(name), value, unit }, "source.scenario" }, {}, {});
}

void InputList::model()
{
    const Model& model = m_story.machine.model;
    add({ { { "term.parameters_of", { model.name } }, totalParams(model) }, "source.shapes" },
        model.sources.empty() ? std::nullopt : std::optional(model.sources.front()), {});
    add({ { "term.kv_cache_of_a_token", m_story.report.model.kvBytesPerToken, "B" },
            "source.shapes_and_bits" },
        {}, {});
}

void InputList::format()
{
    const Format& format = m_story.machine.format;
    const std::string room = "formats/" + format.id.text() + '/';
    add(Saying { "term.bits_of_weight", { format.name } }, format.bitsPerWeight, "bits");
    if (format.memoryFactor.value != 1)
        add(Saying { "term.share_of_rate_in", { format.name } }, format.memoryFactor, {},
            room + "memory_factor");
    if (format.unpackOperations.value > 0)
        add("term.operations_to_unpack_a_weight", format.unpackOperations, {}, room + "unpack_operations");
}

void InputList::memory(std::size_t pool)
{
    const Chip& chip = m_story.machine.pools[pool].chip;
    const PoolInfo& info = m_story.run.pools[pool];
    for (std::size_t level = 0; level < chip.levels.size(); ++level)
        if (info.levels[level].holds && chip.levels[level].bandwidth)
            add(Saying { "term.of", { chip.levels[level].doorName(), chip.shortName } },
                *chip.levels[level].bandwidth, "B/s");
    add(Saying { "term.share_that_chip_reaches", { chip.shortName } }, chip.efficiency.memory, {},
        "families/" + chip.family + "/efficiency/memory");
    if (chip.perWeight)
        add(Saying { "term.weight_unpacked_on", { chip.shortName } }, *chip.perWeight, "s");
    const Engine& engine = m_story.machine.pools[pool].engine;
    const std::string room = "engines/" + engine.id.text() + '/';
    if (engine.memoryFactor.value != 1)
        add("term.engines_share_of_the_memory_rate", engine.memoryFactor, {}, room + "memory_factor");
    if (engine.kvFactor.value != 1)
        add("term.engines_share_for_kv_cache", engine.kvFactor, {}, room + "kv_factor");
    if (factorOf(engine.hbmMemoryFactor) != 1 && chip.levels[chip.homeLevel].isHbm())
        add("term.engines_share_on_hbm", *engine.hbmMemoryFactor, {}, room + "hbm_memory_factor");
}

void InputList::compute(std::size_t pool)
{
    const Chip& chip = m_story.machine.pools[pool].chip;
    const ComputeType type = m_story.machine.format.compute;
    const auto& peak = type == ComputeType::Fp8 && chip.peak.fp8 ? chip.peak.fp8
        : type == ComputeType::Int8 && chip.peak.int8            ? chip.peak.int8
        : type == ComputeType::Fp4 && chip.peak.fp4              ? chip.peak.fp4
                                                                 : chip.peak.bf16;
    if (peak)
        add(Saying { "term.arithmetic_of", { chip.shortName } }, *peak, "flop/s");
    add("term.share_of_it_in_large_products", chip.efficiency.compute, {},
        "families/" + chip.family + "/efficiency/compute");
    const Engine& engine = m_story.machine.pools[pool].engine;
    if (engine.computeFactor.value != 1)
        add("term.engines_share_in_prefill", engine.computeFactor, {},
            "engines/" + engine.id.text() + "/compute_factor");
}

void InputList::engine(std::size_t pool)
{
    const PoolMachine& machine = m_story.machine.pools[pool];
    if (machine.chip.native) {
        add(Saying { "term.native_layer", { machine.chip.shortName } }, machine.chip.native->perLayer, "s",
            "chips/" + machine.chip.id.text() + "/native/per_layer_s");
        add(Saying { "term.native_step", { machine.chip.shortName } }, machine.chip.native->perStep, "s");
        return;
    }
    const Engine& engine = machine.engine;
    const std::string room = "engines/" + engine.id.text() + '/';
    add(Saying { "term.engine_layer", { engine.name } }, engine.perLayer, "s", room + "per_layer_s");
    add(Saying { "term.engine_step", { engine.name } }, engine.perStep, "s", room + "per_step_s");
    if (engine.perSequence.value.value > 0)
        add(Saying { "term.engine_sequence", { engine.name } }, engine.perSequence, "s",
            room + "per_sequence_s");
    if (engine.prefillFloorPerLayer.value.value > 0)
        add(Saying { "term.engine_floor", { engine.name } }, engine.prefillFloorPerLayer, "s",
            room + "prefill_floor_per_layer_s");
    if (engine.firstTokenOffset.value.value > 0)
        add("term.time_of_its_server_before_a_prompt_is_read", engine.firstTokenOffset, "s",
            room + "first_token_offset_s");
    const Model& model = m_story.machine.model;
    const auto factor
        = [this](std::string_view name, double value, const char* field) { physics(name, value, {}, field); };
    for (const FeedForward& group : model.feedForward)
        if (group.moe)
            factor(
                "term.layers_with_experts_times", m_story.machine.physics.moeLayerFactor, "moe_layer_factor");
    for (const Attention& group : model.attention)
        if (group.kind == AttentionKind::Mla)
            factor("term.layers_with_latent_attention_times", m_story.machine.physics.mlaLayerFactor,
                "mla_layer_factor");
}

void InputList::link(std::size_t pool)
{
    const PoolMachine& machine = m_story.machine.pools[pool];
    const auto take = [this](const Link& link) {
        const std::string room = "links/" + link.id.text() + '/';
        add(Saying { "named", { link.name } }, link.bandwidth, "B/s");
        add(Saying { "term.link_share", { link.name } }, link.share, {}, room + "share");
        if (link.allReduceAlpha0)
            add(Saying { "term.link_start", { link.name } }, *link.allReduceAlpha0, "s",
                room + "all_reduce_alpha0_s");
        if (link.allReduceAlphaPerRank)
            add(Saying { "term.link_start_further", { link.name } }, *link.allReduceAlphaPerRank, "s",
                room + "all_reduce_alpha_per_rank_s");
        add(Saying { "term.link_latency", { link.name } }, link.latency, "s", room + "latency_s");
    };
    if (machine.inStep() * machine.stages > 1 && machine.scaleUp)
        take(*machine.scaleUp);
    if (machine.inStep() * machine.stages > machine.chip.domain() && machine.scaleOut)
        take(*machine.scaleOut);
    if (pool == 0 && m_story.machine.between)
        take(*m_story.machine.between);
}

void InputList::capacity(std::size_t pool)
{
    const Chip& chip = m_story.machine.pools[pool].chip;
    const PoolInfo& info = m_story.run.pools[pool];
    for (std::size_t level = 0; level < chip.levels.size(); ++level)
        if (info.levels[level].holds && chip.levels[level].capacity)
            add(Saying { "term.of", { chip.levels[level].name, chip.shortName } },
                *chip.levels[level].capacity, "B");
    scenario(Saying { "term.chips_named", { chip.shortName } }, m_story.machine.pools[pool].chips);
}

void InputList::energy(std::size_t pool)
{
    const Chip& chip = m_story.machine.pools[pool].chip;
    if (chip.power)
        add(Saying { "term.power_of", { chip.shortName } }, *chip.power, "W");
    for (const MemoryLevel& level : chip.levels)
        if (level.energy)
            add(Saying { "term.bit_from", { level.name } }, *level.energy, "J/bit");
}

void InputList::price(std::size_t pool)
{
    const Chip& chip = m_story.machine.pools[pool].chip;
    if (chip.price)
        add(Saying { "term.price_of", { chip.shortName } }, *chip.price, "USD");
    energy(pool);
}

void InputList::physics(Saying name, double value, const std::string& unit, const std::string& field)
{
    const auto origin = m_story.catalog.physicsOrigins.find(field);
    OriginInput input { { std::move(name), value, unit }, {} };
    std::optional<SourceId> source;
    if (origin != m_story.catalog.physicsOrigins.end()) {
        source = origin->second.source;
        input.confidence = origin->second.confidence;
        input.note = origin->second.note;
    }
    add(std::move(input), source, "physics/" + field);
}

void InputList::time()
{
    model();
    format();
    for (std::size_t pool = 0; pool < m_story.machine.pools.size(); ++pool) {
        memory(pool);
        compute(pool);
        engine(pool);
        link(pool);
    }
}

} // namespace memwall::core
