// "What would it take": the least of one resource that reaches a target, by root finding over the what-if
// factors of a scenario.
#pragma once

#include "core/base/saying.h"
#include "core/catalog/catalog.h"
#include "core/scenario/scenario_io.h"

#include <array>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace memwall::core
{

struct ReportFigure;

/// A figure that can be a target.
enum class TargetMetric : std::uint8_t
{
    Tpot, ///< seconds, at most
    Ttft, ///< seconds, at most
    UserRate, ///< tokens per second and user, at least
    Throughput, ///< tokens per second of all users, at least
    Fits, ///< weights and KV cache find room
};

/// What there can be more of (latency: less): the levers of levers.h, in their order, and chips.
enum class Resource : std::uint8_t
{
    Bandwidth,
    Arithmetic,
    Capacity,
    Latency,
    Link,
    Chips, ///< that work in step; wafers: in a row
};

inline constexpr std::array kMetrics { TargetMetric::Tpot, TargetMetric::Ttft, TargetMetric::UserRate,
    TargetMetric::Throughput, TargetMetric::Fits };
inline constexpr std::array kResources { Resource::Bandwidth, Resource::Arithmetic, Resource::Capacity,
    Resource::Latency, Resource::Link, Resource::Chips };

/// Null for Fits, which is no figure.
[[nodiscard]] const ReportFigure* figureOf(TargetMetric metric);
/// Seconds, which a target bounds from above.
[[nodiscard]] bool isTime(TargetMetric metric);
[[nodiscard]] std::string_view nameOf(TargetMetric metric); ///< "tpot_s" …
[[nodiscard]] std::string_view nameOf(Resource resource); ///< "bandwidth" …; as in a pool's "scale"
[[nodiscard]] std::optional<TargetMetric> metricNamed(std::string_view name);

struct Target
{
    TargetMetric metric = TargetMetric::Tpot;
    double value = 0; ///< not used by Fits

    bool operator==(const Target&) const = default;
};

/// How much of one resource a target takes.
struct Reach
{
    enum class Outcome : std::uint8_t
    {
        Reached, ///< with this factor, and not with a smaller one (latency: larger)
        Any, ///< with any amount of it
        Never, ///< with no amount of it
        Absent, ///< the system has no such resource, or no more than one count of it
    };

    Resource resource = Resource::Bandwidth;
    Outcome outcome = Outcome::Absent;
    double factor = 1; ///< Reached: on what the scenario has now, all pools alike
    Saying what; ///< the amounts are of: HBM3, NVLink 4 + NVSwitch
    std::string unit; ///< "B/s", "flop/s", "B", "s", "chips"
    std::optional<double> amountNow; ///< of one chip; absent: not published
    std::optional<double> amount; ///< the same when Reached; chips also when Never: where they give the limit
    std::optional<double> metricNow; ///< absent: does not fit
    std::optional<double> limit; ///< Never: the best that the metric comes to; absent: does not fit even then
    Sayings wall; ///< Never: what stands there then
    Settings settings; ///< Reached: what must be set, pointers below the system; factors rounded to four
                       ///< digits on the safe side
    int evaluations = 0; ///< simulations it took
};

/// Searches the factor within the limits of the scenario format; chips are tried one count after the other,
/// each twice the one before, up to what the links join. Deterministic. A stop makes it return early with a
/// result of no meaning.
/// REQUIRES: a validated system of a scenario read with this catalog.
[[nodiscard]] Reach reach(const System& system, const Workload& workload, const Catalog& catalog,
    Resource resource, const Target& target, const std::stop_token& stop = {});

/// The settings for system `index` of a scenario.
[[nodiscard]] Settings settingsFor(const Reach& reach, std::size_t index);

/// "2.41 ×: 8.07 TB/s instead of 3.35 TB/s", or why not.
[[nodiscard]] Saying sentence(const Reach& reach, const Target& target);

} // namespace memwall::core
