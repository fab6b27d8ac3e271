// The kinds' patterns (visual.md) as an area to fill; Theme::patternBrush is their tile.
#pragma once

#include "widgets/theme/theme.h"

#include <QRectF>

class QPainter;

namespace memwall::ui
{

/// `share` of the way from one colour to another.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, float share);

/// Fills with a kind's pattern: from its tile or, where vectors are written, stroke by stroke.
void fillPattern(QPainter& painter, const QRectF& rect, core::Kind kind, const Theme& theme);

} // namespace memwall::ui
