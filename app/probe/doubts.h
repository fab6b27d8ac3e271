// What makes a measurement doubtful, in sentences for the person who made it.
#pragma once

#include "app/probe/measurement.h"

namespace memwall::probe
{

[[nodiscard]] std::vector<std::string> doubtsAbout(const Measurement& measurement);

} // namespace memwall::probe
