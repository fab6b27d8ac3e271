// One pool prefills and decodes. Continuous batching re-forms the batch at every step boundary, and a
// prompt that comes in stops the readers for the length of its prefill; chunked batching lets them write on
// meanwhile; a static batch runs until its longest answer ends.
#include "core/schedule/kv_room.h"
#include "core/schedule/steps.h"

namespace memwall::core
{

namespace
{

PrefillPlace here(const PlayState& state)
{
    return { &state.prefill, state.prefillPool };
}

Instant prefillNow(PlayState& state, const std::vector<Prompt>& prompts, Instant now)
{
    const std::int64_t segment = addPrefill(state, here(state), prompts, now);
    const Instant end = state.run.segments.back().end;
    for (const Prompt& prompt : prompts)
        startAnswer(state, prompt, segment, end);
    dropFinished(state, end);
    return end;
}

std::optional<Instant> nextArrival(const PlayState& state, Instant now)
{
    if (state.waiting.empty() || state.waiting.front().since <= now)
        return std::nullopt;
    return state.waiting.front().since;
}

Instant stepOn(PlayState& state, Instant now, std::optional<Instant> until)
{
    makeRoom(state, now);
    return state.machine.speculates() ? addCycle(state, now) : addDecode(state, now, until);
}

void playContinuous(PlayState& state)
{
    Instant now {};
    while (!state.waiting.empty() || !state.running.empty()) {
        const std::vector<Prompt> admitted = takeForPrefill(state, now, true);
        if (!admitted.empty())
            now = prefillNow(state, admitted, now);
        else if (!state.running.empty())
            now = stepOn(state, now, nextArrival(state, now));
        else
            now = state.waiting.front().since;
    }
}

void playChunked(PlayState& state)
{
    Instant now {};
    while (!state.waiting.empty() || !state.running.empty() || !state.prompts.empty()) {
        admitPrompts(state, now);
        makeRoom(state, now);
        if (!state.prompts.empty())
            now = addChunk(state, now);
        else if (!state.running.empty())
            now = stepOn(state, now, nextArrival(state, now));
        else
            now = state.waiting.front().since;
    }
}

void playStatic(PlayState& state)
{
    Instant now {};
    while (!state.waiting.empty()) {
        now = std::max(now, state.waiting.front().since);
        now = prefillNow(state, takeGroup(state, now), now);
        while (!state.running.empty())
            now = stepOn(state, now, std::nullopt);
    }
}

} // namespace

void playShared(PlayState& state)
{
    switch (state.machine.policy) {
    case BatchingPolicy::Continuous:
        return playContinuous(state);
    case BatchingPolicy::Chunked:
        return playChunked(state);
    case BatchingPolicy::Static:
        return playStatic(state);
    }
}

} // namespace memwall::core
