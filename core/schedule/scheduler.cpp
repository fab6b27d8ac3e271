#include "core/schedule/scheduler.h"

#include "core/base/assert.h"
#include "core/catalog/model_size.h"
#include "core/schedule/kv_room.h"
#include "core/schedule/micro_batches.h"
#include "core/schedule/pool_info.h"
#include "core/schedule/steps.h"
#include "core/schedule/too_large.h"
#include "core/timeline/stored.h"

#include <algorithm>
#include <numeric>

namespace memwall::core
{

namespace
{

/// One of several replicas is played: every r-th request goes to it. Of a cell that shares prefill
/// replicas, the other decode replicas' requests are known too.
void shareRequests(PlayState& state, const RequestStream& all)
{
    const auto shown = static_cast<std::size_t>(state.machine.pools.back().replicas);
    const auto cells = static_cast<std::size_t>(
        std::gcd(state.machine.pools.front().replicas, state.machine.pools.back().replicas));
    state.replicas.prefill = state.machine.pools.front().replicas / static_cast<int>(cells);
    state.replicas.decode = static_cast<int>(shown / cells);
    for (std::size_t i = 0; i < all.requests.size(); i += cells) {
        RequestStream& share = i % shown == 0 ? state.stream : state.replicas.others;
        share.requests.push_back(all.requests[i]);
        share.arrived += i < all.arrived ? 1 : 0;
    }
}

/// KV cache that one chip should hold at the peak: the largest requests that may run together.
double kvWanted(const PlayState& state, const PoolMachine& pool)
{
    std::vector<double> sizes;
    for (const Request& request : state.stream.requests)
        sizes.push_back(kvPerChip(state.machine, pool,
            static_cast<double>(reservedTokens(state, request.promptTokens + request.outputTokens))));
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    const auto together = std::min({ sizes.size(), static_cast<std::size_t>(state.machine.maxBatch),
        std::max<std::size_t>(1, state.stream.arrived) });
    const double all
        = std::accumulate(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(together), 0.0);
    return together > 0 ? std::max(sizes.front(), all / pool.attentionGroups()) : 0;
}

/// A run of no requests has nothing to show. Programs that read traces say so before they come here.
void needRequests(PlayState& state)
{
    if (!state.run.requests.empty())
        return;
    state.run.fits = false;
    state.run.fitReason = { { "fit.trace_not_read", {} } };
}

bool preparePools(PlayState& state)
{
    for (std::size_t i = 0; i < state.machine.pools.size(); ++i) {
        Placement placement
            = place(state.machine, state.machine.pools[i], kvWanted(state, state.machine.pools[i]));
        if (!placement.fits && state.run.fits) {
            state.run.fits = false;
            state.run.fitReason = placement.reason;
        }
        state.rates.push_back(ratesOf(state.machine, i, std::move(placement)));
    }
    for (const PoolRates& rates : state.rates)
        state.run.pools.push_back(poolInfo(rates));
    return state.run.fits;
}

void assignStations(PlayState& state)
{
    const PoolRates* first = &state.rates.front();
    const PoolRates* last = &state.rates.back();
    const Link* between = state.machine.between ? &*state.machine.between : nullptr;
    if (first->pool->role == PoolRole::Attention) {
        state.decode = { first, last, between };
        state.prefill = first->placement.wholeModel ? Stations { first, first, nullptr } : state.decode;
        return;
    }
    state.prefill = { first, first, nullptr };
    state.decode = { last, last, nullptr };
    state.decodePool = static_cast<std::uint8_t>(state.rates.size() - 1);
}

void noteLimits(PlayState& state)
{
    const PoolMachine& pool = *state.decode.attention->pool;
    if (state.replicas.prefill != state.replicas.decode)
        state.run.notes.push_back({ "replicas.split",
            { std::to_string(state.machine.pools.front().replicas), std::to_string(pool.replicas) } });
    else if (pool.replicas > 1)
        state.run.notes.push_back({ "replicas.one", { std::to_string(pool.replicas) } });
    if (state.machine.policy == BatchingPolicy::Chunked
        && state.machine.pools.front().role == PoolRole::Prefill)
        state.run.notes.push_back({ "prompts.whole", {} });
    for (const PoolInfo& info : state.run.pools)
        for (std::size_t i = 0; i < info.homeLevel; ++i)
            if (info.levels[i].weightBytes > 0) {
                state.run.notes.push_back(
                    { "weights.fetched", { info.levels[info.homeLevel].name, info.levels[i].name } });
                break;
            }
    if (state.decode.apart() && !state.prefill.apart())
        state.run.notes.push_back(
            { "prompts.alone", { pool.chip.shortName, state.decode.feedForward->pool->chip.shortName } });
    if (pool.chip.hardwiredModel)
        state.run.notes.push_back({ "inferred.hardwired", { pool.chip.shortName } });
    if (pool.chip.native)
        state.run.notes.push_back({ "inferred.latency", { pool.chip.shortName } });
}

/// What the first request that is turned away needs and finds, on each chip.
struct Lack
{
    std::string needed, left;
    bool forPrompts = false; ///< in the pool for prompts
};

Lack lackOfRoom(const PlayState& state)
{
    const auto first = std::find_if(
        state.run.requests.begin(), state.run.requests.end(), [](const RequestRun& r) { return r.rejected; });
    const auto megabytes
        = [](Bytes bytes) { return std::to_string(static_cast<long>(bytes.value / 1e6)) + " MB"; };
    const Bytes atEnd = kvAtEnd(state, first->promptTokens + first->outputTokens);
    if (overfills(state, state.decodePool, atEnd))
        return { megabytes(atEnd), megabytes(kvCapacity(state, state.decodePool).value()), false };
    return { megabytes(kvOf(state, state.prefillPool, first->promptTokens)),
        megabytes(kvCapacity(state, state.prefillPool).value()), true };
}

/// Requests of other replicas that are turned away there never come to a prefill pool that is shared.
void dropHopelessOthers(PlayState& state)
{
    RequestStream kept;
    const RequestStream& others = state.replicas.others;
    for (std::size_t i = 0; i < others.requests.size(); ++i)
        if (!neverFits(state, others.requests[i].promptTokens, others.requests[i].outputTokens)) {
            kept.requests.push_back(others.requests[i]);
            kept.arrived += i < others.arrived ? 1U : 0U;
        }
    state.replicas.others = std::move(kept);
}

/// Requests that could never be admitted are turned away, with the reason.
void rejectHopeless(PlayState& state)
{
    std::size_t rejected = 0;
    for (RequestRun& request : state.run.requests) {
        request.rejected = neverFits(state, request.promptTokens, request.outputTokens);
        rejected += request.rejected ? 1U : 0U;
    }
    if (rejected == 0)
        return;
    const Lack lack = lackOfRoom(state);
    if (rejected == state.run.requests.size()) {
        state.run.fits = false;
        state.run.fitReason
            = { { lack.forPrompts ? "fit.kv.prompts" : "fit.kv", { lack.needed, lack.left } } };
        return;
    }
    state.run.notes.push_back({ lack.forPrompts ? "rejected.prompts" : "rejected",
        { std::to_string(rejected), std::to_string(state.run.requests.size()), lack.needed, lack.left } });
}

void fillQueue(PlayState& state)
{
    const RequestStream& others = state.replicas.others;
    state.nextFollower = state.stream.arrived;
    state.replicas.nextOther = others.arrived;
    for (std::size_t id = 0; id < state.stream.arrived; ++id)
        if (!state.run.requests[id].rejected)
            state.waiting.push_back(comer(state, static_cast<int>(id), state.run.requests[id].arrival));
    for (std::size_t i = 0; i < others.arrived; ++i)
        state.waiting.push_back(
            comer(state, std::nullopt, others.requests[i].arrival, others.requests[i].promptTokens));
    std::stable_sort(state.waiting.begin(), state.waiting.end(),
        [](const Waiting& a, const Waiting& b) { return a.since < b.since; });
    for (std::size_t id = 0; id < state.stream.arrived; ++id)
        if (state.run.requests[id].rejected)
            sendNext(state, state.run.requests[id].arrival);
}

/// A run that cannot be played to its end shows nothing of it.
void giveUp(PlayState& state, const Workload& workload, GiveUp why)
{
    Run& run = state.run;
    run.fits = false;
    switch (why) {
    case GiveUp::TooLong:
        run.fitReason = { { "fit.too_long", {} } };
        break;
    case GiveUp::TooLarge:
        run.tooLarge = tooLarge(state, workload);
        run.fitReason = { { "problem",
            { run.tooLarge->pointer, Sayings { run.tooLarge->message },
                Sayings { run.tooLarge->remedy } } } };
        break;
    case GiveUp::Stopped:
        run.stopped = true;
        run.fitReason = { { "fit.stopped", {} } };
        break;
    }
    run.segments = {};
    for (RequestRun& request : run.requests) {
        request.pieces = {};
        request.cycles = {};
    }
}

void play(PlayState& state, const Workload& workload)
{
    try {
        state.ledger.store(bytesOfRequests(state.run));
        fillQueue(state);
        setMicroBatches(state);
        state.prefill.attention == state.decode.attention ? playShared(state) : playSplit(state);
        state.ledger.goOn();
        noteSpeculation(state);
    } catch (const GiveUp why) {
        giveUp(state, workload, why);
    }
}

} // namespace

Run schedule(const Machine& machine, const Workload& workload, Keep keep, const Limits& limits)
{
    MEMWALL_ASSERT(!machine.pools.empty() && machine.model.layers > 0);
    PlayState state(machine, keep, limits);
    state.seed = workload.seed;
    state.run.name = machine.name;
    state.run.modelName = machine.model.name;
    state.run.layers = machine.model.layers;
    state.run.kvCache = machine.kvCache;
    for (const FeedForward& group : machine.model.feedForward)
        if (group.moe) {
            state.run.experts = group.experts;
            state.run.expertsActive = group.active;
        }
    if (machine.speculates())
        state.run.drafterName = machine.draft ? machine.draft->name : "n-gram lookup";
    const RequestStream all = requestsOf(workload, machine.model.maxContext);
    state.run.clamped = all.clamped;
    state.run.notes = requestNotes(workload, all, machine.model.maxContext);
    shareRequests(state, all);
    for (const Request& request : state.stream.requests) {
        RequestRun played;
        played.promptTokens = request.promptTokens;
        played.outputTokens = request.outputTokens;
        played.arrival = request.arrival;
        state.run.requests.push_back(std::move(played));
    }
    needRequests(state);
    state.rates.reserve(machine.pools.size());
    const bool placed = preparePools(state);
    assignStations(state);
    noteLimits(state);
    if (placed) {
        rejectHopeless(state);
        dropHopelessOthers(state);
    }
    if (state.run.fits) {
        play(state, workload);
        state.run.microBatches = static_cast<int>(std::clamp<std::size_t>(
            state.run.requests.size(), 1, static_cast<std::size_t>(state.microBatches)));
    }
    if (keep != Keep::Times)
        state.run.seal(keep == Keep::All);
    return std::move(state.run);
}

} // namespace memwall::core
