// Who may start: the queue, room for KV cache, the size of one prefill pass.
#include "core/schedule/kv_room.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Prompt tokens that one prefill pass takes together; a longer prompt goes alone. Servers cap a pass so
/// that activations stay small.
constexpr std::int64_t kPrefillTokens = 8192;

bool hasCome(const PlayState& state, Instant now)
{
    return !state.waiting.empty() && state.waiting.front().since <= now;
}

Prompt takeFirst(PlayState& state)
{
    const Waiting first = state.waiting.front();
    state.waiting.pop_front();
    return { first.id, state.request(first.id).promptTokens + first.written, 0, first.written };
}

void countWaiting(PlayState& state, Instant now)
{
    const auto late = std::find_if(state.waiting.begin(), state.waiting.end(),
        [now](const Waiting& waiting) { return waiting.since > now; });
    state.run.waitingPeak = std::max<std::int64_t>(state.run.waitingPeak, late - state.waiting.begin());
}

} // namespace

std::vector<Prompt> takeForPrefill(PlayState& state, Instant now, bool checkRoom)
{
    std::vector<Prompt> prompts;
    std::int64_t tokens = 0;
    double reserved = checkRoom ? reservedBytes(state) : 0;
    while (hasCome(state, now)) {
        const int id = state.waiting.front().id;
        const std::int64_t prompt = state.request(id).promptTokens + state.waiting.front().written;
        if (!prompts.empty() && tokens + prompt > kPrefillTokens)
            break;
        if (checkRoom && !roomFor(state, id, reserved, prompts.size()))
            break;
        if (checkRoom)
            reserved += kvReservation(state, state.decodePool, id);
        tokens += prompt;
        prompts.push_back(takeFirst(state));
    }
    countWaiting(state, now);
    return prompts;
}

void admitPrompts(PlayState& state, Instant now)
{
    double reserved = reservedBytes(state);
    while (hasCome(state, now) && roomFor(state, state.waiting.front().id, reserved, 0)) {
        reserved += kvReservation(state, state.decodePool, state.waiting.front().id);
        state.prompts.push_back(takeFirst(state));
    }
    countWaiting(state, now);
}

std::vector<Prompt> takeGroup(PlayState& state, Instant now)
{
    std::vector<Prompt> group;
    while (hasCome(state, now) && roomInGroup(state, group, state.waiting.front().id))
        group.push_back(takeFirst(state));
    countWaiting(state, now);
    return group;
}

void startAnswer(PlayState& state, const Prompt& prompt, std::int64_t segment, Instant at)
{
    RequestRun& request = state.request(prompt.id);
    if (prompt.written == 0)
        request.firstToken = at;
    request.pieces.push_back({ segment, prompt.written, 1 });
    const std::int64_t written = prompt.written + 1;
    const bool done = written == request.outputTokens;
    if (done)
        finish(state, prompt.id, at);
    if (!done || state.keepsFinished())
        state.running.push_back({ prompt.id, prompt.tokens, request.outputTokens - written, written, done });
}

void finish(PlayState& state, int id, Instant at)
{
    state.request(id).finish = at;
    while (state.nextFollower < state.run.requests.size() && state.run.requests[state.nextFollower].rejected)
        ++state.nextFollower;
    if (state.nextFollower >= state.run.requests.size())
        return;
    const auto follower = static_cast<int>(state.nextFollower++);
    state.request(follower).arrival = at;
    state.waiting.push_back({ follower, at });
}

} // namespace memwall::core
