// Is the hop between racks worth it? The same work on the chips of one fast domain alone. Internal to report.
#pragma once

#include "core/cost/machine.h"
#include "core/report/report.h"
#include "core/scenario/scenario.h"

namespace memwall::core
{

/// Sets report.oneDomain where one pool fills several fast domains.
void addOneDomain(Machine machine, const Workload& workload, const Run& run, Report& report);

} // namespace memwall::core
