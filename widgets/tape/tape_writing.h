// What is written in a column of the tape, with the beat of the words that land and the clock of those that
// wait.
#pragma once

#include "widgets/tape/tape_layout.h"
#include "widgets/tape/word_beat.h"

#include <QPainter>

namespace memwall::ui
{

/// How the end of an answer looks.
struct AnswerEnd
{
    WordBeat beat;
    QStringList
        waits; ///< how long the next word has been waited for, in fewer and fewer words; empty: it is not
};
[[nodiscard]] AnswerEnd answerEnd(const TapeInput& input);

void drawAnswer(QPainter& painter, const QRectF& column, const TapeSlice& slice, const AnswerEnd& end,
    const Theme& theme);
/// Of an answer with drafts: a line for each round.
void drawRounds(QPainter& painter, const QRectF& column, const TapeInput& input, const QStringList& tokens);

} // namespace memwall::ui
