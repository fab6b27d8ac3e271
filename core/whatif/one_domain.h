// Is the hop between racks worth it? The same work on the chips of one fast domain alone.
#pragma once

#include "core/figures/report.h"
#include "core/machine/machine.h"
#include "core/scenario/scenario.h"
#include "core/schedule/scheduler.h"

namespace memwall::core
{

/// Sets report.oneDomain where one pool fills several fast domains. A stop makes it return early.
void addOneDomain(
    Machine machine, const Workload& workload, const Run& run, Report& report, const Limits& limits = {});

} // namespace memwall::core
