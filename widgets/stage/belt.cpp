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

// More operators or layers than this in one pipe's content are finer than its blocks: then equal pieces of
// time show the same average.
constexpr std::size_t kMostOperators = 160, kMostLayers = 400;
constexpr int kPieces = 64;

double totalOf(const KindBytes& kinds)
{
    return std::accumulate(kinds.begin(), kinds.end(), 0.0);
}

KindBytes minus(KindBytes all, const KindBytes& part)
{
    for (std::size_t k = 0; k < kKinds; ++k)
        all[k] -= part[k];
    return all;
}

/// The door's meter, as far as it is drawn.
struct Door
{
    const core::Run& run;
    std::size_t pool;
    std::uint8_t door;

    [[nodiscard]] KindBytes at(Instant t) const
    {
        KindBytes passed = run.doorBytes(pool, door, t);
        for (std::size_t k = 0; k < kKinds; ++k)
            if (!drawnAt(run, door, kAllKinds[k]))
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
            if (flow.door == door.door && drawnAt(door.run, door.door, flow.kind))
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

/// Operators; or layers where there are too many of them, but the one under way operator by operator, so
/// that what has passed is cut at the same places while it goes on.
std::vector<core::Span> spansBetween(const Door& door, Instant begin, Instant end)
{
    const auto spans = [&](Instant from, core::Depth depth, std::size_t most) {
        return door.run.spans(door.pool, { from, end }, depth, most);
    };
    // A transfer is on the meter of the link and in no span of the pool.
    if (door.door == core::kLinkDoor && !door.run.transferSegments().empty())
        return {};
    std::vector<core::Span> found = spans(begin, core::Depth::Operator, kMostOperators);
    if (!found.empty())
        return found;
    found = spans(begin, core::Depth::Layer, kMostLayers);
    if (found.empty() || found.back().time.end <= end)
        return found;
    const std::vector<core::Span> last
        = spans(found.back().time.begin, core::Depth::Operator, kMostOperators);
    if (!last.empty())
        found.pop_back();
    found.insert(found.end(), last.begin(), last.end());
    return found;
}

std::vector<Cut> cutsBetween(const Door& door, Instant begin, Instant end)
{
    const std::vector<core::Span> spans = spansBetween(door, begin, end);
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

/// The last of several kinds that a block can be, if only one has ever passed.
std::optional<core::Kind> onlyKind(const KindBytes& passed)
{
    std::optional<core::Kind> only;
    for (std::size_t k = 0; k < kKinds; ++k)
        if (passed[k] > 0) {
            if (only)
                return std::nullopt;
            only = kAllKinds[k];
        }
    return only;
}

/// Kinds in the order in which they claim a block: where two reach their next one at once, the rarer has it.
constexpr std::array kClaims { core::Kind::Communication, core::Kind::Activations, core::Kind::Draft,
    core::Kind::KvCache, core::Kind::Weights };

/// A kind claims the block in which its own bytes come to one block more: so its share of the blocks is that
/// of the bytes, however small.
core::Kind kindBetween(const KindBytes& from, const KindBytes& to, double quantum)
{
    const auto claimed = [quantum](double bytes) { return std::floor(bytes / quantum + 0.5); };
    core::Kind most = core::Kind::Weights;
    for (const core::Kind kind : kClaims) {
        const std::size_t k = core::indexOf(kind);
        if (claimed(to[k]) > claimed(from[k]))
            return kind;
        if (to[k] - from[k] > to[core::indexOf(most)] - from[core::indexOf(most)])
            most = kind;
    }
    return most;
}

/// Walks back from the newest byte: what had passed when so many bytes more were still to come.
class BackWalk
{
public:
    BackWalk(const KindBytes& passed, std::vector<BeltPiece> pieces)
        : m_after { passed }
        , m_pieces { std::move(pieces) }
    {
    }

    /// REQUIRES: not less than before.
    [[nodiscard]] KindBytes before(double bytes)
    {
        while (m_next < m_pieces.size() && m_back + m_pieces[m_next].bytes <= bytes) {
            m_after = minus(m_after, m_pieces[m_next].kinds);
            m_back += m_pieces[m_next++].bytes;
        }
        KindBytes passed = m_after;
        if (m_next == m_pieces.size() || m_pieces[m_next].bytes <= 0)
            return passed;
        const double share = (bytes - m_back) / m_pieces[m_next].bytes;
        for (std::size_t k = 0; k < kKinds; ++k)
            passed[k] -= m_pieces[m_next].kinds[k] * share;
        return passed;
    }

private:
    KindBytes m_after;
    std::vector<BeltPiece> m_pieces;
    std::size_t m_next = 0;
    double m_back = 0;
};

/// Whether in the last third of a second blocks would have jumped from one picture to the next, at the fewest
/// pictures a second that are usual.
bool burstsAt(const Door& door, const BeltFrame& frame, Instant t, const Pace& pace)
{
    constexpr double kPictureS = 1.0 / 24, kMostOfPitch = 0.25;
    constexpr int kPictures = 8;
    const core::Duration picture = pace.over(kPictureS);
    double after = door.totalAt(t);
    for (int i = 1; i <= kPictures; ++i) {
        const double before = door.totalAt(std::max(Instant {}, t - picture * i));
        if (after - before > kMostOfPitch * frame.quantum * frame.rows)
            return true;
        after = before;
    }
    return false;
}

} // namespace

bool drawnAt(const core::Run& run, std::uint8_t door, core::Kind kind)
{
    return door != core::kLinkDoor || run.pools.size() < 2 || kind != core::Kind::Communication;
}

int rowOf(std::int64_t block, int rows)
{
    constexpr double kGolden = 0.618;
    int stride = std::max(1, static_cast<int>(std::lround(rows * kGolden)));
    while (std::gcd(stride, rows) > 1)
        ++stride;
    return static_cast<int>(block % rows * stride % rows);
}

std::vector<BeltPiece> piecesOf(const Belt& belt, double bytes)
{
    const Door door { *belt.run, belt.pool, belt.frame.door };
    const Instant begin = whenPassed(door, std::max(0.0, totalOf(belt.passed) - bytes), belt.time);
    const std::vector<Cut> cuts = cutsBetween(door, begin, belt.time);
    std::vector<BeltPiece> pieces;
    std::optional<KindBytes> after = belt.passed;
    for (std::size_t i = cuts.size() - 1; i-- > 0;) {
        KindBytes kinds;
        if (cuts[i].passed) {
            kinds = *cuts[i].passed;
            after.reset();
        } else {
            const KindBytes before = door.at(cuts[i].begin);
            kinds = minus(after ? *after : door.at(cuts[i + 1].begin), before);
            after = before;
        }
        if (const double all = totalOf(kinds); all > 0)
            pieces.push_back({ all, kinds });
    }
    return pieces;
}

std::vector<BeltPiece> heldIn(const Belt& belt, double capacityBytes)
{
    if (belt.run == nullptr)
        return {};
    const double recent = totalOf(belt.recent);
    if (recent < capacityBytes / 2) // in a third of a second
        return piecesOf(belt, capacityBytes);
    BeltPiece mixed { capacityBytes, belt.recent };
    for (double& bytes : mixed.kinds)
        bytes *= capacityBytes / recent;
    return { mixed };
}

std::vector<BeltBlock> blocksOf(const Belt& belt, double content)
{
    std::vector<BeltBlock> blocks;
    if (belt.frame.quantum <= 0 || belt.inBlocks < 1)
        return blocks;
    const auto newest = static_cast<std::int64_t>(std::floor(belt.inBlocks));
    for (std::int64_t i = newest; i > 0; --i) {
        const double position = belt.inBlocks - static_cast<double>(i);
        if (position >= content)
            break;
        blocks.push_back({ i, position, core::Kind::Weights });
    }
    const std::optional<core::Kind> only = onlyKind(belt.passed);
    BackWalk walk { belt.passed,
        only ? std::vector<BeltPiece> {} : piecesOf(belt, (content + 2) * belt.frame.quantum) };
    for (BeltBlock& block : blocks) {
        const KindBytes to = only ? KindBytes {} : walk.before(block.position * belt.frame.quantum);
        const KindBytes from = only ? KindBytes {} : walk.before((block.position + 1) * belt.frame.quantum);
        block.kind = only ? *only : kindBetween(from, to, belt.frame.quantum);
    }
    return blocks;
}

Belt beltAt(const core::Run& run, std::size_t pool, const BeltFrame& frame, core::Instant t, const Pace& pace,
    core::TimeSpan stretch)
{
    Belt belt;
    belt.frame = frame;
    belt.run = &run;
    belt.pool = pool;
    belt.time = t;
    if (frame.quantum <= 0)
        return belt;
    const Door door { run, pool, frame.door };
    belt.passed = door.at(t);
    belt.inBlocks = totalOf(belt.passed) / frame.quantum;
    if (stretch.length() > core::Duration {}) {
        belt.recent = minus(door.at(stretch.end), door.at(stretch.begin));
        const double could = frame.fastest * core::toSeconds(stretch.length());
        belt.full = could > 0 ? std::clamp(totalOf(belt.recent) / could, 0.0, 1.0) : 0.0;
    }
    belt.way = frame.bursts && burstsAt(door, frame, t, pace) ? Way::Stream : frame.way;
    if (frame.way == Way::Streaks) {
        const Instant before = std::max(Instant {}, t - pace.over(tailSeconds(pace)));
        belt.tail = (totalOf(belt.passed) - door.totalAt(before)) / (frame.quantum * frame.rows);
    }
    return belt;
}

} // namespace memwall::ui
