// What the scheduler knows while it plays a run. Internal to schedule.
#pragma once

#include "core/cost/pass_builder.h"
#include "core/schedule/arrivals.h"
#include "core/timeline/run.h"

#include <deque>
#include <memory>
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
};

/// A request that waits for admission, since when.
struct Waiting
{
    int id = 0;
    Instant since {};
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
    std::deque<Waiting> waiting; ///< arrivals known so far, by time
    std::vector<Active> running;
    std::uint64_t seed = 1;

    explicit PlayState(const Machine& m)
        : machine(m)
    {
    }
};

/// KV cache bytes on one chip of a pool for this many tokens of one request.
[[nodiscard]] double kvOf(const PlayState& state, std::uint8_t pool, std::int64_t tokens);
/// Bytes that the whole answer of a request will take on one chip of a pool.
[[nodiscard]] double kvReservation(const PlayState& state, std::uint8_t pool, int id);

/// Whether one more request fits beside the running ones in the pool that decodes.
[[nodiscard]] bool roomFor(const PlayState& state, int id, double reserved, std::size_t admitted);
[[nodiscard]] double reservedBytes(const PlayState& state);

/// Takes the requests of one prefill pass from the queue: those that have come by `now`, have room, and
/// together stay within what one pass takes.
[[nodiscard]] std::vector<int> takeForPrefill(PlayState& state, Instant now, bool checkRoom);

/// One prefill pass over whole prompts; returns the segment's index. Does not hand on the requests.
std::int64_t addPrefill(PlayState& state, const std::vector<int>& ids, Instant begin);
/// Decode steps with the present batch, at most until the first answer ends or `until` is reached; returns
/// the end. Requests that finish leave.
Instant addDecode(PlayState& state, Instant begin, std::optional<Instant> until);
/// One cycle of drafts and verification; returns the end.
Instant addCycle(PlayState& state, Instant begin);

/// A request enters the running batch with its first token written by `segment`.
void startAnswer(PlayState& state, int id, std::int64_t segment, Instant firstToken);
/// Its answer is complete; closed workloads send the next request.
void finish(PlayState& state, int id, Instant at);

void playShared(PlayState& state);
void playSplit(PlayState& state);

} // namespace memwall::core
