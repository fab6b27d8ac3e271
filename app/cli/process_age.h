// How long this process has been running, loading of libraries included, in seconds.
#pragma once

namespace memwall::app
{

/// From the kernel's record, to 10 ms; 0 where the system keeps none.
[[nodiscard]] double processAgeSeconds();

} // namespace memwall::app
