// Where a system does not name its caches: finding them in the bandwidth over the size of what is read.
#pragma once

#include <cstddef>
#include <vector>

namespace memwall::probe
{

struct CurvePoint
{
    double bytes = 0; ///< that one thread reads again and again
    double bandwidth = 0; ///< bytes/s
};

struct CurveLevel
{
    double bytes = 0; ///< largest size that still has this bandwidth
    std::size_t point = 0; ///< of the curve: the fastest of the flat part
};

/// The flat parts of a curve over growing sizes, near to far, without the last one, which is memory. A part
/// ends where bandwidth has fallen by a quarter; a fall over several sizes is one fall. What a larger size
/// reaches a smaller one reaches too: a dip before a faster point is another program's doing.
[[nodiscard]] std::vector<CurveLevel> levelsOf(const std::vector<CurvePoint>& curve);

} // namespace memwall::probe
