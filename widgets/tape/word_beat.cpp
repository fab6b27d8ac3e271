#include "widgets/tape/word_beat.h"

#include "widgets/tape/rounds.h"

namespace memwall::ui
{

namespace
{

constexpr double kBeatS = 0.12; ///< on screen
constexpr double kLeastBetweenS = 1.0 / 3; ///< nothing flashes more than three times a second

/// The first of the words that were written last.
std::int64_t firstLanded(const core::Run& run, std::size_t request, core::Instant t, std::int64_t written)
{
    const std::size_t ended = roundsNow(run, request, t).ended;
    return ended > 0 ? run.requests[request].cycles[ended - 1].firstToken : written - 1;
}

} // namespace

WordBeat beatAt(const core::Run& run, std::size_t request, core::Instant t, const Pace& pace)
{
    if (!pace.running || pace.reduced || pace.speed <= 0)
        return {};
    const std::int64_t written = run.tokensWritten(request, t);
    if (written == 0)
        return {};
    const core::Instant landed = run.tokenTime(request, written - 1);
    const auto onScreen
        = [&pace](core::Instant from, core::Instant to) { return core::toSeconds(to - from) / pace.speed; };
    const double age = onScreen(landed, t);
    const std::int64_t first = firstLanded(run, request, t, written);
    // How far apart the last two were decides, so that beats can't come faster than this. Light that is
    // steady goes out when no word follows for as long.
    if (first > 0 && onScreen(run.tokenTime(request, first - 1), landed) < kLeastBetweenS)
        return { .steady = age < kLeastBetweenS };
    const double left = 1 - age / kBeatS;
    return left > 0 ? WordBeat { .light = left, .rise = left } : WordBeat {};
}

} // namespace memwall::ui
