#include "core/schedule/arrivals.h"

#include "core/schedule/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace memwall::core
{

namespace
{

/// Streams of the counter-based generator: one per thing that is drawn.
enum Stream : std::uint64_t
{
    kGaps = 1,
    kPrompts = 2,
    kOutputs = 3,
};

/// Standard normal deviation of the 90th percentile.
constexpr double kNormalP90 = 1.2815515655446004;

double standardNormal(std::uint64_t seed, std::uint64_t stream, std::uint64_t i)
{
    const double radius = std::sqrt(-2 * std::log1p(-uniform(seed, stream, 2 * i)));
    return radius * std::cos(2 * std::numbers::pi * uniform(seed, stream, 2 * i + 1));
}

std::int64_t sample(const TokenCount& count, std::uint64_t seed, std::uint64_t stream, std::uint64_t i)
{
    switch (count.shape) {
    case TokenCount::Shape::Fixed:
        return count.value;
    case TokenCount::Shape::Uniform: {
        const auto width = static_cast<double>(count.max - count.min + 1);
        return count.min + static_cast<std::int64_t>(uniform(seed, stream, i) * width);
    }
    case TokenCount::Shape::Lognormal: {
        const double sigma = std::log(count.p90 / count.median) / kNormalP90;
        const double tokens = count.median * std::exp(sigma * standardNormal(seed, stream, i));
        return std::max<std::int64_t>(1, std::llround(std::min(tokens, 1e7)));
    }
    }
    return count.value;
}

/// Cuts a request to the model's context: the prompt first, so that at least one token can be written.
Request withinContext(Request request, std::optional<std::int64_t> maxContext)
{
    if (!maxContext)
        return request;
    const std::int64_t most = std::max<std::int64_t>(1, *maxContext - 1);
    request.promptTokens = std::clamp<std::int64_t>(request.promptTokens, 1, most);
    request.outputTokens = std::clamp<std::int64_t>(
        request.outputTokens, 1, std::max<std::int64_t>(1, *maxContext - request.promptTokens));
    return request;
}

void addRequest(RequestStream& stream, const Request& wanted, std::optional<std::int64_t> maxContext)
{
    stream.requests.push_back(withinContext(wanted, maxContext));
    const Request& taken = stream.requests.back();
    if (taken.promptTokens != wanted.promptTokens || taken.outputTokens != wanted.outputTokens)
        ++stream.clamped;
}

void addSampled(RequestStream& stream, const Workload& workload, std::optional<std::int64_t> maxContext)
{
    const bool counted = workload.arrivals == Arrivals::Poisson || workload.arrivals == Arrivals::Closed;
    const std::int64_t count = counted ? workload.requests : workload.users;
    double time = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<std::uint64_t>(i);
        Request request { sample(workload.promptTokens, workload.seed, kPrompts, index),
            sample(workload.outputTokens, workload.seed, kOutputs, index), {} };
        if (workload.arrivals == Arrivals::Poisson) {
            time += -std::log1p(-uniform(workload.seed, kGaps, index)) / workload.ratePerS;
            request.arrival = instantAt(std::min(time, kLongestRun.value));
        }
        addRequest(stream, request, maxContext);
    }
    stream.arrived = stream.requests.size();
    if (workload.arrivals == Arrivals::Closed)
        stream.arrived = static_cast<std::size_t>(std::min(workload.users, count));
}

void addRecorded(RequestStream& stream, const Workload& workload, std::optional<std::int64_t> maxContext)
{
    if (workload.traceRequests.read)
        for (const TraceRequest& recorded : workload.traceRequests.read->requests)
            addRequest(stream,
                { recorded.promptTokens, recorded.outputTokens,
                    instantAt(std::min(recorded.atS, kLongestRun.value)) },
                maxContext);
    stream.arrived = stream.requests.size();
}

void addEvents(RequestStream& stream, const Workload& workload)
{
    if (workload.events.empty())
        return;
    const auto fixed = stream.requests.begin() + static_cast<std::ptrdiff_t>(stream.arrived);
    std::vector<Request> events;
    for (const ExtraRequest& extra : workload.events)
        events.push_back({ extra.promptTokens, extra.outputTokens, instantAt(extra.atS) });
    stream.requests.insert(fixed, events.begin(), events.end());
    stream.arrived += events.size();
    // Stable: of those that come at once, the extra ones come last.
    std::stable_sort(stream.requests.begin(),
        stream.requests.begin() + static_cast<std::ptrdiff_t>(stream.arrived),
        [](const Request& a, const Request& b) { return a.arrival < b.arrival; });
}

void addTraceNotes(const Trace& trace, Sayings& notes)
{
    if (trace.leftOut > 0)
        notes.push_back({ "trace.left_out", { plainCount(trace.leftOut) } });
    if (trace.outOfOrder > 0)
        notes.push_back({ "trace.out_of_order", { plainCount(trace.outOfOrder) } });
    if (trace.sharesPrefixes)
        notes.push_back({ "trace.prefixes", {} });
}

} // namespace

RequestStream requestsOf(const Workload& workload, std::optional<std::int64_t> maxContext)
{
    RequestStream stream;
    workload.arrivals == Arrivals::Trace ? addRecorded(stream, workload, maxContext)
                                         : addSampled(stream, workload, maxContext);
    addEvents(stream, workload);
    return stream;
}

Sayings requestNotes(
    const Workload& workload, const RequestStream& stream, std::optional<std::int64_t> maxContext)
{
    Sayings notes;
    if (stream.clamped > 0)
        notes.push_back({ "requests.cut",
            { plainCount(static_cast<std::int64_t>(stream.requests.size())), std::to_string(stream.clamped),
                std::to_string(maxContext.value()) } });
    if (workload.arrivals == Arrivals::Trace && workload.traceRequests.read)
        addTraceNotes(*workload.traceRequests.read, notes);
    return notes;
}

} // namespace memwall::core
