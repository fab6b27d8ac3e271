// Where a system does not name its caches: finding them in the bandwidth over the size of what is read.
#pragma once

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
    double bandwidth = 0; ///< of the flat part
};

/// The flat parts of a curve over growing sizes, near to far, without the last one, which is memory. A part
/// ends where bandwidth has fallen by a quarter; a fall over several sizes is one fall.
[[nodiscard]] std::vector<CurveLevel> levelsOf(const std::vector<CurvePoint>& curve);

} // namespace memwall::probe
