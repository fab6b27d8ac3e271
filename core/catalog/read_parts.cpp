#include "core/catalog/read_parts.h"

#include "core/base/visible_text.h"

namespace memwall::core
{

using nlohmann::json;

namespace
{

const std::vector<std::string> kConfidences { "vendor", "measured", "estimate", "paper", "physics" };
constexpr Range kFactor { 0, 10 };

Software softwareOf(const EngineId& id)
{
    constexpr std::pair<std::string_view, Software> kKnown[] = { { "llama.cpp", Software::LlamaCpp },
        { "sglang", Software::SgLang }, { "tensorrt-llm", Software::TensorRt }, { "vllm", Software::Vllm } };
    for (const auto& [word, software] : kKnown)
        if (id.text().starts_with(word))
            return software;
    return Software::Other;
}

Sourced<double> factorOr(ObjectReader& fields, std::string_view key, ReadContext& context, double fallback)
{
    const auto read = readSourced(fields, key, context, kFactor);
    return read.value_or(Sourced<double> { fallback, {}, Confidence::Estimate, {} });
}

Sourced<Seconds> secondsOr(ObjectReader& fields, std::string_view key, ReadContext& context)
{
    return readSourcedUnit<Seconds>(fields, key, context, { 0, 1000 }).value_or(Sourced<Seconds> {});
}

} // namespace

std::optional<Sourced<double>> readSourced(
    ObjectReader& fields, std::string_view key, ReadContext& context, Range range)
{
    const json* value = fields.object(key);
    if (value == nullptr)
        return std::nullopt;
    ObjectReader parts(context, *value, fields.at(key));
    Sourced<double> result;
    parts.require("value", { "give.number" });
    parts.require("source", { "give.source" });
    result.value = parts.number("value", range).value_or(0);
    result.source
        = readWords(parts, "source").transform([](std::string id) { return SourceId(std::move(id)); });
    if (const auto word = parts.choice("confidence", kConfidences))
        result.confidence = static_cast<Confidence>(*word);
    result.note = parts.text("note").value_or("");
    parts.finish();
    return result;
}

std::optional<std::string> readWords(ObjectReader& fields, std::string_view key)
{
    auto words = fields.text(key);
    return words && words->empty() ? std::nullopt : words;
}

std::vector<std::string> readTexts(ObjectReader& fields, std::string_view key, ReadContext& context)
{
    std::vector<std::string> texts;
    const json* list = fields.array(key);
    if (list == nullptr)
        return texts;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const json& entry = list->at(i);
        if (entry.is_string())
            texts.push_back(visibleText(entry.get_ref<const std::string&>()));
        else
            context.report(fields.at(key) + '/' + std::to_string(i), { "wrong.be_text" }, { "right.text" });
    }
    return texts;
}

Link readLink(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Link link;
    for (const char* key : { "id", "name", "bandwidth_Bps", "share", "latency_s" })
        fields.require(key, { "give.it" });
    link.id = readId<LinkId>(fields, "id");
    link.name = fields.text("name").value_or(link.id.text());
    link.bandwidth = readSourcedUnit<BytesPerSecond>(fields, "bandwidth_Bps", context, { 1, 1e20 })
                         .value_or(Sourced<BytesPerSecond> { { 1 }, {}, Confidence::Estimate, {} });
    link.share = factorOr(fields, "share", context, 1.0);
    link.latency = secondsOr(fields, "latency_s", context);
    link.allReduceAlpha0 = readSourcedUnit<Seconds>(fields, "all_reduce_alpha0_s", context, { 0, 1 });
    link.allReduceAlphaPerRank
        = readSourcedUnit<Seconds>(fields, "all_reduce_alpha_per_rank_s", context, { 0, 1 });
    link.stockAlpha0 = readSourcedUnit<Seconds>(fields, "stock_all_reduce_alpha0_s", context, { 0, 1 });
    link.stockAlphaPerRank
        = readSourcedUnit<Seconds>(fields, "stock_all_reduce_alpha_per_rank_s", context, { 0, 1 });
    link.rootSharing = factorOr(fields, "root_sharing", context, 0.0);
    link.lowLatencyShare = fields.number("low_latency_share", { 0.01, 1 }).value_or(link.lowLatencyShare);
    link.bulkStart = { fields.number("bulk_start_s", { 0, 1 }).value_or(link.bulkStart.value) };
    fields.allow({ "notes" });
    fields.finish();
    return link;
}

