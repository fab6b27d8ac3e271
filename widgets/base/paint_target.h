// What a painter paints onto at last: pixels or vectors, and how fine. Painters that keep pixmaps ask here.
#pragma once

class QPainter;

namespace memwall::ui
{

/// Whether the painter writes vectors (SVG, PDF, a recording): then a cache of pixels would spoil them.
/// REQUIRES: the painter is active, as for all here.
[[nodiscard]] bool drawsVectors(const QPainter& painter);

/// Of the surface that is painted at last; of a widget that is rendered onto a picture, the picture's.
[[nodiscard]] double pixelRatioOf(const QPainter& painter);

} // namespace memwall::ui
