#include "widgets/flow/belt.h"

#include "core/base/assert.h"
#include "widgets/flow/door_meter.h"

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
    explicit BackWalk(Passage passage)
        : m_after { passage.passed }
        , m_pieces { std::move(passage.pieces) }
        , m_back { -passage.ahead }
    {
    }

    /// REQUIRES: not less than before.
    [[nodiscard]] KindBytes before(double bytes)
    {
        MEMWALL_ASSERT(m_next == 0 || bytes >= m_back);
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
    double m_back;
};

/// Whether in the last third of a second blocks would have jumped from one picture to the next, at the fewest
/// pictures a second that are usual.
bool burstsAt(const DoorMeter& door, const BeltFrame& frame, Instant t, const Pace& pace)
{
    constexpr double kPictureS = 1.0 / 24, kMostOfPitch = 0.25;
    constexpr int kPictures = 8;
    const core::Duration picture = pace.over(kPictureS);
    double after = door.totalAt(t);
    for (int i = 1; i <= kPictures; ++i) {
        const double before = door.totalAt(std::max(Instant {}, t - core::multiplied(picture, i)));
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

Passage passageOf(const Belt& belt, double bytes, core::Depth finest)
{
    const DoorMeter door { *belt.run, belt.pool, belt.frame.door };
    const double passed = totalOf(belt.passed);
    const Instant begin = whenPassed(door, std::max(0.0, passed - bytes), belt.time);
    const std::vector<Cut> cuts = cutsBetween(door, begin, belt.time, finest);
    Passage passage { door.at(cuts.back().begin), 0, {} };
    passage.ahead = totalOf(passage.passed) - passed;
    std::optional<KindBytes> after = passage.passed;
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
            passage.pieces.push_back({ all, kinds });
    }
    return passage;
}

std::vector<std::optional<core::Kind>> cellsHeld(const Belt& belt, double capacityBytes, int cells)
{
    std::vector<std::optional<core::Kind>> held(static_cast<std::size_t>(cells));
    if (belt.run == nullptr || cells <= 0 || capacityBytes <= 0)
        return held;
    const double recent = totalOf(belt.recent), cell = capacityBytes / cells;
    if (recent >= capacityBytes / 2) { // in a third of a second
        double to = 0;
        std::size_t next = 0;
        for (const core::Kind kind : kAllKinds)
            for (to += belt.recent[core::indexOf(kind)] / recent * cells;
                 next < held.size() && static_cast<double>(next) + 0.5 < to; ++next)
                held[next] = kind;
        return held;
    }
    const double passed = totalOf(belt.passed);
    const auto newest = static_cast<std::int64_t>(std::floor(passed / cell));
    BackWalk walk { passageOf(belt, capacityBytes + cell, core::Depth::Operator) };
    for (std::int64_t i = newest - 1; i >= std::max<std::int64_t>(0, newest - cells); --i) {
        const KindBytes to = walk.before(passed - static_cast<double>(i + 1) * cell);
        const KindBytes from = walk.before(passed - static_cast<double>(i) * cell);
        held[static_cast<std::size_t>(i % cells)] = kindBetween(from, to, cell);
    }
    return held;
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
    BackWalk walk { only ? Passage {}
                         : passageOf(belt, (content + 2) * belt.frame.quantum, belt.frame.finest) };
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
    const DoorMeter door { run, pool, frame.door };
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
