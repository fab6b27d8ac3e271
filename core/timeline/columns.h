// How the cumulative meters of a pool stand in a row. Internal to timeline.
#pragma once

#include "core/timeline/shape.h"

#include <cstddef>

namespace memwall::core
{

/// The columns of a pool with this many levels: bytes by door and kind, then lanes, then flops.
struct Columns
{
    std::size_t lanes, flops, count;

    explicit Columns(std::size_t levels)
        : lanes { (levels + 1) * kKinds }
        , flops { lanes + kLanes }
        , count { flops + 1 }
    {
    }
};

} // namespace memwall::core
