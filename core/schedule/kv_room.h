// Room for KV cache in the pool that decodes. Internal to schedule. physics.md sections 5 and 11.
#pragma once

#include "core/schedule/state.h"

#include <optional>

namespace memwall::core
{

/// Tokens of one block: memory for KV cache is handed out in whole blocks.
inline constexpr std::int64_t kBlockTokens = 16;

/// Tokens that a request of so many is given room for: whole blocks, but in a static batch.
[[nodiscard]] std::int64_t reservedTokens(const PlayState& state, std::int64_t tokens);
/// KV cache that one chip of a pool holds at most; absent: nobody knows how much.
[[nodiscard]] std::optional<Bytes> kvCapacity(const PlayState& state, std::uint8_t pool);
/// Whether one chip of a pool has no room for so many bytes of KV cache.
[[nodiscard]] bool overfills(const PlayState& state, std::uint8_t pool, Bytes bytes);
/// What a request of so many tokens, answer included, will take on one chip of the pool that decodes,
/// at its end.
[[nodiscard]] Bytes kvAtEnd(const PlayState& state, std::int64_t tokens);
/// Whether a request could never be admitted: it is too large for a pool even when it is alone there.
[[nodiscard]] bool neverFits(const PlayState& state, std::int64_t prompt, std::int64_t output);

/// What is taken while requests are admitted one by one, by group of chips that keeps whole sequences. A
/// request counts with the blocks that it has and one block ahead, so that whoever comes in leaves
/// everybody a next word.
class KvRoom
{
public:
    explicit KvRoom(const PlayState& state);

    /// Takes room for a request with so many tokens, if there is room and the batch is not full: in the
    /// group that holds least.
    [[nodiscard]] std::optional<std::size_t> take(int id, std::int64_t tokens);

private:
    const PlayState& m_state;
    std::size_t m_count = 0;
    std::vector<Bytes> m_held;
};

/// What prompts take while a pool of its own works on them, by group of chips that keeps whole sequences. The
/// pool for prompts keeps no answers.
class PromptRoom
{
public:
    explicit PromptRoom(const PlayState& state);

    /// Takes room for a prompt, if there is room.
    [[nodiscard]] bool take(std::int64_t tokens);

private:
    const PlayState& m_state;
    std::vector<Bytes> m_held;
};

/// Preempts the youngest requests until every other one can write its next words. They wait again, first
/// in the queue, and their prompts and answers so far are computed anew.
void makeRoom(PlayState& state, Instant at);
/// Steps for which the blocks of all requests fit, at most `most`. REQUIRES: makeRoom was called.
[[nodiscard]] std::int64_t stepsInRoom(const PlayState& state, std::int64_t most);

/// For a static batch: every row is padded to the longest answer of its group, so that is what each one
/// reserves, and nobody is preempted.
[[nodiscard]] bool roomInGroup(const PlayState& state, const std::vector<Prompt>& group, int id);

} // namespace memwall::core
