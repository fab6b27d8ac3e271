// What happened: the immutable result of simulating one system. A timeline is a formula, not a
// recording: segments of equal steps in closed form, expanded only where someone looks. All queries
// are const and safe from any thread; the same run and time give the same answer to the bit.
#pragma once

#include "core/base/assert.h"
#include "core/base/problem.h"
#include "core/base/saying.h"
#include "core/base/time.h"
#include "core/base/units.h"
#include "core/timeline/pool_info.h"
#include "core/timeline/presence.h"
#include "core/timeline/shape.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

/// Bytes of each kind, by indexOf(kind).
using KindBytes = std::array<double, kKinds>;

enum class SegmentKind : std::uint8_t
{
    Prefill,
    Decode,
    Speculation, ///< one cycle: drafts and their verification
    Transfer, ///< KV cache between pools
};

/// One word for people and files: "prefill", "decode", "speculation", "transfer".
[[nodiscard]] std::string_view nameOf(SegmentKind kind);

/// n steps of one shape. Boundaries are rounded, never durations: step k begins at
/// begin + round(sum of the durations before it), so steps tile the segment exactly.
struct Segment
{
    SegmentKind kind = SegmentKind::Decode;
    std::uint8_t pool = 0; ///< pool that owns it (attention ⇄ feed-forward: the attention pool)
    Instant begin {};
    Instant end {};
    std::int64_t steps = 1;
    std::shared_ptr<const StepShape> shape;
    std::vector<int> requests; ///< ids of the batch, in order of admission
    Affine kvBytes; ///< KV cache held in this pool while step k runs, one chip
    double kvAfter = 0; ///< … and after the last step; a prefill fills up to it evenly
    int drafted = 0; ///< speculation: tokens drafted per request

    /// Boundary k: begin of step k, or the end where k == steps. REQUIRES: 0 <= k <= steps.
    [[nodiscard]] Instant boundary(std::int64_t k) const;
    /// The step that contains t. REQUIRES: begin <= t < end.
    [[nodiscard]] std::int64_t stepAt(Instant t) const;
};

enum class TokenFate : std::uint8_t
{
    Plain,
    Accepted, ///< drafted and kept
    Corrected, ///< the big model's own word in place of a rejected draft
    Bonus, ///< the big model's extra word after all drafts were kept
};

/// One round of speculation for one request.
struct Cycle
{
    std::int64_t segment = 0;
    std::int64_t firstToken = 0; ///< index in the answer of its first token
    int drafted = 0;
    int accepted = 0;
    int emitted = 0; ///< accepted + 1, or less at the end of the answer
};

struct RequestRun
{
    std::int64_t promptTokens = 0;
    std::int64_t outputTokens = 0;
    Instant arrival {};
    Instant prefillBegin {};
    Instant prefillEnd {};
    Instant firstToken {};
    Instant finish {};
    bool rejected = false; ///< never fits
    int preemptions = 0; ///< times that it lost its KV cache to others and was computed anew
    /// Tokens [firstToken, firstToken + count) end at the steps firstStep … of a segment; a speculation
    /// cycle, a prefill and a transfer write theirs at the segment's end.
    struct Piece
    {
        std::int64_t segment = 0;
        std::int64_t firstToken = 0;
        std::int64_t count = 0;
    };
    std::vector<Piece> pieces;
    std::vector<Cycle> cycles;
};

/// What a pool does at one instant.
struct Moment
{
    const Segment* segment = nullptr;
    std::int64_t segmentIndex = 0;
    std::int64_t step = 0;
    TimeSpan stepSpan;
    const Pass* pass = nullptr;
    int passIndex = 0; ///< in the step
    int repetition = 0; ///< of that pass
    std::optional<int> layer; ///< 0-based
    const Operator* op = nullptr;
    TimeSpan opSpan;
    double progress = 0; ///< of the operator, 0 to 1
    bool flowing = false; ///< in the busy part: bytes move, arithmetic runs
};

enum class Depth : std::uint8_t
{
    Segment,
    Step,
    Layer,
    Operator,
};

struct Span
{
    TimeSpan time;
    Depth depth = Depth::Segment;
    std::int64_t segment = 0;
    std::int64_t step = 0;
    int passIndex = 0;
    int repetition = 0;
    std::optional<int> layer;
    const Operator* op = nullptr; ///< at Depth::Operator
};

class Run
{
public:
    Run() = default;

    // Filled by the scheduler, read by everyone.
    std::string name;
    bool fits = true;
    Sayings fitReason; ///< why it does not fit, and what would
    /// It does not fit this program, whatever the machine: the field that asks for more than a run may store.
    std::optional<Problem> tooLarge;
    bool stopped = false; ///< somebody ended it early: nothing that stands here has a meaning
    std::string modelName;
    int layers = 0;
    int experts = 0, expertsActive = 0; ///< routed experts of a layer, and those of each token; 0: dense
    bool kvCache = true; ///< false: every token recomputes its whole context
    std::string drafterName; ///< empty: no speculation
    std::vector<PoolInfo> pools;
    std::vector<Segment> segments; ///< sorted by begin in seal(); those of one pool do not overlap
    std::vector<RequestRun> requests;
    std::int64_t waitingPeak = 0; ///< most requests that waited for admission at once
    std::int64_t clamped = 0; ///< requests of the workload that were cut to the model's context
    int microBatches = 1; ///< pipeline: micro-batches in flight; each pass shows one of them
    Sayings notes; ///< what the picture and the numbers leave out

