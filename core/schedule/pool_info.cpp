#include "core/schedule/pool_info.h"

#include "core/machine/links.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

std::string roleName(PoolRole role)
{
    switch (role) {
    case PoolRole::Both:
        return "both";
    case PoolRole::Prefill:
        return "prefill";
    case PoolRole::Decode:
        return "decode";
    case PoolRole::Attention:
        return "attention";
    case PoolRole::Ffn:
        return "ffn";
    }
    return "both";
}

std::string className(ChipClass chipClass)
{
    switch (chipClass) {
    case ChipClass::Gpu:
        return "gpu";
    case ChipClass::Tpu:
        return "tpu";
    case ChipClass::Lpu:
        return "lpu";
    case ChipClass::Wafer:
        return "wafer";
    case ChipClass::Rdu:
        return "rdu";
    case ChipClass::Hardwired:
        return "hardwired";
    case ChipClass::Asic:
        return "asic";
    case ChipClass::Soc:
        return "soc";
    case ChipClass::Cpu:
        return "cpu";
    }
    return "gpu";
}

LevelUse levelUse(const PoolRates& rates, std::size_t i)
{
    const Chip& chip = rates.pool->chip;
    const MemoryLevel& level = chip.levels[i];
    const LevelPlacement& placed = rates.placement.levels[i];
    LevelUse use;
    use.name = level.name;
    use.door = level.doorName();
    use.capacityBytes = level.capacity ? level.capacity->value.value : 0;
    use.bandwidth = level.bandwidth ? level.bandwidth->value.value : 0;
    use.achievedShare = use.bandwidth > 0 ? rates.doors[i].weights / use.bandwidth : 1;
    use.weightBytes = placed.weights;
    use.kvCapacityBytes = placed.kvCapacity; // infinite where the capacity is not published
    use.holds = i == chip.homeLevel || i == chip.kvLevel || placed.weights > 0;
    use.weightsInPlace = chip.hardwiredModel.has_value() && i == chip.homeLevel;
    return use;
}

} // namespace

PoolInfo poolInfo(const PoolRates& rates)
{
    const PoolMachine& pool = *rates.pool;
    PoolInfo info;
    info.role = roleName(pool.role);
    info.chipId = pool.chip.id;
    info.chipName = pool.chip.shortName;
    info.chipSoldAs = pool.chip.soldAs;
    info.chipClass = className(pool.chip.chipClass);
    info.chips = pool.chips;
    info.inStep = pool.inStep();
    info.stages = pool.stages;
    info.replicas = pool.replicas;
    info.cores = pool.chip.cores;
    info.peakFlops = std::isfinite(rates.idealGemmFlops) ? rates.idealGemmFlops : 0;
    const auto& home = pool.chip.levels[pool.chip.homeLevel].bandwidth;
    info.peakBandwidth = home ? home->value.value : 0;
    const Link* link = pool.inStep() > 1 && pool.scaleUp ? &*pool.scaleUp
        : pool.stages > 1                                ? stageLink(pool)
                                                         : nullptr;
    if (link != nullptr) {
        info.linkName = link->name;
        info.linkBandwidth = link->bandwidth.value.value;
        const double payload = rates.machine->model.hidden * 2.0;
        info.linkLatencyS
            = pool.tensor > 1 ? allReduce(pool, payload).seconds : messageSeconds(*link, payload);
    }
    info.domain = std::max(1, std::min(pool.chips, pool.chip.scaleUp.maxChips));
    if (info.domain < pool.chips && pool.scaleOut) {
        info.farLinkName = pool.scaleOut->name;
        info.farLinkBandwidth = pool.scaleOut->bandwidth.value.value;
        info.farLinkLatencyS = pool.scaleOut->latency.value.value;
    }
    info.dieAreaMm2 = pool.chip.dieAreaMm2 ? pool.chip.dieAreaMm2->value : 0;
    for (std::size_t i = 0; i < pool.chip.levels.size(); ++i)
        info.levels.push_back(levelUse(rates, i));
    info.homeLevel = pool.chip.homeLevel;
    return info;
}

} // namespace memwall::core
