#include "core/machine/rates.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// Absent where the chip's arithmetic is not published.
std::optional<FlopsPerSecond> peakFor(const Chip& chip, ComputeType type, const PhysicsConstants& physics)
{
    // Published engines run a processor's vector units; its matrix units, where it has any, stand idle.
    if (chip.chipClass == ChipClass::Cpu && chip.peak.fp32)
        return chip.peak.fp32->value;
    const auto bf16 = chip.peak.bf16 ? std::optional(chip.peak.bf16->value) : std::nullopt;
    const auto scaledPeak = [&](const std::optional<Sourced<FlopsPerSecond>>& peak, double share) {
        return peak ? std::max(peak->value * share, bf16.value_or(FlopsPerSecond {})) : bf16;
    };
    switch (type) {
    case ComputeType::Fp8:
        return scaledPeak(chip.peak.fp8, physics.fp8Share);
    case ComputeType::Int8:
        return scaledPeak(chip.peak.int8, physics.fp8Share);
    case ComputeType::Fp4:
        return scaledPeak(chip.peak.fp4, physics.fp4Share);
    case ComputeType::Bf16:
        break;
    }
    return bf16;
}

bool hasHbm(const Chip& chip)
{
    return chip.levels[chip.homeLevel].isHbm();
}

/// Formats of packed blocks are unpacked by instructions, beside the loads: seconds per weight.
double unpackSeconds(const Chip& chip, const Format& format)
{
    if (chip.perWeight)
        return chip.perWeight->value.value;
    if (!(format.unpackOperations.value > 0) || !chip.peak.fp32)
        return 0;
    // A processor's vector registers hold four times as many 8-bit numbers as 32-bit ones.
    const double lanes = chip.chipClass == ChipClass::Cpu ? 4 : 1;
    return format.unpackOperations.value / (lanes * chip.peak.fp32->value.value);
}

/// The same for everything that passes.
ReachedRates rateOf(BytesPerSecond rate)
{
    return { rate, rate, rate, rate };
}

std::optional<ReachedRates> reachedAt(const PoolRates& rates, std::size_t level)
{
    const Chip& chip = rates.pool->chip;
    const auto& bandwidth = chip.levels[level].bandwidth;
    if (!bandwidth)
        return std::nullopt;
    const BytesPerSecond peak = bandwidth->value;
    if (level < chip.homeLevel)
        return rateOf(peak * rates.machine->physics.farDoorShare);
    if (level > chip.homeLevel)
        return rateOf(peak);
    const Engine& engine = rates.pool->engine;
    const double tuned = hasHbm(chip) ? factorOf(engine.hbmMemoryFactor) : 1.0;
    const BytesPerSecond memory = peak * chip.efficiency.memory.value * tuned;
    // What a decode kernel reached on this very chip has the losses of kernel and format in it.
    const BytesPerSecond weights = chip.perWeight
        ? memory
        : memory * engine.memoryFactor.value * rates.machine->format.memoryFactor.value;
    return ReachedRates { .weights = weights,
        .experts = weights * rates.machine->physics.expertMemoryFactor,
        .kv = memory * engine.kvFactor.value,
        .activations = memory * engine.memoryFactor.value };
}

DoorRate doorRate(const PoolRates& rates, std::size_t level)
{
    const Chip& chip = rates.pool->chip;
    DoorRate rate { .reached = reachedAt(rates, level),
        .weightShare = rates.placement.weightsThrough(chip, level),
        .kvShare = rates.placement.kvThrough(chip, level),
        .activationShare = level >= chip.kvLevel ? 1.0 : 0.0 };
    if (rate.reached) {
        rate.perWeightByte = rate.weightShare / rate.reached->weights.value;
        rate.perExpertByte = rate.weightShare / rate.reached->experts.value;
        rate.perKvByte = rate.kvShare / rate.reached->kv.value;
        rate.perActivationByte = rate.activationShare / rate.reached->activations.value;
    }
    return rate;
}

/// Kernels of a layer over those of one with plain attention.
double kernelFactor(const PhysicsConstants& physics, const Attention& attention)
{
    switch (attention.kind) {
    case AttentionKind::Mla:
        return physics.mlaLayerFactor;
    case AttentionKind::Linear:
        return physics.linearLayerFactor;
    default:
        return 1;
    }
}

