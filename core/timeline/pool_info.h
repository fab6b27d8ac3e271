// A pool of chips as a run has it: its chip's rates and rooms, its links, what is placed where.
#pragma once

#include "core/base/units.h"
#include "core/catalog/chip.h"
#include "core/scenario/pool_role.h"
#include "core/scenario/resource_scale.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

/// One memory level of one chip of a pool, as placed.
struct LevelUse
{
    std::string name;
    std::string door; ///< what limits its rate: the wire that leads out of it, or the memory itself
    std::optional<Bytes> capacity; ///< absent: not published
    std::optional<BytesPerSecond> bandwidth; ///< peak of its door; absent: not published
    double achievedShare = 1; ///< share of it that kernels reach here
    double weightBytes = 0;
    double draftWeightBytes = 0; ///< weights of a draft model
    std::optional<Bytes> kvCapacity = Bytes {}; ///< left for KV cache; absent: nobody knows how much
    bool holds = false; ///< weights or KV cache may live here; otherwise bytes only pass through
    bool weightsInPlace = false; ///< hardwired: weights here pass no door
};

/// A link as a pool's chips use it.
struct LinkUse
{
    std::string name;
    BytesPerSecond bandwidth; ///< per chip and direction
    Seconds latency;
};

struct PoolInfo
{
    PoolRole role = PoolRole::Both;
    ChipId chipId;
    std::string chipName;
    std::optional<std::string> chipSoldAs; ///< "80 GB"; absent: not sold by size
    ChipClass chipClass = ChipClass::Gpu;
    int chips = 1;
    int inStep = 1; ///< chips that work on the same operator at once (tensor or expert parallel)
    int stages = 1; ///< pipeline stages, one after the other
    int replicas = 1;
    std::optional<int> cores; ///< absent here and below: not published
    std::optional<FlopsPerSecond> peakFlops; ///< of one chip at the compute format
    std::optional<BytesPerSecond> peakBandwidth; ///< of the home level's door, one chip
    std::optional<LinkUse> link; ///< between chips; its latency: of one collective or hop
    int domain = 1; ///< chips that the fast link joins: a node, a rack, a pod
    std::optional<LinkUse> farLink; ///< between domains, one message, one way; absent: all chips are in one
    std::optional<double> dieAreaMm2; ///< absent: not published
    std::vector<LevelUse> levels; ///< far to near
    std::size_t homeLevel = 0;
    ResourceScale scale; ///< what-if factors that are in all of these
};

} // namespace memwall::core
