// Why a run can be slower with more of a resource: the scheduler is free to form other batches.
#pragma once

#include "core/figures/levers.h"
#include "core/timeline/run.h"

namespace memwall::core
{

/// Changes below this share do not show in any figure.
inline constexpr double kNoticeable = 0.0005;

/// A run and the mean time of its tokens, seconds.
struct TimedRun
{
    const Run& run;
    double tpotS = 0;
};

/// Whether tokens take noticeably longer or the last answer ends noticeably later.
[[nodiscard]] bool isSlower(const TimedRun& before, const TimedRun& after);

/// One sentence where `after`, the same workload with more of a resource, is slower than `before`: by how
/// much, and what the scheduler does otherwise. REQUIRES: isSlower(before, after).
[[nodiscard]] Saying whySlower(const Lever& lever, const TimedRun& before, const TimedRun& after);

} // namespace memwall::core
