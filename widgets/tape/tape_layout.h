// Lines of the tape. Wrapping starts anew at every repetition of the text, so the last lines depend on
// at most two repetitions and never on how long the answer is.
#pragma once

#include "widgets/tape/tape_text.h"
#include "widgets/theme/theme.h"

namespace memwall::ui
{

struct PlacedPiece
{
    TapePiece piece;
    double x = 0, width = 0;
};

using TapeLine = std::vector<PlacedPiece>;

/// What to lay out: the tokens of one request that are written.
struct TapeSlice
{
    const core::Run& run;
    std::size_t request = 0;
    std::int64_t written = 0;
    const QStringList& tokens;
};

/// The last `most` lines of the written tokens, in body text wrapped at `width`.
[[nodiscard]] std::vector<TapeLine> lastLines(
    const TapeSlice& slice, const Theme& theme, double width, std::size_t most);

} // namespace memwall::ui
