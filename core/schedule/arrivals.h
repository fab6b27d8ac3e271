// Which requests come when, with how many tokens: the workload of a scenario made concrete.
#pragma once

#include "core/base/time.h"
#include "core/scenario/scenario.h"

#include <vector>

namespace memwall::core
{

struct Request
{
    std::int64_t promptTokens = 0;
    std::int64_t outputTokens = 0;
    Instant arrival {};
};

/// Requests in order of arrival. Closed workloads: only the first `users` have arrived; the others stand
/// behind them and arrive as earlier ones finish. maxContext caps sampled lengths (0: no cap).
struct RequestStream
{
    std::vector<Request> requests;
    std::size_t arrived = 0; ///< of them have a fixed arrival; the rest follow finishes (closed)
};

[[nodiscard]] RequestStream requestsOf(const Workload& workload, std::int64_t maxContext);

} // namespace memwall::core
