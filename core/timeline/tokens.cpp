// Tokens of an answer: when they were written and what became of their drafts.
#include "core/base/assert.h"
#include "core/timeline/run.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// The piece of an answer that holds token i. REQUIRES: there is one.
const RequestRun::Piece& pieceOf(const RequestRun& request, std::int64_t i)
{
    const auto after = std::upper_bound(request.pieces.begin(), request.pieces.end(), i,
        [](std::int64_t token, const RequestRun::Piece& piece) { return token < piece.firstToken; });
    MEMWALL_ASSERT(after != request.pieces.begin());
    const RequestRun::Piece& piece = *std::prev(after);
    MEMWALL_ASSERT(i < piece.firstToken + piece.count);
    return piece;
}

} // namespace

std::int64_t Run::tokensWritten(std::size_t request, Instant t) const
{
    const auto& pieces = requests[request].pieces;
    const auto next = std::partition_point(pieces.begin(), pieces.end(), [&](const RequestRun::Piece& piece) {
        return segments[static_cast<std::size_t>(piece.segment)].end <= t;
    });
    const std::int64_t done
        = next == pieces.begin() ? 0 : std::prev(next)->firstToken + std::prev(next)->count;
    if (next == pieces.end())
        return done;
    const Segment& segment = segments[static_cast<std::size_t>(next->segment)];
    if (segment.kind != SegmentKind::Decode || t <= segment.begin)
        return done;
    return done + std::min(next->count, segment.stepAt(t));
}

Instant Run::tokenTime(std::size_t request, std::int64_t i) const
{
    MEMWALL_ASSERT(0 <= i && i < requests[request].outputTokens && !requests[request].rejected);
    const RequestRun::Piece& piece = pieceOf(requests[request], i);
    const Segment& segment = segments[static_cast<std::size_t>(piece.segment)];
    if (segment.kind != SegmentKind::Decode)
        return segment.end;
    return segment.boundary(i - piece.firstToken + 1);
}

TokenFate Run::tokenFate(std::size_t request, std::int64_t i) const
{
    const auto& cycles = requests[request].cycles;
    const auto after = std::upper_bound(cycles.begin(), cycles.end(), i,
        [](std::int64_t token, const Cycle& cycle) { return token < cycle.firstToken; });
    if (after == cycles.begin())
        return TokenFate::Plain;
    const Cycle& cycle = *std::prev(after);
    const std::int64_t place = i - cycle.firstToken;
    // After a preemption the recomputed prompt writes a word of its own between two cycles.
    if (place >= cycle.emitted)
        return TokenFate::Plain;
    if (place < cycle.accepted)
        return TokenFate::Accepted;
    return cycle.accepted == cycle.drafted ? TokenFate::Bonus : TokenFate::Corrected;
}

} // namespace memwall::core
