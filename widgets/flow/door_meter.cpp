#include "widgets/flow/door_meter.h"

#include "widgets/flow/belt.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace memwall::ui
{

namespace
{

using core::Instant;
using core::KindBytes;

// More operators or layers than this in one pipe's content are finer than its blocks: then equal pieces of
// time show the same average.
constexpr std::size_t kMostOperators = 600, kMostLayers = 400;
constexpr int kPieces = 64;

/// Nothing passes a door faster than its peak: picoseconds that so many bytes take at least.
std::int64_t shortest(const DoorMeter& door, double bytes)
{
    constexpr std::int64_t kLeast = 1'000'000;
    const auto& levels = door.run.pools[door.pool].levels;
    const auto peak = door.door < levels.size() ? levels[door.door].bandwidth : std::nullopt;
    return peak ? std::max(kLeast, core::fromSeconds(bytes / peak->value).count()) : kLeast;
}

void addFlows(KindBytes& passed, const DoorMeter& door, const core::Operator& op, std::int64_t step)
{
    if (op.pool == door.pool)
        for (const core::Flow& flow : op.flows)
            if (flow.door == door.door && drawnAt(door.run, door.door, flow.kind))
                passed[core::indexOf(flow.kind)] += flow.bytes.at(static_cast<double>(step));
}

/// What a whole operator or layer moves.
std::optional<KindBytes> passedIn(const DoorMeter& door, const core::Span& span)
{
    KindBytes passed {};
    if (span.op != nullptr) {
        addFlows(passed, door, *span.op, span.step);
        return passed;
    }
    if (!span.layer)
        return std::nullopt;
    const core::Segment& segment = door.run.segments[static_cast<std::size_t>(span.segment)];
    const core::Pass& pass = segment.shape->passes[static_cast<std::size_t>(span.passIndex)];
    const auto layer = static_cast<std::size_t>(*span.layer);
    for (const core::Operator& op : pass.layerKinds[pass.layerKindOf[layer]].operators)
        addFlows(passed, door, op, span.step);
    return passed;
}

std::vector<core::Span> spansBetween(const DoorMeter& door, Instant begin, Instant end, core::Depth finest)
{
    // A transfer is on the meter of the link and in no span of the pool.
    if (door.door == core::kLinkDoor && !door.run.transferSegments().empty())
        return {};
    const auto spans = [&](core::Depth depth, std::size_t most) {
        return door.run.spans(door.pool, { begin, end }, depth, most);
    };
    std::vector<core::Span> found;
    if (finest == core::Depth::Operator)
        found = spans(core::Depth::Operator, kMostOperators);
    return found.empty() ? spans(core::Depth::Layer, kMostLayers) : found;
}

/// Pieces of time that begin at multiples of their length, which is a power of two.
std::vector<Cut> equalCuts(Instant begin, Instant end)
{
    const auto ticks = [](Instant t) { return static_cast<std::uint64_t>(t.time_since_epoch().count()); };
    const std::uint64_t length
        = std::bit_ceil(std::max<std::uint64_t>(1, (ticks(end) - ticks(begin)) / kPieces));
    std::vector<Cut> cuts;
    for (std::uint64_t at = ticks(begin) / length * length; at < ticks(end); at += length)
        cuts.push_back({ Instant { core::Duration { static_cast<std::int64_t>(at) } } });
    cuts.push_back({ cuts.empty()
            ? end
            : core::later(cuts.back().begin, core::Duration { static_cast<std::int64_t>(length) }) });
    return cuts;
}

} // namespace

double totalOf(const core::KindBytes& kinds)
{
    return std::accumulate(kinds.begin(), kinds.end(), 0.0);
}

core::KindBytes minus(core::KindBytes all, const core::KindBytes& part)
{
    for (std::size_t k = 0; k < core::kKinds; ++k)
        all[k] -= part[k];
    return all;
}

core::KindBytes DoorMeter::at(core::Instant t) const
{
    core::KindBytes passed = run.doorBytes(pool, door, t);
    for (std::size_t k = 0; k < core::kKinds; ++k)
        if (!drawnAt(run, door, core::kAllKinds[k]))
            passed[k] = 0;
    return passed;
}

double DoorMeter::totalAt(core::Instant t) const
{
    return totalOf(at(t));
}

core::Instant whenPassed(const DoorMeter& door, double bytes, core::Instant upTo)
{
    std::int64_t back = shortest(door, door.totalAt(upTo) - bytes);
    const std::int64_t most = upTo.time_since_epoch().count();
    const auto before = [&](std::int64_t ticks) { return core::Instant { core::Duration { most - ticks } }; };
    while (back < most && door.totalAt(before(back)) > bytes)
        back = back <= most / 2 ? back * 2 : most;
    std::int64_t high = std::min(back, most), low = high / 2;
    for (int i = 0; i < 5; ++i) {
        const std::int64_t middle = low + (high - low) / 2;
        (door.totalAt(before(middle)) <= bytes ? high : low) = middle;
    }
    return before(high);
}

std::vector<Cut> cutsBetween(
    const DoorMeter& door, core::Instant begin, core::Instant end, core::Depth finest)
{
    const std::vector<core::Span> spans = spansBetween(door, begin, end, finest);
    if (spans.empty())
        return equalCuts(begin, end);
    std::vector<Cut> cuts;
    cuts.reserve(spans.size() + 3);
    if (begin < spans.front().time.begin)
        cuts.push_back({ begin });
    for (const core::Span& span : spans)
        cuts.push_back({ span.time.begin, passedIn(door, span) });
    cuts.push_back({ spans.back().time.end });
    if (spans.back().time.end < end)
        cuts.push_back({ end });
    return cuts;
}

} // namespace memwall::ui
