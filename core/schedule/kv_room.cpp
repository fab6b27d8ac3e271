#include "core/schedule/kv_room.h"

#include <algorithm>

namespace memwall::core
{

double kvReservation(const PlayState& state, std::uint8_t pool, int id)
{
    const RequestRun& request = state.request(id);
    return kvOf(state, pool, request.promptTokens + request.outputTokens);
}

double reservedBytes(const PlayState& state)
{
    double bytes = 0;
    for (const Active& active : state.running)
        bytes += kvReservation(state, state.decodePool, active.id);
    for (const Prompt& prompt : state.prompts)
        bytes += kvReservation(state, state.decodePool, prompt.id);
    return bytes;
}

bool roomFor(const PlayState& state, int id, double reserved, std::size_t admitted)
{
    const auto batch = static_cast<std::size_t>(state.machine.maxBatch);
    const double capacity = state.decode.attention->placement.kvCapacity;
    return state.running.size() + state.prompts.size() + admitted < batch
        && reserved + kvReservation(state, state.decodePool, id) <= capacity;
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
    return bytes <= state.decode.attention->placement.kvCapacity;
}

} // namespace memwall::core
