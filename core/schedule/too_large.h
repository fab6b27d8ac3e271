// Why a run would store more than it may: which field asks for it, and what would be right. Internal to
// schedule.
#pragma once

#include "core/base/problem.h"
#include "core/schedule/state.h"

namespace memwall::core
{

/// REQUIRES: the run was given up where it had stored all that it may.
[[nodiscard]] Problem tooLarge(const PlayState& state, const Workload& workload);

} // namespace memwall::core
