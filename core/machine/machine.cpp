#include "core/machine/machine.h"

#include "core/base/assert.h"
#include "core/machine/drafter.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

template <typename T, typename Find, typename Read>
T lookUp(const CatalogRef<decltype(T::id)>& ref, const Find& find, const Read& read)
{
    if (ref.object)
        return read(*ref.object, std::string {}).value();
    const T* found = find(ref.id);
    MEMWALL_ASSERT(found != nullptr);
    return *found;
}

/// Sets what is there to the published value times the factor.
template <typename T>
void setScaled(std::optional<Sourced<T>>& value, const std::optional<Sourced<T>>& published, double factor)
{
    if (value)
        value->value = published->value * factor;
}

/// The chip's values are set from those of `from`, which may be the chip itself.
void rescale(Chip& chip, const Chip& from, const ResourceScale& scale)
{
    for (std::size_t i = 0; i < chip.levels.size(); ++i) {
        setScaled(chip.levels[i].bandwidth, from.levels[i].bandwidth, scale.bandwidth);
        setScaled(chip.levels[i].capacity, from.levels[i].capacity, scale.capacity);
    }
    for (auto peak :
        { &PeakFlops::fp32, &PeakFlops::bf16, &PeakFlops::fp8, &PeakFlops::int8, &PeakFlops::fp4 })
        setScaled(chip.peak.*peak, from.peak.*peak, scale.flops);
    setScaled(chip.perWeight, from.perWeight, 1 / scale.flops);
}

void rescale(Link& link, const Link& from, const ResourceScale& scale)
{
    link.bandwidth.value = from.bandwidth.value * scale.link;
    link.latency.value = from.latency.value * scale.latency;
    link.bulkStart = from.bulkStart * scale.latency;
    for (auto alpha : { &Link::allReduceAlpha0, &Link::allReduceAlphaPerRank, &Link::stockAlpha0,
             &Link::stockAlphaPerRank })
        setScaled(link.*alpha, from.*alpha, scale.latency);
}

void rescale(PoolMachine& pool, const PoolMachine& from, const ResourceScale& scale)
{
    rescale(pool.chip, from.chip, scale);
    for (auto link : { &PoolMachine::scaleUp, &PoolMachine::scaleOut })
        if (pool.*link)
            rescale(*(pool.*link), *(from.*link), scale);
    pool.latencyFactor = from.latencyFactor * scale.latency;
}

/// Prefill before decode, attention before feed-forward.
std::vector<const Pool*> prefillFirst(const System& system)
{
    std::vector<const Pool*> pools;
    pools.reserve(system.pools.size());
    for (const Pool& pool : system.pools)
        pools.push_back(&pool);
    std::stable_sort(
        pools.begin(), pools.end(), [](const Pool* a, const Pool* b) { return a->role < b->role; });
    return pools;
}

/// Applies the system's what-if factors to published values; the link between pools has those of the last.
void rescale(Machine& machine, const Machine& published, const System& system)
{
    const std::vector<const Pool*> pools = prefillFirst(system);
    for (std::size_t i = 0; i < pools.size(); ++i) {
        rescale(machine.pools[i], published.pools[i], pools[i]->scale);
        machine.pools[i].scale = pools[i]->scale;
    }
    if (machine.between)
        rescale(*machine.between, *published.between, pools.back()->scale);
}

std::optional<Link> linkOf(const std::optional<Neighbours>& neighbours, const Catalog& catalog)
{
    const Link* link = neighbours ? catalog.link(neighbours->link) : nullptr;
    return link == nullptr ? std::nullopt : std::optional(*link);
}

/// A native chip has the native engine, every other one any but that.
const Engine* engineOf(const Chip& chip, const std::optional<EngineId>& wanted, const Catalog& catalog)
{
    if (chip.native)
        return catalog.engine(kNativeEngine);
    const Engine* named = wanted ? catalog.engine(*wanted) : nullptr;
    return named == nullptr || named->native ? catalog.engine(chip.defaultEngine) : named;
}

