#include "widgets/stage/paint_kit.h"
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
    const double pitch = canvas.layout.pitch;
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
    const double width = std::min(body.width() * 0.62, theme.px(620));
    const double line = QFontMetricsF { theme.font(TextRole::Figure) }.height();
    const QRectF card { body.right() - width, body.center().y() - theme.px(76), width, theme.px(152) };
    QColor veil = theme.panel;
    veil.setAlphaF(0.72F);
    canvas.painter.fillRect(body, veil);
    drawOutside(canvas, { body.left(), body.top(), card.left() - body.left() - theme.px(16), body.height() });
    drawBox(canvas.painter, card, theme.px(10), theme.raised, theme.bad);
    const QRectF inner = card.adjusted(theme.px(20), theme.px(14), -theme.px(20), -theme.px(14));
    drawLabel(canvas.painter, { inner.left(), inner.top(), inner.width(), line }, canvas.frame.overflowTitle,
        theme, { TextRole::Figure, theme.bad, Qt::AlignLeft | Qt::AlignVCenter });
    canvas.painter.setFont(theme.font(TextRole::Body));
    canvas.painter.setPen(theme.text);
    canvas.painter.drawText(QRectF { inner.left(), inner.top() + line + theme.px(6), inner.width(),
                                inner.height() - line - theme.px(6) },
        Qt::AlignLeft | Qt::TextWordWrap, canvas.frame.overflowReason);
}

} // namespace memwall::ui
