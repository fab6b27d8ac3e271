// Small strokes that every painter of the stage shares: text that never leaves its rectangle, blocks in
// their kind's shape, rounded boxes.
#pragma once

#include "widgets/base/paint_target.h"
#include "widgets/theme/text_width.h"

#include <QPainter>
#include <QPixmap>

namespace memwall::ui
{

inline constexpr Qt::Alignment kLeft = Qt::AlignLeft | Qt::AlignVCenter;
inline constexpr Qt::Alignment kRight = Qt::AlignRight | Qt::AlignVCenter;
inline constexpr Qt::Alignment kCenter = Qt::AlignHCenter | Qt::AlignVCenter;

struct Ink
{
    TextRole role = TextRole::Body;
    QColor color;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
};

/// Draws text elided to its rectangle; nothing where not even a few letters fit. Returns where it stands.
QRectF drawLabel(
    QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme, const Ink& ink);

/// The same, but the whole text or nothing: for extras that may be left out.
QRectF drawWhole(
    QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme, const Ink& ink);

/// The first of several wordings that fits as a whole, in its size or smaller; nothing where none does.
QRectF drawFirst(
    QPainter& painter, const QRectF& rect, const QStringList& wordings, const Theme& theme, const Ink& ink);

/// A block in its kind's shape (visual.md): square, upright pill, circle, diamond, outlined square.
void drawBlock(QPainter& painter, const QRectF& rect, core::Kind kind, const Theme& theme);

void drawBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line);

/// Fills rectangles without smoothing their edges: several times faster, for the many cells of a grid.
class PlainFill
{
public:
    explicit PlainFill(QPainter& painter)
        : m_painter { painter }
    {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }
    ~PlainFill() { m_painter.setRenderHint(QPainter::Antialiasing); }
    PlainFill(const PlainFill&) = delete;
    PlainFill& operator=(const PlainFill&) = delete;

    void operator()(const QRectF& rect, const QColor& color) { m_painter.fillRect(rect, color); }

private:
    QPainter& m_painter;
};

/// A picture of one shape, to be stamped many times: drawing a smooth shape costs far more than a copy.
template <typename Draw> [[nodiscard]] QPixmap stampOf(const QPainter& painter, QSizeF size, const Draw& draw)
{
    const double ratio = pixelRatioOf(painter);
    QPixmap stamp { (size * ratio).toSize().expandedTo({ 1, 1 }) };
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    QPainter inside { &stamp };
    inside.setRenderHint(QPainter::Antialiasing);
    draw(inside, QRectF { QPointF {}, size });
    return stamp;
}

/// Draws a shape from its stamp, which is made when first needed; as vectors, the shape itself.
template <typename Draw> void stampAt(QPainter& painter, const QRectF& rect, QPixmap& stamp, const Draw& draw)
{
    if (drawsVectors(painter)) {
        painter.save();
        draw(painter, rect);
        painter.restore();
        return;
    }
    if (stamp.isNull())
        stamp = stampOf(painter, rect.size(), draw);
    painter.drawPixmap(rect.topLeft(), stamp);
}

[[nodiscard]] QColor mix(const QColor& a, const QColor& b, double share);

} // namespace memwall::ui
