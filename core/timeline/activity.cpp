#include "core/timeline/activity.h"

#include "core/timeline/metering.h"

#include <numeric>

namespace memwall::core
{

namespace
{

/// Adds what operators did to an activity; weight −1 takes it away again.
struct ActivityMeter
{
    Activity& sum;
    double weight = 1;
    bool transfer = false; ///< on the link beside whatever the pool does meanwhile: it paces nothing here

    void add(const Operator& op, const metering::Done& done)
    {
        for (const Flow& flow : op.flows) {
            KindBytes& bytes = flow.door == kLinkDoor ? sum.link : sum.doors[flow.door];
            bytes[indexOf(flow.kind)] += weight * done.busy.of(flow.bytes);
        }
        if (transfer)
            return;
        sum.flops += weight * done.busy.of(op.flops);
        sum.paced[indexOf(op.bound)] += weight * done.busy.of(op.busy);
        sum.paced[indexOf(Lane::Fixed)] += weight * done.idle.of(op.duration - op.busy);
    }
};

/// From the begin of a segment up to t, which may lie outside of it.
void addSegmentUpTo(ActivityMeter& meter, std::size_t pool, const Segment& segment, Instant t)
{
    if (t < segment.begin) // at its begin, what takes no time has passed
        return;
    if (t < segment.end)
        return metering::addUpTo(meter, pool, segment, t);
    metering::Reader<ActivityMeter> reader { meter, pool };
    for (const Pass& pass : segment.shape->passes)
        reader.addPass(pass, metering::inAllStepsBefore(static_cast<double>(segment.steps)) * pass.repeat);
}

void addSegments(
    Activity& sum, const Run& run, std::size_t pool, const std::vector<std::int64_t>& indexes, TimeSpan span)
{
    const auto segmentAt
        = [&](std::int64_t index) -> const Segment& { return run.segments[static_cast<std::size_t>(index)]; };
    auto next = std::partition_point(indexes.begin(), indexes.end(),
        [&](std::int64_t index) { return segmentAt(index).end <= span.begin; });
    for (; next != indexes.end() && segmentAt(*next).begin <= span.end; ++next) {
        const bool transfer = segmentAt(*next).kind == SegmentKind::Transfer;
        ActivityMeter until { sum, 1, transfer }, before { sum, -1, transfer };
        addSegmentUpTo(until, pool, segmentAt(*next), span.end);
        addSegmentUpTo(before, pool, segmentAt(*next), span.begin);
    }
}

} // namespace

double Activity::idleSeconds() const
{
    return std::max(0.0, seconds - std::accumulate(paced.begin(), paced.end(), 0.0));
}

double Activity::shareOfPeak(const PoolInfo& pool) const
{
    return seconds > 0 && pool.peakFlops ? flops / seconds / pool.peakFlops->value : 0.0;
}

Activity activityOver(const Run& run, std::size_t pool, TimeSpan span)
{
    Activity sum;
    sum.seconds = toSeconds(span.length());
    sum.doors.resize(run.pools[pool].levels.size());
    addSegments(sum, run, pool, run.segmentsOf(pool), span);
    const auto& transfers = run.transferSegments();
    if (!transfers.empty() && run.segments[static_cast<std::size_t>(transfers.front())].pool == pool)
        addSegments(sum, run, pool, transfers, span);
    return sum;
}

Activity activityOf(const Run& run, std::size_t pool, const Moment& moment)
{
    Activity sum;
    sum.doors.resize(run.pools[pool].levels.size());
    if (moment.op == nullptr)
        return sum;
    const Operator& op = *moment.op;
    const auto step = static_cast<double>(moment.step);
    const double busy = op.busy.at(step);
    sum.seconds = moment.flowing ? busy : op.duration.at(step) - busy;
    if (op.pool != pool)
        return sum;
    const metering::Times once = metering::onceAt(step), never {};
    ActivityMeter meter { sum };
    meter.add(op, { moment.flowing ? once : never, moment.flowing ? never : once });
    return sum;
}

RunPhase phaseAt(const Run& run, Instant t, Duration shortest)
{
    const auto lasts = [&](const Segment& segment) { return segment.end - segment.begin >= shortest; };
    RunPhase phase = RunPhase::Waiting;
    if (const auto transfer = run.transferAt(t); transfer && lasts(*transfer->segment))
        phase = RunPhase::Transfer;
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        const auto moment = run.at(pool, t);
        if (!moment)
            continue;
        if (moment->segment->kind != SegmentKind::Prefill)
            return RunPhase::Tokens;
        if (lasts(*moment->segment))
            phase = RunPhase::Prompt;
    }
    return phase;
}

} // namespace memwall::core
