// A window that eases to another: its length changes geometrically, so that zooming feels even, and the
// instant that both show at the same pixel stays there all the way.
#pragma once

#include "core/base/time.h"

namespace memwall::ui
{

/// The window after a share (0 to 1) of the way.
[[nodiscard]] core::TimeSpan windowBetween(core::TimeSpan from, core::TimeSpan to, double share);

} // namespace memwall::ui
