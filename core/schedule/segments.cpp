// Builds the segments: prefill of whole prompts, decode.
#include "core/schedule/kv_room.h"
#include "core/schedule/steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

std::vector<Pass> prefillPasses(
    const PlayState& state, const Stations& stations, const std::vector<Prompt>& prompts)
{
    std::vector<Sequence> sequences;
    for (const Prompt& prompt : prompts)
        sequences.push_back({ 0, static_cast<double>(prompt.tokens) });
    double steps = kManySteps;
    std::vector<Pass> passes;
    passes.push_back(
        buildPass(stations, workOf(state.machine.model, PassKind::Prefill, sequences), steps));
    if (state.machine.draft) {
        PassWork work = workOf(*state.machine.draft, PassKind::Prefill, sequences);
        work.draft = true;
        work.stepOverhead = false;
        passes.push_back(buildPass(stations, work, steps));
        passes.back().kind = PassKind::Draft;
    }
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
    segment.shape = shapeOf(prefillPasses(state, *place.stations, prompts));
    const double held = place.pool == state.decodePool ? kvHeld(state) : 0.0;
    segment.kvBytes = { held, 0 };
    segment.kvAfter = held;
    closeSegment(segment);
    for (const Prompt& prompt : prompts) {
        segment.kvAfter += meanKvOf(state, place.pool, prompt.tokens);
        if (prompt.id == kOther)
            continue;
        segment.requests.push_back(prompt.id);
        if (prompt.written > 0)
            continue;
        state.request(prompt.id).prefillBegin = segment.begin;
        state.request(prompt.id).prefillEnd = segment.end;
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
    PassOptions options;
    options.microBatches = microBatchesNow(state);
    segment.shape = shapeOf(buildPass(
        state.decode, workOf(state.machine.model, PassKind::Decode, microBatch(state, 1)), valid, options));
    segment.steps
        = std::min(stepsInRoom(state, fewestRemaining(state.running)), static_cast<std::int64_t>(valid));
    segment.end = begin + fromSeconds(segment.shape->duration.sumTo(static_cast<double>(segment.steps)));
    // The batch is re-formed at the first step boundary at or after an arrival.
    if (until && *until < segment.end)
        segment.steps
            = *until <= begin ? 1 : std::min(segment.steps, segment.stepAt(*until - Duration { 1 }) + 1);
    segment.requests = idsOf(state.running);
    segment.kvBytes = kvGrowth(state);
    const std::int64_t steps = segment.steps;
    const std::int64_t index = addSegment(state, std::move(segment));
    const Instant end = state.run.segments.back().end;
    writeTokens(state, index, steps);
    dropFinished(state, end);
    state.run.segments[static_cast<std::size_t>(index)].kvAfter = kvHeld(state);
    return end;
}

} // namespace memwall::core
