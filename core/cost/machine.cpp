#include "core/cost/machine.h"

#include "core/cost/drafter.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

template <typename T, typename Find, typename Read>
T lookUp(const CatalogRef& ref, const Find& find, const Read& read)
{
    if (ref.object)
        return read(*ref.object, std::string {}).value();
    return *find(ref.id);
}

void rescale(Chip& chip, const ResourceScale& scale)
{
    for (MemoryLevel& level : chip.levels) {
        if (level.bandwidth)
            level.bandwidth->value = level.bandwidth->value * scale.bandwidth;
        if (level.capacity)
            level.capacity->value = level.capacity->value * scale.capacity;
    }
    for (auto* peak : { &chip.peak.fp32, &chip.peak.bf16, &chip.peak.fp8, &chip.peak.int8, &chip.peak.fp4 })
        if (*peak)
            (*peak)->value = (*peak)->value * scale.flops;
    if (chip.perWeight)
        chip.perWeight->value = chip.perWeight->value * (1 / scale.flops);
}

void rescale(Link& link, const ResourceScale& scale)
{
    link.bandwidth.value = link.bandwidth.value * scale.link;
    link.latency.value = link.latency.value * scale.latency;
    link.bulkStart = link.bulkStart * scale.latency;
    for (auto* alpha :
        { &link.allReduceAlpha0, &link.allReduceAlphaPerRank, &link.stockAlpha0, &link.stockAlphaPerRank })
        if (*alpha)
            (*alpha)->value = (*alpha)->value * scale.latency;
}

void rescale(PoolMachine& pool, const ResourceScale& scale)
{
    rescale(pool.chip, scale);
    for (std::optional<Link>* link : { &pool.scaleUp, &pool.scaleOut })
        if (*link)
            rescale(**link, scale);
    pool.latencyFactor *= scale.latency;
}

std::optional<Link> linkOf(const Neighbours& neighbours, const Catalog& catalog)
{
    const Link* link = catalog.link(neighbours.link);
    return link == nullptr ? std::nullopt : std::optional(*link);
}

PoolMachine resolvePool(const Pool& pool, const std::string& engineId, const Catalog& catalog)
{
    PoolMachine machine;
    machine.role = pool.role;
    machine.chip = lookUp<Chip>(
        pool.chip, [&](const std::string& id) { return catalog.chip(id); }, readChip);
    const std::string id = machine.chip.native     ? "native"
        : engineId.empty() || engineId == "native" ? machine.chip.defaultEngine
                                                   : engineId;
    if (const Engine* engine = catalog.engine(id))
        machine.engine = *engine;
    machine.engine.native = machine.chip.native.has_value();
    machine.scaleUp = linkOf(machine.chip.scaleUp, catalog);
    machine.scaleOut = linkOf(machine.chip.scaleOut, catalog);
    rescale(machine, pool.scale);
    machine.chips = pool.chips;
    machine.tensor = pool.tensorParallel;
    machine.stages = pool.pipelineParallel;
    machine.experts = pool.expertParallel;
    machine.replicas = pool.replicas;
    return machine;
}

} // namespace

double Machine::acceptanceOf(int position) const
{
    if (acceptanceAt.empty())
        return acceptance;
    return acceptanceAt[std::min(static_cast<std::size_t>(position), acceptanceAt.size() - 1)];
}

double Machine::tokensPerRound() const
{
    double tokens = 1, kept = 1;
    for (int position = 0; position < draftTokens; ++position) {
        kept *= acceptanceOf(position);
        tokens += kept;
    }
    return tokens;
}

std::string formatFor(const std::variant<int, std::string>& weightBits, const Chip& chip)
{
    if (const auto* id = std::get_if<std::string>(&weightBits))
        return *id;
    const int bits = std::get<int>(weightBits);
    if (bits == 4 && chip.hardwiredModel)
        return "hc1";
    if (bits == 16)
        return "bf16";
    if (bits == 8)
        return chip.peak.fp8 ? "fp8" : "int8";
    return "int4-g128";
}

Machine resolve(const System& system, const Catalog& catalog)
{
    Machine machine;
    machine.name = system.name;
    machine.physics = catalog.physics;
    const auto findModel = [&](const std::string& id) { return catalog.model(id); };
    machine.model = lookUp<Model>(system.model, findModel, readModel);
    for (const Pool& pool : system.pools)
        machine.pools.push_back(resolvePool(pool, system.engine, catalog));
    std::stable_sort(machine.pools.begin(), machine.pools.end(),
        [](const PoolMachine& a, const PoolMachine& b) { return a.role < b.role; });
    // The pool that decodes decides what 8 bits mean: it streams the weights for every token.
    machine.format = *catalog.format(formatFor(system.weightBits, machine.pools.back().chip));
    machine.kvElementBytes = system.kvBits / 8.0;
    machine.kvCache = system.kvCache;
    machine.policy = system.batching.policy;
    machine.maxBatch = system.batching.maxBatch;
    machine.chunkTokens = system.batching.prefillChunkTokens;
    if (system.speculation) {
        const std::string& method = system.speculation->method;
        machine.draftIsOwn = method == "mtp" || method == "eagle";
        if (machine.draftIsOwn)
            machine.draft = method == "mtp" ? extraLayer(machine.model) : eagleLayer(machine.model);
        else if (method != "ngram")
            machine.draft = lookUp<Model>(system.speculation->draftModel, findModel, readModel);
        machine.draftTokens = system.speculation->draftTokens;
        machine.acceptance = system.speculation->acceptance;
        machine.acceptanceAt = system.speculation->acceptanceAt;
    }
    if (machine.pools.size() > 1) {
        const auto findLink = [&](const std::string& id) { return catalog.link(id); };
        const CatalogRef ref = system.link.value_or(CatalogRef { .id = "infiniband_ndr", .object = {} });
        // The pool that comes last in the order of roles, not of the file.
        const auto last = std::max_element(system.pools.begin(), system.pools.end(),
            [](const Pool& a, const Pool& b) { return a.role < b.role; });
        machine.between = lookUp<Link>(ref, findLink, readLink);
        rescale(*machine.between, last->scale);
    }
    return machine;
}

void rescale(Machine& machine, const ResourceScale& scale)
{
    for (PoolMachine& pool : machine.pools)
        rescale(pool, scale);
    if (machine.between)
        rescale(*machine.between, scale);
}

} // namespace memwall::core
