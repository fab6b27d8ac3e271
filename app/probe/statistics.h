// From repeated timings to one figure and how far it scatters; from three of them to two constants.
#pragma once

#include <vector>

namespace memwall::probe
{

struct Figure
{
    double median = 0;
    double scatter = 0; ///< relative: half the width that holds the middle two thirds, over the median
    int repetitions = 0; ///< 0: not measured
};

/// REQUIRES: positive values, at least one.
[[nodiscard]] Figure figureOf(std::vector<double> values);

/// The value below which the share of the sorted values lies, between neighbours by proportion.
[[nodiscard]] double quantile(const std::vector<double>& sorted, double share);

/// One kernel of known size: seconds a weight of a format with so many bytes a weight.
struct DecodePoint
{
    double bytesPerWeight = 0;
    double secondsPerWeight = 0;
};

/// Seconds of a matrix that is read once: bytes · perByte + weights · perWeight.
struct DecodeCost
{
    double perByte = 0; ///< never below what plain reading takes
    double perWeight = 0; ///< never negative
    double error = 0; ///< largest relative miss of the points

    [[nodiscard]] double secondsPerWeight(double bytesPerWeight) const
    {
        return bytesPerWeight * perByte + perWeight;
    }
};

/// The two constants that miss the points least, each miss relative to its point: a straight line, within
/// what is physical. readPerByte: seconds a byte of plain reading. REQUIRES: a point.
[[nodiscard]] DecodeCost decodeCostOf(const std::vector<DecodePoint>& points, double readPerByte);

} // namespace memwall::probe