Engine readEngine(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Engine engine;
    fields.require("id", { "give.id" });
    engine.id = readId<EngineId>(fields, "id");
    engine.name = fields.text("name").value_or(engine.id.text());
    engine.software = softwareOf(engine.id);
    engine.era = fields.text("era").value_or("");
    engine.isClass = engine.era == "class";
    engine.native = fields.flag("native").value_or(false);
    engine.perLayer = secondsOr(fields, "per_layer_s", context);
    engine.perStep = secondsOr(fields, "per_step_s", context);
    engine.perSequence = secondsOr(fields, "per_sequence_s", context);
    engine.hostFloorPerLayer = secondsOr(fields, "host_floor_per_layer_s", context);
    engine.memoryFactor = factorOr(fields, "memory_factor", context, 1.0);
    engine.computeFactor = factorOr(fields, "compute_factor", context, 1.0);
    engine.kvFactor = factorOr(fields, "kv_factor", context, 1.0);
    engine.firstTokenOffset = secondsOr(fields, "first_token_offset_s", context);
    engine.prefillFloorPerLayer = secondsOr(fields, "prefill_floor_per_layer_s", context);
    engine.headReplicated = fields.flag("head_replicated").value_or(false);
    engine.cudaCoreAttention = fields.flag("cuda_core_attention").value_or(false);
    engine.quantizedFactor = readSourced(fields, "quantized_factor", context, kFactor);
    engine.scoreBytes = readSourced(fields, "score_bytes", context, { 0, 1000 }).value_or(Sourced<double> {});
    if (const auto limit = fields.integer("speculation_limit", { 1, 1e6 }))
        engine.speculationLimit = static_cast<int>(*limit);
    engine.stockCollectives = fields.flag("stock_collectives").value_or(false);
    engine.tokenMultiple = static_cast<int>(fields.number("token_multiple", { 1, 1024 }).value_or(1));
    engine.prefillChunk
        = static_cast<int>(fields.integer("prefill_chunk_tokens", { 1, 1e7 }).value_or(engine.prefillChunk));
    engine.pipelineOverlap = factorOr(fields, "pipeline_overlap", context, 0.0);
    engine.quantizedPipelineOverlap = factorOr(fields, "quantized_pipeline_overlap", context, 0.0);
    engine.hbmMemoryFactor = readSourced(fields, "hbm_memory_factor", context, kFactor);
    engine.hbmComputeFactor = readSourced(fields, "hbm_compute_factor", context, kFactor);
    engine.unsureFactor = fields.number("unsure_factor", { 1, 10 }).value_or(engine.unsureFactor);
    fields.allow({ "notes" });
    fields.finish();
    return engine;
}

Format readFormat(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Format format;
    for (const char* key : { "id", "bits_per_weight", "leftovers", "compute" })
        fields.require(key, { "give.it" });
    format.id = readId<FormatId>(fields, "id");
    format.name = fields.text("name").value_or(format.id.text());
    format.nominalBits = fields.number("nominal_bits", { 1, 32 }).value_or(16);
    format.bitsPerWeight = readSourced(fields, "bits_per_weight", context, { 0.5, 64 })
                               .value_or(Sourced<double> { 16, {}, Confidence::Estimate, {} });
    if (const auto word = fields.choice("leftovers", { "none", "embeddings-and-head", "all-but-experts" }))
        format.leftovers = static_cast<Leftovers>(*word);
    if (const auto word = fields.choice("compute", { "bf16", "fp8", "int8", "fp4" }))
        format.compute = static_cast<ComputeType>(*word);
    format.etched = fields.flag("etched").value_or(false);
    format.unpackOperations = factorOr(fields, "unpack_operations", context, 0.0);
    format.memoryFactor = factorOr(fields, "memory_factor", context, 1.0);
    fields.finish();
    return format;
}

void readPhysics(ReadContext& context, const json& value, const std::string& pointer, Catalog& catalog)
{
    ObjectReader fields(context, value, pointer);
    PhysicsConstants& physics = catalog.physics;
    const auto take = [&](const char* key, double& into) {
        fields.require(key, { "give.it" });
        if (const auto read = readSourced(fields, key, context, { 0, 1e12 })) {
            into = read->value;
            catalog.physicsOrigins[key] = *read;
        }
    };
    take("expert_concentration", physics.expertConcentration);
    take("expert_memory_factor", physics.expertMemoryFactor);
    take("moe_layer_factor", physics.moeLayerFactor);
    take("mla_layer_factor", physics.mlaLayerFactor);
    take("linear_layer_factor", physics.linearLayerFactor);
    take("attention_prefill_share", physics.attentionPrefillShare);
    take("elementwise_passes", physics.elementwisePasses);
    take("expert_passes", physics.expertPasses);
    take("runtime_reserve_bytes", physics.runtimeReserveBytes);
    take("data_parallel_reserve_bytes", physics.dataParallelReserveBytes);
    take("grouped_share", physics.groupedShare);
    take("grouped_half_tokens", physics.groupedHalf);
    take("expert_skew", physics.expertSkew);
    take("usable_share", physics.usableShare);
    take("fp8_share", physics.fp8Share);
    take("fp4_share", physics.fp4Share);
    take("far_door_share", physics.farDoorShare);
    take("core_attention_share", physics.coreAttentionShare);
    take("tile_share", physics.tileShare);
    take("kernel_s", physics.kernelSeconds);
    take("attention_call_s", physics.attentionCallSeconds);
    take("quantize_s", physics.quantizeSeconds);
    take("kernel_compute_factor", physics.kernelComputeFactor);
    take("draft_pass_share", physics.draftPassShare);
    take("tree_round_share", physics.treeRoundShare);
    take("core_layer_s", physics.coreLayerSeconds);
    take("rank_wait_s", physics.rankWaitSeconds);
    take("launched_collective_factor", physics.launchedCollectiveFactor);
    take("pipeline_host_s", physics.pipelineHostSeconds);
    take("interference_share", physics.interferenceShare);
    take("burst_share", physics.burstShare);
    take("flop_energy_16_J", physics.flopEnergy16);
    take("flop_energy_8_J", physics.flopEnergy8);
    take("flop_energy_4_J", physics.flopEnergy4);
    take("sram_energy_J_per_bit", physics.sramEnergyPerBit);
    take("link_energy_J_per_bit", physics.linkEnergyPerBit);
    take("memory_energy_factor", physics.memoryEnergyFactor);
    take("flop_energy_factor", physics.flopEnergyFactor);
    take("idle_energy_factor", physics.idleEnergyFactor);
    take("amortization_years", physics.amortizationYears);
    take("fleet_use", physics.fleetUse);
    take("usd_per_kwh", physics.usdPerKwh);
    take("power_usage", physics.powerUsage);
    take("price_factor", physics.priceFactor);
    fields.finish();
}

} // namespace memwall::core
