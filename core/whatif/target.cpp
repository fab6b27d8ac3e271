#include "core/whatif/target.h"

#include "core/figures/figure_table.h"
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "core/whatif/root_finding.h"
#include "core/whatif/target_parts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace memwall::core
{

namespace
{

constexpr double kTolerance = 1e-4; ///< of the factor
constexpr double kLeastFactor = 1e-3; ///< less of a resource than this share is "any amount"
constexpr double kNever = std::numeric_limits<double>::infinity();

/// In the order of the enumeration.
constexpr std::array<ReportFigure, 4> kMetricFigures { "tpot_s", "ttft_s", "tokens_per_s_per_user",
    "throughput_tokens_per_s" };

/// A system, played.
struct Played
{
    System system;
    Machine machine;
    Run run;
    Report speed;
};

/// One question. Places on the search's axis are logarithms of how much better the resource is than now.
class Search
{
public:
    Search(const System& system, const Workload& workload, const Catalog& catalog, Resource resource,
        const Target& target, const std::stop_token& stop)
        : m_system(system)
        , m_workload(workload)
        , m_catalog(catalog)
        , m_target(target)
        , m_stop(stop)
        , m_now(play(system))
    {
        m_result.resource = resource;
        m_result.metricNow = metricOf(m_target.metric, m_now.run, m_now.speed);
        const Amount now = amountOf(m_now);
        m_result.what = now.what;
        m_result.unit = now.unit;
        m_result.amountNow = now.value;
    }

    Reach answer()
    {
        if (m_result.resource == Resource::Chips)
            tryCounts();
        else if (m_result.resource == Resource::Link && m_result.what.empty())
            m_result.outcome = Reach::Outcome::Absent;
        else
            searchFactor();
        return std::move(m_result);
    }

private:
    Played play(const System& system)
    {
        ++m_result.evaluations;
        Machine machine = resolve(system, m_catalog);
        Run run = schedule(machine, m_workload, Keep::Figures, { .stop = m_stop });
        Report speed;
        if (run.fits) {
            reportSpeed(m_workload, run, speed);
            reportBreakdown(run, speed);
        }
        return { system, std::move(machine), std::move(run), std::move(speed) };
    }

    Amount amountOf(const Played& played) const
    {
        return core::amountOf(m_result.resource, m_target.metric, played.machine, played.run, played.speed);
    }

    /// Logarithm of how far the metric is from the target; at most 0 where the target is met.
    double shortfall(const Played& played) const
    {
        if (!played.run.fits)
            return m_target.metric == TargetMetric::Fits ? 1 : kNever;
        if (m_target.metric == TargetMetric::Fits)
            return -1;
        const double metric = metricOf(m_target.metric, played.run, played.speed).value_or(0);
        return isTime(m_target.metric) ? std::log(metric / m_target.value)
                                       : std::log(m_target.value / metric);
    }

    [[nodiscard]] bool wantsLess() const { return m_result.resource == Resource::Latency; }
    [[nodiscard]] double factorAt(double place) const { return std::exp(wantsLess() ? -place : place); }

    /// The best place that the scenario format allows for every pool.
    [[nodiscard]] double bestPlace() const
    {
        double room = std::log(1 / kLeastFactor);
        for (std::size_t i = 0; i < m_system.pools.size(); ++i) {
            const double scale = m_system.pools[i].scale.*scaleOf(m_result.resource);
            const double left = std::log(wantsLess() ? scale / kLeastScale : kMostScale / scale);
            room = i == 0 ? left : std::min(room, left);
        }
        return std::max(0.0, room);
    }

    Played playAt(double place)
    {
        System scaled = m_system;
        for (Pool& pool : scaled.pools)
            pool.scale.*scaleOf(m_result.resource) *= factorAt(place);
        return play(scaled);
    }

    double shortfallAt(double place)
    {
        if (m_stop.stop_requested())
            return kNever;
        return shortfall(playAt(place));
    }

    /// From now in steps that double, until a step crosses the target or the end is reached.
    bool bracket(Bracket& found, double end)
    {
        const double direction = end > 0 ? 1 : -1;
        double from = 0, atFrom = shortfall(m_now);
        const bool reachedNow = atFrom <= 0;
        for (double step = std::log(2.0); from != end && !m_stop.stop_requested(); step *= 2) {
            const double to = direction * std::min(std::abs(from) + step, std::abs(end));
            const double atTo = shortfallAt(to);
            if ((atTo <= 0) != reachedNow) {
                found = reachedNow ? Bracket { to, from, atTo, atFrom } : Bracket { from, to, atFrom, atTo };
                return true;
            }
            from = to;
            atFrom = atTo;
        }
        return false;
    }

    void searchFactor()
    {
        const double best = bestPlace();
        const bool reachedNow = shortfall(m_now) <= 0;
        Bracket found;
        if (bracket(found, reachedNow ? std::log(kLeastFactor) : best)) {
            found = narrowed(found, kTolerance, [this](double place) { return shortfallAt(place); });
            m_result.outcome = Reach::Outcome::Reached;
            m_result.factor = factorAt(found.reached);
            m_result.amount = amountOf(playAt(found.reached)).value;
            m_result.settings = scaleSettings(m_system, m_result.resource, m_result.factor);
        } else if (reachedNow) {
            m_result.outcome = Reach::Outcome::Any;
        } else {
            setNever(playAt(best));
        }
    }

    void tryCounts()
    {
        std::optional<Played> best;
        const std::vector<System> counts = otherCounts(m_system, m_catalog);
        if (counts.size() < 2)
            return;
        for (const System& system : counts) {
            if (m_stop.stop_requested())
                return;
            Played played = play(system);
            const double far = shortfall(played);
            if (far <= 0) {
                m_result.outcome = Reach::Outcome::Reached;
                m_result.amount = amountOf(played).value;
                m_result.factor = *m_result.amount / *m_result.amountNow;
                m_result.settings = countSettings(system);
                return;
            }
            if (!best || far < shortfall(*best))
                best = std::move(played);
        }
        m_result.amount = amountOf(*best).value;
        setNever(*best);
    }

    void setNever(const Played& best)
    {
        m_result.outcome = Reach::Outcome::Never;
        m_result.limit = metricOf(m_target.metric, best.run, best.speed);
        m_result.wall = wallOf(m_target.metric, best.machine, m_workload, best.run);
    }

    const System& m_system;
    const Workload& m_workload;
    const Catalog& m_catalog;
    const Target& m_target;
    const std::stop_token& m_stop;
    Reach m_result;
    Played m_now;
};

} // namespace

const ReportFigure* figureOf(TargetMetric metric)
{
    return metric == TargetMetric::Fits ? nullptr : &kMetricFigures[static_cast<std::size_t>(metric)];
}

std::string_view nameOf(TargetMetric metric)
{
    return metric == TargetMetric::Fits ? "fits" : figureOf(metric)->key;
}

std::optional<TargetMetric> metricNamed(std::string_view name)
{
    const auto* found = std::find_if(
        kMetrics.begin(), kMetrics.end(), [name](TargetMetric metric) { return nameOf(metric) == name; });
    return found == kMetrics.end() ? std::nullopt : std::optional(*found);
}

bool isTime(TargetMetric metric)
{
    return metric != TargetMetric::Fits && figureOf(metric)->unit == FigureUnit::Seconds;
}

Reach reach(const System& system, const Workload& workload, const Catalog& catalog, Resource resource,
    const Target& target, const std::stop_token& stop)
{
    return Search(system, workload, catalog, resource, target, stop).answer();
}

} // namespace memwall::core
