// Time to pixels and back for one visible window. Pure. A width of zero or an empty window has no
// scale: then every time lies at the left edge and every pixel is the window's begin.
#pragma once

#include "core/base/time.h"

namespace memwall::ui
{

struct TimeScale
{
    core::TimeSpan window;
    double left = 0; ///< pixel of window.begin
    double width = 0; ///< pixels of the window

    [[nodiscard]] bool valid() const { return width > 0 && window.begin < window.end; }

    [[nodiscard]] double timeToPixel(core::Instant t) const
    {
        if (!valid())
            return left;
        return left
            + width * core::toSeconds(core::between(window.begin, t)) / core::toSeconds(window.length());
    }

    /// Not clamped: pixels outside the view give times outside the window.
    [[nodiscard]] core::Instant pixelToTime(double x) const
    {
        if (!valid())
            return window.begin;
        return core::later(
            window.begin, core::fromSeconds((x - left) / width * core::toSeconds(window.length())));
    }
};

} // namespace memwall::ui
