#include "widgets/base/paint_target.h"

#include "core/base/assert.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>

namespace memwall::ui
{

bool drawsVectors(const QPainter& painter)
{
    MEMWALL_ASSERT(painter.isActive());
    switch (painter.paintEngine()->type()) {
    case QPaintEngine::SVG:
    case QPaintEngine::Pdf:
    case QPaintEngine::Picture:
        return true;
    default:
        return false;
    }
}

double pixelRatioOf(const QPainter& painter)
{
    MEMWALL_ASSERT(painter.isActive());
    return painter.paintEngine()->paintDevice()->devicePixelRatio();
}

void beginPart(QPainter& painter, const QRect& part, const QPixmap& picture)
{
    MEMWALL_ASSERT(painter.isActive());
    const double ratio = picture.devicePixelRatio();
    painter.setClipRect(part);
    painter.drawPixmap(
        QRectF(part), picture, QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio));
}

} // namespace memwall::ui
