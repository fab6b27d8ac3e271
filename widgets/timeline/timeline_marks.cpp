#include "widgets/timeline/timeline_marks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace memwall::ui
{

namespace
{

void paintFlag(QPainter& painter, QPointF foot, std::size_t number, const Theme& theme)
{
    const double wide = theme.px(13);
    const double high = theme.px(14);
    const QRectF flag(foot.x(), foot.y() - high, wide, high);
    QPainterPath path;
    path.addRoundedRect(flag, theme.px(2), theme.px(2));
    painter.fillPath(path, theme.accent);
    painter.setPen(theme.accentText);
    painter.drawText(flag, Qt::AlignCenter, QString::number(number));
}

} // namespace

QRectF rangeRect(const TimelineLayout& layout, core::TimeSpan range)
{
    const double from = std::max(layout.plot.left(), layout.scale.timeToPixel(range.begin));
    const double to = std::min(layout.plot.right(), layout.scale.timeToPixel(range.end));
    if (to < from)
        return {};
    return { from, layout.ruler.top(), to - from, layout.plot.bottom() - layout.ruler.top() };
}

void paintSelection(QPainter& painter, const TimelineLayout& layout, core::TimeSpan range, const Theme& theme)
{
    const QRectF band = rangeRect(layout, range);
    if (band.isNull())
        return;
    QColor fill = theme.accent;
    fill.setAlphaF(0.16F);
    painter.fillRect(band, fill);
    painter.setPen(QPen(theme.accent, theme.px(1.5)));
    for (const core::Instant edge : { range.begin, range.end }) {
        const double x = layout.scale.timeToPixel(edge);
        if (x >= layout.plot.left() - 1 && x <= layout.plot.right() + 1)
            painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()));
    }
}

void paintHit(QPainter& painter, const TimelineLayout& layout, core::TimeSpan hit, const Theme& theme)
{
    const QRectF band = rangeRect(layout, hit);
    if (band.isNull())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, theme.px(2)));
    // Wide enough to be seen where the hit itself is thinner than a pixel.
    const double more = std::max(theme.px(1), (theme.px(6) - band.width()) / 2);
    painter.drawRoundedRect(
        QRectF(band.left() - more, layout.plot.top(), band.width() + 2 * more, layout.plot.height()),
        theme.px(3), theme.px(3));
}

void paintBookmarks(QPainter& painter, const TimelineLayout& layout, const Bookmarks& bookmarks,
    core::Instant end, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TextRole::Caption));
    const TimeScale whole { { {}, end }, layout.minimap.left(), layout.minimap.width() };
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
        if (!bookmarks[i])
            continue;
        painter.setPen(QPen(theme.accent, theme.px(1.5)));
        const double small = whole.timeToPixel(*bookmarks[i]);
        painter.drawLine(QPointF(small, layout.minimap.top()), QPointF(small, layout.minimap.bottom()));
        const double x = layout.scale.timeToPixel(*bookmarks[i]);
        if (x < layout.plot.left() - 1 || x > layout.plot.right() + 1)
            continue;
        painter.drawLine(QPointF(x, layout.ruler.top()), QPointF(x, layout.plot.bottom()));
        paintFlag(painter, { x, layout.plot.bottom() }, i + 1, theme);
    }
}

} // namespace memwall::ui
