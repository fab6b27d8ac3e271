// What the cost of a pass depends on. Internal to core.
#pragma once

#include "core/cost/pass_builder.h"

#include <vector>

namespace memwall::core
{

using PassKey = std::vector<double>;

/// Appends all that buildPass takes from the work and the options: passes of one machine with equal keys are
/// equal to the bit. Where attention asks for sums over its sequences alone, sums stand for them, so that
/// many batches share a key.
void appendKey(PassKey& key, const Stations& stations, const PassWork& work, const PassOptions& options);

} // namespace memwall::core
