#include "app/export/movie_timing.h"

#include "app/export/scene.h"

#include <algorithm>
#include <cmath>

namespace memwall::app
{

namespace
{

constexpr long double kPicoseconds = 1e12L;
constexpr long double kLongest = 9.2e18L; ///< picoseconds that fit
constexpr double kUsualSeconds = 10;

} // namespace

std::int64_t MovieTiming::frames() const
{
    const long double wanted = static_cast<long double>((to - from).count()) / kPicoseconds * timeScale * fps;
    // A range that ends on a picture has it, whatever the last digit of a product says.
    constexpr long double kSlack = 1e-6L;
    constexpr long double kTooMany = 1e15L;
    return static_cast<std::int64_t>(std::floor(std::min(wanted + kSlack, kTooMany))) + 1;
}

core::Instant MovieTiming::timeOf(std::int64_t frame) const
{
    const long double step = kPicoseconds / (static_cast<long double>(timeScale) * fps);
    const long double gone = std::min(step * static_cast<long double>(frame), kLongest);
    return std::min(to, core::later(from, core::Duration { std::llround(gone) }));
}

int MovieTiming::hundredths(std::int64_t frame) const
{
    const auto before = [this](std::int64_t n) { return (200 * n + fps) / (2 * fps); };
    return static_cast<int>(before(frame + 1) - before(frame));
}

MovieTiming usualTiming(const core::Run& run, double timeScale, int fps)
{
    MovieTiming timing;
    timing.timeScale = timeScale;
    timing.fps = fps;
    const core::Instant telling = tellingMoment(run);
    timing.from = run.previousBoundary(telling, core::Depth::Step);
    timing.to = std::min(run.end(), core::later(timing.from, core::fromSeconds(kUsualSeconds / timeScale)));
    return timing;
}

} // namespace memwall::app
