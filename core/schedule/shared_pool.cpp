// One pool prefills and decodes: the batch is re-formed at every step boundary (continuous batching);
// a prompt that comes in stops the readers for the length of its prefill.
#include "core/schedule/state.h"

namespace memwall::core
{

void playShared(PlayState& state)
{
    Instant now {};
    while (!state.waiting.empty() || !state.running.empty()) {
        const std::vector<int> admitted = takeForPrefill(state, now, true);
        if (!admitted.empty()) {
            const std::int64_t segment = addPrefill(state, admitted, now);
            now = state.run.segments.back().end;
            for (const int id : admitted)
                startAnswer(state, id, segment, now);
        } else if (!state.running.empty()) {
            std::optional<Instant> arrival;
            if (!state.waiting.empty() && state.waiting.front().since > now)
                arrival = state.waiting.front().since;
            now = state.machine.draft ? addCycle(state, now) : addDecode(state, now, arrival);
        } else {
            now = state.waiting.front().since;
        }
    }
}

} // namespace memwall::core
