#include "core/figures/levers.h"
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "tests/core/properties/laws.h"

#include <algorithm>
#include <set>

namespace memwall::tests
{

using namespace core;

namespace
{

bool isAbout(const Saying& note, const Lever& lever)
{
    const auto* slower = note.parts.empty() ? nullptr : std::get_if<Sayings>(&note.parts.front());
    return slower != nullptr && !slower->empty()
        && (slower->front().what == lever.slowerToken || slower->front().what == lever.slowerRun);
}

/// Pools that work on a segment: a pool with room for the whole model reads prompts alone.
std::set<std::size_t> workersOf(const Segment& segment)
{
    std::set<std::size_t> pools;
    for (const Pass& pass : segment.shape->passes)
        forEachOperator(pass, [&](const Operator& op, double) { pools.insert(op.pool); });
    return pools;
}

bool sameStep(const Segment& a, const Segment& b)
{
    return a.kind == b.kind && a.steps == b.steps && a.requests == b.requests && a.drafted == b.drafted
        && workersOf(a) == workersOf(b);
}

/// Whether two runs do the same steps in the same order in every pool.
bool sameSteps(const Run& a, const Run& b)
{
    // Prompts of other replicas share passes, and the run does not say which.
    if (a.pools.front().replicas % a.pools.back().replicas != 0)
        return false;
    if (a.segments.size() != b.segments.size() || a.microBatches != b.microBatches)
        return false;
    const auto same = [&](const std::vector<std::int64_t>& ofA, const std::vector<std::int64_t>& ofB) {
        return std::equal(
            ofA.begin(), ofA.end(), ofB.begin(), ofB.end(), [&](std::int64_t i, std::int64_t j) {
                return sameStep(
                    a.segments[static_cast<std::size_t>(i)], b.segments[static_cast<std::size_t>(j)]);
            });
    };
    for (std::size_t pool = 0; pool < a.pools.size(); ++pool)
        if (!same(a.segmentsOf(pool), b.segmentsOf(pool)))
            return false;
    return same(a.transferSegments(), b.transferSegments());
}

bool later(Instant after, Instant before, std::size_t segments)
{
    // Every segment's end is rounded.
    const double rounding = 1e-12 * static_cast<double>(segments + 1);
    return toSeconds(after) > toSeconds(before) * (1 + 1e-9) + rounding;
}

double tpotOf(const Run& run)
{
    double sum = 0, count = 0;
    for (const RequestRun& request : run.requests)
        if (!request.rejected && request.outputTokens > 1) {
            sum += toSeconds(request.finish - request.firstToken)
                / static_cast<double>(request.outputTokens - 1);
            count += 1;
        }
    return count > 0 ? sum / count : 0;
}

void noWordIsLater(const Run& before, const Run& after, std::string_view lever)
{
    const auto fail = [lever](const std::string& what) {
        throw Broken(std::string(lever) + ": the same steps, and yet more of it makes " + what);
    };
    for (std::size_t i = 0; i < before.requests.size(); ++i) {
        const RequestRun& one = before.requests[i];
        const RequestRun& other = after.requests[i];
        if (one.rejected != other.rejected)
            return;
        if (later(other.firstToken, one.firstToken, before.segments.size())
            || later(other.finish, one.finish, before.segments.size()))
            fail("answer " + std::to_string(i) + " come later");
    }
    // On separate pools a first word that comes earlier may wait longer for its place in a step.
    if (before.transferSegments().empty() && tpotOf(after) > tpotOf(before) * (1 + 1e-9) + 1e-12)
        fail("a token take longer");
}

/// A pool for prompts that several replicas share may work on for others when the last of these is answered.
Instant lastAnswer(const Run& run)
{
    Instant last {};
    for (const RequestRun& request : run.requests)
        last = std::max(last, request.finish);
    return last;
}

void explained(const Played& played, const Run& after, const Lever& lever)
{
    const auto slower = [](double now, double was) { return was > 0 && now / was - 1 > 0.0005; };
    if (!slower(tpotOf(after), tpotOf(*played.run))
        && !slower(toSeconds(lastAnswer(after)), toSeconds(lastAnswer(*played.run))))
        return;
    const auto& notes = played.report.notes;
    const bool said
        = std::any_of(notes.begin(), notes.end(), [&](const Saying& note) { return isAbout(note, lever); });
    if (!said)
        throw Broken(
            std::string(lever.key) + ": more of it makes the run slower and the report does not say why");
}

} // namespace

void moreIsNotSlower(const Played& played)
{
    if (!played.run->fits)
        return;
    for (const Lever& lever : kLevers) {
        System system = played.scenario.systems[0];
        for (Pool& pool : system.pools)
            pool.scale.*lever.resource *= lever.factor;
        const Run after = schedule(resolve(system, played.catalog), played.scenario.workload);
        if (!after.fits)
            throw Broken(std::string(lever.key) + ": more of it makes the system fit no more");
        if (sameSteps(*played.run, after))
            noWordIsLater(*played.run, after, lever.key);
        explained(played, after, lever);
    }
}

} // namespace memwall::tests
