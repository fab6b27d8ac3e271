// How slowly a scenario plays.
#pragma once

#include "core/scenario/scenario.h"
#include "core/timeline/run.h"

namespace memwall::app
{

/// Seconds on screen per simulated second: what the scenario says, else true speed for a race and a speed
/// that suits the run for one system.
[[nodiscard]] double timeScaleOf(const core::Scenario& scenario, const core::Run& run);

} // namespace memwall::app
