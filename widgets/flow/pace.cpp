#include "widgets/flow/pace.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

// A quarter of the pitch from picture to picture at 24 pictures a second.
constexpr double kMostBlocksPerSecond = 6;
// A tail shorter than that of a thirtieth of a second is not seen.
constexpr double kShortestExposureS = 1.0 / 30;
constexpr double kMostBlocks = 1000, kFewestBlocks = 50; ///< of a step
constexpr double kSlack = 1 + 1e-9; ///< for the last digit of a power of ten

/// The largest number of the series 1-2-5 that is not above.
double roundDown(double number)
{
    const double power = std::pow(10.0, std::floor(std::log10(number * kSlack)));
    for (const double step : { 5.0, 2.0 })
        if (step * power <= number * kSlack)
            return step * power;
    return power;
}

/// The smallest that is not below.
double roundUp(double number)
{
    const double below = roundDown(number);
    if (below * kSlack >= number)
        return below;
    return roundDown(below * 2.5); // the next of 1, 2 and 5 is 2, 5 and 10
}

} // namespace

Way wayAt(double blocksPerSecond, const Pace& pace)
{
    if (blocksPerSecond <= kMostBlocksPerSecond * kSlack)
        return Way::Blocks;
    return blocksPerSecond * tailSeconds(pace) < kGapOfPitch ? Way::Streaks : Way::Stream;
}

double tailSeconds(const Pace& pace)
{
    return std::max(kShortestExposureS, pace.exposureS);
}

double blocksPerSecond(const Pace& pace, double bytesPerSecond, double blockBytes, int rows)
{
    return blockBytes > 0 ? bytesPerSecond * pace.speed / (blockBytes * rows) : 0.0;
}

double blockAt(const Pace& pace, double stepBytes, double bytesPerSecond, int rows)
{
    if (stepBytes <= 0)
        return 0;
    if (pace.speed <= 0 || bytesPerSecond <= 0)
        return roundQuantum(stepBytes);
    const double wanted = roundUp(bytesPerSecond * pace.speed / (kMostBlocksPerSecond * rows));
    return std::clamp(wanted, roundUp(stepBytes / kMostBlocks), roundDown(stepBytes / kFewestBlocks));
}

double roundQuantum(double bytes)
{
    constexpr double kUsualBlocks = 64;
    if (bytes <= 0)
        return 0;
    const double wanted = bytes / kUsualBlocks;
    const double below = roundDown(wanted), above = roundUp(wanted);
    // 1.42: halfway to the next step on a log scale
    return wanted <= below * 1.42 ? below : above;
}

} // namespace memwall::ui
