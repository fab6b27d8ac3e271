// What the scheduler knows while it plays a run. Internal to schedule.
#pragma once

#include "core/cost/pass_builder.h"
#include "core/schedule/arrivals.h"
#include "core/schedule/ledger.h"
#include "core/schedule/shapes.h"
#include "core/timeline/run.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace memwall::core
{

/// A request whose answer is being written.
struct Active
{
    int id = 0; ///< index in run.requests
    std::int64_t cached = 0; ///< tokens in the KV cache
    std::int64_t remaining = 0; ///< tokens still to write
    std::int64_t written = 0;
    bool done = false; ///< complete, but its row stays until a static batch ends
    std::size_t group = 0; ///< of chips that keep its KV cache
};

/// A request that waits for admission, since when. One of another replica has no id: it only takes time of a
/// prefill pool that several replicas share.
struct Waiting
{
    std::optional<int> id; ///< absent: of another replica
    Instant since {};
    std::int64_t written = 0; ///< tokens of its answer that it had written when it was preempted
    std::int64_t otherTokens = 0; ///< prompt of another replica's request
};

/// A request whose prompt is worked on; after a preemption the answer so far belongs to the prompt.
struct Prompt
{
    std::optional<int> id; ///< absent: of another replica
    std::int64_t tokens = 0; ///< all that have to be in the KV cache before the next word
    std::int64_t done = 0; ///< of them in the cache already (prefill in chunks)
    std::int64_t written = 0;
    std::size_t group = 0; ///< of chips in the pool that decodes
};

/// Replicas of separate pools: g cells of p prefill and d decode replicas are alike, and one is played. The
/// run shows one replica of each pool, and the requests of the decode replica.
struct Replicas
{
    int prefill = 1; ///< p: any of them takes the next prompts of the cell
    int decode = 1; ///< d
    RequestStream others; ///< requests of the cell's other decode replicas
    std::size_t nextOther = 0; ///< closed workloads: the next of them that has not arrived
};

/// The round of speculation with most answers at once.
struct WidestRound
{
    std::size_t users = 0;
    std::vector<Sequence> batch; ///< of one micro-batch, before the drafts
    Seconds drafts, verification;
};

struct PlayState
{
    const Machine& machine;
    Run run;
    std::vector<PoolRates> rates;
    Stations prefill, decode;
    std::uint8_t prefillPool = 0, decodePool = 0;
    RequestStream stream;
    std::size_t nextFollower = 0; ///< closed workloads: the next request that has not arrived
    Replicas replicas;
    int microBatches = 1; ///< that a large batch is cut into: pipeline stages, turns on separate pools
    std::deque<Waiting> waiting; ///< arrivals known so far, by time
    std::vector<Prompt> prompts; ///< chunked prefill: prompts under way, in order of admission
    std::vector<Active> running; ///< in order of admission
    WidestRound widest;
    Ledger ledger;
    Shapes shapes;
    std::uint64_t seed = 1;
    Keep keep = Keep::All;
    mutable std::vector<std::vector<std::optional<Bytes>>>
        kvByTokens; ///< by pool: what kvOf has computed; absent: not yet

    PlayState(const Machine& m, Keep wanted, const Limits& limits)
        : machine(m)
        , ledger(limits)
        , keep(wanted)
        , kvByTokens(m.pools.size())
    {
    }

    /// Only the last segment is kept, as an outline without its KV cache, and no pieces.
    [[nodiscard]] bool timesOnly() const { return keep == Keep::Times; }

    [[nodiscard]] RequestRun& request(int id) { return run.requests[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const RequestRun& request(int id) const
    {
        return run.requests[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] bool keepsFinished() const { return machine.policy == BatchingPolicy::Static; }
};

/// Who prefills: the pool for prompts, or for a recomputed prompt the pool that decodes.
struct PrefillPlace
{
    const Stations* stations = nullptr;
    std::uint8_t pool = 0;
};

/// KV cache on one chip of a pool for this many tokens of one request: on a chip that keeps it …
[[nodiscard]] Bytes kvOf(const PlayState& state, std::uint8_t pool, std::int64_t tokens);
/// … and on average over the pool's groups of chips.
[[nodiscard]] Bytes meanKvOf(const PlayState& state, std::uint8_t pool, std::int64_t tokens);

/// Takes the requests of one prefill pass from the queue: those that have come by `now`, have room, and
/// together stay within what one pass takes.
[[nodiscard]] std::vector<Prompt> takeForPrefill(PlayState& state, Instant now, bool checkRoom);
/// A static batch: as many as the batch and memory take, whatever the length of their prompts.
[[nodiscard]] std::vector<Prompt> takeGroup(PlayState& state, Instant now);
/// Takes all that have come and have room into the prompts under way (chunked prefill).
void admitPrompts(PlayState& state, Instant now);
/// A request enters the running batch with the next token of its answer written by `segment`.
void startAnswer(PlayState& state, const Prompt& prompt, std::int64_t segment, Instant at);
/// A request that comes waits from when the server has taken it in. otherTokens: prompt of one of another
/// replica.
[[nodiscard]] Waiting comer(
    const PlayState& state, std::optional<int> id, Instant at, std::int64_t otherTokens = 0);
/// Closed workloads: a user whose request has been answered or turned away sends the next one.
void sendNext(PlayState& state, Instant at);
/// Its answer is complete.
void finish(PlayState& state, int id, Instant at);

/// One prefill pass over whole prompts; notes its times in the requests.
[[nodiscard]] Segment prefillSegment(
    PlayState& state, const PrefillPlace& place, const std::vector<Prompt>& prompts, Instant begin);
/// The same, added to the run; returns the segment's index. Does not hand on the requests.
std::int64_t addPrefill(
    PlayState& state, const PrefillPlace& place, const std::vector<Prompt>& prompts, Instant begin);
/// Decode steps with the present batch, at most until the first answer ends, memory runs out or `until` is
/// reached; returns the end. Requests that finish leave.
Instant addDecode(PlayState& state, Instant begin, std::optional<Instant> until);
/// One cycle of drafts and verification; returns the end.
Instant addCycle(PlayState& state, Instant begin);
/// Steps of the present batch that each work on a part of the prompts under way too; returns the end.
/// REQUIRES: there are prompts.
Instant addChunk(PlayState& state, Instant begin);

/// Says so where speculation costs more time than it saves, and why.
void noteSpeculation(PlayState& state);

void playShared(PlayState& state);
void playSplit(PlayState& state);

} // namespace memwall::core
