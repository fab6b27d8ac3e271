// Whether requests waited because a batch may not grow, although memory had room for more of them.
#pragma once

#include "core/base/saying.h"
#include "core/figures/report.h"
#include "core/machine/machine.h"
#include "core/scenario/scenario.h"

namespace memwall::core
{

/// Fills Report::Requests::cappedAt and its companions, from speed and bytes, which must have been reported.
void reportBatchCap(const Machine& machine, const Workload& workload, const Run& run, Report& report);

/// "64 run at once, 4,032 wait: the batch is capped at 64." Empty where nothing is capped.
[[nodiscard]] Saying batchCap(const Report& report);

} // namespace memwall::core
