#include "core/figures/batch_cap.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

std::int64_t mostAtOnce(const Run& run)
{
    std::size_t most = 0;
    for (const Segment& segment : run.segments)
        if (segment.kind == SegmentKind::Decode || segment.kind == SegmentKind::Speculation)
            most = std::max(most, segment.requests.size());
    return static_cast<std::int64_t>(most);
}

} // namespace

void reportBatchCap(const Machine& machine, const Workload& workload, const Run& run, Report& report)
{
    const std::int64_t running = mostAtOnce(run);
    const int replicas = machine.pools.back().replicas; // the run shows one of them
    const std::int64_t room = report.memory.maxUsers / replicas; // 0: its size is not known
    const bool hasRoom = room == 0 || room > machine.maxBatch;
    if (running < machine.maxBatch || run.waitingPeak == 0 || !hasRoom)
        return;
    // At the start all wait, also those whose turn comes with the first batch.
    const bool counted = workload.arrivals == Arrivals::Together || workload.arrivals == Arrivals::Closed;
    const auto all = static_cast<std::int64_t>(run.requests.size());
    const std::int64_t together = counted ? std::min(all, (workload.users + replicas - 1) / replicas) : all;
    report.requests.runningPeak = running;
    report.requests.waitingBeyondCap = std::min(run.waitingPeak, together - running);
    if (report.requests.waitingBeyondCap > 0)
        report.requests.cappedAt = machine.maxBatch;
}

Saying batchCap(const Report& report)
{
    const Report::Requests& requests = report.requests;
    if (!requests.cappedAt)
        return {};
    return { "batch.capped",
        { groupedCount(requests.waitingBeyondCap), groupedCount(requests.runningPeak).text,
            groupedCount(*requests.cappedAt).text } };
}

} // namespace memwall::core
