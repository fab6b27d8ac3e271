// What the time of a token goes to. One table of the causes, in the order in which every list of them stands.
#pragma once

#include "core/timeline/shape.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace memwall::core
{

enum class Bottleneck : std::uint8_t
{
    Memory,
    Compute,
    Fixed,
    Communication,
    Capacity,
    Transfer,
    Queue,
};

inline constexpr std::size_t kBottlenecks = 7;

[[nodiscard]] std::string_view nameOf(Bottleneck bottleneck); ///< "memory", "compute" …

/// Seconds of one output token by cause; adds up to tpot.
struct Breakdown
{
    double weights = 0, kv = 0, compute = 0, communication = 0, fixed = 0, draft = 0, transfer = 0, queue = 0;

    [[nodiscard]] double total() const;
    void add(const Breakdown& part, double share = 1);
};

struct TimeCause
{
    std::string_view key; ///< in JSON
    std::string_view name; ///< in tables, a saying
    double Breakdown::*seconds;
    Bottleneck holds; ///< what a machine is held back by where this, with its like, takes longest
    std::optional<Kind> kind {}; ///< of what is waited for
    std::optional<Lane> lane {}; ///< that operators spend it on; none: whole passes, or no step
};

inline constexpr std::array kTimeCauses {
    TimeCause {
        "weights", "part.weights", &Breakdown::weights, Bottleneck::Memory, Kind::Weights, Lane::Weights },
    TimeCause { "kv", "part.kv", &Breakdown::kv, Bottleneck::Memory, Kind::KvCache, Lane::KvCache },
    TimeCause { "compute", "part.compute", &Breakdown::compute, Bottleneck::Compute, {}, Lane::Compute },
    TimeCause { "communication", "part.communication", &Breakdown::communication, Bottleneck::Communication,
        Kind::Communication, Lane::Communication },
    TimeCause { "fixed", "part.fixed", &Breakdown::fixed, Bottleneck::Fixed, {}, Lane::Fixed },
    TimeCause { "draft", "part.draft", &Breakdown::draft, Bottleneck::Fixed, Kind::Draft },
    TimeCause { "transfer", "part.transfer", &Breakdown::transfer, Bottleneck::Transfer },
    TimeCause { "queue", "part.queue", &Breakdown::queue, Bottleneck::Queue },
};

[[nodiscard]] constexpr const TimeCause& causeOf(Lane lane)
{
    return *std::find_if(kTimeCauses.begin(), kTimeCauses.end(),
        [lane](const TimeCause& cause) { return cause.lane == lane; });
}

inline double Breakdown::total() const
{
    double sum = 0;
    for (const TimeCause& cause : kTimeCauses)
        sum += this->*cause.seconds;
    return sum;
}

inline void Breakdown::add(const Breakdown& part, double share)
{
    for (const TimeCause& cause : kTimeCauses)
        this->*cause.seconds += part.*cause.seconds * share;
}

} // namespace memwall::core
