// The resources that a report doubles (latencies: halves) to see what each would buy. One table, in the order
// in which every list of them stands.
#pragma once

#include "core/figures/report.h"
#include "core/scenario/scenario.h"

#include <array>
#include <string_view>

namespace memwall::core
{

struct Lever
{
    std::string_view key; ///< in JSON, and in a pool's "scale"
    std::string_view name; ///< in tables
    std::string_view slowerToken, slowerRun; ///< sayings of a run that more of it makes slower
    double ResourceScale::*resource;
    double factor;
    double Sensitivity::*change;
};

inline constexpr std::array kLevers {
    Lever { "bandwidth", "2 x bandwidth", "slower.token.bandwidth", "slower.run.bandwidth",
        &ResourceScale::bandwidth, 2.0, &Sensitivity::bandwidth },
    Lever { "flops", "2 x arithmetic", "slower.token.arithmetic", "slower.run.arithmetic",
        &ResourceScale::flops, 2.0, &Sensitivity::flops },
    Lever { "capacity", "2 x capacity", "slower.token.capacity", "slower.run.capacity",
        &ResourceScale::capacity, 2.0, &Sensitivity::capacity },
    Lever { "latency", "1/2 latencies", "slower.token.latency", "slower.run.latency", &ResourceScale::latency,
        0.5, &Sensitivity::latency },
    Lever { "link", "2 x link", "slower.token.link", "slower.run.link", &ResourceScale::link, 2.0,
        &Sensitivity::link },
};

} // namespace memwall::core
