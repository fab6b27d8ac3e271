#include "app/probe/doubts.h"

#include "core/base/number_text.h"

#include <cmath>

namespace memwall::probe
{

namespace
{

constexpr double kMuchScatter = 0.10;
constexpr double kMuchMissing = 0.05; ///< of the processors' time
constexpr double kMuchError = 0.15; ///< of the two constants against the kernels they come from
constexpr double kTimesCache = 4; ///< a matrix below that is partly read from the cache

std::string percent(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

void addUnrest(std::vector<std::string>& doubts, const Measurement& measurement)
{
    const double scatter = measurement.scatter();
    const double missing = 1 - measurement.processorShare;
    if (scatter <= kMuchScatter && missing <= kMuchMissing)
        return;
    std::string text = "The figures scatter by " + percent(scatter);
    if (missing > kMuchMissing)
        text.append(" and other programs, or other guests of its hardware, had ")
            .append(percent(missing))
            .append(" of the processors' time");
    text += ": this computer is busy, so an idle one is faster. Close other programs and measure again.";
    doubts.push_back(std::move(text));
}

void addShare(std::vector<std::string>& doubts, const Measurement& measurement)
{
    const Computer& computer = measurement.computer;
    if (!computer.quota || *computer.quota >= computer.cores)
        return;
    std::string text = "This process may use ";
    text.append(core::significantText(*computer.quota, 3))
        .append(" of ")
        .append(std::to_string(computer.cores));
    text += " cores (a limit of its control group). The figures are what it gets, not what the computer has.";
    doubts.push_back(std::move(text));
}

void addCaches(std::vector<std::string>& doubts, const Measurement& measurement)
{
    if (measurement.levelsFromCurve)
        doubts.emplace_back(
            "The system does not name its caches. Their sizes were found from the bandwidth, to a "
            "factor of two.");
    const auto& levels = measurement.levels;
    const std::optional<double> cache
        = levels.size() > 1 ? levels[levels.size() - 2].capacityBytes : std::nullopt;
    if (cache && !measurement.kernels.empty() && measurement.kernels.front().bytes() < kTimesCache * *cache)
        doubts.emplace_back(
            "Too little memory is free for a matrix much larger than the caches. What is called "
            "memory's bandwidth is partly theirs.");
    for (std::size_t i = 0; i + 1 < levels.size(); ++i)
        if (levels[i].bandwidth.median < levels[i + 1].bandwidth.median)
            doubts.push_back(levels[i].name + " was measured slower than " + levels[i + 1].name
                + ", which cannot be: other programs took part of it. The chip leaves its rate out.");
}

} // namespace

std::vector<std::string> doubtsAbout(const Measurement& measurement)
{
    std::vector<std::string> doubts;
    addUnrest(doubts, measurement);
    addShare(doubts, measurement);
    addCaches(doubts, measurement);
    if (measurement.decode.error > kMuchError)
        doubts.push_back("Bytes over bandwidth plus a cost per weight misses a kernel by "
            + percent(measurement.decode.error) + ": predictions are that much less sure.");
    return doubts;
}

} // namespace memwall::probe
