#include "core/whatif/target_parts.h"

#include "core/base/assert.h"
#include "core/figures/figure_table.h"
#include "core/figures/levers.h"
#include "core/figures/report_steps.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace memwall::core
{

namespace
{

const PoolInfo& poolOf(TargetMetric metric, const Run& run)
{
    return metric == TargetMetric::Ttft ? run.pools.front() : run.pools.back();
}

template <typename Unit> std::optional<double> known(const std::optional<Unit>& published)
{
    return published ? std::optional(published->value) : std::nullopt;
}

Amount linkAmount(const Machine& machine, const PoolInfo& pool)
{
    if (pool.link)
        return { { "named", { pool.link->name } }, "B/s", pool.link->bandwidth.value };
    if (machine.between)
        return { { "named", { machine.between->name } }, "B/s", machine.between->bandwidth.value.value };
    return { {}, "B/s", std::nullopt };
}

bool isPartOfLayers(PoolRole role)
{
    return role == PoolRole::Attention || role == PoolRole::Ffn;
}

/// Chips that more of makes one copy of the model faster, in one pool: a degree, and how far it may go.
struct Width
{
    int Pool::*degree = &Pool::tensorParallel;
    int limit = 1;
};

Width widthOf(const Pool& pool, const Machine& machine, std::size_t index)
{
    constexpr int kDomains = 8; // as many as the window offers
    constexpr int kMostChips = 1024;
    // Pools of a machine stand in the order of their roles.
    const auto found = std::find_if(machine.pools.begin(), machine.pools.end(),
        [&pool](const PoolMachine& each) { return each.role == pool.role; });
    const Chip& chip = found == machine.pools.end() ? machine.pools[index].chip : found->chip;
    Width width;
    if (chip.scaleUp)
        width.limit = std::min(kMostChips, chip.domain() * (chip.scaleOut ? kDomains : 1));
    if (chip.chipClass == ChipClass::Wafer && !isPartOfLayers(pool.role)) {
        width.degree = &Pool::pipelineParallel;
        width.limit = std::min(width.limit, machine.model.layers);
    } else if (pool.expertParallel > 1) {
        width.degree = &Pool::expertParallel;
        int experts = 1;
        for (const FeedForward& group : machine.model.feedForward)
            experts = std::max(experts, group.experts);
        width.limit = std::min(width.limit, experts);
    }
    return width;
}

void setWidth(Pool& pool, const Width& width, int value)
{
    pool.*width.degree = value;
    // Experts are spread over whole groups of tensor-parallel chips.
    if (width.degree == &Pool::expertParallel)
        pool.tensorParallel = std::gcd(pool.tensorParallel, value);
    pool.chips = std::max(pool.tensorParallel, pool.expertParallel) * pool.pipelineParallel * pool.replicas;
}

/// The requests' own pace holds the throughput where the last of them comes near the end.
bool waitsForRequests(const Workload& workload, const Run& run)
{
    if (workload.arrivals != Arrivals::Poisson && workload.arrivals != Arrivals::Trace)
        return false;
    Instant last {};
    for (const RequestRun& request : run.requests)
        last = std::max(last, request.arrival);
    constexpr double kNear = 0.8;
    return toSeconds(last) > kNear * toSeconds(run.end());
}

Saying whatRemains(Bottleneck bottleneck, const Saying& title)
{
    switch (bottleneck) {
    case Bottleneck::Memory:
        return { "remains.memory", { Sayings { title } } };
    case Bottleneck::Compute:
        return { "remains.arithmetic", {} };
    case Bottleneck::Fixed:
        return { "remains.fixed", {} };
    case Bottleneck::Communication:
        return { "remains.messages", {} };
    case Bottleneck::Transfer:
        return { "remains.transfer", {} };
    case Bottleneck::Queue:
        return { "remains.queue", {} };
    case Bottleneck::Capacity:
        break;
    }
    return { "remains.capacity", {} };
}

} // namespace

std::optional<double> metricOf(TargetMetric metric, const Run& run, const Report& speed)
{
    if (!run.fits)
        return std::nullopt;
    return metric == TargetMetric::Fits ? std::optional(1.0) : figureOf(metric)->of(speed);
}

double ResourceScale::*scaleOf(Resource resource)
{
    MEMWALL_ASSERT(resource != Resource::Chips);
    return kLevers[static_cast<std::size_t>(resource)].resource;
}

Amount amountOf(
    Resource resource, TargetMetric metric, const Machine& machine, const Run& run, const Report& speed)
{
    if (run.pools.empty())
        return {};
    const PoolInfo& pool = poolOf(metric, run);
    const LevelUse& home = pool.levels[pool.homeLevel];
    // Where weights lie outside home, their door is the narrow one.
    const auto outer
        = std::find_if(pool.levels.begin(), pool.levels.begin() + static_cast<std::ptrdiff_t>(pool.homeLevel),
            [](const LevelUse& level) { return level.weightBytes > 0; });
    switch (resource) {
    case Resource::Bandwidth:
        return { { "named", { outer->name } }, "B/s", known(outer->bandwidth) };
    case Resource::Arithmetic:
        return { { "named", { pool.chipName } }, "flop/s", known(pool.peakFlops) };
    case Resource::Capacity:
        return { { "named", { home.name } }, "B", known(home.capacity) };
    case Resource::Latency:
        return { "amount.fixed", "s",
            speed.breakdown.fixed > 0 ? std::optional(speed.breakdown.fixed) : std::nullopt };
    case Resource::Link:
        return linkAmount(machine, pool);
    case Resource::Chips:
        break;
    }
    int chips = 0;
    for (const PoolMachine& each : machine.pools)
        chips += each.chips;
    return { "amount.chips", "chips", static_cast<double>(chips) };
}

std::vector<System> otherCounts(const System& system, const Catalog& catalog)
{
    const Machine machine = resolve(system, catalog);
    std::vector<Width> widths;
    int halvings = 30;
    for (std::size_t i = 0; i < system.pools.size(); ++i) {
        widths.push_back(widthOf(system.pools[i], machine, i));
        const auto now = static_cast<unsigned>(system.pools[i].*widths[i].degree);
        halvings = std::min(halvings, std::countr_zero(now));
    }
    std::vector<System> all;
    for (int power = -halvings;; ++power) {
        System other = system;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const int now = system.pools[i].*widths[i].degree;
            const int value = power < 0 ? now >> -power : now << power;
            if (power > 0 && value > widths[i].limit)
                return all;
            setWidth(other.pools[i], widths[i], value);
        }
        all.push_back(std::move(other));
    }
}

