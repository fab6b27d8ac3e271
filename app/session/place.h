// Where in the story an instant is, in words that hold for another machine too: before the prompt, in
// the prompt, between two words, after the answer. Lets a viewer compare like with like when a toggle
// changes every duration.
#pragma once

#include "core/timeline/run.h"

namespace memwall::app
{

struct Place
{
    enum class Part : std::uint8_t
    {
        Whole, ///< no answer to go by: fraction of the run
        Waiting, ///< before the prompt is worked on
        Prompt, ///< until the first token
        Token, ///< on the way to token `token`
        After, ///< the answer is complete, others go on
    };
    Part part = Part::Whole;
    std::size_t request = 0;
    std::int64_t token = 0; ///< counted from 0; the first that is not written yet
    double fraction = 0; ///< of that part, 0 to 1

    bool operator==(const Place&) const = default;
};

[[nodiscard]] Place placeAt(const core::Run& run, core::Instant time, std::size_t request = 0);
/// The same place in another run; where the answer is shorter there, its end.
[[nodiscard]] core::Instant instantOf(const core::Run& run, const Place& place);

} // namespace memwall::app
