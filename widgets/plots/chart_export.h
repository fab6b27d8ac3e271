// Pictures of charts: sharp at any scale, and as vectors.
#pragma once

#include <QByteArray>
#include <QImage>

class QWidget;

namespace memwall::ui
{

class ChartSource;

/// On the theme's ground; scale: pixels per logical pixel.
[[nodiscard]] QImage chartImage(ChartSource& chart, double scale);
[[nodiscard]] QByteArray chartPng(ChartSource& chart, double scale);
/// Text stays text, shapes stay shapes.
[[nodiscard]] QByteArray chartSvg(ChartSource& chart);

} // namespace memwall::ui
