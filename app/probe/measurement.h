// What was measured on this computer: a value.
#pragma once

#include "app/probe/computer.h"
#include "app/probe/kernels.h"
#include "app/probe/statistics.h"

#include <optional>
#include <string>
#include <vector>

namespace memwall::probe
{

struct LevelFigure
{
    std::string name; ///< "L1", "L2", "L3", "DRAM"
    std::optional<double> capacityBytes; ///< all instances together; absent: unknown
    Figure bandwidth; ///< bytes/s, all threads together, reading
};

/// One matrix times vector whose weights come from memory.
struct KernelFigure
{
    WeightFormat format = WeightFormat::Q8;
    double weights = 0; ///< that one repetition reads
    Figure seconds; ///< of one repetition

    [[nodiscard]] double bytes() const { return weights * bytesPerWeight(format); }
};

struct Measurement
{
    Computer computer;
    int threads = 1;
    std::string instructions; ///< that the kernels use: "AVX2"
    std::vector<LevelFigure> levels; ///< near to far; the last is memory
    bool levelsFromCurve = false; ///< the system did not name its caches
    Figure flops; ///< fp32 multiply-adds, two operations each, flop/s
    std::vector<KernelFigure> kernels;
    DecodeCost decode;
    double processorShare = 1; ///< of its time that the measurement had the processors
    double seconds = 0; ///< that it took
    std::vector<std::string> warnings; ///< sentences: what makes the figures doubtful

    [[nodiscard]] const LevelFigure& memory() const { return levels.back(); }
    /// Largest scatter of what predictions rest on: memory and the kernels.
    [[nodiscard]] double scatter() const;
};

} // namespace memwall::probe
