#include "core/schedule/kv_room.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

double capacityOf(const PlayState& state)
{
    return state.decode.attention->placement.kvCapacity;
}

/// Blocks of a request with so many tokens, of which no more are needed than its answer has.
double pagedKv(const PlayState& state, int id, std::int64_t tokens)
{
    const RequestRun& request = state.request(id);
    const std::int64_t needed = std::min(tokens, request.promptTokens + request.outputTokens);
    return kvOf(state, state.decodePool, (needed + kBlockTokens - 1) / kBlockTokens * kBlockTokens);
}

/// Tokens that one step may add to a request.
std::int64_t stepTokens(const PlayState& state)
{
    return state.machine.draft ? state.machine.draftTokens + 1 : 1;
}

double withBlockAhead(const PlayState& state, int id, std::int64_t tokens)
{
    return pagedKv(state, id, tokens + std::max(kBlockTokens, stepTokens(state)));
}

bool fits(const PlayState& state, std::int64_t steps)
{
    double bytes = 0;
    for (const Active& active : state.running)
        bytes += pagedKv(state, active.id, active.cached + steps);
    for (const Prompt& prompt : state.prompts)
        bytes += withBlockAhead(state, prompt.id, prompt.tokens);
    return bytes <= capacityOf(state);
}

void preemptYoungest(PlayState& state, Instant at)
{
    if (!state.prompts.empty()) {
        const Prompt& youngest = state.prompts.back();
        state.request(youngest.id).preemptions += youngest.done > 0 ? 1 : 0;
        state.waiting.push_front({ youngest.id, at, youngest.written });
        state.prompts.pop_back();
        return;
    }
    const Active& youngest = state.running.back();
    ++state.request(youngest.id).preemptions;
    state.waiting.push_front({ youngest.id, at, youngest.written });
    state.running.pop_back();
}

} // namespace

double kvAtEnd(const PlayState& state, int id)
{
    const RequestRun& request = state.request(id);
    const std::int64_t tokens = request.promptTokens + request.outputTokens;
    return state.keepsFinished() ? kvOf(state, state.decodePool, tokens) : pagedKv(state, id, tokens);
}

KvRoom::KvRoom(const PlayState& state)
    : m_state(state)
    , m_count(state.running.size() + state.prompts.size())
{
    for (const Active& active : state.running)
        m_held += withBlockAhead(state, active.id, active.cached);
    for (const Prompt& prompt : state.prompts)
        m_held += withBlockAhead(state, prompt.id, prompt.tokens);
}

bool KvRoom::take(int id, std::int64_t tokens)
{
    const double bytes = withBlockAhead(m_state, id, tokens);
    if (m_count >= static_cast<std::size_t>(m_state.machine.maxBatch) || m_held + bytes > capacityOf(m_state))
        return false;
    m_held += bytes;
    ++m_count;
    return true;
}

void makeRoom(PlayState& state, Instant at)
{
    // One request alone always fits: others are rejected before the run.
    while (!state.keepsFinished() && state.running.size() + state.prompts.size() > 1
        && !fits(state, stepTokens(state)))
        preemptYoungest(state, at);
}

std::int64_t stepsInRoom(const PlayState& state, std::int64_t most)
{
    if (state.keepsFinished() || fits(state, most))
        return most;
    std::int64_t enough = 1;
    for (std::int64_t low = 1, high = most; low <= high;) {
        const std::int64_t middle = low + (high - low) / 2;
        const bool room = fits(state, middle);
        enough = room ? std::max(enough, middle) : enough;
        (room ? low : high) = room ? middle + 1 : middle - 1;
    }
    return enough;
}

bool roomInGroup(const PlayState& state, const std::vector<Prompt>& group, int id)
{
    if (group.size() >= static_cast<std::size_t>(state.machine.maxBatch))
        return false;
    std::int64_t answer = state.request(id).outputTokens;
    for (const Prompt& prompt : group)
        answer = std::max(answer, state.request(prompt.id).outputTokens);
    double bytes = kvOf(state, state.decodePool, state.request(id).promptTokens + answer);
    for (const Prompt& prompt : group)
        bytes += kvOf(state, state.decodePool, prompt.tokens + answer);
    return bytes <= capacityOf(state);
}

} // namespace memwall::core
