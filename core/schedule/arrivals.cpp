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

Request sampled(const Workload& workload, std::uint64_t i, std::int64_t maxContext)
{
    Request request { sample(workload.promptTokens, workload.seed, kPrompts, i),
        sample(workload.outputTokens, workload.seed, kOutputs, i), {} };
    if (maxContext > 0) {
        request.promptTokens
            = std::clamp<std::int64_t>(request.promptTokens, 1, std::max<std::int64_t>(1, maxContext - 1));
        request.outputTokens = std::clamp<std::int64_t>(
            request.outputTokens, 1, std::max<std::int64_t>(1, maxContext - request.promptTokens));
    }
    return request;
}

} // namespace

RequestStream requestsOf(const Workload& workload, std::int64_t maxContext)
{
    RequestStream stream;
    const bool counted = workload.arrivals == Arrivals::Poisson || workload.arrivals == Arrivals::Closed;
    const std::int64_t count = counted ? workload.requests : workload.users;
    double time = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<std::uint64_t>(i);
        Request request = sampled(workload, index, maxContext);
        if (workload.arrivals == Arrivals::Poisson) {
            time += -std::log1p(-uniform(workload.seed, kGaps, index)) / workload.ratePerS;
            request.arrival = instantAt(time);
        }
        stream.requests.push_back(request);
    }
    stream.arrived = stream.requests.size();
    if (workload.arrivals == Arrivals::Closed)
        stream.arrived = static_cast<std::size_t>(std::min(workload.users, count));
    for (const ExtraRequest& extra : workload.events) {
        const Request request { extra.promptTokens, extra.outputTokens, instantAt(extra.atS) };
        const auto first = stream.requests.begin();
        const auto last = first + static_cast<std::ptrdiff_t>(stream.arrived);
        const auto place = std::upper_bound(
            first, last, request, [](const Request& a, const Request& b) { return a.arrival < b.arrival; });
        stream.requests.insert(place, request);
        ++stream.arrived;
    }
    return stream;
}

} // namespace memwall::core
