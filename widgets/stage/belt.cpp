#include "widgets/stage/belt.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace memwall::ui
{

namespace
{

using core::Instant;
using core::kAllKinds;
using core::KindBytes;
using core::kKinds;

// More operators than this in one pipe's content would be thinner than a pixel each: then equal pieces
// of time show the same average.
constexpr std::size_t kMaxOperators = 160;
constexpr int kPieces = 64;

double totalOf(const KindBytes& kinds)
{
    return std::accumulate(kinds.begin(), kinds.end(), 0.0);
}

struct Door
{
    const core::Run& run;
    std::size_t pool;
    std::uint8_t door;
    std::array<bool, kKinds> drawn {};

    [[nodiscard]] KindBytes at(Instant t) const
    {
        KindBytes passed = run.doorBytes(pool, door, t);
        for (std::size_t k = 0; k < kKinds; ++k)
            if (!drawn[k])
                passed[k] = 0;
        return passed;
    }

    [[nodiscard]] double totalAt(Instant t) const { return totalOf(at(t)); }
};

/// Nothing passes a door faster than its peak: picoseconds that so many bytes take at least.
std::int64_t shortest(const Door& door, double bytes)
{
    constexpr std::int64_t kLeast = 1'000'000;
    const auto& levels = door.run.pools[door.pool].levels;
    const double peak = door.door < levels.size() ? levels[door.door].bandwidth : 0.0;
    return peak > 0 ? std::max(kLeast, core::fromSeconds(bytes / peak).count()) : kLeast;
}

/// An instant, shortly before or when only `bytes` had passed. What lies before the pipe's content is
/// never drawn, so a coarse answer is enough: doubling back, then a few halvings.
Instant whenPassed(const Door& door, double bytes, Instant upTo)
{
    std::int64_t back = shortest(door, door.totalAt(upTo) - bytes);
    const std::int64_t most = upTo.time_since_epoch().count();
    const auto before = [&](std::int64_t ticks) { return Instant { core::Duration { most - ticks } }; };
    while (back < most && door.totalAt(before(back)) > bytes)
        back *= 2;
    std::int64_t high = std::min(back, most), low = high / 2;
    for (int i = 0; i < 5; ++i) {
        const std::int64_t middle = low + (high - low) / 2;
        (door.totalAt(before(middle)) <= bytes ? high : low) = middle;
    }
    return before(high);
}

/// A piece of time, and what passes in it where that is known without asking the meters.
struct Cut
{
    Instant begin;
    std::optional<KindBytes> passed {};
};

void addFlows(KindBytes& passed, const Door& door, const core::Operator& op, std::int64_t step)
{
    if (op.pool == door.pool)
        for (const core::Flow& flow : op.flows)
            if (flow.door == door.door && door.drawn[core::indexOf(flow.kind)])
                passed[core::indexOf(flow.kind)] += flow.bytes.at(static_cast<double>(step));
}

/// What a whole operator or layer moves.
std::optional<KindBytes> passedIn(const Door& door, const core::Span& span)
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

/// Operators, or layers where there are too many of them, or equal pieces of time.
std::vector<Cut> cutsBetween(const Door& door, Instant begin, Instant end)
{
    auto spans = door.run.spans(door.pool, { begin, end }, core::Depth::Operator, kMaxOperators);
    if (spans.empty())
        spans = door.run.spans(door.pool, { begin, end }, core::Depth::Layer, kMaxOperators);
    std::vector<Cut> cuts;
    cuts.reserve(spans.size() + kPieces + 2);
    cuts.push_back({ begin });
    for (const core::Span& span : spans) {
        const bool whole = span.time.begin >= begin && span.time.end <= end;
        cuts.push_back({ std::max(begin, span.time.begin), whole ? passedIn(door, span) : std::nullopt });
    }
    if (spans.empty())
        for (int i = 1; i < kPieces; ++i)
            cuts.push_back({ begin + (end - begin) * i / kPieces });
    cuts.push_back({ end });
    return cuts;
}

/// Newest piece first. The meters are asked where no span says what passed.
class Pieces
{
public:
    Pieces(const Door& door, std::vector<Cut> cuts)
        : m_door { door }
        , m_cuts { std::move(cuts) }
    {
    }

    template <typename Take> void forEach(const Take& take)
    {
        std::optional<KindBytes> after;
        for (std::size_t i = m_cuts.size() - 1; i-- > 0;) {
            if (m_cuts[i].passed) {
                take(*m_cuts[i].passed);
                after.reset();
                continue;
            }
            const KindBytes before = m_door.at(m_cuts[i].begin);
            KindBytes piece = after ? *after : m_door.at(m_cuts[i + 1].begin);
            for (std::size_t k = 0; k < kKinds; ++k)
                piece[k] -= before[k];
            take(piece);
            after = before;
        }
    }

private:
    const Door& m_door;
    std::vector<Cut> m_cuts;
};

void appendPiece(Belt& belt, const KindBytes& piece)
{
    // Inside one operator every kind flows evenly, so any order within the piece is as true.
    for (std::size_t k = kKinds; k-- > 0;) {
        const double bytes = piece[k];
        if (bytes <= 0)
            continue;
        const double from = belt.slices.empty() ? 0.0 : belt.slices.back().to;
        if (!belt.slices.empty() && belt.slices.back().kind == kAllKinds[k])
            belt.slices.back().to += bytes;
        else
            belt.slices.push_back({ from, from + bytes, kAllKinds[k] });
    }
}

/// Parts of one block by kind: bytes and their middle, counted back from the block's newest byte.
struct Part
{
    double bytes = 0, moment = 0;
};

void appendBlock(std::vector<BeltBlock>& blocks, const Belt& belt, std::int64_t index, double position)
{
    const double front = position * belt.quantum; // bytes back from the newest
    const double from = std::max(0.0, front - belt.quantum);
    std::array<Part, kKinds> parts {};
    const auto first = std::upper_bound(belt.slices.begin(), belt.slices.end(), from,
        [](double bytes, const BeltSlice& slice) { return bytes < slice.to; });
    for (auto slice = first; slice != belt.slices.end() && slice->from < front; ++slice) {
        const double a = std::max(from, slice->from), b = std::min(front, slice->to);
        Part& part = parts[core::indexOf(slice->kind)];
        part.bytes += b - a;
        part.moment += (b - a) * (front - (a + b) / 2.0);
    }
    std::size_t main = 0;
    for (std::size_t k = 1; k < kKinds; ++k)
        if (parts[k].bytes > parts[main].bytes)
            main = k;
    blocks.push_back({ index, position, kAllKinds[main], parts[main].bytes / belt.quantum, 0.0 });
    for (std::size_t k = 0; k < kKinds; ++k)
        if (k != main && parts[k].bytes > 0)
            blocks.push_back({ index, position, kAllKinds[k], parts[k].bytes / belt.quantum,
                parts[k].moment / parts[k].bytes / belt.quantum });
}

} // namespace

bool drawnAt(const core::Run& run, std::uint8_t door, core::Kind kind)
{
    return door != core::kLinkDoor || run.pools.size() < 2 || kind != core::Kind::Communication;
}

std::vector<BeltBlock> blocksOf(const Belt& belt, double content)
{
    std::vector<BeltBlock> blocks;
    if (belt.quantum <= 0 || belt.passed <= 0)
        return blocks;
    const double inBlocks = belt.passed / belt.quantum;
    const auto newest = static_cast<std::int64_t>(std::floor(inBlocks));
    for (std::int64_t i = newest; i >= 0; --i) {
        const double position = inBlocks - static_cast<double>(i);
        if (position >= content)
            break;
        appendBlock(blocks, belt, i, position);
    }
    return blocks;
}

Belt beltAt(
    const core::Run& run, std::size_t pool, std::uint8_t door, core::Instant t, double quantum, double bytes)
{
    Belt belt;
    belt.quantum = quantum;
    Door meter { run, pool, door };
    for (std::size_t k = 0; k < kKinds; ++k)
        meter.drawn[k] = drawnAt(run, door, kAllKinds[k]);
    belt.passed = meter.totalAt(t);
    if (belt.passed <= 0 || quantum <= 0)
        return belt;
    const Instant begin = whenPassed(meter, std::max(0.0, belt.passed - bytes), t);
    Pieces(meter, cutsBetween(meter, begin, t)).forEach([&belt](const KindBytes& piece) {
        appendPiece(belt, piece);
    });
    return belt;
}

} // namespace memwall::ui
