#include "core/whatif/batch_curve.h"

#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

constexpr std::int64_t kMostUsual = 1024;
constexpr std::int64_t kBeyondPresent = 8; ///< the curve goes on to so many times the present batch
constexpr std::int64_t kMostAllowed = 100'000; ///< of the scenario format, users and max_batch alike
constexpr double kGrows = 1.02; ///< a mean batch that grows by less than this does not grow

std::int64_t presentBatch(const System& system, const Workload& workload)
{
    return batchKnob(system, workload) == BatchKnob::Users ? workload.users : system.batching.maxBatch;
}

std::vector<std::int64_t> batchSizes(std::int64_t present)
{
    const std::int64_t most = std::min(kMostAllowed, std::max(kMostUsual, present * kBeyondPresent));
    std::vector<std::int64_t> sizes { present };
    for (std::int64_t size = 1; size <= most; size *= 2)
        sizes.push_back(size);
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    return sizes;
}

/// No figures where it does not fit or somebody is turned away.
BatchPoint play(
    System system, Workload workload, const Catalog& catalog, std::int64_t batch, const std::stop_token& stop)
{
    if (batchKnob(system, workload) == BatchKnob::Users) {
        workload.users = batch;
        system.batching.maxBatch = std::max(system.batching.maxBatch, static_cast<int>(batch));
    } else {
        system.batching.maxBatch = static_cast<int>(batch);
    }
    BatchPoint point;
    point.batch = batch;
    const Machine machine = resolve(system, catalog);
    const Run run = schedule(machine, workload, Keep::Figures, { .stop = stop });
    if (!run.fits)
        return point;
    const Report report = explain(machine, workload, run, Detail::Row, stop);
    point.meanBatch = meanBatch(run);
    point.tpotS = report.tpotS;
    point.ttftS = report.ttftS;
    point.tokensPerSPerUser = report.tokensPerSPerUser;
    point.throughputTokensPerS = report.throughputTokensPerS;
    return point;
}

} // namespace

BatchKnob batchKnob(const System& system, const Workload& workload)
{
    const bool counted = workload.arrivals == Arrivals::Together || workload.arrivals == Arrivals::Closed;
    return counted && workload.users <= system.batching.maxBatch ? BatchKnob::Users : BatchKnob::MaxBatch;
}

void batchCurve(const System& system, const Workload& workload, const Catalog& catalog,
    const std::function<void(const BatchPoint&)>& found, const std::stop_token& stop)
{
    const std::int64_t present = presentBatch(system, workload);
    double before = 0;
    for (const std::int64_t batch : batchSizes(present)) {
        if (stop.stop_requested())
            return;
        BatchPoint point = play(system, workload, catalog, batch, stop);
        if (stop.stop_requested())
            return;
        if (point.tpotS <= 0 || point.throughputTokensPerS <= 0)
            continue;
        point.present = batch == present;
        point.full = point.meanBatch < before * kGrows;
        before = std::max(before, point.meanBatch);
        found(point);
        if (point.full && batch >= present)
            return;
    }
}

} // namespace memwall::core
