#include "core/schedule/steps.h"

#include "core/machine/placement.h"
#include "core/timeline/stored.h"

#include <algorithm>
#include <limits>

namespace memwall::core
{

namespace
{

Bytes kvOfPrompts(const PlayState& state)
{
    Bytes bytes;
    for (const Prompt& prompt : state.prompts)
        bytes += meanKvOf(state, state.decodePool, prompt.done);
    return bytes;
}

} // namespace

std::vector<int> idsOf(const std::vector<Active>& running)
{
    std::vector<int> ids;
    for (const Active& active : running)
        ids.push_back(active.id);
    return ids;
}

int microBatchesNow(const PlayState& state)
{
    return static_cast<int>(
        std::clamp<std::size_t>(state.running.size(), 1, static_cast<std::size_t>(state.microBatches)));
}

std::vector<Sequence> microBatch(const PlayState& state, double fresh)
{
    const auto batches = static_cast<std::size_t>(microBatchesNow(state));
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

std::shared_ptr<const StepShape> shapeOf(Pass pass)
{
    std::vector<Pass> passes;
    passes.push_back(std::move(pass));
    return shapeOf(std::move(passes));
}

std::shared_ptr<const StepShape> sharedShape(
    PlayState& state, const std::vector<PlannedPass>& plan, double& valid)
{
    SharedShape shared = state.shapes.of(plan, state.timesOnly());
    if (shared.isNew)
        storeShape(state, *shared.shape);
    valid = std::min(valid, shared.steps);
    return std::move(shared.shape);
}

void storeShape(PlayState& state, const StepShape& shape)
{
    if (!state.timesOnly())
        state.ledger.store(storedBytes(shape));
}

PassOptions optionsOf(const PlayState& state)
{
    return { .timesOnly = state.timesOnly() };
}

std::int64_t fewestRemaining(const std::vector<Active>& running)
{
    std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
    for (const Active& active : running)
        if (!active.done)
            fewest = std::min(fewest, active.remaining);
    return fewest;
}

Bytes kvOf(const PlayState& state, std::uint8_t pool, std::int64_t tokens)
{
    // Asked for every reader at every step; contexts are short beside the number of such questions.
    constexpr std::size_t kMostKept = 1U << 20;
    const auto compute = [&] {
        return Bytes { kvPerChip(state.machine, state.machine.pools[pool], static_cast<double>(tokens)) };
    };
    const auto index = static_cast<std::size_t>(tokens);
    if (index >= kMostKept)
        return compute();
    std::vector<std::optional<Bytes>>& known = state.kvByTokens[pool];
    if (index >= known.size())
        known.resize(std::max(index + 1, 2 * known.size()));
    if (!known[index])
        known[index] = compute();
    return *known[index];
}

Bytes meanKvOf(const PlayState& state, std::uint8_t pool, std::int64_t tokens)
{
    return kvOf(state, pool, tokens) / state.machine.pools[pool].attentionGroups();
}

Affine kvGrowth(const PlayState& state, double& steps)
{
    // A pass shows one micro-batch; the cache is that of all.
    for (const Attention& group : state.machine.model.attention)
        for (const Active& active : state.running)
            if (group.window && active.cached < *group.window)
                steps = std::min(steps, static_cast<double>(*group.window - active.cached));
    if (state.timesOnly())
        return {};
    Affine bytes { kvOfPrompts(state).value, 0 };
    for (const Active& active : state.running) {
        const Bytes now = meanKvOf(state, state.decodePool, active.cached + 1);
        const Bytes next = meanKvOf(state, state.decodePool, active.cached + 2);
        bytes += { now.value, (next - now).value };
    }
    return bytes;
}

Bytes kvHeld(const PlayState& state)
{
    if (state.timesOnly())
        return {};
    Bytes bytes = kvOfPrompts(state);
    for (const Active& active : state.running)
        bytes += meanKvOf(state, state.decodePool, active.cached);
    return bytes;
}

Instant after(Instant begin, Seconds time)
{
    if (!(toSeconds(begin) + time.value < kLongestRun.value))
        throw GiveUp::TooLong;
    return begin + fromSeconds(time.value);
}

void closeSegment(Segment& segment)
{
    segment.end = after(segment.begin, { segment.shape->duration.sumTo(static_cast<double>(segment.steps)) });
}

std::int64_t append(PlayState& state, Segment segment)
{
    state.ledger.goOn();
    if (state.timesOnly())
        state.run.segments.clear();
    else
        state.ledger.store(storedBytes(segment, state.run, state.keep == Keep::All));
    state.run.segments.push_back(std::move(segment));
    return static_cast<std::int64_t>(state.run.segments.size()) - 1;
}

std::int64_t addSegment(PlayState& state, Segment segment)
{
    closeSegment(segment);
    return append(state, std::move(segment));
}

void addPiece(PlayState& state, int id, const RequestRun::Piece& piece)
{
    if (state.timesOnly())
        return;
    state.ledger.store({ sizeof piece });
    state.request(id).pieces.push_back(piece);
}

void addRound(PlayState& state, int id, const Cycle& round)
{
    if (state.timesOnly())
        return;
    state.ledger.store({ sizeof round });
    state.request(id).cycles.push_back(round);
}

void writeTokens(PlayState& state, std::int64_t segment, std::int64_t steps)
{
    for (Active& active : state.running) {
        active.cached += steps;
        if (active.done)
            continue;
        addPiece(state, active.id, { segment, active.written, steps });
        active.written += steps;
        active.remaining -= steps;
    }
}

void dropFinished(PlayState& state, Instant at)
{
    for (Active& active : state.running)
        if (active.remaining == 0 && !active.done) {
            active.done = true;
            finish(state, active.id, at);
        }
    const bool allDone = std::all_of(
        state.running.begin(), state.running.end(), [](const Active& active) { return active.done; });
    if (allDone || !state.keepsFinished())
        std::erase_if(state.running, [](const Active& active) { return active.done; });
}

} // namespace memwall::core
