// Builds the segments: prefill of whole prompts, decode.
#include "core/schedule/kv_room.h"
#include "core/schedule/steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Adds what one pass does with these tokens: the model's pass, and the drafter's after it. A part of a
/// prompt that is not its end needs no next word.
void addPasses(std::vector<PlannedPass>& plan, const PlayState& state, const Stations& stations,
    const std::vector<Sequence>& sequences, bool last)
{
    PassWork work = workOf(state.machine.model, PassKind::Prefill, sequences);
    work.headTokens = last ? work.headTokens : 0;
    plan.push_back({ stations, work, optionsOf(state) });
    if (!state.machine.draft)
        return;
    work.model = &*state.machine.draft;
    work.draft = true;
    work.stepOverhead = false;
    plan.push_back({ stations, std::move(work), optionsOf(state) });
}

/// Prompts that come together fill one pass; one that is longer than a pass takes as many as it needs.
std::vector<PlannedPass> prefillPasses(
    const PlayState& state, const Stations& stations, const std::vector<Prompt>& prompts)
{
    std::vector<PlannedPass> passes;
    std::vector<Sequence> sequences;
    for (const Prompt& prompt : prompts)
        sequences.push_back({ 0, static_cast<double>(prompt.tokens) });
    const double limit = stations.attention->pool->engine.prefillChunk;
    const double tokens = sequences.front().fresh;
    if (prompts.size() > 1 || tokens <= limit) {
        addPasses(passes, state, stations, sequences, true);
        return passes;
    }
    for (double done = 0; done < tokens; done += limit)
        addPasses(
            passes, state, stations, { { done, std::min(limit, tokens - done) } }, done + limit >= tokens);
    return passes;
}

} // namespace

Segment prefillSegment(
    PlayState& state, const PrefillPlace& place, const std::vector<Prompt>& prompts, Instant begin)
{
    Segment segment;
    segment.kind = SegmentKind::Prefill;
    segment.pool = place.pool;
    segment.begin = begin;
    double steps = kManySteps;
    segment.shape = sharedShape(state, prefillPasses(state, *place.stations, prompts), steps);
    const Bytes held = place.pool == state.decodePool ? kvHeld(state) : Bytes {};
    segment.kvBytes = { held.value, 0 };
    segment.kvAfter = held.value;
    closeSegment(segment);
    for (const Prompt& prompt : prompts) {
        segment.kvAfter += meanKvOf(state, place.pool, prompt.tokens).value;
        if (!prompt.id)
            continue;
        segment.requests.push_back(*prompt.id);
        if (prompt.written > 0)
            continue;
        state.request(*prompt.id).prefillBegin = segment.begin;
        state.request(*prompt.id).prefillEnd = segment.end;
    }
    return segment;
}

std::int64_t addPrefill(
    PlayState& state, const PrefillPlace& place, const std::vector<Prompt>& prompts, Instant begin)
{
    return addSegment(state, prefillSegment(state, place, prompts, begin));
}

Instant addDecode(PlayState& state, Instant begin, std::optional<Instant> until)
{
    double valid = kManySteps;
    Segment segment;
    segment.pool = state.decodePool;
    segment.begin = begin;
    PassOptions options = optionsOf(state);
    options.microBatches = microBatchesNow(state);
    PassWork work = workOf(state.machine.model, PassKind::Decode, microBatch(state, 1));
    segment.shape = sharedShape(state, { { state.decode, std::move(work), options } }, valid);
    segment.kvBytes = kvGrowth(state, valid);
    segment.steps
        = std::min(stepsInRoom(state, fewestRemaining(state.running)), static_cast<std::int64_t>(valid));
    closeSegment(segment);
    // The batch is re-formed at the first step boundary at or after an arrival.
    if (until && *until < segment.end)
        segment.steps
            = *until <= begin ? 1 : std::min(segment.steps, segment.stepAt(*until - Duration { 1 }) + 1);
    segment.requests = idsOf(state.running);
    const std::int64_t steps = segment.steps;
    const std::int64_t index = addSegment(state, std::move(segment));
    const Instant end = state.run.segments.back().end;
    writeTokens(state, index, steps);
    dropFinished(state, end);
    state.run.segments[static_cast<std::size_t>(index)].kvAfter = kvHeld(state).value;
    return end;
}

} // namespace memwall::core
