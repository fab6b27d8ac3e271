#include "app/probe/statistics.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>

namespace memwall::probe
{

double quantile(const std::vector<double>& sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - static_cast<double>(below));
}

Figure figureOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    MEMWALL_ASSERT(!values.empty() && values.front() > 0);
    const double median = quantile(values, 0.5);
    constexpr double kLow = 1.0 / 6;
    constexpr double kHigh = 5.0 / 6;
    const double width = quantile(values, kHigh) - quantile(values, kLow);
    return { median, width / 2 / median, static_cast<int>(values.size()) };
}

namespace
{

double largestMiss(const std::vector<DecodePoint>& points, const DecodeCost& cost)
{
    double miss = 0;
    for (const DecodePoint& point : points)
        miss = std::max(
            miss, std::abs(cost.secondsPerWeight(point.bytesPerWeight) / point.secondsPerWeight - 1));
    return miss;
}

/// Cost per weight that fits best for a given cost per byte.
double perWeightFor(const std::vector<DecodePoint>& points, double perByte)
{
    double up = 0, down = 0;
    for (const DecodePoint& point : points) {
        const double importance = 1 / (point.secondsPerWeight * point.secondsPerWeight);
        up += importance * (point.secondsPerWeight - point.bytesPerWeight * perByte);
        down += importance;
    }
    return std::max(0.0, up / down);
}

double perByteAlone(const std::vector<DecodePoint>& points)
{
    double up = 0, down = 0;
    for (const DecodePoint& point : points) {
        const double share = point.bytesPerWeight / point.secondsPerWeight;
        up += share;
        down += share * share;
    }
    return up / down;
}

} // namespace

DecodeCost decodeCostOf(const std::vector<DecodePoint>& points, double readPerByte)
{
    MEMWALL_ASSERT(!points.empty());
    double sum = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const DecodePoint& point : points) {
        const double importance = 1 / (point.secondsPerWeight * point.secondsPerWeight);
        sum += importance;
        x += importance * point.bytesPerWeight;
        y += importance * point.secondsPerWeight;
        xx += importance * point.bytesPerWeight * point.bytesPerWeight;
        xy += importance * point.bytesPerWeight * point.secondsPerWeight;
    }
    const double spread = sum * xx - x * x;
    DecodeCost cost;
    cost.perByte = spread > 1e-9 * sum * xx ? (sum * xy - x * y) / spread : readPerByte;
    // A line through points that scatter may promise faster bytes than memory gives, or a reward per weight.
    cost.perByte = std::max(cost.perByte, readPerByte);
    cost.perWeight = perWeightFor(points, cost.perByte);
    if (cost.perWeight <= 0)
        cost.perByte = std::max(perByteAlone(points), readPerByte);
    cost.error = largestMiss(points, cost);
    return cost;
}

} // namespace memwall::probe
