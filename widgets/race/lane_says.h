// What a lane says: statements about its machine over the answer, and about where the answer stands.
#pragma once

#include "widgets/base/statement.h"
#include "widgets/race/race_lanes.h"

namespace memwall::ui
{

/// "1,800 tokens/s", "0.55 ms per token": of a mean token of the answer.
[[nodiscard]] Statement speedSays(const core::Report& report);
[[nodiscard]] Statement perTokenSays(const core::Report& report);
/// "12 of 256 tokens"
[[nodiscard]] Statement progressSays(const LaneNow& now);
/// "reads the prompt", "1st · done in 4.6 s"
[[nodiscard]] Statement stateSays(const LaneNow& now);

/// What holds a lane back: its prefill while the prompt is read, then a mean token.
[[nodiscard]] core::PhaseHold holdOf(const RaceLane& lane, LaneState state);

} // namespace memwall::ui
