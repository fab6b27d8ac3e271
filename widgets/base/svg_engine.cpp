#include "widgets/base/svg_engine.h"

#include "widgets/base/plain_text.h"
#include "widgets/base/svg_elements.h"

#include <QFont>
#include <QPen>
#include <QPixmap>
#include <QTextItem>

#include <cmath>

namespace memwall::ui
{

namespace
{

QPainterPath pathOf(const QRectF& rect)
{
    QPainterPath path;
    path.addRect(rect);
    return path;
}

QPainterPath common(const QPainterPath& a, const QPainterPath& b)
{
    const auto left = rectangleOf(a), right = rectangleOf(b);
    if (left && right)
        return left->intersects(*right) ? pathOf(*left & *right) : QPainterPath();
    return a.intersected(b);
}

QColor plainColor(const QBrush& brush)
{
    // Gradients are shades of a style's controls here: their middle will do.
    const QGradient* gradient = brush.gradient();
    return gradient && !gradient->stops().isEmpty() ? gradient->stops()[gradient->stops().size() / 2].second
                                                    : brush.color();
}

bool isHatch(Qt::BrushStyle style)
{
    return style >= Qt::HorPattern && style <= Qt::DiagCrossPattern;
}

} // namespace

SvgEngine::SvgEngine()
    : QPaintEngine(AllFeatures & ~(PerspectiveTransform | PorterDuff | BlendModes | RasterOpModes))
{
}

bool SvgEngine::begin(QPaintDevice* /*device*/)
{
    m_clip.reset();
    m_clips = false;
    return true;
}

void SvgEngine::updateState(const QPaintEngineState& next)
{
    const DirtyFlags changed = next.state();
    if (changed & DirtyTransform)
        m_transform = next.transform();
    if (changed & DirtyClipPath) {
        clip(m_transform.map(next.clipPath()), next.clipOperation());
    } else if (changed & DirtyClipRegion) {
        QPainterPath path;
        path.addRegion(next.clipRegion());
        clip(m_transform.map(path), next.clipOperation());
    }
    if (changed & DirtyClipEnabled)
        m_clips = next.isClipEnabled();
}

void SvgEngine::clip(const QPainterPath& path, Qt::ClipOperation operation)
{
    m_clips = operation != Qt::NoClip;
    if (!m_clips)
        m_clip.reset();
    else if (operation == Qt::IntersectClip && m_clip)
        m_clip = common(*m_clip, path);
    else
        m_clip = path;
}

std::optional<QPainterPath> SvgEngine::clipNow() const
{
    // Of a widget that is rendered, its rectangle will do: what covers it is painted later.
    std::optional<QPainterPath> widget;
    if (!systemClip().isEmpty())
        widget = pathOf(systemClip().boundingRect());
    if (!m_clips || !m_clip)
        return widget;
    return widget ? common(*m_clip, *widget) : *m_clip;
}

SvgEngine::Seen SvgEngine::seen(const QRectF& bounds, const std::optional<QPainterPath>& clip)
{
    if (!clip)
        return Seen::All;
    const auto rectangle = rectangleOf(*clip);
    if (rectangle ? rectangle->contains(bounds) : clip->contains(bounds))
        return Seen::All;
    const bool outside = clip->isEmpty() || (rectangle && !rectangle->intersects(bounds));
    return outside ? Seen::Nothing : Seen::Part;
}

QByteArray SvgEngine::paintOf(const char* what, const QColor& color) const
{
    QByteArray paint = QByteArray(" ") + what + "=\"" + color.name().toUtf8() + '"';
    const double opacity = static_cast<double>(color.alphaF()) * state->opacity();
    if (opacity < 1)
        paint += QByteArray(" ") + what + "-opacity=\"" + svgNumber(opacity) + '"';
    return paint;
}

void SvgEngine::addShape(const QPainterPath& path, const QByteArray& paint)
{
    if (const auto rect = rectangleOf(path)) {
        m_content += "<rect" + svgAttribute("x", rect->x()) + svgAttribute("y", rect->y())
            + svgAttribute("width", rect->width()) + svgAttribute("height", rect->height()) + paint + "/>\n";
        return;
    }
    const QByteArray rule = path.fillRule() == Qt::OddEvenFill ? " fill-rule=\"evenodd\"" : "";
    m_content += "<path d=\"" + svgData(path) + '"' + rule + paint + "/>\n";
}

void SvgEngine::fill(const QPainterPath& path)
{
    const QBrush brush = state->brush();
    if (brush.style() == Qt::NoBrush || path.isEmpty())
        return;
    const auto clip = clipNow();
    const Seen how = seen(path.boundingRect(), clip);
    if (how == Seen::Nothing)
        return;
    QPainterPath shape = how == Seen::All ? path : common(path, *clip);
    if (isHatch(brush.style()))
        shape = hatchLines(shape.boundingRect(), brush.style()).intersected(shape);
    if (shape.isEmpty())
        return;
    if (brush.style() == Qt::TexturePattern)
        addShape(shape, textureOf(brush));
    else
        addShape(shape, paintOf("fill", plainColor(brush)));
}

QByteArray SvgEngine::textureOf(const QBrush& brush)
{
    const QPixmap tile = brush.texture();
    const QByteArray name = 't' + QByteArray::number(++m_names);
    const QSizeF size = tile.deviceIndependentSize();
    m_content += "<pattern id=\"" + name + "\" patternUnits=\"userSpaceOnUse\""
        + svgAttribute("x", m_transform.dx()) + svgAttribute("y", m_transform.dy())
        + svgAttribute("width", size.width()) + svgAttribute("height", size.height()) + '>'
        + svgImage(tile, { QPointF {}, size }) + "</pattern>\n";
    // The colour stands in where a viewer knows no patterns.
    return " fill=\"url(#" + name + ") " + tile.toImage().pixelColor(0, 0).name().toUtf8() + '"';
}

void SvgEngine::stroke(const QPainterPath& path)
{
    const QPen pen = state->pen();
    if (pen.style() == Qt::NoPen || pen.brush().style() == Qt::NoBrush)
        return;
    // A width of nothing means the thinnest line that shows; others grow with the picture.
    const double scale = pen.isCosmetic() ? 1.0 : std::sqrt(std::abs(m_transform.determinant()));
    const double width = pen.widthF() > 0 ? pen.widthF() * scale : 1.0;
    const auto clip = clipNow();
    const QRectF bounds = path.boundingRect().adjusted(-width, -width, width, width);
    const Seen how = seen(bounds, clip);
    const QColor color = plainColor(pen.brush());
    if (how == Seen::Nothing)
        return;
    if (how == Seen::All && pen.style() == Qt::SolidLine) {
        QByteArray paint = " fill=\"none\"" + paintOf("stroke", color) + svgAttribute("stroke-width", width);
        paint += pen.capStyle() == Qt::RoundCap ? " stroke-linecap=\"round\""
            : pen.capStyle() == Qt::SquareCap   ? " stroke-linecap=\"square\""
                                                : "";
        paint += pen.joinStyle() == Qt::RoundJoin ? " stroke-linejoin=\"round\""
            : pen.joinStyle() == Qt::BevelJoin    ? " stroke-linejoin=\"bevel\""
                                                  : "";
        addShape(path, paint);
        return;
    }
    QPainterPathStroker stroker(pen);
    stroker.setWidth(width);
    const QPainterPath outline = stroker.createStroke(path).simplified();
    const QPainterPath shape = how == Seen::All ? outline : common(outline, *clip);
    if (!shape.isEmpty())
        addShape(shape, paintOf("fill", color));
}

void SvgEngine::drawPath(const QPainterPath& path)
{
    const QPainterPath onDevice = m_transform.map(path);
    fill(onDevice);
    stroke(onDevice);
}

void SvgEngine::drawRects(const QRectF* rects, int count)
{
    for (int i = 0; i < count; ++i)
        drawPath(pathOf(rects[i]));
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode)
{
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i)
        path.lineTo(points[i]);
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    if (mode != PolylineMode)
        path.closeSubpath();
    const QPainterPath onDevice = m_transform.map(path);
    if (mode != PolylineMode)
        fill(onDevice);
    stroke(onDevice);
}

