#include "tests/support/stepper.h"

#include "core/cost/pass_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace memwall::tests
{

using namespace core;

namespace
{

/// What one request holds in the pool that decodes.
struct Held
{
    std::int64_t cached = 0;
    std::int64_t written = 0;
    bool writes = false; ///< its row is in the batch
    std::int64_t prompt = 0; ///< tokens to work on before the next word; 0: not begun
    std::int64_t done = 0; ///< of them
};

struct Part
{
    int id = 0;
    std::int64_t tokens = 0;
};

/// Amounts of one step: bytes by door and kind, flops.
using Amounts = std::map<std::pair<int, int>, double>;
constexpr int kFlops = -1;

void addAmounts(const Pass& pass, double k, Amounts& amounts)
{
    const auto add = [&](const Operator& op, double times) {
        const int place = op.pool * 1000;
        amounts[{ place, kFlops }] += op.flops.at(k) * times;
        for (const Flow& flow : op.flows)
            amounts[{ place + flow.door, static_cast<int>(flow.kind) }] += flow.bytes.at(k) * times;
    };
    std::vector<double> counts(pass.layerKinds.size(), 0.0);
    for (const std::uint8_t kind : pass.layerKindOf)
        counts[kind] += pass.repeat;
    for (const auto* row : { &pass.before, &pass.after })
        for (const Operator& op : *row)
            add(op, pass.repeat);
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
        for (const Operator& op : pass.layerKinds[kind].operators)
            add(op, counts[kind]);
}

double deviation(double ours, double theirs)
{
    const double size = std::max(std::abs(ours), std::abs(theirs));
    return size > 0 ? std::abs(ours - theirs) / size : 0;
}

class Stepper
{
public:
    Stepper(const Machine& machine, const Run& run)
        : m_machine(machine)
        , m_run(run)
        , m_held(run.requests.size())
        , m_clock(run.pools.size())
        , m_last(run.pools.size())
    {
        for (std::size_t i = 0; i < run.pools.size(); ++i)
            m_rates.push_back(ratesOf(machine, i, placed(i)));
    }

    Replay play()
    {
        for (std::size_t i = 0; i < m_run.segments.size(); ++i)
            if (m_run.segments[i].kind != SegmentKind::Transfer)
                play(m_run.segments[i], static_cast<std::int64_t>(i));
        return m_replay;
    }

private:
    using Passes = std::vector<Pass>;

    [[nodiscard]] Placement placed(std::size_t pool) const
    {
        Placement placement;
        for (const LevelUse& level : m_run.pools[pool].levels) {
            placement.levels.push_back({ level.weightBytes, 0,
                level.kvCapacity ? level.kvCapacity->value : std::numeric_limits<double>::infinity() });
            placement.weights += level.weightBytes;
        }
        // What a pool for attention holds beyond its own part is all the rest.
        placement.wholeModel = m_run.pools[pool].role == PoolRole::Attention
            && placement.weights > 1.001 * weightsPerChip(m_machine, m_machine.pools[pool]);
        return placement;
    }

    [[nodiscard]] Stations stations(const Segment& segment) const
    {
        if (m_rates.front().placement.wholeModel && segment.kind == SegmentKind::Prefill && !chunked(segment))
            return { &m_rates[0], &m_rates[0], nullptr };
        if (m_run.pools.front().role == PoolRole::Attention)
            return { &m_rates[0], &m_rates[1], &*m_machine.between };
        return { &m_rates[segment.pool], &m_rates[segment.pool], nullptr };
    }

    [[nodiscard]] bool chunked(const Segment& segment) const
    {
        return m_machine.policy == BatchingPolicy::Chunked
            && m_run.pools[segment.pool].role != PoolRole::Prefill
            && m_run.pools[segment.pool].role != PoolRole::Decode;
    }

    Held& held(int id) { return m_held[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const Held& held(int id) const { return m_held[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const RequestRun& request(int id) const
    {
        return m_run.requests[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] bool complete(int id) const { return held(id).written == request(id).outputTokens; }

    void play(const Segment& segment, std::int64_t index)
    {
        if (segment.kind == SegmentKind::Prefill && !chunked(segment))
            return playPrompts(segment);
        if (chunked(segment))
            dropPreempted(segment);
        else
            startMissing(segment);
        for (std::int64_t k = 0; k < segment.steps; ++k) {
            std::vector<int> rows;
            for (const int id : segment.requests)
                if (held(id).writes)
                    rows.push_back(id);
            const std::vector<Part> parts = nextParts(segment);
            compare(segment, k, passes(segment, rows, parts));
            compareCache(segment, k, rows, parts);
            for (const int id : rows)
                advance(id, segment, index);
            for (const Part& part : parts)
                advance(part);
        }
    }

    /// Whole prompts in one pass.
    void playPrompts(const Segment& segment)
    {
        std::vector<Sequence> sequences;
        for (const int id : segment.requests)
            sequences.push_back({ 0, static_cast<double>(request(id).promptTokens + held(id).written) });
        // Prompts of other replicas, of which the run says no more, may share the pass.
        const bool foreign = m_machine.pools.front().replicas % m_machine.pools.back().replicas != 0
            && m_run.pools[segment.pool].role == PoolRole::Prefill;
        if (!foreign) {
            Passes built;
            const double limit = stations(segment).attention->pool->engine.prefillChunk;
            if (sequences.size() > 1 || sequences.front().fresh <= limit)
                addPrompts(segment, sequences, true, built);
            else
                for (double done = 0, all = sequences.front().fresh; done < all; done += limit)
                    addPrompts(
                        segment, { { done, std::min(limit, all - done) } }, done + limit >= all, built);
            compare(segment, 0, built);
        }
        for (const int id : segment.requests) {
            Held& one = held(id);
            one.cached = request(id).promptTokens + one.written;
            one.written += 1;
            one.writes = true;
        }
    }

    void addPrompts(
        const Segment& segment, const std::vector<Sequence>& sequences, bool last, Passes& built) const
    {
        PassWork whole = work(m_machine.model, PassKind::Prefill, sequences);
        whole.headTokens = last ? whole.headTokens : 0;
        built.push_back(build(segment, whole));
        if (!m_machine.draft)
            return;
        PassWork draft = drafts(PassKind::Prefill, sequences);
        draft.headTokens = whole.headTokens;
        built.push_back(build(segment, draft));
    }

    /// Whoever was at work and is not in this batch, though its answer is not complete, was preempted.
    void dropPreempted(const Segment& segment)
    {
        for (std::size_t i = 0; i < m_held.size(); ++i) {
            const auto id = static_cast<int>(i);
            const bool here
                = std::find(segment.requests.begin(), segment.requests.end(), id) != segment.requests.end();
            if (!here && (m_held[i].writes || m_held[i].done > 0) && !complete(id))
                m_held[i] = { 0, m_held[i].written, false, 0, 0 };
        }
    }

    /// Whose prompt another prefill replica has worked on, that is not shown.
    void startMissing(const Segment& segment)
    {
        for (const int id : segment.requests)
            if (!held(id).writes)
                held(id) = { request(id).promptTokens, 1, true, 0, 0 };
    }

    /// First come, first served: what the step takes of the prompts.
    std::vector<Part> nextParts(const Segment& segment)
    {
        std::vector<Part> parts;
        std::int64_t left = m_machine.chunkTokens;
        for (const int id : segment.requests) {
            Held& one = held(id);
            if (one.writes)
                continue;
            if (one.prompt == 0)
                one.prompt = request(id).promptTokens + one.written;
            parts.push_back({ id, std::min(left, one.prompt - one.done) });
            left -= parts.back().tokens;
        }
        return parts;
    }

    [[nodiscard]] std::vector<Sequence> microBatch(const std::vector<int>& rows, double fresh) const
    {
        const auto batches
            = std::clamp<std::size_t>(rows.size(), 1, static_cast<std::size_t>(m_run.microBatches));
        std::vector<Sequence> sequences;
        for (std::size_t i = 0; i < rows.size(); i += batches)
            sequences.push_back({ static_cast<double>(held(rows[i]).cached), fresh });
        return sequences;
    }

    [[nodiscard]] Passes passes(
        const Segment& segment, const std::vector<int>& rows, const std::vector<Part>& parts) const
    {
        const bool drafting = m_machine.speculates() && !rows.empty();
        std::vector<Sequence> sequences = microBatch(rows, drafting ? m_machine.draftTokens + 1.0 : 1.0);
        PassOptions options;
        options.rows = parts.empty() ? 0 : sequences.size();
        options.microBatches = static_cast<int>(
            std::clamp<std::size_t>(rows.size(), 1, static_cast<std::size_t>(m_run.microBatches)));
        std::vector<Sequence> ofParts;
        double ending = 0;
        for (const Part& part : parts) {
            ofParts.push_back({ static_cast<double>(held(part.id).done), static_cast<double>(part.tokens) });
            ending += held(part.id).done + part.tokens == held(part.id).prompt ? 1 : 0;
        }
        Passes built;
        if (drafting)
            addDrafts(segment, rows, built);
        if (m_machine.draft && !parts.empty()) {
            PassWork draft = drafts(PassKind::Prefill, ofParts);
            draft.headTokens = ending;
            built.push_back(build(segment, draft));
        }
        const PassKind kind = parts.empty() ? (drafting ? PassKind::Verify : PassKind::Decode)
            : rows.empty()                  ? PassKind::Prefill
                                            : PassKind::Mixed;
        double head = ending;
        for (const Sequence& sequence : sequences)
            head += sequence.fresh;
        sequences.insert(sequences.end(), ofParts.begin(), ofParts.end());
        PassWork whole = work(m_machine.model, kind, sequences);
        whole.headTokens = head;
        built.push_back(build(segment, whole, options));
        return built;
    }

    /// All drafts of a round as the middle one, as physics has it.
    void addDrafts(const Segment& segment, const std::vector<int>& rows, Passes& built) const
    {
        const PhysicsConstants& physics = m_machine.physics;
        if (!m_machine.draft) {
            Pass lookup;
            lookup.duration
                = { stepFixedSeconds(*stations(segment).attention, 0) * physics.draftPassShare, 0 };
            built.push_back(lookup);
            return;
        }
        PassOptions options;
        options.hostShare = physics.draftPassShare + (m_machine.draftIsOwn ? 0.0 : 1.0);
        std::vector<Sequence> sequences = microBatch(rows, 1);
        for (Sequence& sequence : sequences)
            sequence.cached += (m_machine.draftTokens - 1) / 2.0;
        built.push_back(build(segment, drafts(PassKind::Draft, sequences), options));
        built.back().repeat = m_machine.draftTokens;
    }

    [[nodiscard]] static PassWork work(
        const Model& model, PassKind kind, const std::vector<Sequence>& sequences)
    {
        PassWork all;
        all.kind = kind;
        all.model = &model;
        all.sequences = sequences;
        all.headTokens = static_cast<double>(sequences.size());
        return all;
    }

    [[nodiscard]] PassWork drafts(PassKind kind, const std::vector<Sequence>& sequences) const
    {
        PassWork all = work(*m_machine.draft, kind, sequences);
        all.draft = true;
        all.stepOverhead = false;
        return all;
    }

    [[nodiscard]] Pass build(const Segment& segment, const PassWork& all, PassOptions options = {}) const
    {
        double steps = 1;
        return buildPass(stations(segment), all, steps, options);
    }

    void advance(int id, const Segment& segment, std::int64_t index)
    {
        Held& one = held(id);
        std::int64_t words = 1;
        if (complete(id)) {
            // A row that a static batch keeps is padded to its longest answer.
            one.cached = std::min(one.cached + 1, request(id).promptTokens + longestAnswer(segment));
            return;
        }
        if (segment.kind == SegmentKind::Speculation)
            for (const Cycle& cycle : request(id).cycles)
                words = cycle.segment == index ? cycle.emitted : words;
        one.cached += words;
        one.written += words;
    }

    [[nodiscard]] std::int64_t longestAnswer(const Segment& segment) const
    {
        std::int64_t longest = 0;
        for (const int id : segment.requests)
            longest = std::max(longest, request(id).outputTokens);
        return longest;
    }

    void advance(const Part& part)
    {
        Held& one = held(part.id);
        one.done += part.tokens;
        if (one.done < one.prompt)
            return;
        one = { one.prompt, one.written + 1, true, 0, 0 };
    }

    void compare(const Segment& segment, std::int64_t k, const Passes& built)
    {
        ++m_replay.steps;
        const std::size_t pool = segment.pool;
        if (k == 0) // waiting is the scheduler's choice
            m_clock[pool] += toSeconds(segment.begin - m_last[pool]);
        double seconds = 0;
        Amounts ours, theirs;
        for (const Pass& pass : built) {
            seconds += pass.duration.base * pass.repeat;
            addAmounts(pass, 0, ours);
        }
        for (const Pass& pass : segment.shape->passes)
            addAmounts(pass, static_cast<double>(k), theirs);
        m_clock[pool] += seconds;
        m_last[pool] = segment.boundary(k + 1);
        m_replay.endS = std::max(m_replay.endS, m_clock[pool]);
        note(m_replay.worstStep, deviation(seconds, segment.shape->duration.at(static_cast<double>(k))),
            segment, k, "length");
        // A picosecond is what the run's own clock tells apart.
        const double late = std::abs(m_clock[pool] - toSeconds(m_last[pool]));
        const double tick = 1e-12 * static_cast<double>(m_replay.steps);
        note(m_replay.worstTime, std::max(0.0, late - tick) / m_clock[pool], segment, k, "end");
        for (const auto& [key, amount] : ours)
            note(m_replay.worstAmount, deviation(amount, theirs[key]), segment, k, "amounts");
        for (const auto& [key, amount] : theirs)
            note(m_replay.worstAmount, deviation(amount, ours[key]), segment, k, "amounts");
    }

    /// Decode: what the batch holds while step k runs, its new words included, on one chip on average.
    void compareCache(
        const Segment& segment, std::int64_t k, const std::vector<int>& rows, const std::vector<Part>& parts)
    {
        if (segment.kind != SegmentKind::Decode)
            return;
        const PoolMachine& pool = m_machine.pools[segment.pool];
        double bytes = 0;
        const auto add = [&](std::int64_t tokens) {
            bytes += kvPerChip(m_machine, pool, static_cast<double>(tokens)) / pool.attentionGroups();
        };
        for (const int id : rows)
            add(held(id).cached + 1);
        for (const Part& part : parts)
            add(held(part.id).done + part.tokens);
        note(m_replay.worstAmount, deviation(bytes, segment.kvBytes.at(static_cast<double>(k))), segment, k,
            "cache");
    }

    void note(double& worst, double value, const Segment& segment, std::int64_t k, const char* what)
    {
        if (value <= worst)
            return;
        if (value > m_replay.worst())
            m_replay.where = std::string(what) + " of step " + std::to_string(k) + " of "
                + std::to_string(segment.steps) + " in the segment at "
                + std::to_string(toSeconds(segment.begin)) + " s, kind "
                + std::to_string(static_cast<int>(segment.kind));
        worst = value;
    }

    const Machine& m_machine;
    const Run& m_run;
    std::vector<PoolRates> m_rates;
    std::vector<Held> m_held;
    std::vector<double> m_clock; ///< by pool
    std::vector<Instant> m_last; ///< the run's clock at the same moment
    Replay m_replay;
};

} // namespace

double Replay::worst() const
{
    return std::max({ worstTime, worstStep, worstAmount });
}

Replay replay(const Machine& machine, const Run& run)
{
    return Stepper(machine, run).play();
}

} // namespace memwall::tests
