#include "core/machine/placement.h"

#include "core/base/number_text.h"
#include "core/catalog/attention_slice.h"
#include "core/catalog/model_size.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace memwall::core
{

namespace
{

std::string gigabytes(double bytes)
{
    const int digits = bytes < 1e10 ? 2 : 3;
    return bytes < 1e9 ? significantText(bytes / 1e6, digits) + " MB"
                       : significantText(bytes / 1e9, digits) + " GB";
}

bool runsAttention(PoolRole role)
{
    return role != PoolRole::Ffn;
}
bool runsFeedForward(PoolRole role)
{
    return role != PoolRole::Attention;
}

double attentionBytes(const PoolMachine& pool, const Model& model, const WeightBytes& bytes)
{
    double sum = 0;
    for (const Attention& group : model.attention) {
        const AttentionParams one = attentionParams(model, group);
        const AttentionSlice slice = attentionSlice(group, pool.tensor);
        const double divided = (one.qkv - one.replicated) * slice.qkv + one.output * slice.output;
        sum += group.layers * ((divided + one.replicated) * bytes.attention + one.small * bytes.small);
    }
    return sum;
}

double feedForwardBytes(const PoolMachine& pool, const Model& model, const WeightBytes& bytes)
{
    double sum = 0;
    const double spread = pool.inStep();
    for (const FeedForward& group : model.feedForward) {
        const FeedForwardParams one = feedForwardParams(model, group);
        sum += group.layers
            * ((one.dense + one.shared) * bytes.feedForward / spread
                + group.experts * one.expert * bytes.expert / spread
                + (one.router + one.small) * bytes.small / spread);
    }
    return sum;
}

/// whole: with the feed-forward layers even on a pool for attention.
double modelBytesPerChip(const PoolMachine& pool, const Model& model, const WeightBytes& bytes, bool whole)
{
    double layers = normParams(model) * bytes.small;
    double ends = 0;
    if (runsAttention(pool.role)) {
        layers += attentionBytes(pool, model, bytes);
        ends = (embeddingParams(model) * (model.tiedEmbeddings ? bytes.head : bytes.embedding + bytes.head)
                   + lookupParams(model) * bytes.embedding)
            / pool.tensor;
    }
    if (whole || runsFeedForward(pool.role))
        layers += feedForwardBytes(pool, model, bytes);
    // The first and the last stage hold the embedding and the head; the fullest chip decides.
    const double endsHere = pool.stages > 1 && !model.tiedEmbeddings ? ends / 2 : ends;
    return layers / pool.stages + endsHere;
}

/// Share of a layer's cache or state on one chip. Heads are divided while there are any; the MLA latent and
/// the indexer's keys are not divided at all. Section 6.
double headShare(const Attention& group, const PoolMachine& pool)
{
    if (group.kind == AttentionKind::Mla)
        return 1;
    const double heads
        = std::max(1, group.kind == AttentionKind::Linear ? group.linear.heads : group.kvHeads);
    return std::max(1.0, std::ceil(heads / pool.tensor)) / heads;
}

Placement refusal(Sayings reason, const Chip& chip)
{
    Placement placement;
    placement.fits = false;
    placement.reason = std::move(reason);
    placement.levels.resize(chip.levels.size());
    return placement;
}

/// Bytes of a level; absent: not published.
std::optional<double> capacityOf(const MemoryLevel& level)
{
    return level.capacity ? std::optional(level.capacity->value.value) : std::nullopt;
}

double reserveOf(const PoolMachine& pool, double capacity, const PhysicsConstants& physics)
{
    if (pool.engine.native)
        return 0;
    // The published reserve is that of an 80 GB card; smaller cards run smaller buffers.
    const double reserve
        = physics.runtimeReserveBytes + (pool.attentionGroups() > 1 ? physics.dataParallelReserveBytes : 0.0);
    return reserve * std::min(1.0, capacity / 80e9);
}

Sayings tooSmall(const Machine& machine, const PoolMachine& pool, double weights, double room)
{
    const double perChip = std::max(room, 1.0);
    const double needed = weights * pool.chips;
    Sayings sayings { { "fit.weights",
        { machine.model.name, machine.format.name, gigabytes(weights), std::to_string(pool.chips),
            pool.chip.shortName, gigabytes(std::max(room, 0.0)) } } };
    const double chips = std::ceil(needed / perChip);
    if (room > 0 && chips < 1e5)
        sayings.push_back({ "fit.more_chips", { plainCount(static_cast<std::int64_t>(chips)) } });
    return sayings;
}

/// What a chip may use of its home level; absent: everything has room.
std::optional<double> freeAtHome(const Machine& machine, const PoolMachine& pool)
{
    return capacityOf(pool.chip.levels[pool.chip.homeLevel]).transform([&](double bytes) {
        return bytes - reserveOf(pool, bytes, machine.physics);
    });
}

/// Fills levels outward from `from` with `bytes`; returns what found no room.
double fillOutward(const PoolMachine& pool, Placement& placement, std::size_t from, double bytes,
    std::optional<double> homeRoom)
{
    for (std::size_t i = from + 1; i-- > 0 && bytes > 0;) {
        const auto capacity = capacityOf(pool.chip.levels[i]);
        const bool home = i == from;
        if (!home && !capacity)
            break;
        // A server's chips share the host: each gets its part of a level outside the chip.
        const int sharers = i < from && pool.chip.chipClass == ChipClass::Rdu ? 1 : pool.chips;
        const std::optional<double> room = home ? homeRoom : std::optional(*capacity * 0.9 / sharers);
        const double here = room ? std::min(bytes, std::max(0.0, *room)) : bytes;
        placement.levels[i].weights += here;
        bytes -= here;
    }
    return bytes;
}

} // namespace

double Placement::weightsThrough(const Chip& chip, std::size_t door) const
{
    if (chip.hardwiredModel || weights <= 0)
        return 0;
    double through = 0;
    for (std::size_t i = 0; i <= door; ++i)
        through += levels[i].weights;
    return through / weights;
}

double Placement::kvThrough(const Chip& chip, std::size_t door) const
{
    return door >= chip.kvLevel ? 1.0 : 0.0;
}

double weightsPerChip(const Machine& machine, const PoolMachine& pool, bool whole)
{
    double bytes = modelBytesPerChip(pool, machine.model, weightBytes(machine.format), whole);
    if (machine.draft && pool.role != PoolRole::Ffn)
        bytes += modelBytesPerChip(pool, *machine.draft, weightBytes(machine.format), whole);
    return bytes;
}

double kvPerChip(const Machine& machine, const PoolMachine& pool, double tokens)
{
    if (pool.role == PoolRole::Ffn || !machine.kvCache)
        return 0;
    const auto ofModel = [&](const Model& model) {
        double bytes = 0;
        for (const Attention& group : model.attention) {
            const double cache = kvElements(group) * keptTokens(group, tokens) * machine.kvElementBytes;
            const double state = tokens > 0 ? stateBytes(group) : 0;
            bytes
                += group.layers * ((cache + state) * headShare(group, pool) + indexKeyBytes(group) * tokens);
        }
        return bytes / pool.stages;
    };
    return ofModel(machine.model) + (machine.draft ? ofModel(*machine.draft) : 0.0);
}

Placement place(const Machine& machine, const PoolMachine& pool, double kvWanted)
{
    const Chip& chip = pool.chip;
    if (chip.hardwiredModel && *chip.hardwiredModel != machine.model.id)
        return refusal(
            { { "fit.other_model", { chip.shortName, chip.hardwiredModel->text(), machine.model.name } } },
            chip);
    if (chip.hardwiredModel && !machine.format.etched)
        return refusal({ { "fit.other_format", { chip.shortName, machine.format.name } } }, chip);
    if (pool.inStep() * pool.stages > 1 && !pool.scaleUp)
        return refusal({ { "fit.no_link", { chip.shortName } } }, chip);
    Placement placement;
    placement.levels.resize(chip.levels.size());
    const std::optional<double> free = freeAtHome(machine, pool);
    const bool apart = chip.kvLevel != chip.homeLevel;
    const bool canSpill = chip.homeLevel > 0 && chip.levels[chip.homeLevel - 1].capacity.has_value();
    placement.wholeModel = pool.role == PoolRole::Attention
        && (!free || weightsPerChip(machine, pool, true) + kvWanted / machine.physics.usableShare <= *free);
    placement.weights = weightsPerChip(machine, pool, placement.wholeModel);
    // Weights come first and stay; requests are admitted into what they leave. Where weights alone do not
    // fit, some spill anyway: then KV cache, which is read whole for every token, has the near level.
    const bool spills = free && placement.weights > *free && canSpill && !apart;
    const double kvAtHome = spills ? std::min(kvWanted / machine.physics.usableShare, *free) : 0.0;
    const double left = fillOutward(pool, placement, chip.homeLevel, placement.weights,
        free.transform([kvAtHome](double bytes) { return bytes - kvAtHome; }));
    if (left > 1)
        return refusal(tooSmall(machine, pool, placement.weights, free.value()), chip);
    LevelPlacement& kvLevel = placement.levels[chip.kvLevel];
    const double besideHome = placement.levels[chip.homeLevel].weights;
    placement.kvCapacity = kvLevel.kvCapacity
        = apart ? capacityOf(chip.levels[chip.kvLevel]) : free.transform([&](double bytes) {
              return std::max(0.0, (bytes - besideHome) * machine.physics.usableShare);
          });
    kvLevel.kv = std::min(kvWanted, placement.kvCapacity.value_or(kvWanted));
    return placement;
}

} // namespace memwall::core
