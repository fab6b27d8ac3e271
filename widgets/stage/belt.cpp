#include "widgets/stage/belt.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

using core::Instant;
using core::kAllKinds;
using core::kKinds;

// More operators than this in one pipe's content would be thinner than a pixel each: then equal pieces
// of time show the same average.
constexpr std::size_t kMaxOperators = 160;
constexpr int kPieces = 64;

struct Passed
{
    std::array<double, kKinds> kinds {};

    [[nodiscard]] double total() const
    {
        double all = 0;
        for (const double bytes : kinds)
            all += bytes;
        return all;
    }
};

struct Door
{
    const core::Run& run;
    std::size_t pool;
    std::uint8_t door;
    std::array<bool, kKinds> used {};

    [[nodiscard]] Passed at(Instant t) const
    {
        Passed passed;
        for (std::size_t k = 0; k < kKinds; ++k)
            if (used[k])
                passed.kinds[k] = run.doorBytes(pool, door, kAllKinds[k], t);
        return passed;
    }
};

/// An instant, shortly before or when only `bytes` had passed. What lies before the pipe's content is
/// never drawn, so a coarse answer is enough: doubling back, then a few halvings.
Instant whenPassed(const Door& door, double bytes, Instant upTo)
{
    std::int64_t back = 1'000'000;
    const std::int64_t most = upTo.time_since_epoch().count();
    const auto before = [&](std::int64_t ticks) { return Instant { core::Duration { most - ticks } }; };
    while (back < most && door.at(before(back)).total() > bytes)
        back *= 2;
    std::int64_t high = std::min(back, most), low = high / 2;
    for (int i = 0; i < 5; ++i) {
        const std::int64_t middle = low + (high - low) / 2;
        (door.at(before(middle)).total() <= bytes ? high : low) = middle;
    }
    return before(high);
}

std::vector<Instant> cutsBetween(const core::Run& run, std::size_t pool, Instant begin, Instant end)
{
    const auto spans = run.spans(pool, { begin, end }, core::Depth::Operator, kMaxOperators);
    std::vector<Instant> cuts;
    cuts.reserve(spans.size() + kPieces + 2);
    cuts.push_back(begin);
    for (const core::Span& span : spans)
        cuts.push_back(std::max(begin, span.time.begin));
    if (spans.empty())
        for (int i = 1; i < kPieces; ++i)
            cuts.push_back(begin + (end - begin) * i / kPieces);
    cuts.push_back(end);
    return cuts;
}

void appendPiece(Belt& belt, const Passed& before, const Passed& after)
{
    // Inside one operator every kind flows evenly, so any order within the piece is as true.
    for (std::size_t k = kKinds; k-- > 0;) {
        const double bytes = after.kinds[k] - before.kinds[k];
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
        meter.used[k] = drawnAt(run, door, kAllKinds[k]) && run.doorBytes(pool, door, kAllKinds[k], t) > 0;
    Passed after = meter.at(t);
    belt.passed = after.total();
    if (belt.passed <= 0 || quantum <= 0)
        return belt;
    const Instant begin = whenPassed(meter, std::max(0.0, belt.passed - bytes), t);
    const auto cuts = cutsBetween(run, pool, begin, t);
    for (auto cut = cuts.rbegin() + 1; cut != cuts.rend(); ++cut) {
        const Passed before = meter.at(*cut);
        appendPiece(belt, before, after);
        after = before;
    }
    return belt;
}

} // namespace memwall::ui