void SvgEngine::addClipped(const QByteArray& element, const QRectF& bounds)
{
    const auto clip = clipNow();
    const Seen how = seen(bounds, clip);
    if (how == Seen::Nothing)
        return;
    if (how == Seen::All) {
        m_content += element + '\n';
        return;
    }
    const QByteArray name = 'c' + QByteArray::number(++m_names);
    m_content += "<clipPath id=\"" + name + "\"><path d=\"" + svgData(*clip) + "\"/></clipPath>\n";
    m_content += "<g clip-path=\"url(#" + name + ")\">" + element + "</g>\n";
}

void SvgEngine::drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source)
{
    const QRectF place = m_transform.mapRect(target);
    const QPixmap part = source == QRectF(pixmap.rect()) ? pixmap : pixmap.copy(source.toAlignedRect());
    addClipped(svgImage(part, place), place);
}

QByteArray SvgEngine::classOf(const QFont& font)
{
    const QString family = font.family();
    if (!m_families.contains(family)) {
        m_families.push_back(family);
        // A style and an attribute: viewers that know no styles know no lists of families either.
        m_styles += ".f" + QByteArray::number(m_families.size()) + "{font-family:" + svgFamilies(font) + "}";
    }
    return 'f' + QByteArray::number(m_families.indexOf(family) + 1);
}

void SvgEngine::drawTextItem(const QPointF& point, const QTextItem& item)
{
    const QString text = item.text();
    if (text.trimmed().isEmpty())
        return;
    const QFont font = item.font();
    const bool moved = m_transform.type() <= QTransform::TxTranslate;
    const QPointF at = moved ? m_transform.map(point) : point;
    QByteArray element
        = "<text xml:space=\"preserve\"" + svgAttribute("x", at.x()) + svgAttribute("y", at.y());
    if (!moved)
        element += " transform=\"matrix(" + svgNumber(m_transform.m11()) + ' ' + svgNumber(m_transform.m12())
            + ' ' + svgNumber(m_transform.m21()) + ' ' + svgNumber(m_transform.m22()) + ' '
            + svgNumber(m_transform.dx()) + ' ' + svgNumber(m_transform.dy()) + ")\"";
    element += " class=\"" + classOf(font) + "\" font-family=\"" + font.family().toHtmlEscaped().toUtf8()
        + '"' + svgAttribute("font-size", svgFontSize(font, *paintDevice()))
        + svgAttribute("font-weight", font.weight());
    if (font.italic())
        element += " font-style=\"italic\"";
    if (item.renderFlags() & QTextItem::Underline)
        element += " text-decoration=\"underline\"";
    element += svgAttribute("textLength", item.width()) + " lengthAdjust=\"spacingAndGlyphs\""
        + paintOf("fill", state->pen().color()) + '>' + visibleText(text).toHtmlEscaped().toUtf8()
        + "</text>";
    const QRectF box(point.x(), point.y() - item.ascent(), item.width(), item.ascent() + item.descent());
    addClipped(element, m_transform.mapRect(box));
}

} // namespace memwall::ui
