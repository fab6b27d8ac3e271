// The beat with which a word lands on the tape, as far as an eye can follow it.
#pragma once

#include "core/timeline/run.h"
#include "widgets/flow/pace.h"

namespace memwall::ui
{

/// All 0: nothing lands, or nobody watches.
struct WordBeat
{
    double light = 0; ///< of the ground of the words that land, 0 to 1
    double rise = 0; ///< of the way that they have still to drop, 0 to 1
    bool steady = false; ///< words come too fast for that: the line that is written is lit

    bool operator==(const WordBeat&) const = default;
};

/// Words of a round land together, when it is checked.
[[nodiscard]] WordBeat beatAt(const core::Run& run, std::size_t request, core::Instant t, const Pace& pace);

} // namespace memwall::ui
