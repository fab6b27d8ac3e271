// The rule at the side of an opening: how high a bandwidth stands on the scale of the picture.
#pragma once

#include "widgets/stage/stage_layout.h"

#include <QPainter>

namespace memwall::ui
{

struct WidthRule
{
    QString text; ///< "1 TB/s"
    QRectF bar; ///< as high as an opening of that bandwidth; null: no room for any
    QRectF label; ///< above it
};

/// Before the wall and above its pipe, where nothing else stands: the widest of a few round bandwidths that
/// has room there. A function of the scale, so that it shrinks and grows with a zoom.
[[nodiscard]] WidthRule placeWidthRule(const DoorLayout& door, double towardsTrue, const Theme& theme);
void drawWidthRule(QPainter& painter, const WidthRule& rule, const Theme& theme);

} // namespace memwall::ui
