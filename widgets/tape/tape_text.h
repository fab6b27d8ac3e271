// The words of the tape: an answer cut into pieces of about three quarters of a word, one per token. The
// built-in answer is repeated when a run writes more tokens than it has.
#pragma once

#include "widgets/tape/tape_widget.h"

#include <QStringList>

#include <vector>

namespace memwall::ui
{

/// Pieces in order; one that begins a word starts with a space (but the very first).
[[nodiscard]] QStringList cutIntoTokens(const QString& text);

/// The pieces of an answer, or of the built-in text where it is empty.
[[nodiscard]] QStringList tokensOf(const QString& answer);

/// What speculation did to a word.
enum class TapeMark : std::uint8_t
{
    Plain,
    Drafted, ///< waits for its check
    Checking, ///< the big model looks at it
    Accepted, ///< drafted and kept
    Rejected, ///< the draft that the big model crossed out
    ThrownAway, ///< drafts after a rejected one
    Corrected, ///< the big model's own word instead
    Bonus, ///< the big model's extra word
};

struct TapePiece
{
    QString text;
    TapeMark mark = TapeMark::Plain;

    bool operator==(const TapePiece&) const = default;
};

/// Piece i of an answer, which is repeated when a run writes more.
[[nodiscard]] const QString& tokenOf(const QStringList& tokens, std::int64_t i);
/// What speculation did to a word that stands in the answer.
[[nodiscard]] TapeMark markOf(const core::Run& run, std::size_t request, std::int64_t token);
/// A wrong word that a small model might have guessed for token i: another piece of the same text.
[[nodiscard]] QString guessFor(std::int64_t i, const QStringList& tokens);

/// Tokens per second while the answer runs; 0 for fewer than two tokens.
[[nodiscard]] double tokensPerSecond(const core::Run& run, std::size_t request);

} // namespace memwall::ui
