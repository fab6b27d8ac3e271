#include "core/calibration/parameters.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// How sure a prior is, as a one-sigma factor's logarithm: rates of known silicon are sure, the fixed costs
/// of an engine are not (calibration.md section 8).
constexpr double kMemorySigma = 0.05;
constexpr double kComputeSigma = 0.2;
constexpr double kEngineMemorySigma = 0.05;
constexpr double kFactorSigma = 0.3;
constexpr double kFixedSigma = 0.4;
constexpr double kFormatSigma = 0.1;
constexpr double kLinkSigma = 0.25;
constexpr double kPhysicsSigma = 0.2;

class Collector
{
public:
    explicit Collector(Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    std::vector<Parameter> collect()
    {
        families();
        for (Engine& engine : m_catalog.engines)
            if (!engine.native)
                ofEngine(engine);
        for (Format& format : m_catalog.formats) {
            if (format.memoryFactor.value < 1)
                add(Parameter::Scope::Format, format.id, "memory_factor", format.memoryFactor.value,
                    kFormatSigma);
            add(Parameter::Scope::Format, format.id, "unpack_operations", format.unpackOperations.value,
                kFactorSigma);
        }
        for (Link& link : m_catalog.links)
            ofLink(link);
        for (Chip& chip : m_catalog.chips)
            if (chip.native)
                add(Parameter::Scope::Chip, chip.id, "native/per_layer_s", chip.native->perLayer.value.value,
                    kFixedSigma);
        ofPhysics();
        return std::move(m_parameters);
    }

private:
    void add(
        Parameter::Scope scope, const std::string& of, const std::string& field, double& value, double sigma)
    {
        if (!(value > 0))
            return;
        static constexpr const char* kRooms[]
            = { "families/", "engines/", "formats/", "links/", "physics", "chips/" };
        const std::string id = kRooms[static_cast<std::size_t>(scope)] + of + '/' + field;
        const auto known = std::find_if(m_parameters.begin(), m_parameters.end(),
            [&id](const Parameter& parameter) { return parameter.id == id; });
        if (known != m_parameters.end())
            known->targets.push_back(&value);
        else
            m_parameters.push_back({ id, { &value }, value, sigma, scope, of });
    }

    void families()
    {
        for (Chip& chip : m_catalog.chips) {
            if (chip.native)
                continue;
            // Processors and boards differ more than chips of one design do.
            const double wide = chip.chipClass == ChipClass::Cpu ? 4 : 1;
            add(Parameter::Scope::Family, chip.family, "efficiency/memory", chip.efficiency.memory.value,
                kMemorySigma * wide);
            add(Parameter::Scope::Family, chip.family, "efficiency/compute", chip.efficiency.compute.value,
                kComputeSigma);
            if (chip.layerFactor > 1)
                add(Parameter::Scope::Family, chip.family, "layer_factor", chip.layerFactor, kFixedSigma);
        }
    }

    void ofEngine(Engine& engine)
    {
        const auto take = [&](const char* field, double& value, double sigma) {
            add(Parameter::Scope::Engine, engine.id, field, value, sigma);
        };
        take("per_layer_s", engine.perLayer.value.value, kFixedSigma);
        take("per_step_s", engine.perStep.value.value, kFixedSigma);
        take("per_sequence_s", engine.perSequence.value.value, kFixedSigma);
        take("host_floor_per_layer_s", engine.hostFloorPerLayer.value.value, kFactorSigma);
        take("memory_factor", engine.memoryFactor.value, kEngineMemorySigma);
        take("compute_factor", engine.computeFactor.value, kFactorSigma);
        take("kv_factor", engine.kvFactor.value, kFactorSigma);
        take("first_token_offset_s", engine.firstTokenOffset.value.value, kFixedSigma);
        if (engine.hbmMemoryFactor.value < 1)
            take("hbm_memory_factor", engine.hbmMemoryFactor.value, kFormatSigma);
        if (engine.hbmComputeFactor.value < 1)
            take("hbm_compute_factor", engine.hbmComputeFactor.value, kFactorSigma);
        take("pipeline_overlap", engine.pipelineOverlap.value, kFactorSigma);
        take("quantized_pipeline_overlap", engine.quantizedPipelineOverlap.value, kFactorSigma);
    }

    void ofLink(Link& link)
    {
        const auto take = [&](const char* field, double& value) {
            add(Parameter::Scope::Link, link.id, field, value, kLinkSigma);
        };
        take("share", link.share.value);
        take("latency_s", link.latency.value.value);
        take("low_latency_share", link.lowLatencyShare);
        take("root_sharing", link.rootSharing.value);
        if (link.allReduceAlpha0)
            take("all_reduce_alpha0_s", link.allReduceAlpha0->value.value);
        if (link.allReduceAlphaPerRank)
            take("all_reduce_alpha_per_rank_s", link.allReduceAlphaPerRank->value.value);
        if (link.stockAlpha0)
            take("stock_all_reduce_alpha0_s", link.stockAlpha0->value.value);
        if (link.stockAlphaPerRank)
            take("stock_all_reduce_alpha_per_rank_s", link.stockAlphaPerRank->value.value);
    }

    void ofPhysics()
    {
        PhysicsConstants& p = m_catalog.physics;
        const auto take = [&](const char* field, double& value, double sigma = kPhysicsSigma) {
            add(Parameter::Scope::Physics, {}, field, value, sigma);
        };
        take("expert_concentration", p.expertConcentration, kFormatSigma);
        take("expert_memory_factor", p.expertMemoryFactor, kFormatSigma);
        take("grouped_share", p.groupedShare, kFormatSigma);
        take("grouped_half_tokens", p.groupedHalf);
        take("moe_layer_factor", p.moeLayerFactor);
        take("mla_layer_factor", p.mlaLayerFactor);
        take("linear_layer_factor", p.linearLayerFactor);
        take("attention_prefill_share", p.attentionPrefillShare);
        take("elementwise_passes", p.elementwisePasses);
        take("fp8_share", p.fp8Share, kFormatSigma);
        take("fp4_share", p.fp4Share, kFormatSigma);
        take("core_attention_share", p.coreAttentionShare);
        take("tile_share", p.tileShare);
        take("kernel_s", p.kernelSeconds);
        take("attention_call_s", p.attentionCallSeconds);
        take("quantize_s", p.quantizeSeconds);
        take("kernel_compute_factor", p.kernelComputeFactor, kFormatSigma);
        take("draft_pass_share", p.draftPassShare);
        take("tree_round_share", p.treeRoundShare);
        take("core_layer_s", p.coreLayerSeconds, kFactorSigma);
        take("launched_collective_factor", p.launchedCollectiveFactor);
        take("pipeline_host_s", p.pipelineHostSeconds);
        take("interference_share", p.interferenceShare, kFormatSigma);
        take("burst_share", p.burstShare);
    }

    Catalog& m_catalog;
    std::vector<Parameter> m_parameters;
};

} // namespace

