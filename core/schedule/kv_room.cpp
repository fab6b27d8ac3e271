#include "core/schedule/kv_room.h"

#include "core/base/assert.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

std::int64_t wholeBlocks(std::int64_t tokens)
{
    return (tokens + kBlockTokens - 1) / kBlockTokens * kBlockTokens;
}

/// Blocks of a request with so many tokens, of which no more are needed than its answer has.
Bytes pagedKv(const PlayState& state, int id, std::int64_t tokens)
{
    const RequestRun& request = state.request(id);
    const std::int64_t needed = std::min(tokens, request.promptTokens + request.outputTokens);
    return kvOf(state, state.decodePool, wholeBlocks(needed));
}

/// Tokens that one step may add to a request.
std::int64_t stepTokens(const PlayState& state)
{
    return state.machine.speculates() ? state.machine.draftTokens + 1 : 1;
}

Bytes withBlockAhead(const PlayState& state, int id, std::int64_t tokens)
{
    return pagedKv(state, id, tokens + std::max(kBlockTokens, stepTokens(state)));
}

std::size_t groupsOf(const PlayState& state, std::uint8_t pool)
{
    return static_cast<std::size_t>(state.machine.pools[pool].attentionGroups());
}

/// The first group of chips whose blocks do not hold so many steps more.
std::optional<std::size_t> fullGroup(const PlayState& state, std::int64_t steps)
{
    std::vector<Bytes> held(groupsOf(state, state.decodePool));
    for (const Active& active : state.running)
        held[active.group] += pagedKv(state, active.id, active.cached + steps);
    for (const Prompt& prompt : state.prompts)
        held[prompt.group] += withBlockAhead(state, *prompt.id, prompt.tokens);
    const auto full = std::find_if(
        held.begin(), held.end(), [&](Bytes bytes) { return overfills(state, state.decodePool, bytes); });
    return full == held.end() ? std::nullopt : std::optional(static_cast<std::size_t>(full - held.begin()));
}

/// Removes the last element of a group and returns it.
template <typename T> std::optional<T> takeLast(std::vector<T>& all, std::size_t group)
{
    const auto last
        = std::find_if(all.rbegin(), all.rend(), [group](const T& one) { return one.group == group; });
    if (last == all.rend())
        return std::nullopt;
    const T taken = *last;
    all.erase(std::next(last).base());
    return taken;
}

void preemptYoungest(PlayState& state, std::size_t group, Instant at)
{
    if (const auto prompt = takeLast(state.prompts, group)) {
        state.request(*prompt->id).preemptions += prompt->done > 0 ? 1 : 0;
        state.waiting.push_front({ prompt->id, at, prompt->written });
    } else if (const auto active = takeLast(state.running, group)) {
        ++state.request(active->id).preemptions;
        state.waiting.push_front({ active->id, at, active->written });
    }
}

} // namespace

std::optional<Bytes> kvCapacity(const PlayState& state, std::uint8_t pool)
{
    // The same caches added in another order may differ in their last bits.
    return state.rates[pool].placement.kvCapacity.transform(
        [](double bytes) { return Bytes { bytes * (1 + 1e-12) }; });
}

bool overfills(const PlayState& state, std::uint8_t pool, Bytes bytes)
{
    const std::optional<Bytes> capacity = kvCapacity(state, pool);
    return capacity && bytes > *capacity;
}

std::int64_t reservedTokens(const PlayState& state, std::int64_t tokens)
{
    return state.keepsFinished() ? tokens : wholeBlocks(tokens);
}

Bytes kvAtEnd(const PlayState& state, std::int64_t tokens)
{
    return kvOf(state, state.decodePool, reservedTokens(state, tokens));
}

bool neverFits(const PlayState& state, std::int64_t prompt, std::int64_t output)
{
    return overfills(state, state.decodePool, kvAtEnd(state, prompt + output))
        || overfills(state, state.prefillPool, kvOf(state, state.prefillPool, prompt));
}

KvRoom::KvRoom(const PlayState& state)
    : m_state(state)
    , m_count(state.running.size() + state.prompts.size())
    , m_held(groupsOf(state, state.decodePool))
{
    for (const Active& active : state.running)
        m_held[active.group] += withBlockAhead(state, active.id, active.cached);
    for (const Prompt& prompt : state.prompts)
        m_held[prompt.group] += withBlockAhead(state, *prompt.id, prompt.tokens);
}

std::optional<std::size_t> KvRoom::take(int id, std::int64_t tokens)
{
    const Bytes bytes = withBlockAhead(m_state, id, tokens);
    const auto group = std::min_element(m_held.begin(), m_held.end());
    if (m_count >= static_cast<std::size_t>(m_state.machine.maxBatch)
        || overfills(m_state, m_state.decodePool, *group + bytes))
        return std::nullopt;
    *group += bytes;
    ++m_count;
    return static_cast<std::size_t>(group - m_held.begin());
}

PromptRoom::PromptRoom(const PlayState& state)
    : m_state(state)
    , m_held(groupsOf(state, state.prefillPool))
{
}

bool PromptRoom::take(std::int64_t tokens)
{
    const Bytes bytes = kvOf(m_state, m_state.prefillPool, tokens);
    const auto group = std::min_element(m_held.begin(), m_held.end());
    if (overfills(m_state, m_state.prefillPool, *group + bytes))
        return false;
    *group += bytes;
    return true;
}

void makeRoom(PlayState& state, Instant at)
{
    if (state.keepsFinished())
        return;
    // Ends: one request alone always fits its group, others are rejected before the run.
    while (const auto group = fullGroup(state, stepTokens(state)))
        preemptYoungest(state, *group, at);
}

std::int64_t stepsInRoom(const PlayState& state, std::int64_t most)
{
    MEMWALL_ASSERT(state.keepsFinished() || !fullGroup(state, 1));
    if (state.keepsFinished() || !fullGroup(state, most))
        return most;
    std::int64_t enough = 1;
    for (std::int64_t low = 1, high = most; low <= high;) {
        const std::int64_t middle = low + (high - low) / 2;
        const bool room = !fullGroup(state, middle);
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
        answer = std::max(answer, state.request(*prompt.id).outputTokens);
    std::vector<Bytes> held(groupsOf(state, state.decodePool));
    const auto add = [&](std::int64_t prompt) {
        *std::min_element(held.begin(), held.end()) += kvOf(state, state.decodePool, prompt + answer);
    };
    for (const Prompt& prompt : group)
        add(prompt.tokens);
    add(state.request(id).promptTokens);
    return !overfills(state, state.decodePool, *std::max_element(held.begin(), held.end()));
}

} // namespace memwall::core
