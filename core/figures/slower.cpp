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

std::string reason(const Run& before, const Run& after)
{
    if (before.microBatches != after.microBatches)
        return "steps are cut into " + std::to_string(after.microBatches) + " micro-batches instead of "
            + std::to_string(before.microBatches) + ".";
    const double was = meanBatch(before), is = meanBatch(after);
    if (std::abs(is - was) > 0.005 * was)
        return "on average " + significantText(is, 3) + " requests share a step instead of "
            + significantText(was, 3) + ".";
    if (sameSteps(before, after))
        return "the first word comes earlier and waits longer for its place in a step.";
    return "requests come at other moments of the steps, and other ones share them.";
}

} // namespace

bool isSlower(const TimedRun& before, const TimedRun& after)
{
    return growth(after.tpotS, before.tpotS) > kNoticeable
        || growth(lastFinish(after.run), lastFinish(before.run)) > kNoticeable;
}

std::string whySlower(std::string_view lever, const TimedRun& before, const TimedRun& after)
{
    MEMWALL_ASSERT(isSlower(before, after));
    const double token = growth(after.tpotS, before.tpotS);
    std::string text(lever);
    if (token > kNoticeable)
        text.append(" would make a token take ").append(percentOf(token)).append(" longer");
    else
        text.append(" would end the run ")
            .append(percentOf(growth(lastFinish(after.run), lastFinish(before.run))))
            .append(" later");
    if (readersChange(before.run, after.run))
        return text.append(
            ", because the chips of attention then hold the whole model and read prompts alone.");
    return text.append(", because the batches change: ").append(reason(before.run, after.run));
}

} // namespace memwall::core
