// What the parts of a run take in memory, by their sizes alone: the same on every computer of a kind.
#pragma once

#include "core/timeline/run.h"

namespace memwall::core
{

[[nodiscard]] Bytes storedBytes(const StepShape& shape);
/// Of all requests, before anything has been written.
[[nodiscard]] Bytes bytesOfRequests(const Run& run);
/// Without its shape, which others may share. REQUIRES: the run's pools are known.
[[nodiscard]] Bytes storedBytes(const Segment& segment, const Run& run, bool meters);

} // namespace memwall::core