Settings countSettings(const System& other)
{
    Settings settings;
    for (std::size_t i = 0; i < other.pools.size(); ++i) {
        const std::string pool = "/pools/" + std::to_string(i);
        settings.emplace_back(pool + "/chips", other.pools[i].chips);
        settings.emplace_back(pool + "/tensor_parallel", other.pools[i].tensorParallel);
        settings.emplace_back(pool + "/pipeline_parallel", other.pools[i].pipelineParallel);
        settings.emplace_back(pool + "/expert_parallel", other.pools[i].expertParallel);
    }
    return settings;
}

Settings scaleSettings(const System& system, Resource resource, double factor)
{
    Settings settings;
    for (std::size_t i = 0; i < system.pools.size(); ++i) {
        const double exact = system.pools[i].scale.*scaleOf(resource) * factor;
        // A power of ten below 1 is no exact number, its reciprocal is: 0.3 stays 0.3.
        const double digits = std::pow(10.0, 3 - std::floor(std::log10(exact)));
        const double rounded
            = (resource == Resource::Latency ? std::floor(exact * digits) : std::ceil(exact * digits))
            / digits;
        settings.emplace_back("/pools/" + std::to_string(i) + "/scale/" + std::string(nameOf(resource)),
            std::clamp(rounded, kLeastScale, kMostScale));
    }
    return settings;
}

Sayings wallOf(TargetMetric metric, const Machine& machine, const Workload& workload, const Run& run)
{
    if (!run.fits)
        return run.fitReason;
    if (metric == TargetMetric::Throughput && waitsForRequests(workload, run))
        return { { "remains.requests", {} } };
    Report report = explain(machine, workload, run);
    if (metric == TargetMetric::Ttft && report.prefill.present)
        report.bottleneck = report.prefill.bottleneck;
    else if (report.tpotS <= 0)
        return { { "remains.prefill", {} } };
    reportBottleneck(run, report);
    return { whatRemains(report.bottleneck, report.bottleneckTitle) };
}

} // namespace memwall::core