std::vector<Parameter> parametersOf(Catalog& catalog)
{
    return Collector(catalog).collect();
}

bool concerns(const Parameter& parameter, const Plan& plan, const Catalog& catalog)
{
    const auto anyChip = [&](auto test) {
        return std::any_of(plan.system.pools.begin(), plan.system.pools.end(),
            [&](const Pool& pool) { return test(*catalog.chip(pool.chip.id)); });
    };
    switch (parameter.scope) {
    case Parameter::Scope::Family:
        return anyChip([&](const Chip& chip) { return chip.family == parameter.of; });
    case Parameter::Scope::Chip:
        return anyChip([&](const Chip& chip) { return chip.id == parameter.of; });
    case Parameter::Scope::Engine:
        return plan.engine == parameter.of;
    case Parameter::Scope::Format:
        return plan.format == parameter.of;
    case Parameter::Scope::Link: {
        const bool between = plan.system.link && plan.system.link->id == parameter.of;
        return between || plan.point.metric == Metric::TransferTime || plan.point.phase == "prefill+transfer"
            || anyChip([&](const Chip& chip) {
                   return chip.scaleUp.link == parameter.of || chip.scaleOut.link == parameter.of;
               });
    }
    case Parameter::Scope::Physics:
        break;
    }
    return true;
}

} // namespace memwall::core
