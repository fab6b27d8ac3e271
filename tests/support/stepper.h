// Plays a finished run again step by step. Who is in which batch is read from the run; what every request
// holds is counted here, and the passes of every step are built anew from that, not from a segment's formula.
#pragma once

#include "core/machine/machine.h"
#include "core/timeline/run.h"

#include <string>

namespace memwall::tests
{

struct Replay
{
    std::int64_t steps = 0; ///< that were built anew
    double worstTime = 0; ///< largest relative deviation of the end of a step, counted from the run's start
    double worstStep = 0; ///< largest relative deviation of a step's length
    double worstAmount = 0; ///< … of the bytes of a kind through a door, or of the flops, of a step
    std::string where; ///< of the largest of them
    double endS = 0; ///< of the last step

    [[nodiscard]] double worst() const;
};

/// REQUIRES: run is the schedule of this machine.
[[nodiscard]] Replay replay(const core::Machine& machine, const core::Run& run);

} // namespace memwall::tests
