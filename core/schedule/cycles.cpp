// Speculation: rounds of drafts and their verification. physics.md section 8.
#include "core/base/number_text.h"
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
            >= state.machine.acceptanceOf(accepted))
            break;
        ++accepted;
    }
    return accepted;
}

/// The round with most answers at once is what speculation is judged by.
void keepWidest(PlayState& state, const Segment& segment)
{
    if (state.running.size() <= state.widest.users)
        return;
    const auto& passes = segment.shape->passes;
    state.widest.users = state.running.size();
    state.widest.batch = microBatch(state, 1);
    state.widest.drafts = { passes.front().duration.base * passes.front().repeat };
    state.widest.verification = { passes.back().duration.base };
}

std::string milliseconds(Seconds time)
{
    return significantText(time.value * 1e3, 3) + " ms";
}

/// The host finds drafts in the text so far: no chip works.
Pass lookupPass(const PlayState& state)
{
    const PoolRates& rates = *state.decode.attention;
    Pass pass;
    pass.kind = PassKind::Draft;
    pass.tokens = state.machine.draftTokens * static_cast<int>(state.running.size());
    double steps = kManySteps;
    pass.before.push_back(timed(rates, { .kind = OperatorKind::StepOverhead },
        { stepFixedSeconds(rates, 0) * state.machine.physics.draftPassShare }, steps));
    pass.duration = chain(pass.before, {});
    return pass;
}

} // namespace

void keepAccepted(PlayState& state, std::int64_t segment)
{
    const int drafted = state.machine.draftTokens;
    std::int64_t longest = 0;
    for (const Active& active : state.running)
        longest = std::max(longest, state.request(active.id).outputTokens);
    for (Active& active : state.running) {
        if (active.done) {
            // Rounds are not words: the row is padded to the longest answer and no further.
            const std::int64_t most = state.request(active.id).promptTokens + longest;
            active.cached = std::min(active.cached + 1, most);
            continue;
        }
        const int accepted = acceptedDrafts(state, active);
        const std::int64_t emitted = std::min<std::int64_t>(accepted + 1, active.remaining);
        addPiece(state, active.id, { segment, active.written, emitted });
        addRound(state, active.id, { segment, active.written, drafted, accepted, static_cast<int>(emitted) });
        active.cached += emitted;
        active.written += emitted;
        active.remaining -= emitted;
    }
}

Pass draftPass(const PlayState& state)
{
    const Machine& machine = state.machine;
    if (!machine.draft)
        return lookupPass(state);
    std::vector<Sequence> middle = microBatch(state, 1);
    for (Sequence& sequence : middle)
        sequence.cached += (machine.draftTokens - 1) / 2.0;
    PassWork work = workOf(*machine.draft, PassKind::Draft, std::move(middle));
    work.draft = true;
    work.stepOverhead = false;
    // A drafter of its own takes a step of its own for every draft, beside what handing over costs.
    PassOptions options;
    options.hostShare = machine.physics.draftPassShare + (machine.draftIsOwn ? 0.0 : 1.0);
    double steps = kManySteps;
    Pass pass = buildPass(state.decode, work, steps, options);
    pass.repeat = machine.draftTokens;
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
    storeShape(state, *segment.shape);
    segment.requests = idsOf(state.running);
    segment.kvBytes = { kvHeld(state).value, 0 };
    segment.drafted = drafted;
    const std::int64_t index = addSegment(state, std::move(segment));
    const Instant end = state.run.segments.back().end;
    keepWidest(state, state.run.segments.back());
    keepAccepted(state, index);
    dropFinished(state, end);
    state.run.segments[static_cast<std::size_t>(index)].kvAfter = kvHeld(state).value;
    return end;
}

void noteSpeculation(PlayState& state)
{
    const WidestRound& round = state.widest;
    if (round.users == 0)
        return;
    const Machine& machine = state.machine;
    double steps = kManySteps;
    const Seconds plain {
        buildPass(state.decode, workOf(machine.model, PassKind::Decode, round.batch), steps).duration.base
    };
    const double tokens = machine.tokensPerRound();
    const Seconds each = (round.drafts + round.verification) / tokens;
    if (each <= plain)
        return;
    state.run.notes.push_back({ round.users == 1 ? "speculation.loses" : "speculation.loses.users",
        { milliseconds(round.drafts), std::to_string(machine.draftTokens + 1),
            milliseconds(round.verification), fixedText(tokens, 2), milliseconds(each), milliseconds(plain),
            std::to_string(round.users) } });
}

} // namespace memwall::core
