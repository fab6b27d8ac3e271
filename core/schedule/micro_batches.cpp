#include "core/schedule/micro_batches.h"

#include "core/schedule/kv_room.h"
#include "core/schedule/steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// m ≥ 2 (1 + T_c / T_f) keeps both pools at work; T_c ≤ T_f by definition.
constexpr int kMostTurns = 4;

/// As many requests as may run at once, each in the middle of its answer.
std::vector<Sequence> largestBatch(const PlayState& state)
{
    std::vector<Sequence> batch;
    const auto most = std::min(static_cast<std::size_t>(state.machine.maxBatch), state.run.requests.size());
    Bytes held;
    for (std::size_t id = 0; batch.size() < most && id < state.run.requests.size(); ++id) {
        const RequestRun& request = state.run.requests[id];
        held += kvAtEnd(state, request.promptTokens + request.outputTokens);
        if (overfills(state, state.decodePool, held))
            break;
        batch.push_back({ static_cast<double>(request.promptTokens + request.outputTokens / 2), 1 });
    }
    return batch;
}

double stepSeconds(const PlayState& state, const std::vector<Sequence>& batch, int microBatches)
{
    std::vector<Sequence> one;
    for (std::size_t i = 0; i < batch.size(); i += static_cast<std::size_t>(microBatches))
        one.push_back(batch[i]);
    PassOptions options;
    options.microBatches = microBatches;
    double steps = kManySteps;
    return buildPass(
        state.decode, workOf(state.machine.model, PassKind::Decode, std::move(one)), steps, options)
        .duration.base;
}

} // namespace

void setMicroBatches(PlayState& state)
{
    state.microBatches = state.decode.attention->pool->stages;
    if (!state.decode.apart())
        return;
    const std::vector<Sequence> batch = largestBatch(state);
    double shortest = batch.empty() ? 0 : stepSeconds(state, batch, 1);
    for (int turns = 2; turns <= std::min<int>(kMostTurns, static_cast<int>(batch.size())); ++turns)
        if (const double seconds = stepSeconds(state, batch, turns); seconds < shortest) {
            shortest = seconds;
            state.microBatches = turns;
        }
    if (state.microBatches > 1)
        state.run.notes.push_back({ "micro_batches", { std::to_string(state.microBatches) } });
}

} // namespace memwall::core
