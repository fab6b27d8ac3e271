// Speculation: rounds of drafts and their verification. physics.md section 8.
#include "core/schedule/random.h"
#include "core/schedule/steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

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

void keepAccepted(PlayState& state, std::int64_t segment)
{
    const int drafted = state.machine.draftTokens;
    for (Active& active : state.running) {
        if (active.done) {
            ++active.cached;
            continue;
        }
        const int accepted = acceptedDrafts(state, active);
        const std::int64_t emitted = std::min<std::int64_t>(accepted + 1, active.remaining);
        RequestRun& request = state.request(active.id);
        request.pieces.push_back({ segment, active.written, emitted });
        request.cycles.push_back({ segment, active.written, drafted, accepted, static_cast<int>(emitted) });
        active.cached += emitted;
        active.written += emitted;
        active.remaining -= emitted;
    }
}

Pass draftPass(const PlayState& state)
{
    const int drafted = state.machine.draftTokens;
    std::vector<Sequence> middle = microBatch(state, 1);
    for (Sequence& sequence : middle)
        sequence.cached += (drafted - 1) / 2.0;
    PassWork work = workOf(*state.machine.draft, PassKind::Draft, std::move(middle));
    work.draft = true;
    work.stepOverhead = false;
    double steps = kManySteps;
    Pass pass = buildPass(state.decode, work, steps);
    pass.repeat = drafted;
    return pass;
}

Instant addCycle(PlayState& state, Instant begin)
{
    const int drafted = state.machine.draftTokens;
    PassWork verify = workOf(state.machine.model, PassKind::Verify, microBatch(state, drafted + 1.0));
    verify.headTokens = verify.tokens();
    double steps = kManySteps;
    Segment segment;
    segment.kind = SegmentKind::Speculation;
    segment.pool = state.decodePool;
    segment.begin = begin;
    segment.shape = shapeOf({ draftPass(state), buildPass(state.decode, verify, steps) });
    segment.requests = idsOf(state.running);
    segment.kvBytes = { kvHeld(state), 0 };
    segment.drafted = drafted;
    const std::int64_t index = addSegment(state, std::move(segment));
    const Instant end = state.run.segments.back().end;
    keepAccepted(state, index);
    dropFinished(state, end);
    state.run.segments[static_cast<std::size_t>(index)].kvAfter = kvHeld(state);
    return end;
}

} // namespace memwall::core
