// Rounds of speculation as lines of the tape: what was drafted, what the check did to it, the big model's own
// word. Pure functions of the run and a time.
#pragma once

#include "widgets/tape/tape_text.h"
#include "widgets/theme/theme.h"

#include <vector>

namespace memwall::ui
{

/// How far an answer's rounds have come; the tape looks the same as long as this does.
struct RoundsNow
{
    std::size_t ended = 0; ///< checked, their words written
    int drafted = 0; ///< words of the round under way
    bool checking = false; ///< the big model looks at them

    bool operator==(const RoundsNow&) const = default;
};

[[nodiscard]] bool hasRounds(const core::Run& run, std::size_t request);
[[nodiscard]] RoundsNow roundsNow(const core::Run& run, std::size_t request, core::Instant t);

/// The last `most` lines: one a round, oldest first; the first word of the answer, which the prompt wrote,
/// has a line of its own before them, and the round under way the last.
[[nodiscard]] std::vector<std::vector<TapePiece>> roundLines(const core::Run& run, std::size_t request,
    const RoundsNow& now, const QStringList& tokens, std::size_t most);

/// The sign before a word of a round: "✓", "✗", "●", "?"; nothing before words that were thrown away.
[[nodiscard]] QString signOf(TapeMark mark);

/// A word of a round with its sign, where it stands on its line.
struct PlacedWord
{
    TapePiece piece;
    double x = 0, signWidth = 0, width = 0; ///< width: of sign and text
};

/// A round in so much room. Where it is too long, words of the same fate are counted: those thrown away
/// first, then those kept.
[[nodiscard]] std::vector<PlacedWord> placeRound(
    std::vector<TapePiece> round, const Theme& theme, double width);

} // namespace memwall::ui
