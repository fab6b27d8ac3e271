// Who may start: the queue, room for KV cache, the size of one prefill pass.
#include "core/schedule/state.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Prompt tokens that one prefill pass takes together; a longer prompt goes alone. Servers cap a pass so
/// that activations stay small.
constexpr std::int64_t kPrefillTokens = 8192;

} // namespace

double kvReservation(const PlayState& state, std::uint8_t pool, int id)
{
    const RequestRun& request = state.run.requests[static_cast<std::size_t>(id)];
    return kvOf(state, pool, request.promptTokens + request.outputTokens);
}

double reservedBytes(const PlayState& state)
{
    double bytes = 0;
    for (const Active& active : state.running)
        bytes += kvReservation(state, state.decodePool, active.id);
    return bytes;
}

bool roomFor(const PlayState& state, int id, double reserved, std::size_t admitted)
{
    const auto batch = static_cast<std::size_t>(state.machine.maxBatch);
    const double capacity = state.decode.attention->placement.kvCapacity;
    return state.running.size() + admitted < batch
        && reserved + kvReservation(state, state.decodePool, id) <= capacity;
}

std::vector<int> takeForPrefill(PlayState& state, Instant now, bool checkRoom)
{
    std::vector<int> ids;
    std::int64_t tokens = 0;
    double reserved = checkRoom ? reservedBytes(state) : 0;
    while (!state.waiting.empty() && state.waiting.front().since <= now) {
        const int id = state.waiting.front().id;
        const std::int64_t prompt = state.run.requests[static_cast<std::size_t>(id)].promptTokens;
        if (!ids.empty() && tokens + prompt > kPrefillTokens)
            break;
        if (checkRoom && !roomFor(state, id, reserved, ids.size()))
            break;
        if (checkRoom)
            reserved += kvReservation(state, state.decodePool, id);
        tokens += prompt;
        ids.push_back(id);
        state.waiting.pop_front();
    }
    const auto late = std::find_if(state.waiting.begin(), state.waiting.end(),
        [now](const Waiting& waiting) { return waiting.since > now; });
    state.run.waitingPeak = std::max<std::int64_t>(state.run.waitingPeak, late - state.waiting.begin());
    return ids;
}

void startAnswer(PlayState& state, int id, std::int64_t segment, Instant firstToken)
{
    RequestRun& request = state.run.requests[static_cast<std::size_t>(id)];
    request.firstToken = firstToken;
    request.pieces.push_back({ segment, 0, 1 });
    if (request.outputTokens == 1)
        finish(state, id, firstToken);
    else
        state.running.push_back({ id, request.promptTokens, request.outputTokens - 1, 1 });
}

void finish(PlayState& state, int id, Instant at)
{
    state.run.requests[static_cast<std::size_t>(id)].finish = at;
    while (state.nextFollower < state.run.requests.size() && state.run.requests[state.nextFollower].rejected)
        ++state.nextFollower;
    if (state.nextFollower >= state.run.requests.size())
        return;
    const auto follower = static_cast<int>(state.nextFollower++);
    state.run.requests[static_cast<std::size_t>(follower)].arrival = at;
    state.waiting.push_back({ follower, at });
}

} // namespace memwall::core
