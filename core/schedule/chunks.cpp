// Chunked prefill: every step works on a part of the waiting prompts beside the answers under way, so that
// no reader waits for a whole prompt. physics.md section 11.
#include "core/base/assert.h"
#include "core/schedule/kv_room.h"
#include "core/schedule/steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Tokens of one prompt that the next step works on.
struct Part
{
    std::size_t prompt = 0; ///< index in state.prompts
    std::int64_t tokens = 0;
};

/// First come, first served, until the step has its fill.
std::vector<Part> nextParts(const PlayState& state)
{
    std::vector<Part> parts;
    std::int64_t left = state.machine.chunkTokens;
    for (std::size_t i = 0; i < state.prompts.size() && left > 0; ++i) {
        const std::int64_t tokens = std::min(left, state.prompts[i].tokens - state.prompts[i].done);
        parts.push_back({ i, tokens });
        left -= tokens;
    }
    return parts;
}

class ChunkStep
{
public:
    ChunkStep(PlayState& state, Instant begin)
        : m_state(state)
        , m_begin(begin)
        , m_parts(nextParts(state))
    {
        for (const Part& part : m_parts)
            m_ending += endsWith(part) ? 1 : 0;
    }

    /// Adds the segment and hands on the prompts that it completes; returns its end.
    Instant add()
    {
        Segment segment;
        segment.kind = kind();
        segment.pool = m_state.decodePool;
        segment.begin = m_begin;
        double valid = kManySteps;
        segment.shape = shape(valid);
        segment.kvBytes = held(valid);
        segment.steps = std::min(equalSteps(), static_cast<std::int64_t>(valid));
        segment.requests = idsOf(m_state.running);
        for (const Part& part : m_parts)
            segment.requests.push_back(*m_state.prompts[part.prompt].id);
        segment.drafted = segment.kind == SegmentKind::Speculation ? m_state.machine.draftTokens : 0;
        const std::int64_t steps = segment.steps;
        const std::int64_t index = addSegment(m_state, std::move(segment));
        const Instant end = m_state.run.segments.back().end;
        if (!m_state.running.empty())
            m_state.machine.speculates() ? keepAccepted(m_state, index) : writeTokens(m_state, index, steps);
        dropFinished(m_state, end);
        movePrompts(index, steps, end);
        m_state.run.segments[static_cast<std::size_t>(index)].kvAfter = kvHeld(m_state).value;
        return end;
    }

private:
    [[nodiscard]] bool endsWith(const Part& part) const
    {
        const Prompt& prompt = m_state.prompts[part.prompt];
        return prompt.done + part.tokens == prompt.tokens;
    }

    [[nodiscard]] SegmentKind kind() const
    {
        if (m_state.running.empty())
            return SegmentKind::Prefill;
        return m_state.machine.speculates() ? SegmentKind::Speculation : SegmentKind::Decode;
    }

    /// Steps that work on equally many tokens of one long prompt and complete nothing.
    [[nodiscard]] std::int64_t equalSteps() const
    {
        const bool rows = !m_state.running.empty();
        if (m_ending > 0 || (rows && m_state.machine.speculates()))
            return 1;
        const Prompt& prompt = m_state.prompts[m_parts.front().prompt];
        const std::int64_t steps = (prompt.tokens - prompt.done - 1) / m_parts.front().tokens;
        return rows ? stepsInRoom(m_state, std::min(steps, fewestRemaining(m_state.running))) : steps;
    }

    [[nodiscard]] std::vector<Sequence> partSequences() const
    {
        std::vector<Sequence> sequences;
        for (const Part& part : m_parts)
            sequences.push_back(
                { static_cast<double>(m_state.prompts[part.prompt].done), static_cast<double>(part.tokens) });
        return sequences;
    }

    [[nodiscard]] std::shared_ptr<const StepShape> shape(double& valid)
    {
        if (!m_state.machine.speculates() || m_state.running.empty())
            return sharedShape(m_state, plan(), valid);
        std::vector<Pass> passes { draftPass(m_state) };
        for (const PlannedPass& planned : plan())
            passes.push_back(build(planned, valid));
        auto drafted = shapeOf(std::move(passes));
        storeShape(m_state, *drafted);
        return drafted;
    }

    /// The parts of the prompts pass the drafter first, then the model.
    [[nodiscard]] std::vector<PlannedPass> plan() const
    {
        const double fresh = m_state.machine.speculates() ? m_state.machine.draftTokens + 1.0 : 1.0;
        PassOptions options = optionsOf(m_state);
        options.advances = m_ending == 0;
        options.microBatches = microBatchesNow(m_state);
        std::vector<Sequence> sequences = microBatch(m_state, fresh);
        options.rows = sequences.size();
        const double rowTokens = static_cast<double>(options.rows) * fresh;
        const std::vector<Sequence> parts = partSequences();
        sequences.insert(sequences.end(), parts.begin(), parts.end());
        PassWork work = workOf(m_state.machine.model, options.rows > 0 ? PassKind::Mixed : PassKind::Prefill,
            std::move(sequences));
        work.headTokens = rowTokens + m_ending;
        std::vector<PlannedPass> plan;
        if (m_state.machine.draft) {
            PassWork draft = workOf(*m_state.machine.draft, PassKind::Prefill, parts);
            draft.draft = true;
            draft.stepOverhead = false;
            draft.headTokens = m_ending;
            plan.push_back({ m_state.decode, std::move(draft),
                { .advances = options.advances, .timesOnly = options.timesOnly } });
        }
        plan.push_back({ m_state.decode, std::move(work), options });
        return plan;
    }

    [[nodiscard]] Affine held(double& valid) const
    {
        if (m_state.running.empty())
            return { kvHeld(m_state).value, 0 };
        Affine bytes = kvGrowth(m_state, valid);
        for (const Part& part : m_parts) {
            const std::int64_t done = m_state.prompts[part.prompt].done;
            const Bytes after = meanKvOf(m_state, m_state.decodePool, done + part.tokens);
            bytes.base += (after - meanKvOf(m_state, m_state.decodePool, done)).value;
            bytes.slope += (meanKvOf(m_state, m_state.decodePool, done + 2 * part.tokens) - after).value;
        }
        return bytes;
    }

    void movePrompts(std::int64_t segment, std::int64_t steps, Instant end)
    {
        for (const Part& part : m_parts) {
            Prompt& prompt = m_state.prompts[part.prompt];
            RequestRun& request = m_state.request(*prompt.id);
            if (prompt.done == 0 && request.preemptions == 0)
                request.prefillBegin = m_begin;
            prompt.done += part.tokens * steps;
            if (prompt.done < prompt.tokens)
                continue;
            if (prompt.written == 0)
                request.prefillEnd = end;
            startAnswer(m_state, prompt, segment, end);
        }
        std::erase_if(m_state.prompts, [](const Prompt& prompt) { return prompt.done == prompt.tokens; });
    }

    PlayState& m_state;
    Instant m_begin;
    std::vector<Part> m_parts;
    int m_ending = 0; ///< prompts that the step completes
};

} // namespace

Instant addChunk(PlayState& state, Instant begin)
{
    MEMWALL_ASSERT(!state.prompts.empty());
    return ChunkStep(state, begin).add();
}

} // namespace memwall::core
