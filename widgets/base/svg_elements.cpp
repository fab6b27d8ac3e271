#include "widgets/base/svg_elements.h"

#include <QBuffer>
#include <QFont>
#include <QPaintDevice>
#include <QPixmap>

#include <cmath>

namespace memwall::ui
{

namespace
{

QByteArray point(const QPainterPath::Element& element)
{
    return svgNumber(element.x) + ' ' + svgNumber(element.y);
}

} // namespace

QByteArray svgNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 3);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray svgAttribute(const char* name, double value)
{
    return QByteArray(" ") + name + "=\"" + svgNumber(value) + '"';
}

QByteArray svgData(const QPainterPath& path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo())
            data += 'M' + point(element);
        else if (element.isLineTo())
            data += 'L' + point(element);
        else if (element.type == QPainterPath::CurveToElement) {
            data += 'C' + point(element) + ' ' + point(path.elementAt(i + 1)) + ' '
                + point(path.elementAt(i + 2));
            i += 2;
        }
    }
    return data;
}

/// The rectangle that a path is, where it is one.
std::optional<QRectF> rectangleOf(const QPainterPath& path)
{
    constexpr int kCorners = 5; // the first comes again
    if (path.elementCount() != kCorners)
        return std::nullopt;
    const QRectF bounds = path.boundingRect();
    for (int i = 0; i < kCorners; ++i) {
        const QPainterPath::Element at = path.elementAt(i), next = path.elementAt((i + 1) % kCorners);
        const bool corner = (at.x == bounds.left() || at.x == bounds.right())
            && (at.y == bounds.top() || at.y == bounds.bottom());
        const bool along = at.x == next.x || at.y == next.y;
        if (at.isCurveTo() || !corner || !along)
            return std::nullopt;
    }
    return bounds;
}

QPainterPath hatchLines(const QRectF& area, Qt::BrushStyle style)
{
    constexpr double kStep = 8;
    QPainterPath lines;
    const auto line = [&lines](double x, double y, double dx, double dy) {
        QPainterPath one(QPointF(x, y));
        one.lineTo(x + dx, y + dy);
        lines.addPath(one);
    };
    const bool both = style == Qt::CrossPattern || style == Qt::DiagCrossPattern;
    for (double y = std::floor(area.top() / kStep) * kStep; y < area.bottom(); y += kStep)
        if (style == Qt::HorPattern || style == Qt::CrossPattern)
            line(area.left(), y, area.width(), 0);
    for (double x = std::floor(area.left() / kStep) * kStep; x < area.right(); x += kStep)
        if (style == Qt::VerPattern || style == Qt::CrossPattern)
            line(x, area.top(), 0, area.height());
    const double reach = area.height();
    for (double x = std::floor((area.left() - reach) / kStep) * kStep; x < area.right() + reach; x += kStep) {
        if (style == Qt::BDiagPattern || (both && style != Qt::CrossPattern))
            line(x, area.bottom(), reach, -reach);
        if (style == Qt::FDiagPattern || (both && style != Qt::CrossPattern))
            line(x, area.top(), reach, reach);
    }
    QPainterPathStroker pen;
    pen.setWidth(1);
    return pen.createStroke(lines);
}

QByteArray svgFamilies(const QFont& font)
{
    const QByteArray own = font.family().remove(u'\'').toHtmlEscaped().toUtf8();
    const bool fixed = font.fixedPitch() || own.contains("Mono");
    return '\'' + own + (fixed ? "', Menlo, Consolas, monospace" : "', 'Helvetica Neue', Arial, sans-serif");
}

double svgFontSize(const QFont& font, const QPaintDevice& device)
{
    constexpr double kPointsPerInch = 72;
    return font.pixelSize() > 0 ? font.pixelSize()
                                : font.pointSizeF() * device.logicalDpiY() / kPointsPerInch;
}

QByteArray svgImage(const QPixmap& pixmap, const QRectF& place)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    pixmap.save(&buffer, "PNG");
    return "<image" + svgAttribute("x", place.x()) + svgAttribute("y", place.y())
        + svgAttribute("width", place.width()) + svgAttribute("height", place.height())
        + " preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64," + png.toBase64() + "\"/>";
}

} // namespace memwall::ui
