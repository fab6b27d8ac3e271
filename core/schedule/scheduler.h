// Plays a workload on a machine: admission, prefill, decode, speculation cycles, transfers between pools.
// The result is a sealed Run of closed-form segments. Deterministic; no clock, no global state.
#pragma once

#include "core/cost/machine.h"
#include "core/scenario/scenario.h"
#include "core/timeline/run.h"

namespace memwall::core
{

/// What of a run is kept.
enum class Keep : std::uint8_t
{
    All,
    Figures, ///< what a report needs; bytes and busy seconds up to an instant cannot be asked for
    Times, ///< when requests begin, write their first token and finish; no segments, nothing sealed
};

/// REQUIRES: machine resolved from a validated system of a scenario with this workload.
[[nodiscard]] Run schedule(const Machine& machine, const Workload& workload, Keep keep = Keep::All);

} // namespace memwall::core
