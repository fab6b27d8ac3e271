// The wall: two tones of brick in running bond with mortar, and the opening that is the bandwidth.
#pragma once

#include "widgets/theme/theme.h"

#include <QPainter>

namespace memwall::ui
{

/// Bricks fill `wall` but for the band of `opening`, whose jambs are drawn dark.
void drawWall(QPainter& painter, const QRectF& wall, const QRectF& opening, const Theme& theme);

} // namespace memwall::ui