/// The same in passes over prompts: there MLA runs expanded, without half of what the absorbed form adds.
double promptKernelFactor(const PhysicsConstants& physics, const Attention& attention)
{
    const double factor = kernelFactor(physics, attention);
    return attention.kind == AttentionKind::Mla ? (1 + factor) / 2 : factor;
}

} // namespace

PoolRates ratesOf(const Machine& machine, std::size_t pool, Placement placement)
{
    PoolRates rates;
    rates.machine = &machine;
    rates.pool = &machine.pools[pool];
    rates.index = static_cast<std::uint8_t>(pool);
    rates.placement = std::move(placement);
    const Chip& chip = rates.pool->chip;
    rates.doors.reserve(chip.levels.size());
    for (std::size_t level = 0; level < chip.levels.size(); ++level)
        rates.doors.push_back(doorRate(rates, level));
    rates.idealGemmFlops = peakFor(chip, machine.format.compute, machine.physics);
    rates.gemmFlops = times(rates.idealGemmFlops, chip.efficiency.compute.value);
    rates.attentionFlops
        = times(peakFor(chip, ComputeType::Bf16, machine.physics), machine.physics.attentionPrefillShare);
    rates.decodeAttentionFlops = rates.attentionFlops;
    if (rates.pool->engine.cudaCoreAttention && chip.peak.fp32)
        rates.decodeAttentionFlops = chip.peak.fp32->value * machine.physics.coreAttentionShare;
    rates.prefillFactor = rates.pool->engine.computeFactor.value;
    if (hasHbm(chip))
        rates.prefillFactor *= factorOf(rates.pool->engine.hbmComputeFactor);
    rates.unpackSeconds = unpackSeconds(chip, machine.format);
    if (machine.format.nominalBits < 16)
        rates.prefillFormatFactor = factorOf(rates.pool->engine.quantizedFactor);
    if (chip.chipClass == ChipClass::Gpu && chip.cores)
        rates.tileTokens = machine.physics.tileShare * 128 * 128 * *chip.cores;
    return rates;
}

double layerShare(const Attention& attention, const FeedForward& feedForward)
{
    return attention.kind == AttentionKind::None || feedForward.none ? 0.5 : 1.0;
}

double pipelineTurns(const Chip& chip, int layers, double tokens, bool manyTokens)
{
    if (!chip.hardwiredModel)
        return 1;
    return std::max(1.0, (manyTokens ? layers + tokens - 1 : tokens) / layers);
}

double layerFixedSeconds(
    const PoolRates& rates, const Model& model, const Attention& attention, const FeedForward& feedForward)
{
    const PoolMachine& pool = *rates.pool;
    const double share = layerShare(attention, feedForward) * pool.latencyFactor;
    if (pool.chip.native) {
        const double width = std::pow(model.hidden / 4096.0, pool.chip.native->hiddenExponent);
        return pool.chip.native->perLayer.value.value * width * share;
    }
    double factor = pool.chip.layerFactor * share;
    if (feedForward.moe)
        factor *= rates.machine->physics.moeLayerFactor;
    factor *= kernelFactor(rates.machine->physics, attention);
    const double cores = pool.chip.chipClass == ChipClass::Cpu ? pool.chip.cores.value_or(0) : 0;
    return (pool.engine.perLayer.value.value + cores * rates.machine->physics.coreLayerSeconds) * factor;
}

double hostFloorSeconds(
    const PoolRates& rates, const Attention& attention, const FeedForward& feedForward, bool manyTokens)
{
    const PoolMachine& pool = *rates.pool;
    if (pool.chip.native)
        return 0;
    double floor = pool.engine.hostFloorPerLayer.value.value;
    if (manyTokens)
        floor = std::max(floor,
            pool.engine.prefillFloorPerLayer.value.value
                * promptKernelFactor(rates.machine->physics, attention));
    return floor * layerShare(attention, feedForward) * pool.latencyFactor;
}

double stepFixedSeconds(const PoolRates& rates, double sequences)
{
    const PoolMachine& pool = *rates.pool;
    if (pool.chip.native)
        return pool.chip.native->perStep.value.value * pool.latencyFactor;
    return (pool.engine.perStep.value.value + pool.engine.perSequence.value.value * sequences)
        * pool.latencyFactor;
}

} // namespace memwall::core
