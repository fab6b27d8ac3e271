#include "core/schedule/pool_info.h"

#include "core/machine/links.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

LevelUse levelUse(const PoolRates& rates, std::size_t i)
{
    const Chip& chip = rates.pool->chip;
    const MemoryLevel& level = chip.levels[i];
    const LevelPlacement& placed = rates.placement.levels[i];
    LevelUse use;
    use.name = level.name;
    use.door = level.doorName();
    if (level.capacity)
        use.capacity = level.capacity->value;
    if (level.bandwidth) {
        use.bandwidth = level.bandwidth->value;
        use.achievedShare = rates.doors[i].reached->weights / *use.bandwidth;
    }
    use.weightBytes = placed.weights;
    use.kvCapacity = placed.kvCapacity.transform([](double bytes) { return Bytes { bytes }; });
    use.holds = i == chip.homeLevel || i == chip.kvLevel || placed.weights > 0;
    use.weightsInPlace = chip.hardwiredModel.has_value() && i == chip.homeLevel;
    return use;
}

} // namespace

PoolInfo poolInfo(const PoolRates& rates)
{
    const PoolMachine& pool = *rates.pool;
    PoolInfo info;
    info.role = pool.role;
    info.chipId = pool.chip.id;
    info.chipName = pool.chip.shortName;
    info.chipSoldAs = pool.chip.soldAs;
    info.chipClass = pool.chip.chipClass;
    info.chips = pool.chips;
    info.inStep = pool.inStep();
    info.stages = pool.stages;
    info.replicas = pool.replicas;
    info.cores = pool.chip.cores;
    info.peakFlops = rates.idealGemmFlops;
    if (const auto& home = pool.chip.levels[pool.chip.homeLevel].bandwidth)
        info.peakBandwidth = home->value;
    const Link* link = pool.inStep() > 1 && pool.scaleUp ? &*pool.scaleUp
        : pool.stages > 1                                ? stageLink(pool)
                                                         : nullptr;
    if (link != nullptr) {
        const double payload = rates.machine->model.hidden * 2.0;
        const double seconds
            = pool.tensor > 1 ? allReduce(pool, payload).seconds : messageSeconds(*link, payload);
        info.link = LinkUse { link->name, link->bandwidth.value, { seconds } };
    }
    info.domain = std::max(1, std::min(pool.chips, pool.chip.domain()));
    if (info.domain < pool.chips && pool.scaleOut)
        info.farLink
            = LinkUse { pool.scaleOut->name, pool.scaleOut->bandwidth.value, pool.scaleOut->latency.value };
    if (pool.chip.dieAreaMm2)
        info.dieAreaMm2 = pool.chip.dieAreaMm2->value;
    for (std::size_t i = 0; i < pool.chip.levels.size(); ++i)
        info.levels.push_back(levelUse(rates, i));
    info.homeLevel = pool.chip.homeLevel;
    info.scale = pool.scale;
    return info;
}

} // namespace memwall::core
