// Pieces of SVG text, and shapes in the few forms that SVG wants them. Internal to svg_device.
#pragma once

#include <QByteArray>
#include <QPainterPath>

#include <optional>

class QFont;
class QPaintDevice;
class QPixmap;

namespace memwall::ui
{

/// Three digits after the point: a thousandth of a pixel shows at no magnification.
[[nodiscard]] QByteArray svgNumber(double value);
[[nodiscard]] QByteArray svgAttribute(const char* name, double value);
/// What stands in the d of a path.
[[nodiscard]] QByteArray svgData(const QPainterPath& path);
/// The font, and those that may stand in where the reader's computer lacks it.
[[nodiscard]] QByteArray svgFamilies(const QFont& font);
[[nodiscard]] double svgFontSize(const QFont& font, const QPaintDevice& device);
/// Pixels as they are, inside the document.
[[nodiscard]] QByteArray svgImage(const QPixmap& pixmap, const QRectF& place);

/// The rectangle that a path is, where it is one.
[[nodiscard]] std::optional<QRectF> rectangleOf(const QPainterPath& path);
/// The lines of a hatched brush as a shape, as far as its area reaches.
[[nodiscard]] QPainterPath hatchLines(const QRectF& area, Qt::BrushStyle style);

} // namespace memwall::ui
