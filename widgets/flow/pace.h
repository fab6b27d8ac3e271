// How fast simulated time passes on screen, and what an eye can follow at that speed. A picture is a function
// of run, time and pace.
#pragma once

#include "core/base/time.h"

namespace memwall::ui
{

struct Pace
{
    double speed = 0; ///< simulated seconds per second on screen; 0: a picture for itself
    double exposureS = 1.0 / 60; ///< seconds on screen that one picture stands for
    bool running = false; ///< pictures follow each other; otherwise one is looked at
    bool reduced = false; ///< motion hurts: pictures hold still between steps

    bool operator==(const Pace&) const = default;

    /// Simulated time that passes in so many seconds on screen.
    [[nodiscard]] core::Duration over(double seconds) const { return core::fromSeconds(speed * seconds); }
    /// That of a third of a second, over which states are averaged and for which they hold; none in a picture
    /// that is looked at.
    [[nodiscard]] core::Duration third() const { return running ? over(1.0 / 3) : core::Duration {}; }
    /// The instant at which states are shown: the last whole third of a second, so that none changes more
    /// than three times a second.
    [[nodiscard]] core::Instant held(core::Instant t) const
    {
        const core::Duration length = third();
        return length > core::Duration {} ? core::Instant { t.time_since_epoch() / length * length } : t;
    }
};

/// The pace of pictures at so many seconds on screen per simulated second: a film of so many pictures a
/// second, or, with 0, one picture.
[[nodiscard]] inline Pace filmPace(double timeScale, int fps)
{
    constexpr int kScreenFps = 60;
    return { .speed = 1 / timeScale, .exposureS = 1.0 / (fps > 0 ? fps : kScreenFps), .running = fps > 0 };
}

/// How a stream through a door is drawn. Above half a pitch from picture to picture the eye sees blocks run
/// backwards, above a quarter it sees them shimmer.
enum class Way : std::uint8_t
{
    Blocks, ///< of a stated number of bytes
    Streaks, ///< blocks, lengthened by the way they travel in one exposure
    Stream, ///< too fast for any pattern: kinds as layers, as bright as the door is full
};

/// Of the pitch from block to block, what is free between them.
inline constexpr double kGapOfPitch = 0.22;

/// Rows of blocks that a door as high as the wall has.
inline constexpr double kRowsOfWall = 20;

/// The way for a door that so many blocks leave in a second on screen and row, at most.
[[nodiscard]] Way wayAt(double blocksPerSecond, const Pace& pace);

/// Seconds on screen whose way is the length of a streak's tail: one exposure.
[[nodiscard]] double tailSeconds(const Pace& pace);

/// Bytes of one block, from the series 1-2-5: the least that does not run too fast through a door of so many
/// rows and bytes/s, between a thousandth and a fiftieth of the bytes of a step.
[[nodiscard]] double blockAt(const Pace& pace, double stepBytes, double bytesPerSecond, int rows);

/// Blocks in a second on screen and row.
[[nodiscard]] double blocksPerSecond(const Pace& pace, double bytesPerSecond, double blockBytes, int rows);

/// A round number (1, 2 or 5 times a power of ten) near bytes / 64; 0 for no bytes.
[[nodiscard]] double roundQuantum(double bytes);

} // namespace memwall::ui
