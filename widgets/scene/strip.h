// The strip under the stage: what a trick does to the step under way, in one row. The grid of experts, the
// readers that share a trip of the weights, the fates of drafted words, the work that a missing cache costs.
// Plain data like the rest of the scene: frames stand still during a run, nows move.
#pragma once

#include "widgets/flow/sight.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QRectF>
#include <QStringList>

#include <optional>
#include <vector>

namespace memwall::ui
{

enum class StripKind : std::uint8_t
{
    Experts, ///< a cell for each expert of a layer
    Readers, ///< a row for each user, with the notepad that its KV cache is
    Drafts, ///< a mark for each drafted word
    Rework, ///< without KV cache: the context that every token works on again
};

struct StripFrame
{
    StripKind kind = StripKind::Readers;
    int cells = 0; ///< experts; rows at most; drafts of a round
    double most = 1; ///< Readers, Rework: tokens of the longest context of the run

    bool operator==(const StripFrame&) const = default;
};

/// What a reader does at this instant.
enum class ReaderState : std::uint8_t
{
    Waiting, ///< at the door
    Prompt, ///< its prompt is read
    Writing, ///< its next token is on its way
    Paused, ///< admitted, but this step is not for it
};

struct Reader
{
    int request = 0;
    double tokens = 0; ///< in its cache
    ReaderState state = ReaderState::Waiting;

    bool operator==(const Reader&) const = default;
};

enum class DraftMark : std::uint8_t
{
    Open, ///< not drafted yet
    Drafted, ///< waits for the check
    Checking, ///< the big model looks at all of them in one pass
    Kept,
    Crossed, ///< rejected: the big model's own word stands here
    Thrown, ///< after a rejected one: never looked at
    Own, ///< the big model's word
};

struct StripNow
{
    /// Experts: cells awake, ascending. Where layers are too fast for that, the first so many: a bar.
    std::vector<int> lit;
    std::vector<Reader> readers;
    std::vector<DraftMark> before, marks; ///< of the round before, of this one
    double share = 0; ///< Rework: of the layers done, 0 to 1
    double tokens = 0; ///< Rework: context
};

/// moment: at the time of the sight. Where steps are too fast to be seen, a reader writes whose answer has
/// grown.
[[nodiscard]] ReaderState readerState(
    const core::Run& run, const std::optional<core::Moment>& moment, std::size_t request, const Sight& sight);
/// Of all that are there. Costs as much as those whose prompt was begun, not as all of the run.
struct ReaderCounts
{
    std::int64_t reading = 0, writing = 0;
    std::int64_t waiting = 0; ///< at the door, or for their turn

    bool operator==(const ReaderCounts&) const = default;
};
[[nodiscard]] ReaderCounts readersAt(
    const core::Run& run, const std::optional<core::Moment>& moment, const Sight& sight);
/// Experts awake in a layer that has some.
[[nodiscard]] double expertsTouched(const core::Pass& pass);

/// At most two: those that tell most about the run.
[[nodiscard]] std::vector<StripFrame> stripFrames(const core::Run& run);
/// moment: at the time of the sight.
[[nodiscard]] StripNow stripNow(const StripFrame& frame, const core::Run& run,
    const std::optional<core::Moment>& moment, const Sight& sight);

/// Cells of a strip of this size: the painters and the tests read the same rectangles.
struct StripLayout
{
    QRectF title, body;
    std::vector<QRectF> cells; ///< Experts: squares; Readers: rows; Drafts: marks; Rework: one bar
};
[[nodiscard]] StripLayout layoutStrip(
    const StripFrame& frame, std::size_t shown, const QRectF& area, const Theme& theme);

void paintStrip(QPainter& painter, const QRectF& area, const StripFrame& frame, const StripNow& now,
    const QStringList& title, const Theme& theme);

} // namespace memwall::ui
