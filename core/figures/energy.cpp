#include "core/figures/energy.h"

#include "core/base/number_text.h"
#include "core/figures/report_steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// A value that may be wrong by a factor either way.
Band within(double value, double factor)
{
    return { value / factor, value, value * factor };
}

/// Joules per flop of an operator: products run in the format's type where the chip has units for it,
/// attention in 16 bits.
double flopEnergy(const Machine& machine, const Chip& chip, OperatorKind kind)
{
    const ComputeType type = kind == OperatorKind::Attention ? ComputeType::Bf16 : machine.format.compute;
    if ((type == ComputeType::Fp8 && chip.peak.fp8) || (type == ComputeType::Int8 && chip.peak.int8))
        return machine.physics.flopEnergy8;
    if (type == ComputeType::Fp4 && chip.peak.fp4)
        return machine.physics.flopEnergy4;
    return machine.physics.flopEnergy16;
}

/// Adds so many runs of an operator, each of so many steps.
void addOperator(
    const Machine& machine, const Chip& chip, const Operator& op, double times, double steps, PoolEnergy& sum)
{
    const double flops = op.flops.sumTo(steps) * times;
    sum.flops += flops;
    sum.arithmetic += flops * flopEnergy(machine, chip, op.kind);
    for (const Flow& flow : op.flows) {
        const double bits = 8 * flow.bytes.sumTo(steps) * times;
        if (flow.door == kLinkDoor) {
            sum.link += bits * machine.physics.linkEnergyPerBit;
            sum.linkBytes += bits / 8;
            continue;
        }
        const MemoryLevel& level = chip.levels[flow.door];
        double joules = 0;
        if (level.energy)
            joules = bits * level.energy->value.value;
        else if (flow.door > std::max(chip.homeLevel, chip.kvLevel))
            joules = bits * machine.physics.sramEnergyPerBit;
        else
            sum.unknownLevel = level.name;
        sum.memory += joules;
        PoolEnergy::Moved& moved = sum.levels[flow.door];
        moved.joules[indexOf(flow.kind)] += joules;
        moved.bytes[indexOf(flow.kind)] += bits / 8;
    }
}

/// A pipeline's pass shows one of the micro-batches that a step moves.
double batchesOf(const Run& run, const Segment& segment)
{
    if (segment.kind != SegmentKind::Decode && segment.kind != SegmentKind::Speculation)
        return 1;
    return static_cast<double>(
        std::clamp<std::size_t>(segment.requests.size(), 1, static_cast<std::size_t>(run.microBatches)));
}

Band fromParts(const PhysicsConstants& physics, const PoolEnergy& energy, double most)
{
    Band band = within(energy.memory + energy.link, physics.memoryEnergyFactor);
    band += within(energy.arithmetic, physics.flopEnergyFactor);
    band += within(energy.idle, physics.idleEnergyFactor);
    return { std::min(band.low, most), std::min(band.value, most), std::min(band.high, most) };
}

/// A chip that waits draws its idle share; one that streams or multiplies draws in proportion.
Band fromPower(
    const Machine& machine, const Report& report, std::size_t pool, const PoolEnergy& energy, double most)
{
    const Chip& chip = machine.pools[pool].chip;
    const double highest = chip.power && chip.powerHigh ? chip.powerHigh->value / chip.power->value : 1;
    const double busy = busyPower(machine, report, pool);
    return { energy.idle, energy.idle + (most - energy.idle) * busy, most * highest };
}

Saying costNote(const PhysicsConstants& physics, bool powerKnown)
{
    const auto plain = [](double value) { return significantText(value, 6); };
    return { powerKnown ? "cost" : "cost.without_power",
        { plain(physics.amortizationYears), plain(100 * physics.fleetUse) + "\u202f%",
            plain(physics.usdPerKwh) + "\u202fUSD/kWh", plain(physics.powerUsage) } };
}

} // namespace

double tokensOf(const Machine& machine, const Run& run)
{
    double tokens = 0;
    for (const RequestRun& request : run.requests)
        tokens += request.rejected ? 0 : static_cast<double>(request.outputTokens);
    return tokens * machine.pools.back().replicas;
}

double busyPower(const Machine& machine, const Report& report, std::size_t pool)
{
    const double share = pool < report.pools.size() ? report.pools[pool].busyShare : 1;
    if (machine.pools[pool].chip.native)
        return std::clamp(share, 0.0, 1.0);
    return std::clamp(share * std::max(report.utilization.memory, report.utilization.compute), 0.0, 1.0);
}

PoolEnergy poolEnergy(const Machine& machine, const Run& run, std::size_t pool)
{
    const PoolMachine& owner = machine.pools[pool];
    PoolEnergy sum;
    sum.levels.resize(owner.chip.levels.size());
    if (owner.chip.power)
        sum.most = owner.chip.power->value.value * owner.chips * toSeconds(run.end());
    sum.idle = sum.most.value_or(0) * owner.chip.idlePowerShare;
    for (const Segment& segment : run.segments) {
        const auto steps = static_cast<double>(segment.steps);
        const double copies = batchesOf(run, segment) * machine.pools.back().replicas;
        for (const Pass& pass : segment.shape->passes)
            forEachOperator(pass, [&](const Operator& op, double times) {
                if (op.pool == pool)
                    addOperator(machine, owner.chip, op, times * pass.repeat * op.chips * copies, steps, sum);
            });
    }
    return sum;
}

void reportEnergy(const Machine& machine, const Run& run, Report& report)
{
    const double tokens = tokensOf(machine, run);
    Band joules;
    for (std::size_t i = 0; i < machine.pools.size(); ++i) {
        const PoolEnergy energy = poolEnergy(machine, run, i);
        if (!energy.most || tokens <= 0)
            return;
        const bool known = energy.unknownLevel.empty();
        joules += known ? fromParts(machine.physics, energy, *energy.most)
                        : fromPower(machine, report, i, energy, *energy.most);
        if (!known)
            report.notes.push_back(
                { "energy.of_power", { machine.pools[i].chip.shortName, energy.unknownLevel } });
    }
    report.energyJPerToken = joules * (1 / tokens);
}

void reportCost(const Machine& machine, const Run& run, Report& report)
{
    const PhysicsConstants& physics = machine.physics;
    double price = 0;
    for (const PoolMachine& pool : machine.pools) {
        if (!pool.chip.price)
            return;
        price += pool.chip.price->value.value * pool.chips;
    }
    const double tokens = tokensOf(machine, run);
    if (tokens <= 0 || price <= 0)
        return;
    const double seconds = toSeconds(run.end()) / tokens;
    const double usdPerSecond = price / (physics.amortizationYears * kSecondsPerYear * physics.fleetUse);
    const double usdPerJoule = physics.usdPerKwh * physics.powerUsage / kJoulesPerKwh;
    Band usd = within(usdPerSecond * seconds, physics.priceFactor);
    usd += report.energyJPerToken.value_or(Band {}) * usdPerJoule;
    report.costUsdPerMtoken = usd * kTokensPerMtoken;
    report.notes.push_back(costNote(physics, report.energyJPerToken.has_value()));
}

} // namespace memwall::core
