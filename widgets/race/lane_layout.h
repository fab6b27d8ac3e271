// Where everything of one lane stands: a pure function of its size and the theme, the same for every lane of
// a race. Painter and tests read the same rectangles. Logical pixels.
#pragma once

#include "widgets/theme/theme.h"

#include <QRectF>

namespace memwall::ui
{

struct LaneLayout
{
    QRectF panel;
    QRectF name, what, figure, perToken, bottleneck; ///< the column of words
    QRectF picture;
    QRectF answer; ///< lines of text
    QRectF tokenBar, tokenText; ///< progress over the token axis
    QRectF timeBar, timeText; ///< … and over the time axis; as long as the token bar
    QRectF buttons; ///< kept free for explore and remove
    TextRole figureRole = TextRole::Figure;
};

[[nodiscard]] LaneLayout layoutLane(const QSizeF& size, const Theme& theme);
/// Below this a lane would be cut.
[[nodiscard]] QSizeF smallestLane(const Theme& theme);

} // namespace memwall::ui
