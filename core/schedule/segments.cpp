// Builds the segments: prefill, decode, speculation cycles.
#include "core/cost/placement.h"
#include "core/schedule/random.h"
#include "core/schedule/state.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace memwall::core
{

namespace
{

constexpr double kManySteps = 1e15;

std::vector<int> idsOf(const std::vector<Active>& running)
{
    std::vector<int> ids;
    for (const Active& active : running)
        ids.push_back(active.id);
    return ids;
}

/// The sequences of one micro-batch: with p pipeline stages up to p of them are under way, and every user
/// waits for its own to pass all stages. physics.md section 7.
std::vector<Sequence> microBatch(const PlayState& state, double fresh)
{
    const auto stages = static_cast<std::size_t>(state.decode.attention->pool->stages);
    const std::size_t batches = std::clamp<std::size_t>(state.running.size(), 1, stages);
    std::vector<Sequence> sequences;
    for (std::size_t i = 0; i < state.running.size(); i += batches)
        sequences.push_back({ static_cast<double>(state.running[i].cached), fresh });
    return sequences;
}

PassWork workOf(const Model& model, PassKind kind, std::vector<Sequence> sequences)
{
    PassWork work;
    work.kind = kind;
    work.model = &model;
    work.sequences = std::move(sequences);
    work.headTokens = static_cast<double>(work.sequences.size());
    return work;
}

std::shared_ptr<const StepShape> shapeOf(std::vector<Pass> passes)
{
    auto shape = std::make_shared<StepShape>();
    for (const Pass& pass : passes)
        shape->duration += pass.duration * pass.repeat;
    shape->passes = std::move(passes);
    return shape;
}

/// KV cache of the running batch on one chip, growing by one token per request and step.
Affine kvGrowth(const PlayState& state)
{
    Affine bytes;
    for (const Active& active : state.running) {
        const double now = kvOf(state, state.decodePool, active.cached + 1);
        bytes += { now, kvOf(state, state.decodePool, active.cached + 2) - now };
    }
    return bytes;
}

double kvHeld(const PlayState& state)
{
    double bytes = 0;
    for (const Active& active : state.running)
        bytes += kvOf(state, state.decodePool, active.cached);
    return bytes;
}

std::int64_t addSegment(PlayState& state, Segment segment)
{
    segment.end
        = segment.begin + fromSeconds(segment.shape->duration.sumTo(static_cast<double>(segment.steps)));
    state.run.segments.push_back(std::move(segment));
    return static_cast<std::int64_t>(state.run.segments.size()) - 1;
}

void dropFinished(PlayState& state, Instant at)
{
    for (const Active& active : state.running)
        if (active.remaining == 0)
            finish(state, active.id, at);
    std::erase_if(state.running, [](const Active& active) { return active.remaining == 0; });
}

int acceptedDrafts(const PlayState& state, const Active& active)
{
    int accepted = 0;
    while (accepted < state.machine.draftTokens) {
        const auto draw
            = static_cast<std::uint64_t>(active.written) * 64 + static_cast<std::uint64_t>(accepted);
        if (uniform(state.seed, 1000 + static_cast<std::uint64_t>(active.id), draw)
            >= state.machine.acceptance)
            break;
        ++accepted;
    }
    return accepted;
}

} // namespace

double kvOf(const PlayState& state, std::uint8_t pool, std::int64_t tokens)
{
    return kvPerChip(state.machine, state.machine.pools[pool], static_cast<double>(tokens));
}

std::int64_t addPrefill(PlayState& state, const std::vector<int>& ids, Instant begin)
{
    std::vector<Sequence> prompts;
    double kv = 0;
    for (const int id : ids) {
        const RequestRun& request = state.run.requests[static_cast<std::size_t>(id)];
        prompts.push_back({ 0, static_cast<double>(request.promptTokens) });
        kv += kvOf(state, state.prefillPool, request.promptTokens);
    }
    double steps = kManySteps;
    std::vector<Pass> passes { buildPass(
        state.prefill, workOf(state.machine.model, PassKind::Prefill, prompts), steps) };
    if (state.machine.draft) {
        PassWork work = workOf(*state.machine.draft, PassKind::Prefill, prompts);
        work.draft = true;
        work.stepOverhead = false;
        passes.push_back(buildPass(state.prefill, work, steps));
        passes.back().kind = PassKind::Draft;
    }
    Segment segment;
    segment.kind = SegmentKind::Prefill;
    segment.pool = state.prefillPool;
    segment.begin = begin;
    segment.shape = shapeOf(std::move(passes));
    segment.requests = ids;
    const double held = state.prefillPool == state.decodePool ? kvHeld(state) : 0.0;
    segment.kvBytes = { held, 0 };
    segment.kvAfter = held + kv;
    const std::int64_t index = addSegment(state, std::move(segment));
    const Segment& added = state.run.segments.back();
    for (const int id : ids) {
        RequestRun& request = state.run.requests[static_cast<std::size_t>(id)];
        request.prefillBegin = added.begin;
        request.prefillEnd = added.end;
    }
    return index;
}

Instant addDecode(PlayState& state, Instant begin, std::optional<Instant> until)
{
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    for (const Active& active : state.running)
        most = std::min(most, active.remaining);
    double valid = kManySteps;
    Segment segment;
    segment.pool = state.decodePool;
    segment.begin = begin;
    segment.shape = shapeOf({ buildPass(
        state.decode, workOf(state.machine.model, PassKind::Decode, microBatch(state, 1)), valid) });
    segment.steps = std::min(most, static_cast<std::int64_t>(valid));
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
    for (Active& active : state.running) {
        state.run.requests[static_cast<std::size_t>(active.id)].pieces.push_back(
            { index, active.written, steps });
        active.cached += steps;
        active.written += steps;
        active.remaining -= steps;
    }
    dropFinished(state, end);
    state.run.segments[static_cast<std::size_t>(index)].kvAfter = kvHeld(state);
    return end;
}

Instant addCycle(PlayState& state, Instant begin)
{
    double steps = kManySteps;
    const int drafted = state.machine.draftTokens;
    std::vector<Sequence> middle = microBatch(state, 1);
    for (Sequence& sequence : middle)
        sequence.cached += (drafted - 1) / 2.0;
    PassWork draft = workOf(*state.machine.draft, PassKind::Draft, std::move(middle));
    draft.draft = true;
    draft.stepOverhead = false;
    PassWork verify = workOf(state.machine.model, PassKind::Verify, microBatch(state, drafted + 1.0));
    verify.headTokens = verify.tokens();
    std::vector<Pass> passes { buildPass(state.decode, draft, steps),
        buildPass(state.decode, verify, steps) };
    passes.front().repeat = drafted;
    Segment segment;
    segment.kind = SegmentKind::Speculation;
    segment.pool = state.decodePool;
    segment.begin = begin;
    segment.shape = shapeOf(std::move(passes));
    segment.requests = idsOf(state.running);
    segment.kvBytes = { kvHeld(state), 0 };
    segment.drafted = drafted;
    const std::int64_t index = addSegment(state, std::move(segment));
    const Instant end = state.run.segments.back().end;
    for (Active& active : state.running) {
        const int accepted = acceptedDrafts(state, active);
        const std::int64_t emitted = std::min<std::int64_t>(accepted + 1, active.remaining);
        RequestRun& request = state.run.requests[static_cast<std::size_t>(active.id)];
        request.pieces.push_back({ index, active.written, emitted });
        request.cycles.push_back({ index, active.written, drafted, accepted, static_cast<int>(emitted) });
        active.cached += emitted;
        active.written += emitted;
        active.remaining -= emitted;
    }
    dropFinished(state, end);
    state.run.segments[static_cast<std::size_t>(index)].kvAfter = kvHeld(state);
    return end;
}

} // namespace memwall::core
