// What doubling one resource would change: the system is played again with that resource scaled.
#pragma once

#include "core/figures/report.h"
#include "core/machine/machine.h"
#include "core/scenario/scenario.h"
#include "core/schedule/scheduler.h"

namespace memwall::core
{

/// Fills tpotSensitivity and ttftSensitivity of the report of a run of this machine. A resource that makes
/// the system fit no more, or that is not there, changes nothing; one that makes the run slower is explained
/// in a note. A stop makes it return early.
void addSensitivity(
    Machine machine, const Workload& workload, const Run& run, Report& report, const Limits& limits = {});

} // namespace memwall::core
