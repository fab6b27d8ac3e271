// What a painter paints onto at last: pixels or vectors, and how fine. Painters that keep pixmaps ask here.
#pragma once

class QPainter;
class QPixmap;
class QRect;

namespace memwall::ui
{

/// Whether the painter writes vectors (SVG, PDF, a recording): then a cache of pixels would spoil them.
/// REQUIRES: the painter is active, as for all here.
[[nodiscard]] bool drawsVectors(const QPainter& painter);

/// Of the surface that is painted at last; of a widget that is rendered onto a picture, the picture's.
[[nodiscard]] double pixelRatioOf(const QPainter& painter);

/// Begins to paint one rectangle of a widget's region: sets it as the clip and copies it from the widget's
/// picture. With several rectangles as its clip at once, the raster engine paints span by span.
void beginPart(QPainter& painter, const QRect& part, const QPixmap& picture);

} // namespace memwall::ui
