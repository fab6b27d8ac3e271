// The wall: two tones of brick in running bond with mortar, and the opening that is the bandwidth.
#pragma once

#include "core/figures/report.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace memwall::ui
{

/// Bricks fill `wall` but for the band of `opening`, whose jambs are drawn dark. faded: 0 solid, 1 a mere
/// outline of what no longer holds anything back.
void drawWall(QPainter& painter, const QRectF& wall, const QRectF& opening, double faded, const Theme& theme);

/// The wall behind the memory wall: stones that carry the sign of what stands there. grown: 0 nothing yet, 1
/// as high as the place.
void drawNextWall(
    QPainter& painter, const QRectF& place, core::Bottleneck what, double grown, const Theme& theme);

} // namespace memwall::ui
