// What doubling one resource would change: the system is played again with that resource scaled.
#pragma once

#include "core/catalog/catalog.h"
#include "core/report/report.h"
#include "core/scenario/scenario.h"

namespace memwall::core
{

/// Fills tpotSensitivity and ttftSensitivity of a report. A resource that makes the system fit no more, or
/// that is not there, changes nothing.
void addSensitivity(const System& system, const Workload& workload, const Catalog& catalog, Report& report);

} // namespace memwall::core
