#include "widgets/base/paint_kit.h"
#include "widgets/stage/stage_painters.h"

#include <QFontMetricsF>

#include <algorithm>

namespace memwall::ui
{

namespace
{

/// Blocks that stay outside, stacked before the house: as many per hundred as bytes do not fit.
void drawOutside(const StageCanvas& canvas, const QRectF& yard)
{
    const double pitch = canvas.layout.block / (1 - kGapOfPitch);
    const int columns = std::max(1, static_cast<int>(yard.width() / pitch));
    const int rows = std::max(1, static_cast<int>(yard.height() / pitch));
    const int wanted = static_cast<int>(std::clamp(canvas.frame.overflowShare, 0.02, 4.0) * 100.0);
    const int count = std::min(wanted, columns * rows);
    for (int i = 0; i < count; ++i)
        drawBlock(canvas.painter,
            { yard.left() + pitch * (i % columns), yard.bottom() - pitch * (i / columns + 1),
                canvas.layout.block, canvas.layout.block },
            core::Kind::Weights, canvas.theme);
}

} // namespace

void paintOverflow(const StageCanvas& canvas)
{
    const Theme& theme = canvas.theme;
    const QRectF& body = canvas.layout.body;
    const QRectF house = canvas.layout.houses.front().rooms.empty()
        ? QRectF { body.topLeft(), QSizeF { 0, body.height() } }
        : canvas.layout.houses.front().rooms.front().box;
    const double line = QFontMetricsF { theme.font(TextRole::Figure) }.height();
    const double pad = theme.px(20), width = std::min(body.width() * 0.46, theme.px(560));
    const QFontMetricsF metrics { theme.font(TextRole::Body) };
    const QRectF words = metrics.boundingRect(QRectF { 0, 0, width - 2 * pad, body.height() },
        Qt::AlignLeft | Qt::TextWordWrap, canvas.frame.overflowReason);
    const double height = std::min(body.height(), words.height() + line + 2 * pad + theme.px(6));
    const QRectF card { body.right() - width, body.center().y() - height / 2, width, height };
    QColor veil = theme.panel;
    veil.setAlphaF(0.72F);
    canvas.painter.fillRect(body.adjusted(house.right() - body.left() + 1, 0, 0, 0), veil);
    const double gap = theme.px(12);
    drawOutside(canvas,
        { house.right() + gap, body.top(), card.left() - house.right() - 2 * gap,
            house.bottom() - body.top() });
    drawBox(canvas.painter, card, theme.px(10), theme.raised, theme.bad);
    const QRectF inner = card.adjusted(pad, pad, -pad, -pad);
    drawLabel(canvas.painter, { inner.left(), inner.top(), inner.width(), line }, canvas.frame.overflowTitle,
        theme, { TextRole::Figure, theme.bad, Qt::AlignLeft | Qt::AlignVCenter });
    canvas.painter.setFont(theme.font(TextRole::Body));
    canvas.painter.setPen(theme.text);
    canvas.painter.drawText(inner.adjusted(0, line + theme.px(6), 0, 0), Qt::AlignLeft | Qt::TextWordWrap,
        canvas.frame.overflowReason);
}

} // namespace memwall::ui
