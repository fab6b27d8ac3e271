// Plays a workload on a machine: admission, prefill, decode, speculation cycles, transfers between pools.
// The result is a sealed Run of closed-form segments. Deterministic; no clock, no global state.
#pragma once

#include "core/machine/machine.h"
#include "core/scenario/scenario.h"
#include "core/timeline/run.h"

#include <stop_token>

namespace memwall::core
{

/// What of a run is kept.
enum class Keep : std::uint8_t
{
    All,
    Figures, ///< what a report needs; bytes and busy seconds up to an instant cannot be asked for
    Times, ///< when requests begin, write their first token and finish; no segments, nothing sealed
};

/// What the runs of one simulation may store together. Small enough for a laptop that shows one result
/// while the next is worked out, and for a million short requests.
inline constexpr Bytes kMostRunBytes { 2e9 };

/// What a run may take, and who may end it early.
struct Limits
{
    Bytes bytes = kMostRunBytes; ///< that it stores
    std::stop_token stop {};
    std::size_t system = 0; ///< its place in the scenario, for the sentence that names a field
};

/// A run that would store too much is a value: it does not fit, and run.tooLarge names the field that asks
/// for it. So is one that was stopped. REQUIRES: machine resolved from a validated system of a scenario with
/// this workload.
[[nodiscard]] Run schedule(
    const Machine& machine, const Workload& workload, Keep keep = Keep::All, const Limits& limits = {});

} // namespace memwall::core
