// Who may start: the queue, room for KV cache, the size of one prefill pass.
#include "core/schedule/kv_room.h"
#include "core/schedule/steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

bool hasCome(const PlayState& state, Instant now)
{
    return !state.waiting.empty() && state.waiting.front().since <= now;
}

/// Tokens that the first in the queue has to have in the KV cache before its next word.
std::int64_t firstTokens(const PlayState& state)
{
    const Waiting& first = state.waiting.front();
    return first.id ? state.request(*first.id).promptTokens + first.written : first.otherTokens;
}

Prompt takeFirst(PlayState& state, std::size_t group = 0)
{
    const Waiting first = state.waiting.front();
    const std::int64_t tokens = firstTokens(state);
    state.waiting.pop_front();
    return { first.id, tokens, 0, first.written, group };
}

/// The queue is in order of time (a preempted request at its front has waited for less, but has come), so
/// those that wait now are its first.
void countWaiting(PlayState& state, Instant now)
{
    const auto late = std::partition_point(state.waiting.begin(), state.waiting.end(),
        [now](const Waiting& waiting) { return waiting.since <= now; });
    // Long queues are counted at every step: only where there are others to leave out, one by one.
    const auto own = state.replicas.others.requests.empty()
        ? late - state.waiting.begin()
        : std::count_if(
            state.waiting.begin(), late, [](const Waiting& waiting) { return waiting.id.has_value(); });
    state.run.waitingPeak = std::max<std::int64_t>(state.run.waitingPeak, own);
}

/// Requests at set times may come later than one that follows a finish.
void enqueue(PlayState& state, const Waiting& waiting)
{
    const auto later = std::find_if(state.waiting.rbegin(), state.waiting.rend(),
        [&](const Waiting& other) { return other.since <= waiting.since; });
    state.waiting.insert(later.base(), waiting);
}

} // namespace

std::vector<Prompt> takeForPrefill(PlayState& state, Instant now, bool checkRoom)
{
    // Servers cap a pass so that activations stay small; a longer prompt goes alone. Groups of chips that
    // keep whole sequences take a pass's worth each.
    const PoolMachine& pool = *state.prefill.attention->pool;
    const std::int64_t most = std::int64_t { pool.engine.prefillChunk } * pool.attentionGroups();
    std::vector<Prompt> prompts;
    std::int64_t tokens = 0;
    KvRoom room(state);
    PromptRoom promptRoom(state);
    while (hasCome(state, now)) {
        const int id = *state.waiting.front().id;
        const std::int64_t prompt = firstTokens(state);
        if (!prompts.empty() && tokens + prompt > most)
            break;
        if (!checkRoom && !promptRoom.take(prompt))
            break;
        const auto group = checkRoom ? room.take(id, prompt) : 0U;
        if (!group)
            break;
        tokens += prompt;
        prompts.push_back(takeFirst(state, *group));
    }
    countWaiting(state, now);
    return prompts;
}

void admitPrompts(PlayState& state, Instant now)
{
    KvRoom room(state);
    while (hasCome(state, now)) {
        const auto group = room.take(*state.waiting.front().id, firstTokens(state));
        if (!group)
            break;
        state.prompts.push_back(takeFirst(state, *group));
    }
    countWaiting(state, now);
}

std::vector<Prompt> takeGroup(PlayState& state, Instant now)
{
    std::vector<Prompt> group;
    while (hasCome(state, now) && roomInGroup(state, group, *state.waiting.front().id))
        group.push_back(takeFirst(state));
    countWaiting(state, now);
    return group;
}

void startAnswer(PlayState& state, const Prompt& prompt, std::int64_t segment, Instant at)
{
    RequestRun& request = state.request(*prompt.id);
    if (prompt.written == 0)
        request.firstToken = at;
    addPiece(state, *prompt.id, { segment, prompt.written, 1 });
    const std::int64_t written = prompt.written + 1;
    const bool done = written == request.outputTokens;
    if (done)
        finish(state, *prompt.id, at);
    if (!done || state.keepsFinished())
        state.running.push_back(
            { *prompt.id, prompt.tokens, request.outputTokens - written, written, done, prompt.group });
}

Waiting comer(const PlayState& state, std::optional<int> id, Instant at, std::int64_t otherTokens)
{
    const PoolMachine& pool = *state.prefill.attention->pool;
    const double offset = pool.engine.firstTokenOffset.value.value * pool.latencyFactor;
    return { id, at + fromSeconds(offset), 0, otherTokens };
}

void sendNext(PlayState& state, Instant at)
{
    while (state.nextFollower < state.run.requests.size() && state.run.requests[state.nextFollower].rejected)
        ++state.nextFollower;
    if (state.nextFollower >= state.run.requests.size())
        return;
    const auto follower = static_cast<int>(state.nextFollower++);
    state.request(follower).arrival = at;
    enqueue(state, comer(state, follower, at));
    // The other decode replicas of the cell are taken to finish as many.
    for (int i = 1; i < state.replicas.decode; ++i) {
        const auto& others = state.replicas.others.requests;
        if (state.replicas.nextOther < others.size())
            enqueue(state, comer(state, std::nullopt, at, others[state.replicas.nextOther++].promptTokens));
    }
}

void finish(PlayState& state, int id, Instant at)
{
    state.request(id).finish = at;
    sendNext(state, at);
}

} // namespace memwall::core
