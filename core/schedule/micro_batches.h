// Into how many micro-batches a large batch is cut. Internal to schedule.
#pragma once

#include "core/schedule/state.h"

namespace memwall::core
{

/// One for each pipeline stage; on attention and feed-forward pools as many as make the step of the largest
/// batch shortest, with a note. physics.md sections 7 and 10.
void setMicroBatches(PlayState& state);

} // namespace memwall::core
