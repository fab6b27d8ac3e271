#include "widgets/theme/pattern.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

QColor mixed(const QColor& a, const QColor& b, float share)
{
    const auto mix = [share](float x, float y) { return x + (y - x) * share; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

namespace
{

/// One repeating tile of a kind's pattern: the kind's colour with marks towards the panel's.
void drawMarks(QPainter& painter, core::Kind kind, int tile)
{
    const double size = tile;
    switch (kind) {
    case core::Kind::Weights:
        break;
    case core::Kind::KvCache:
        painter.drawLine(QPointF { size / 2, 0 }, QPointF { size / 2, size });
        break;
    case core::Kind::Activations:
        painter.setBrush(painter.pen().color());
        painter.drawEllipse(QPointF { size / 2, size / 2 }, size / 10, size / 10);
        break;
    case core::Kind::Draft:
        painter.drawLine(QPointF { 0, 0 }, QPointF { size, size });
        [[fallthrough]];
    case core::Kind::Communication:
        for (const double shift : { -size, 0.0, size })
            painter.drawLine(QPointF { shift, size }, QPointF { shift + size, 0 });
        break;
    }
}

int tileSize(const Theme& theme)
{
    return std::max(4, static_cast<int>(std::lround(theme.px(7.0))));
}

QPen markPen(const Theme& theme, const QColor& base)
{
    return { mixed(base, theme.panel, 0.55F), std::max(1.0, theme.px(1.4)) };
}

} // namespace

QBrush Theme::patternBrush(core::Kind kind) const
{
    const QColor base = color(kind);
    if (kind == core::Kind::Weights)
        return base;
    const int tile = tileSize(*this);
    QImage image { tile, tile, QImage::Format_ARGB32_Premultiplied };
    image.fill(base);
    QPainter painter { &image };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(markPen(*this, base));
    drawMarks(painter, kind, tile);
    painter.end();
    QBrush brush;
    brush.setTextureImage(image);
    return brush;
}

void fillPattern(QPainter& painter, const QRectF& rect, core::Kind kind, const Theme& theme)
{
    if (painter.paintEngine()->type() == QPaintEngine::Raster || kind == core::Kind::Weights) {
        painter.fillRect(rect, theme.patternBrush(kind));
        return;
    }
    painter.save();
    painter.fillRect(rect, theme.color(kind));
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(markPen(theme, theme.color(kind)));
    const int tile = tileSize(theme);
    for (double y = std::floor(rect.top() / tile) * tile; y < rect.bottom(); y += tile) {
        for (double x = std::floor(rect.left() / tile) * tile; x < rect.right(); x += tile) {
            painter.save();
            painter.translate(x, y);
            drawMarks(painter, kind, tile);
            painter.restore();
        }
    }
    painter.restore();
}

} // namespace memwall::ui
