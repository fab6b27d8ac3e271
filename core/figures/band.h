// How far a time may be off: the ideal below it and its typical error, from the parts that it is made of.
#pragma once

#include "core/figures/report.h"
#include "core/machine/machine.h"

namespace memwall::core
{

/// Seconds of all steps of a segment at peak rates and without fixed costs.
[[nodiscard]] double idealSeconds(const Run& run, const Segment& segment);

/// One-sigma error of a time, relative, from its parts and how sure each is (calibration.md section 8).
[[nodiscard]] double relativeError(const Machine& machine, const Breakdown& parts);

} // namespace memwall::core
