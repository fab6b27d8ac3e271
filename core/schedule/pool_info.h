// Describes the pools of a machine, as placed, for the picture and the report. Internal to schedule.
#pragma once

#include "core/machine/rates.h"
#include "core/timeline/run.h"

namespace memwall::core
{

[[nodiscard]] PoolInfo poolInfo(const PoolRates& rates);

} // namespace memwall::core
