// Which requests come when, with how many tokens: the workload of a scenario made concrete.
#pragma once

#include "core/base/saying.h"
#include "core/base/time.h"
#include "core/base/units.h"
#include "core/scenario/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

/// No instant lies beyond this: 104 days, just inside of what the integers hold.
inline constexpr Seconds kLongestRun { 9e6 };

struct Request
{
    std::int64_t promptTokens = 0;
    std::int64_t outputTokens = 0;
    Instant arrival {};
};

/// Requests in order of arrival. Closed workloads: only the first `users` have arrived; the others stand
/// behind them and arrive as earlier ones finish. maxContext caps sampled and recorded lengths, where there
/// is one.
struct RequestStream
{
    std::vector<Request> requests;
    std::size_t arrived = 0; ///< of them have a fixed arrival; the rest follow finishes (closed)
    std::int64_t clamped = 0; ///< of them were longer than the model's context and were cut to it
};

/// Of a trace whose requests were not read there are only the events.
[[nodiscard]] RequestStream requestsOf(const Workload& workload, std::optional<std::int64_t> maxContext);

/// What was done to the requests of a workload before they were played, in plain sentences.
[[nodiscard]] Sayings requestNotes(
    const Workload& workload, const RequestStream& stream, std::optional<std::int64_t> maxContext);

} // namespace memwall::core
