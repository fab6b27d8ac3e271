// When each picture of a movie is taken: a function of its number alone, so that nothing drifts.
#pragma once

#include "core/timeline/run.h"

#include <cstdint>

namespace memwall::app
{

struct MovieTiming
{
    core::Instant from {};
    core::Instant to {}; ///< still shown, where a picture falls on it
    double timeScale = 200; ///< seconds on screen per simulated second
    int fps = 25;

    /// Picture 0 shows `from`; the last is the last one not after `to`.
    [[nodiscard]] std::int64_t frames() const;
    /// from + frame / (fps · timeScale), to the nearest picosecond.
    [[nodiscard]] core::Instant timeOf(std::int64_t frame) const;
    /// Seconds on screen before this picture.
    [[nodiscard]] double playedS(std::int64_t frame) const { return static_cast<double>(frame) / fps; }
    /// How long it is seen in a GIF, in hundredths of a second. What rounding leaves is carried on, so that
    /// the sum over all pictures is the movie's length to the nearest hundredth.
    [[nodiscard]] int hundredths(std::int64_t frame) const;
};

/// Longest movie that is made.
inline constexpr std::int64_t kMostFrames = 100'000;

/// The part of a run that an option leaves open: one token's reading and writing, ten seconds on screen.
[[nodiscard]] MovieTiming usualTiming(const core::Run& run, double timeScale, int fps);

} // namespace memwall::app