    /// Builds the indexes that the queries use. Called once by the scheduler (or a test) when the
    /// fields above are complete. doorBytes(), laneSeconds(), flops() and who is there REQUIRE: meters.
    void seal(bool meters = true);
    [[nodiscard]] bool hasMeters() const { return m_hasMeters; }

    [[nodiscard]] Instant end() const { return m_end; }
    /// Indexes into segments of those owned by a pool, sorted by begin. Transfers belong to the
    /// receiving pool's link and are listed under transferSegments().
    [[nodiscard]] const std::vector<std::int64_t>& segmentsOf(std::size_t pool) const
    {
        return m_byPool[pool];
    }
    [[nodiscard]] const std::vector<std::int64_t>& transferSegments() const { return m_transfers; }

    /// What a pool does at t; nullopt while it waits. In attention ⇄ feed-forward runs both pools
    /// report the shared step, and op->pool says who works.
    [[nodiscard]] std::optional<Moment> at(std::size_t pool, Instant t) const;
    /// The transfer under way at t, if any.
    [[nodiscard]] std::optional<Moment> transferAt(Instant t) const;

    /// Bytes by kind that have passed a door of one representative chip of a pool from the start up
    /// to t: continuous and never falling. kLinkDoor is the link between the pool's chips (or, for a
    /// transfer, between pools: counted at the receiving pool).
    [[nodiscard]] KindBytes doorBytes(std::size_t pool, std::uint8_t door, Instant t) const;
    [[nodiscard]] double doorBytes(std::size_t pool, std::uint8_t door, Kind kind, Instant t) const
    {
        return doorBytes(pool, door, t)[indexOf(kind)];
    }
    /// Seconds that each lane of a pool has been busy up to t.
    [[nodiscard]] std::array<double, kLanes> laneSeconds(std::size_t pool, Instant t) const;
    [[nodiscard]] double laneSeconds(std::size_t pool, Lane lane, Instant t) const
    {
        return laneSeconds(pool, t)[indexOf(lane)];
    }
    /// Flops done by one representative chip of a pool up to t.
    [[nodiscard]] double flops(std::size_t pool, Instant t) const;
    /// KV cache held by one representative chip of a pool at t, bytes.
    [[nodiscard]] double kvBytes(std::size_t pool, Instant t) const;

    /// Spans of a pool that touch a window, at one depth, at most limit of them (empty when there would
    /// be more: ask for a coarser depth). Children tile their parents exactly.
    [[nodiscard]] std::vector<Span> spans(
        std::size_t pool, TimeSpan window, Depth depth, std::size_t limit) const;

    /// Requests that have arrived and are not finished: how many, the first so many of them, and those whose
    /// prompt was begun. Not as dear as there are requests, only as those that are there.
    [[nodiscard]] std::int64_t presentCount(Instant t) const
    {
        MEMWALL_ASSERT(m_hasMeters);
        return m_presence.count(t);
    }
    [[nodiscard]] std::vector<std::size_t> present(Instant t, std::size_t most) const
    {
        MEMWALL_ASSERT(m_hasMeters);
        return m_presence.present(requests, t, most).requests;
    }
    [[nodiscard]] std::vector<std::size_t> begun(Instant t) const
    {
        MEMWALL_ASSERT(m_hasMeters);
        return m_presence.begun(requests, t).requests;
    }

    /// Tokens of a request's answer written at or before t.
    [[nodiscard]] std::int64_t tokensWritten(std::size_t request, Instant t) const;
    /// When token i of the answer was written. REQUIRES: 0 <= i < outputTokens, not rejected.
    [[nodiscard]] Instant tokenTime(std::size_t request, std::int64_t i) const;
    [[nodiscard]] TokenFate tokenFate(std::size_t request, std::int64_t i) const;

    /// The next boundary after (or last before) t at a depth, over all pools; end() (or 0) when none.
    [[nodiscard]] Instant nextBoundary(Instant t, Depth depth) const;
    [[nodiscard]] Instant previousBoundary(Instant t, Depth depth) const;

private:
    void sortSegments();
    void indexAllMeters();
    /// Adds to a meter's values what the pool's columns from firstColumn on read at t.
    template <typename Meter>
    void read(Meter& meter, std::size_t pool, std::size_t firstColumn, Instant t) const;
    [[nodiscard]] std::int64_t lastBegun(const std::vector<std::int64_t>& indexes, Instant t) const;
    [[nodiscard]] std::vector<double> metersOf(const Segment& segment, std::size_t pool) const;
    void indexMeters(
        const std::vector<std::int64_t>& indexes, std::size_t pool, std::vector<double>& before) const;

    std::vector<std::vector<std::int64_t>> m_byPool;
    std::vector<std::int64_t> m_transfers;
    /// Per pool, per entry of its index list: every meter's total before that segment.
    std::vector<std::vector<double>> m_before;
    std::vector<double> m_beforeTransfers;
    Presence m_presence;
    bool m_hasMeters = false;
    Instant m_end {};
};

} // namespace memwall::core
