#include "core/figures/slower.h"

#include "core/base/assert.h"
#include "core/base/number_text.h"
#include "core/figures/report_steps.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace memwall::core
{

namespace
{

double growth(double now, double was)
{
    return was > 0 ? now / was - 1 : 0;
}

double lastFinish(const Run& run)
{
    Instant last {};
    for (const RequestRun& request : run.requests)
        last = std::max(last, request.finish);
    return toSeconds(last);
}

bool sameSteps(const Run& a, const Run& b)
{
    // Prompts of other replicas share passes, and the run does not say which.
    if (a.pools.front().replicas % a.pools.back().replicas != 0)
        return false;
    const auto same = [&](const std::vector<std::int64_t>& ofA, const std::vector<std::int64_t>& ofB) {
        return std::equal(
            ofA.begin(), ofA.end(), ofB.begin(), ofB.end(), [&](std::int64_t i, std::int64_t j) {
                const Segment& one = a.segments[static_cast<std::size_t>(i)];
                const Segment& other = b.segments[static_cast<std::size_t>(j)];
                return one.kind == other.kind && one.steps == other.steps && one.requests == other.requests;
            });
    };
    for (std::size_t pool = 0; pool < a.pools.size(); ++pool)
        if (!same(a.segmentsOf(pool), b.segmentsOf(pool)))
            return false;
    return same(a.transferSegments(), b.transferSegments());
}

/// Whether other chips read prompts: those with room for the whole model need nobody else.
bool readersChange(const Run& before, const Run& after)
{
    const auto readers = [](const Run& run) {
        std::set<std::size_t> pools;
        for (const Segment& segment : run.segments)
            if (segment.kind == SegmentKind::Prefill) {
                for (const Pass& pass : segment.shape->passes)
                    forEachOperator(pass, [&](const Operator& op, double) { pools.insert(op.pool); });
                break;
            }
        return pools;
    };
    return readers(before) != readers(after);
}

/// The sentence, whose beginning says by how much.
Saying reason(const Run& before, const Run& after, Sayings slower)
{
    if (readersChange(before, after))
        return { "slower.readers", { std::move(slower) } };
    if (before.microBatches != after.microBatches)
        return { "slower.micro_batches",
            { std::move(slower), std::to_string(after.microBatches), std::to_string(before.microBatches) } };
    const double was = meanBatch(before), is = meanBatch(after);
    if (std::abs(is - was) > 0.005 * was)
        return { "slower.batch", { std::move(slower), significantText(is, 3), significantText(was, 3) } };
    if (sameSteps(before, after))
        return { "slower.earlier", { std::move(slower) } };
    return { "slower.others", { std::move(slower) } };
}

} // namespace

bool isSlower(const TimedRun& before, const TimedRun& after)
{
    return growth(after.tpotS, before.tpotS) > kNoticeable
        || growth(lastFinish(after.run), lastFinish(before.run)) > kNoticeable;
}

Saying whySlower(const Lever& lever, const TimedRun& before, const TimedRun& after)
{
    MEMWALL_ASSERT(isSlower(before, after));
    const double token = growth(after.tpotS, before.tpotS);
    const double run = growth(lastFinish(after.run), lastFinish(before.run));
    const bool ofToken = token > kNoticeable;
    return reason(before.run, after.run,
        { { ofToken ? lever.slowerToken : lever.slowerRun, { percentOf(ofToken ? token : run) } } });
}

} // namespace memwall::core
