#include "widgets/controls/transport_icons.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace memwall::ui
{

namespace
{

/// In a square of side 1, its base at from, its tip at to.
QPainterPath triangle(double from, double to)
{
    QPainterPath path;
    path.moveTo(from, 0.15);
    path.lineTo(to, 0.5);
    path.lineTo(from, 0.85);
    path.closeSubpath();
    return path;
}

QPainterPath pathOf(TransportIcon icon)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    switch (icon) {
    case TransportIcon::Start:
        path.addRect(0.12, 0.15, 0.12, 0.7);
        path.addPath(triangle(0.88, 0.3));
        break;
    case TransportIcon::Back:
        path.addPath(triangle(0.8, 0.2));
        break;
    case TransportIcon::Play:
    case TransportIcon::Forward:
        path.addPath(triangle(0.2, 0.8));
        break;
    case TransportIcon::Pause:
        path.addRect(0.2, 0.15, 0.2, 0.7);
        path.addRect(0.6, 0.15, 0.2, 0.7);
        break;
    case TransportIcon::End:
        path.addPath(triangle(0.12, 0.7));
        path.addRect(0.76, 0.15, 0.12, 0.7);
        break;
    }
    return path;
}

} // namespace

QIcon transportIcon(TransportIcon icon, const QColor& color, double side, double ratio)
{
    const int pixels = std::max(1, qRound(side * ratio));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(pixels, pixels);
        painter.fillPath(pathOf(icon), color);
    }
    pixmap.setDevicePixelRatio(ratio);
    return QIcon(pixmap);
}

} // namespace memwall::ui
