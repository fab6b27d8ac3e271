// Finds operators, layers, tokens, requests and segments of a run by structure: hits are counted per shape,
// and never more than one step is listed, however long the run.
#pragma once

#include "core/timeline/run.h"

#include <map>
#include <optional>
#include <vector>

namespace memwall::core
{

/// What to look for. Operators and a layer narrow each other; a token, a request or a kind stands alone.
struct Wanted
{
    std::vector<OperatorKind> operators; ///< any of them; empty: not asked for
    std::optional<int> layer; ///< 0-based
    std::optional<std::int64_t> token; ///< of every answer, 0-based: the step that writes it
    std::optional<std::size_t> request; ///< 0-based: from its prefill's begin until it is finished
    std::optional<SegmentKind> segment;
};

/// The hits of one search, in order of time. The run must outlive it.
class Finder
{
public:
    Finder(const Run& run, Wanted wanted);

    [[nodiscard]] std::int64_t count() const { return m_count; }
    /// Hits that begin at or before t.
    [[nodiscard]] std::int64_t rank(Instant t) const;
    /// The first hit that begins after t; nullopt where there is none.
    [[nodiscard]] std::optional<TimeSpan> next(Instant t) const;
    /// The last hit that begins before t.
    [[nodiscard]] std::optional<TimeSpan> previous(Instant t) const;

private:
    /// Segments of one pool (or the transfers), which do not overlap, with the hits before each.
    struct Row
    {
        std::vector<std::int64_t> segments;
        std::vector<std::int64_t> before; ///< one more than segments
    };
    [[nodiscard]] bool byStructure() const { return !m_wanted.operators.empty() || m_wanted.layer; }
    void countSteps();
    void listTokens();
    void listRequest();
    void listSegments();
    [[nodiscard]] std::int64_t inStep(const Segment& segment);
    [[nodiscard]] std::vector<TimeSpan> hitsOfStep(const Segment& segment, std::int64_t step) const;
    [[nodiscard]] bool matches(const Operator& op) const;
    [[nodiscard]] std::int64_t rankIn(const Row& row, Instant t) const;
    [[nodiscard]] TimeSpan hit(const Row& row, std::int64_t index) const;

    const Run& m_run;
    Wanted m_wanted;
    std::int64_t m_count = 0;
    std::vector<Row> m_rows;
    std::vector<TimeSpan> m_list; ///< tokens, requests, segments: one entry each, sorted
    std::map<const StepShape*, std::int64_t> m_perStep;
};

} // namespace memwall::core
