// Everything the program knows about the world, read from resources/catalog/*.json. Immutable after
// reading; look-ups return nullptr for unknown ids.
#pragma once

#include "core/base/problem.h"
#include "core/catalog/chip.h"
#include "core/catalog/engine.h"
#include "core/catalog/format.h"
#include "core/catalog/link.h"
#include "core/catalog/model.h"

#include <nlohmann/json_fwd.hpp>

#include <expected>
#include <filesystem>
#include <map>
#include <vector>

namespace memwall::core
{

struct Source
{
    SourceId id;
    std::string title;
    std::string url;
    std::string date;
};

/// A number that lessons speak of and no cost is computed from.
struct Fact
{
    FactId id;
    std::string name; ///< in words
    std::string unit;
    Sourced<double> value;
};

/// Constants of the cost model that belong to no chip, engine, link or format (physics.json).
struct PhysicsConstants
{
    double expertConcentration = 0.73; ///< distinct experts touched are D(0.73 T)
    double expertMemoryFactor = 0.84; ///< on eta_m for expert matrices
    double moeLayerFactor = 1.8; ///< on an engine's per-layer cost
    double mlaLayerFactor = 2.3;
    double linearLayerFactor = 1.55;
    double attentionPrefillShare = 0.55; ///< of the 16-bit peak, causal prefill attention
    double elementwisePasses = 8; ///< T d 2-byte passes per layer in prefill
    double expertPasses = 4; ///< the same over the k copies that go to the experts: sort, pack, gather
    double runtimeReserveBytes = 3.5e9; ///< per chip, beside weights and KV cache
    double dataParallelReserveBytes = 5.2e9; ///< further, where groups of chips keep whole sequences
    double groupedShare = 0.62; ///< of a large product's rate that products of many experts reach
    double groupedHalf = 7.5; ///< tokens per expert at which half of that is reached
    double expertSkew = 1.0; ///< load of the busiest rank of experts over the mean
    double usableShare = 0.90; ///< of what is free after weights and reserve, for KV
    double fp8Share = 0.82; ///< of an 8-bit unit's nominal gain over bf16 that products reach
    double fp4Share = 0.63; ///< the same of a 4-bit unit
    double farDoorShare = 0.80; ///< of a host link's raw rate that bulk reads reach
    double coreAttentionShare = 0.25; ///< of the fp32 peak, decode attention on general cores
    double tileShare
        = 0.06; ///< a product of T tokens and N columns is half efficient at T N = this · 128² · cores
    double kernelSeconds = 4.5e-6; ///< one product launched alone
    double attentionCallSeconds = 11e-6; ///< one decode attention call launched alone
    double quantizeSeconds = 4e-6; ///< activations to 8 or 4 bits before a product
    double kernelComputeFactor = 1.15; ///< a product alone reaches this times its share inside an engine
    double draftPassShare = 0.25; ///< of an engine's host time per step that one drafting pass costs
    double treeRoundShare = 0.7; ///< the same for building and pruning a tree of drafts, per round
    double coreLayerSeconds
        = 5e-6; ///< per layer and core: the threads of a processor meet after each product
    double rankWaitSeconds = 2e-6; ///< a tensor-parallel layer's ranks do not come to an all-reduce together
    double launchedCollectiveFactor = 2.3; ///< on a collective's start-up when the host launches it
    double pipelineHostSeconds = 7.6e-3; ///< per stage and cycle of a served pipeline
    double interferenceShare = 0.94; ///< of other users' prefills that fall into a reader's answer
    double burstShare = 0.6; ///< of a prefill that each further request of a burst adds to the mean wait
    // Energy: joules, without what a chip draws when idle; factors say how far off a part may be either way.
    double flopEnergy16 = 0.5e-12; ///< per flop of a 16-bit product, registers and wires included
    double flopEnergy8 = 0.25e-12;
    double flopEnergy4 = 0.08e-12;
    double sramEnergyPerBit = 0.22e-12; ///< of levels nearer than home whose chip gives none
    double linkEnergyPerBit = 5.5e-12; ///< between chips
    double memoryEnergyFactor = 1.5; ///< links too
    double flopEnergyFactor = 2;
    double idleEnergyFactor = 1.5;
    // Cost.
    double amortizationYears = 4; ///< a chip's price is written off over these
    double fleetUse = 0.8; ///< share of that time that a chip serves
    double usdPerKwh = 0.10;
    double powerUsage = 1.3; ///< PUE: power of the building over power of the chips
    double priceFactor = 1.3; ///< how far off a price may be either way
};

/// What a fit to measurements made of a constant. See constants.h.
struct FittedConstant
{
    std::string id;
    double prior = 0, value = 0;
    int witnesses = 0; ///< groups of measurements whose prediction it moves
};

struct Catalog
{
    std::vector<Chip> chips;
    std::vector<Link> links;
    std::vector<Model> models;
    std::vector<Engine> engines;
    std::vector<Format> formats;
    std::vector<Source> sources;
    std::vector<Fact> facts;
    PhysicsConstants physics;
    std::map<std::string, Sourced<double>> physicsOrigins; ///< of physics.json, as published, by its keys
    std::vector<FittedConstant> fitted; ///< in place already
    std::map<std::string, ChipId> hardwareNames; ///< as publications write them

    [[nodiscard]] const Chip* chip(const ChipId& id) const;
    [[nodiscard]] const Link* link(const LinkId& id) const;
    [[nodiscard]] const Model* model(const ModelId& id) const;
    [[nodiscard]] const Engine* engine(const EngineId& id) const;
    [[nodiscard]] const Format* format(const FormatId& id) const;
    [[nodiscard]] const Source* source(const SourceId& id) const;
    [[nodiscard]] const Fact* fact(const FactId& id) const;
};

/// Reads chips.json, links.json, models.json, engines.json, formats.json, physics.json, facts.json,
/// fit.json, hardware_names.json and sources.json of a folder. All mistakes are reported at once, each with
/// file, line, pointer and remedy.
[[nodiscard]] std::expected<Catalog, Problems> readCatalog(const std::filesystem::path& folder);

/// One object in the catalog's own format, as it may stand inline in a scenario; a model may also be a
/// Hugging Face config.json.
[[nodiscard]] std::expected<Chip, Problems> readChip(const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] std::expected<Link, Problems> readLink(const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] std::expected<Model, Problems> readModel(
    const nlohmann::json& value, const std::string& pointer);

} // namespace memwall::core
