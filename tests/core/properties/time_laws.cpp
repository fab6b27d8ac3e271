#include "tests/core/properties/laws.h"

#include <array>

namespace memwall::tests
{

using namespace core;

namespace
{

std::string at(const Segment& segment, std::int64_t step)
{
    return " (segment at " + std::to_string(toSeconds(segment.begin)) + " s, kind "
        + std::to_string(static_cast<int>(segment.kind)) + ", step " + std::to_string(step) + " of "
        + std::to_string(segment.steps) + ")";
}

void segmentsFollow(const Run& run, std::size_t pool)
{
    Instant last {};
    for (const std::int64_t index : run.segmentsOf(pool)) {
        const Segment& segment = run.segments[static_cast<std::size_t>(index)];
        if (segment.begin < last || segment.end < segment.begin)
            throw Broken("a segment overlaps the one before" + at(segment, 0));
        last = segment.end;
        for (std::int64_t k = 0; k < segment.steps; ++k)
            if (segment.boundary(k + 1) < segment.boundary(k))
                throw Broken("a step ends before it begins" + at(segment, k));
        if (segment.boundary(0) != segment.begin || segment.boundary(segment.steps) != segment.end)
            throw Broken("steps do not fill their segment" + at(segment, 0));
    }
}

/// Spans of one depth inside a step begin where the one before ends, and fill it.
std::vector<Span> tiling(
    const Run& run, std::size_t pool, const Segment& segment, std::int64_t step, Depth depth)
{
    const TimeSpan whole { segment.boundary(step), segment.boundary(step + 1) };
    auto spans = run.spans(pool, whole, depth, 100000);
    Instant last = whole.begin;
    for (const Span& span : spans) {
        if (span.time.begin != last)
            throw Broken("children leave a gap or overlap" + at(segment, step));
        last = span.time.end;
    }
    if (whole.length().count() > 0 && last != whole.end)
        throw Broken("children do not fill their parent" + at(segment, step));
    return spans;
}

void stepIsTiled(const Run& run, std::size_t pool, const Segment& segment, std::int64_t step)
{
    const auto layers = tiling(run, pool, segment, step, Depth::Layer);
    const auto operators = tiling(run, pool, segment, step, Depth::Operator);
    auto inside = operators.begin();
    for (const Span& layer : layers) {
        while (inside != operators.end() && inside->time.end < layer.time.end)
            ++inside;
        if (inside == operators.end() || inside->time.end != layer.time.end)
            throw Broken("operators do not fill their layer" + at(segment, step));
    }
}

} // namespace

void childrenTileTheirParents(const Played& played)
{
    const Run& run = *played.run;
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        segmentsFollow(run, pool);
        const auto& indexes = run.segmentsOf(pool);
        // All segments of a short run, a dozen of a long one.
        const std::size_t stride = indexes.size() / 12 + 1;
        for (std::size_t i = 0; i < indexes.size(); i += stride) {
            const Segment& segment = run.segments[static_cast<std::size_t>(indexes[i])];
            stepIsTiled(run, pool, segment, 0);
            if (segment.steps > 1)
                stepIsTiled(run, pool, segment, segment.steps - 1);
        }
    }
}

namespace
{

void answersInOrder(const Run& run, std::size_t id)
{
    const RequestRun& request = run.requests[id];
    const std::string who = " of request " + std::to_string(id);
    const std::array times { request.arrival, request.prefillBegin, request.prefillEnd, request.firstToken,
        request.finish, run.end() };
    if (!std::is_sorted(times.begin(), times.end()))
        throw Broken("times are out of order" + who);
    std::int64_t next = 0;
    for (const RequestRun::Piece& piece : request.pieces) {
        if (piece.firstToken != next || piece.count < 1)
            throw Broken("a word is missing or written twice" + who);
        next += piece.count;
    }
    if (next != request.outputTokens)
        throw Broken("the answer is not complete" + who);
    Instant last {};
    for (std::int64_t i = 0; i < request.outputTokens; ++i) {
        const Instant time = run.tokenTime(id, i);
        if (time < last)
            throw Broken("a word comes before the one before it" + who);
        if (run.tokensWritten(id, time) < i + 1)
            throw Broken("a word is not counted when it is written" + who);
        last = time;
    }
    if (run.tokenTime(id, request.outputTokens - 1) > request.finish)
        throw Broken("the last word comes after the end" + who);
}

} // namespace

void requestsEnd(const Played& played)
{
    const Run& run = *played.run;
    std::size_t rejected = 0;
    for (std::size_t id = 0; id < run.requests.size(); ++id) {
        rejected += run.requests[id].rejected ? 1U : 0U;
        if (run.fits && !run.requests[id].rejected)
            answersInOrder(run, id);
    }
    if (!run.fits && (run.fitReason.empty() || !run.segments.empty()))
        throw Broken("a system that does not fit has no reason, or runs all the same");
    const auto says = [](const Saying& note) { return note.what.starts_with("rejected"); };
    if (run.fits && rejected > 0 && std::none_of(run.notes.begin(), run.notes.end(), says))
        throw Broken("requests are turned away without a reason");
}

} // namespace memwall::tests
