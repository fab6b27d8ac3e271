#include "core/catalog/constants.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// How sure a prior is, as a one-sigma factor's logarithm: rates of known silicon are sure, the fixed costs
/// of an engine are not (calibration.md section 8).
constexpr double kMemorySigma = 0.08;
constexpr double kComputeSigma = 0.2;
constexpr double kEngineMemorySigma = 0.08;
constexpr double kFactorSigma = 0.4;
constexpr double kFixedSigma = 0.5;
/// The time to first token of one user is known, but not how much of it others have to wait for.
constexpr double kSplitSigma = 0.7;
constexpr double kFormatSigma = 0.15;
constexpr double kLinkSigma = 0.25;
constexpr double kPhysicsSigma = 0.3;

class Collector
{
public:
    explicit Collector(Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    std::vector<TunableConstant> collect()
    {
        families();
        for (Engine& engine : m_catalog.engines)
            if (!engine.native)
                ofEngine(engine);
        for (Format& format : m_catalog.formats) {
            if (format.nominalBits < 16)
                add(TunableConstant::Scope::Format, format.id.text(), "memory_factor",
                    at(format.memoryFactor), kFormatSigma);
            add(TunableConstant::Scope::Format, format.id.text(), "unpack_operations",
                at(format.unpackOperations), kFactorSigma);
        }
        for (Link& link : m_catalog.links)
            ofLink(link);
        for (Chip& chip : m_catalog.chips)
            if (chip.native)
                add(TunableConstant::Scope::Chip, chip.id.text(), "native/per_layer_s",
                    at(chip.native->perLayer), kFixedSigma);
        ofPhysics();
        return std::move(m_constants);
    }

private:
    void add(TunableConstant::Scope scope, const std::string& of, const std::string& field,
        TunableConstant::Place place, double sigma)
    {
        if (!(*place.value > 0))
            return;
        static constexpr const char* kRooms[]
            = { "families/", "engines/", "formats/", "links/", "physics", "chips/" };
        const std::string id = kRooms[static_cast<std::size_t>(scope)] + of + '/' + field;
        const auto known = std::find_if(m_constants.begin(), m_constants.end(),
            [&id](const TunableConstant& constant) { return constant.id == id; });
        if (known != m_constants.end())
            known->places.push_back(place);
        else
            m_constants.push_back({ id, { place }, *place.value, sigma, scope, of });
    }

    template <typename T> static TunableConstant::Place at(Sourced<T>& sourced)
    {
        if constexpr (std::is_same_v<T, double>)
            return { &sourced.value, &sourced.source, &sourced.note };
        else
            return { &sourced.value.value, &sourced.source, &sourced.note };
    }
    static TunableConstant::Place at(double& value) { return { &value, nullptr, nullptr }; }

    void families()
    {
        for (Chip& chip : m_catalog.chips) {
            if (chip.native)
                continue;
            // Processors and boards differ more than chips of one design do.
            const double wide = chip.chipClass == ChipClass::Cpu ? 4 : 1;
            add(TunableConstant::Scope::Family, chip.family, "efficiency/memory", at(chip.efficiency.memory),
                kMemorySigma * wide);
            add(TunableConstant::Scope::Family, chip.family, "efficiency/compute",
                at(chip.efficiency.compute), kComputeSigma);
            if (chip.layerFactor != 1)
                add(TunableConstant::Scope::Family, chip.family, "layer_factor", at(chip.layerFactor),
                    kFixedSigma);
        }
    }

    void ofEngine(Engine& engine)
    {
        const auto take = [&](const char* field, auto& value, double sigma) {
            add(TunableConstant::Scope::Engine, engine.id.text(), field, at(value), sigma);
        };
        take("per_layer_s", engine.perLayer, kFixedSigma);
        take("per_step_s", engine.perStep, kFixedSigma);
        take("per_sequence_s", engine.perSequence, kFixedSigma);
        take("host_floor_per_layer_s", engine.hostFloorPerLayer, kFactorSigma);
        take("memory_factor", engine.memoryFactor, kEngineMemorySigma);
        take("compute_factor", engine.computeFactor, kFactorSigma);
        take("kv_factor", engine.kvFactor, kFactorSigma);
        if (engine.quantizedFactor)
            take("quantized_factor", *engine.quantizedFactor, kFactorSigma);
        take("score_bytes", engine.scoreBytes, kFactorSigma);
        take("first_token_offset_s", engine.firstTokenOffset, kFixedSigma);
        take("prefill_floor_per_layer_s", engine.prefillFloorPerLayer, kSplitSigma);
        if (engine.hbmMemoryFactor)
            take("hbm_memory_factor", *engine.hbmMemoryFactor, kFormatSigma);
        if (engine.hbmComputeFactor)
            take("hbm_compute_factor", *engine.hbmComputeFactor, kFactorSigma);
        take("pipeline_overlap", engine.pipelineOverlap, kFactorSigma);
        take("quantized_pipeline_overlap", engine.quantizedPipelineOverlap, kFactorSigma);
    }

    void ofLink(Link& link)
    {
        const auto take = [&](const char* field, auto& value) {
            add(TunableConstant::Scope::Link, link.id.text(), field, at(value), kLinkSigma);
        };
        take("share", link.share);
        take("latency_s", link.latency);
        take("low_latency_share", link.lowLatencyShare);
        take("root_sharing", link.rootSharing);
        if (link.allReduceAlpha0)
            take("all_reduce_alpha0_s", *link.allReduceAlpha0);
        if (link.allReduceAlphaPerRank)
            take("all_reduce_alpha_per_rank_s", *link.allReduceAlphaPerRank);
        if (link.stockAlpha0)
            take("stock_all_reduce_alpha0_s", *link.stockAlpha0);
        if (link.stockAlphaPerRank)
            take("stock_all_reduce_alpha_per_rank_s", *link.stockAlphaPerRank);
    }

    void ofPhysics()
    {
        PhysicsConstants& p = m_catalog.physics;
        const auto take = [&](const char* field, double& value, double sigma = kPhysicsSigma) {
            add(TunableConstant::Scope::Physics, {}, field, at(value), sigma);
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
        take("expert_passes", p.expertPasses);
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
        take("rank_wait_s", p.rankWaitSeconds, kSplitSigma);
        take("launched_collective_factor", p.launchedCollectiveFactor);
        take("pipeline_host_s", p.pipelineHostSeconds);
        take("interference_share", p.interferenceShare, kFormatSigma);
        take("burst_share", p.burstShare);
    }

    Catalog& m_catalog;
    std::vector<TunableConstant> m_constants;
};

} // namespace

std::vector<TunableConstant> tunableConstants(Catalog& catalog)
{
    return Collector(catalog).collect();
}

std::vector<std::string> applyFit(Catalog& catalog)
{
    std::vector<std::string> unknown;
    const std::vector<TunableConstant> constants = tunableConstants(catalog);
    for (const FittedConstant& fitted : catalog.fitted) {
        const auto found = std::find_if(constants.begin(), constants.end(),
            [&fitted](const TunableConstant& constant) { return constant.id == fitted.id; });
        if (found == constants.end()) {
            unknown.push_back(fitted.id);
            continue;
        }
        const std::string note = "fitted to " + std::to_string(fitted.witnesses) + " groups of measurements; "
            + significantText(fitted.prior, 4) + " before";
        for (const TunableConstant::Place& place : found->places) {
            *place.value = fitted.value;
            if (place.source != nullptr) {
                *place.source = kFitSource;
                *place.note = note;
            }
        }
    }
    return unknown;
}

void takeFitBack(Catalog& catalog)
{
    for (const TunableConstant& constant : tunableConstants(catalog))
        for (const FittedConstant& fitted : catalog.fitted)
            if (fitted.id == constant.id)
                constant.set(fitted.prior);
    catalog.fitted.clear();
}

} // namespace memwall::core