PoolMachine resolvePool(const Pool& pool, const std::optional<EngineId>& engineId, const Catalog& catalog)
{
    PoolMachine machine;
    machine.role = pool.role;
    machine.chip = lookUp<Chip>(
        pool.chip, [&](const ChipId& id) { return catalog.chip(id); }, readChip);
    if (const Engine* engine = engineOf(machine.chip, engineId, catalog))
        machine.engine = *engine;
    machine.engine.native = machine.chip.native.has_value();
    machine.scaleUp = linkOf(machine.chip.scaleUp, catalog);
    machine.scaleOut = linkOf(machine.chip.scaleOut, catalog);
    machine.chips = pool.chips;
    machine.tensor = pool.tensorParallel;
    machine.stages = pool.pipelineParallel;
    machine.experts = pool.expertParallel;
    machine.replicas = pool.replicas;
    return machine;
}

/// The machine with published values.
Machine lookedUp(const System& system, const Catalog& catalog)
{
    MEMWALL_ASSERT(!system.pools.empty());
    Machine machine;
    machine.name = system.name;
    machine.physics = catalog.physics;
    const auto findModel = [&](const ModelId& id) { return catalog.model(id); };
    machine.model = lookUp<Model>(system.model, findModel, readModel);
    machine.pools.reserve(system.pools.size());
    for (const Pool* pool : prefillFirst(system))
        machine.pools.push_back(resolvePool(*pool, system.engine, catalog));
    // The pool that decodes decides what 8 bits mean: it streams the weights for every token.
    const Format* format = catalog.format(formatFor(system.weightBits, machine.pools.back().chip));
    MEMWALL_ASSERT(format != nullptr);
    machine.format = *format;
    machine.kvElementBytes = system.kvBits / 8.0;
    machine.kvCache = system.kvCache;
    machine.policy = system.batching.policy;
    machine.maxBatch = system.batching.maxBatch;
    machine.chunkTokens = system.batching.prefillChunkTokens;
    if (system.speculation) {
        const DraftMethod method = system.speculation->method;
        machine.draftIsOwn = method == DraftMethod::Mtp || method == DraftMethod::Eagle;
        if (machine.draftIsOwn)
            machine.draft
                = method == DraftMethod::Mtp ? extraLayer(machine.model) : eagleLayer(machine.model);
        else if (method != DraftMethod::Ngram)
            machine.draft = lookUp<Model>(system.speculation->draftModel, findModel, readModel);
        machine.draftTokens = system.speculation->draftTokens;
        machine.acceptance = system.speculation->acceptance;
        machine.acceptanceAt = system.speculation->acceptanceAt;
    }
    if (machine.pools.size() > 1) {
        const auto findLink = [&](const LinkId& id) { return catalog.link(id); };
        const LinkRef ref = system.link.value_or(LinkRef { .id = kUsualNetwork, .object = {} });
        machine.between = lookUp<Link>(ref, findLink, readLink);
    }
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

FormatId formatFor(const WeightBits& weightBits, const Chip& chip)
{
    if (const auto* id = std::get_if<FormatId>(&weightBits))
        return *id;
    const int bits = std::get<int>(weightBits);
    if (bits == 4 && chip.hardwiredModel)
        return kEtched;
    if (bits == 16)
        return kBf16;
    if (bits == 8)
        return chip.peak.fp8 ? kFp8 : kInt8;
    return kInt4;
}

Machine resolve(const System& system, const Catalog& catalog)
{
    Machine machine = lookedUp(system, catalog);
    rescale(machine, machine, system);
    return machine;
}

Resolver::Resolver(const Catalog& catalog)
    : m_catalog(catalog)
{
}

const Machine& Resolver::resolve(const System& system)
{
    const bool alike = m_last.pools.size() == system.pools.size() && !m_last.pools.empty();
    for (std::size_t i = 0; alike && i < system.pools.size(); ++i)
        m_last.pools[i].scale = system.pools[i].scale;
    if (!alike || !(m_last == system)) {
        m_last = system;
        m_machine = m_published = lookedUp(system, m_catalog);
    }
    rescale(m_machine, m_published, system);
    return m_machine;
}

void rescale(Machine& machine, const ResourceScale& scale)
{
    for (PoolMachine& pool : machine.pools)
        rescale(pool, pool, scale);
    if (machine.between)
        rescale(*machine.between, *machine.between, scale);
}

} // namespace memwall::core
