#include "widgets/timeline/glide.h"

#include <cmath>

namespace memwall::ui
{

core::TimeSpan windowBetween(core::TimeSpan from, core::TimeSpan to, double share)
{
    if (share <= 0)
        return from;
    if (share >= 1)
        return to;
    const double first = core::toSeconds(from.length());
    const double last = core::toSeconds(to.length());
    const double move = core::toSeconds(to.begin - from.begin);
    if (first <= 0 || last <= 0 || std::abs(last / first - 1) < 1e-9) {
        const core::Duration moved = core::fromSeconds(move * share);
        return { from.begin + moved, from.end + moved };
    }
    const double length = first * std::pow(last / first, share);
    // The begin moves with the length: both windows then show the fixed point at the same share of the width.
    const core::Instant begin = from.begin + core::fromSeconds(move * (length - first) / (last - first));
    return { begin, begin + core::fromSeconds(length) };
}

} // namespace memwall::ui
