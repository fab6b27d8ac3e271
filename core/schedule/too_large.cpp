#include "core/schedule/too_large.h"

#include "core/base/assert.h"
#include "core/base/saying.h"
#include "core/timeline/stored.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// From so many on it is their number that makes a run large, not what each of them asks for.
constexpr std::size_t kManyRequests = 1000;
/// A prompt in more parts than this makes a run large.
constexpr double kManyParts = 100;

std::string groupedText(double count)
{
    return groupedCount(std::llround(count)).text;
}

/// Two significant digits, towards zero.
double roundedDown(double value)
{
    const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(std::max(value, 1.0))) - 1));
    return std::max(1.0, std::floor(value / unit) * unit);
}

double roundedUp(double value)
{
    const double down = roundedDown(value);
    return down < value ? roundedDown(value + std::max(1.0, value / 10)) : down;
}

std::string gigabyteText(double bytes)
{
    const double tenths = std::max(1.0, std::round(bytes / 1e8));
    return tenths < 100
        ? std::to_string(std::llround(tenths) / 10) + '.' + std::to_string(std::llround(tenths) % 10) + " GB"
        : groupedText(std::round(tenths / 10)) + " GB";
}

/// The share of all tokens, read and written, that had been dealt with.
double shareOfTokens(const PlayState& state)
{
    double all = 0, done = 0;
    for (const RequestRun& request : state.run.requests) {
        const auto tokens = static_cast<double>(request.promptTokens + request.outputTokens);
        all += request.rejected ? 0 : tokens;
        done += request.finish > Instant {} ? tokens : 0;
    }
    for (const Active& active : state.running)
        if (!active.done)
            done += static_cast<double>(state.request(active.id).promptTokens + active.written);
    for (const Prompt& prompt : state.prompts)
        done += static_cast<double>(prompt.done);
    return all > 0 ? done / all : 0;
}

/// What the whole run would store: its requests from the first moment on, the rest as it goes on.
Bytes bytesWanted(const PlayState& state)
{
    const Bytes requests = bytesOfRequests(state.run);
    const double done = std::clamp(shareOfTokens(state), 1e-6, 1.0);
    return requests + std::max(Bytes {}, state.ledger.stored() - requests) / done;
}

/// A field, what it asks for, yet without the memory that this takes, and what would be right.
struct LargeCause
{
    std::string pointer;
    Saying what, remedy;
};

Saying atMost(double count)
{
    return { "right.at_most_about", { groupedText(roundedDown(count)) } };
}

double meanPromptOf(const Run& run)
{
    double tokens = 0;
    for (const RequestRun& request : run.requests)
        tokens += static_cast<double>(request.promptTokens);
    return tokens / static_cast<double>(run.requests.size());
}

LargeCause partsCause(const PlayState& state, double share)
{
    const int tokens = state.machine.chunkTokens;
    return { "/systems/" + std::to_string(state.ledger.limits().system) + "/batching/prefill_chunk_tokens",
        { "wrong.large_parts", { groupedCount(tokens) } },
        { "right.larger_parts", { groupedText(roundedUp(tokens / share)) } } };
}

LargeCause requestsCause(const Workload& workload, double share)
{
    const auto cause = [share](const char* pointer, double count) {
        return LargeCause { pointer, { "wrong.large_requests", { groupedCount(std::llround(count)) } },
            atMost(count * share) };
    };
    if (workload.arrivals == Arrivals::Together)
        return cause("/workload/users", static_cast<double>(workload.users));
    return cause("/workload/requests", static_cast<double>(workload.requests));
}

LargeCause traceCause(const Workload& workload, double share)
{
    const auto& requests = workload.traceRequests.read->requests;
    const double seconds = requests.back().atS * workload.trace->speedup;
    return { "/workload/trace/duration_s",
        { "wrong.large_trace", { groupedCount(static_cast<std::int64_t>(requests.size())) } },
        atMost(seconds * share) };
}

LargeCause answersCause(const Workload& workload, double share)
{
    const TokenCount& tokens = workload.outputTokens;
    const bool fixed = tokens.shape == TokenCount::Shape::Fixed;
    return { "/workload/output_tokens", { "wrong.large_answers" },
        fixed ? atMost(static_cast<double>(tokens.value) * share)
              : Saying {
                  "right.shorter_answers", { plainCount(std::max(1, static_cast<int>(share * 100))) } } };
}

LargeCause largeCauseOf(const PlayState& state, const Workload& workload, double share)
{
    const std::size_t all = state.run.requests.size();
    if (state.machine.policy == BatchingPolicy::Chunked
        && meanPromptOf(state.run) > kManyParts * state.machine.chunkTokens)
        return partsCause(state, share);
    if (workload.events.size() * 2 > all)
        return { "/workload/events",
            { "wrong.large_events", { groupedCount(static_cast<std::int64_t>(workload.events.size())) } },
            atMost(static_cast<double>(workload.events.size()) * share) };
    if (workload.arrivals == Arrivals::Trace && workload.traceRequests.read)
        return traceCause(workload, share);
    return all > kManyRequests ? requestsCause(workload, share) : answersCause(workload, share);
}

} // namespace

Problem tooLarge(const PlayState& state, const Workload& workload)
{
    const Bytes most = state.ledger.limits().bytes;
    MEMWALL_ASSERT(state.ledger.stored() > most);
    const Bytes wanted = std::max(most, bytesWanted(state));
    LargeCause cause = largeCauseOf(state, workload, most / wanted);
    cause.what.parts.insert(
        cause.what.parts.begin(), { gigabyteText(wanted.value), gigabyteText(most.value) });
    return { cause.pointer, std::nullopt, cause.what, cause.remedy };
}

} // namespace memwall::core
