// Small strokes that every painter of the stage shares: text that never leaves its rectangle, blocks in
// their kind's shape, rounded boxes.
#pragma once

#include "widgets/theme/theme.h"

#include <QPainter>

namespace memwall::ui
{

struct Ink
{
    TextRole role = TextRole::Body;
    QColor color;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
};

/// Draws text elided to its rectangle; nothing where not even a few letters fit. Returns where it stands.
QRectF drawLabel(
    QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme, const Ink& ink);

[[nodiscard]] double textWidth(const QString& text, const Theme& theme, TextRole role);

/// A block in its kind's shape (visual.md): square, upright pill, circle, diamond, outlined square.
void drawBlock(QPainter& painter, const QRectF& rect, core::Kind kind, const Theme& theme);

void drawBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line);

[[nodiscard]] QColor mix(const QColor& a, const QColor& b, double share);

} // namespace memwall::ui
