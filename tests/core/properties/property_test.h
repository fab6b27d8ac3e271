// A test program of the laws over drawn scenarios. What fails is shrunk, printed as the text of a scenario
// and saved beside the program; MEMWALL_REPLAY=file plays one such file instead. RC_PARAMS (of rapidcheck)
// draws others: "seed=7 max_success=100000".
#pragma once

#include "tests/core/properties/scenario_generator.h"

namespace memwall::tests
{

/// Whether the laws hold for drawn scenarios, some hundred unless RC_PARAMS says more, or for the file in
/// MEMWALL_REPLAY. name: of the saved file.
[[nodiscard]] bool lawsHold(Pools pools, const char* name);

} // namespace memwall::tests
