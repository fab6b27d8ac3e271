#include "widgets/plots/pattern_fill.h"

#include "widgets/theme/pattern.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kPitch = 7; // as the tiles of Theme::patternBrush

QVector<QLineF> uprights(const QRectF& bar, double pitch)
{
    QVector<QLineF> lines;
    for (double x = bar.left() + pitch / 2; x < bar.right(); x += pitch)
        lines.push_back({ x, bar.top(), x, bar.bottom() });
    return lines;
}

/// Cut to the bar by hand: clipping is not kept by every vector format.
QVector<QLineF> diagonals(const QRectF& bar, double pitch, bool rising)
{
    QVector<QLineF> lines;
    for (double offset = pitch / 2; offset < bar.width() + bar.height(); offset += pitch) {
        const double from = std::max(0.0, offset - bar.height()), to = std::min(bar.width(), offset);
        const auto at = [&](double x) {
            const double down = offset - x;
            return QPointF { bar.left() + x, rising ? bar.top() + down : bar.bottom() - down };
        };
        lines.push_back({ at(from), at(to) });
    }
    return lines;
}

void drawDots(QPainter& painter, const QRectF& bar, double pitch)
{
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    const double radius = pitch / 7;
    for (double y = bar.top() + pitch / 2; y + radius <= bar.bottom(); y += pitch)
        for (double x = bar.left() + pitch / 2; x + radius <= bar.right(); x += pitch)
            painter.drawEllipse(QPointF { x, y }, radius, radius);
}

} // namespace

BarFill fillOf(core::Kind kind, const Theme& theme)
{
    return { theme.color(kind), kind };
}

void fillBar(QPainter& painter, const QRectF& bar, const BarFill& fill, const Theme& theme)
{
    painter.fillRect(bar, fill.colour);
    if (!fill.pattern || *fill.pattern == core::Kind::Weights)
        return;
    painter.save();
    const double pitch = theme.px(kPitch);
    painter.setPen(QPen(
        mixed(fill.colour, theme.panel, 0.55F), std::max(1.0, theme.px(1.4)), Qt::SolidLine, Qt::FlatCap));
    switch (*fill.pattern) {
    case core::Kind::Weights:
        break;
    case core::Kind::KvCache:
        painter.drawLines(uprights(bar, pitch));
        break;
    case core::Kind::Activations:
        drawDots(painter, bar, pitch);
        break;
    case core::Kind::Draft:
        painter.drawLines(diagonals(bar, pitch, false));
        [[fallthrough]];
    case core::Kind::Communication:
        painter.drawLines(diagonals(bar, pitch, true));
        break;
    }
    painter.restore();
}

} // namespace memwall::ui
