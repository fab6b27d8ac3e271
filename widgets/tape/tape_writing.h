// What is written in a column of the tape, with the beat of the words that land.
#pragma once

#include "widgets/tape/tape_layout.h"
#include "widgets/tape/word_beat.h"

#include <QPainter>

namespace memwall::ui
{

void drawAnswer(QPainter& painter, const QRectF& column, const TapeSlice& slice, const WordBeat& beat,
    const Theme& theme);
/// Of an answer with drafts: a line for each round.
void drawRounds(QPainter& painter, const QRectF& column, const TapeInput& input, const QStringList& tokens);

} // namespace memwall::ui
