#include "widgets/timeline/timeline_painter.h"

#include "widgets/base/format.h"
#include "widgets/theme/text_width.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace memwall::ui
{

namespace
{

QColor colourOf(LaneRole role, bool draft, const Theme& theme)
{
    if (draft)
        return theme.color(core::Kind::Draft);
    switch (role) {
    case LaneRole::Prefill:
        return theme.color(core::Kind::Activations);
    case LaneRole::Compute:
        return theme.computeBusy;
    case LaneRole::Weights:
        return theme.color(core::Kind::Weights);
    case LaneRole::KvCache:
    case LaneRole::Transfer:
        return theme.color(core::Kind::KvCache);
    case LaneRole::Latency:
        return theme.faint;
    case LaneRole::Link:
        break;
    }
    return theme.color(core::Kind::Communication);
}

void paintPanel(QPainter& painter, QSizeF size, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(
        QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), theme.px(10), theme.px(10));
    painter.setBrush(Qt::NoBrush);
}

QString titleText()
{
    return QCoreApplication::translate("Timeline", "Timeline");
}

void paintTitle(QPainter& painter, const QRectF& header, const Theme& theme)
{
    painter.setFont(theme.font(TextRole::BodyStrong));
    painter.setPen(theme.text);
    painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter, titleText());
}

QBrush hatching(const Theme& theme)
{
    return { theme.line, Qt::BDiagPattern };
}

/// What height and hatching say. Returns how wide it is, at the right of its place; 0: no room.
double paintLegend(QPainter& painter, const QRectF& place, const Theme& theme)
{
    struct Entry
    {
        QString text;
        double filled;
    };
    const std::array entries { Entry { QCoreApplication::translate("Timeline", "works"), 1 },
        Entry { QCoreApplication::translate("Timeline", "partly"), 0.4 },
        Entry { QCoreApplication::translate("Timeline", "waits"), 0 } };
    const double side = theme.px(11), gap = theme.px(5), apart = theme.px(12);
    double width = -apart;
    for (const Entry& entry : entries)
        width += side + gap + textWidth(entry.text, theme, TextRole::Caption) + apart;
    if (width > place.width())
        return 0;
    double x = place.right() - width;
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.secondary);
    for (const Entry& entry : entries) {
        const QRectF swatch(x, place.center().y() - side / 2, side, side);
        painter.fillRect(swatch, hatching(theme));
        painter.fillRect(swatch.adjusted(0, side * (1 - entry.filled), 0, 0), theme.secondary);
        const QRectF words(swatch.right() + gap, place.top(), place.right() - swatch.right(), place.height());
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x = words.left() + textWidth(entry.text, theme, TextRole::Caption) + apart;
    }
    return width;
}

void paintSummary(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    // The buttons on the right are widgets of their own; the words give way to them.
    QRectF room = layout.header.adjusted(titleWidth(theme), 0, -theme.px(370), 0);
    const double summary = std::min(textWidth(layout.summary, theme, TextRole::Caption), theme.px(110));
    if (const double legend
        = paintLegend(painter, room.adjusted(summary + theme.px(16), 0, -theme.px(12), 0), theme);
        legend > 0)
        room.setRight(room.right() - legend - theme.px(28));
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.secondary);
    if (room.width() > theme.px(40))
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(layout.summary, Qt::ElideRight, room.width()));
}

void paintRules(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    painter.setFont(theme.font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    for (std::size_t i = 0; i < layout.rules.size(); ++i) {
        const TimeRule& rule = layout.rules[i];
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(rule.x, layout.ruler.top()), QPointF(rule.x, layout.plot.bottom()));
        const double next = i + 1 < layout.rules.size() ? layout.rules[i + 1].x : layout.plot.right();
        const QRectF room(
            rule.x + theme.px(5), layout.ruler.top(), next - rule.x - theme.px(7), layout.ruler.height());
        painter.setPen(theme.secondary);
        if (metrics.horizontalAdvance(rule.label) <= room.width())
            painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, rule.label);
    }
}

/// Name and duration, or the one that fits; empty: neither does.
QString wordsIn(const LaneBar& bar, double seconds, const QFontMetricsF& metrics, double room)
{
    const QString duration = formatSeconds(seconds);
    const QStringList choices = bar.label.isEmpty()
        ? QStringList { duration }
        : QStringList { bar.label + QStringLiteral(" · ") + duration, bar.label, duration };
    for (const QString& words : choices)
        if (metrics.horizontalAdvance(words) <= room)
            return words;
    return {};
}

void paintWords(QPainter& painter, const TimelineLane& lane, const Theme& theme)
{
    painter.setFont(theme.font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    for (const LaneBar& bar : lane.bars) {
        if (!bar.seconds || bar.rect.height() < metrics.ascent())
            continue;
        const QString words = wordsIn(bar, *bar.seconds, metrics, bar.rect.width() - theme.px(8));
        if (words.isEmpty())
            continue;
        painter.setPen(Theme::letters(colourOf(lane.role, bar.draft, theme)));
        painter.drawText(bar.rect, Qt::AlignCenter, words);
    }
}

void paintBars(QPainter& painter, const TimelineLane& lane, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const LaneBar& bar : lane.bars) {
        QColor colour = colourOf(lane.role, bar.draft, theme);
        const double height = bar.share * bar.rect.height();
        if (height < 1) // too little for a row of pixels: a pale one, which can still be seen
            colour.setAlphaF(static_cast<float>(std::max(0.3, height)));
        const double filled = std::max(1.0, height);
        painter.fillRect(
            QRectF(bar.rect.left(), bar.rect.bottom() - filled, bar.rect.width(), filled), colour);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// Waiting is hatched: nothing of this lane moves.
void paintLane(QPainter& painter, const TimelineLane& lane, const Theme& theme)
{
    const double inset = laneInset(lane.rect.height(), theme.px(1));
    painter.fillRect(lane.rect.adjusted(0, inset, 0, -inset), hatching(theme));
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.secondary);
    const QRectF room(theme.px(16), lane.rect.top(), lane.rect.left() - theme.px(24), lane.rect.height());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(lane.label, Qt::ElideRight, room.width()));
}

void paintOverview(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.secondary);
    const QRectF room(
        theme.px(16), layout.minimap.top(), layout.minimap.left() - theme.px(24), layout.minimap.height());
    painter.drawText(
        room, Qt::AlignLeft | Qt::AlignVCenter, QCoreApplication::translate("Timeline", "whole answer"));
    painter.fillRect(layout.minimap, theme.raised);
    for (const MinimapPart& part : layout.overview) {
        QColor colour = theme.color(part.prefill ? core::Kind::Activations : core::Kind::Weights);
        colour.setAlphaF(0.55F);
        painter.fillRect(part.rect, colour);
    }
}

} // namespace

double titleWidth(const Theme& theme)
{
    return QFontMetricsF(theme.font(TextRole::BodyStrong)).horizontalAdvance(titleText()) + theme.px(20);
}

void paintTimelineGround(QPainter& painter, const TimelineLayout& layout, QSizeF size, const Theme& theme)
{
    paintPanel(painter, size, theme);
    paintTitle(painter, layout.header, theme);
    for (const TimelineLane& lane : layout.lanes)
        paintLane(painter, lane, theme);
    paintOverview(painter, layout, theme);
}

void paintTimelineView(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    paintSummary(painter, layout, theme);
    for (const TimelineLane& lane : layout.lanes)
        paintBars(painter, lane, theme);
    paintRules(painter, layout, theme);
    for (const TimelineLane& lane : layout.lanes) // no line crosses a word
        paintWords(painter, lane, theme);
    painter.setPen(QPen(theme.text, theme.px(1.5)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(layout.overviewFrame, theme.px(3), theme.px(3));
}

QRegion playheadArea(const TimelineLayout& layout, core::Instant time, core::Instant end, const Theme& theme)
{
    const TimeScale whole { { {}, end }, layout.minimap.left(), layout.minimap.width() };
    const auto around = [&](double x, double half, double top, double bottom) {
        return QRectF(x - half - 2, top - 2, 2 * half + 4, bottom - top + 4).toAlignedRect();
    };
    QRegion area(
        around(whole.timeToPixel(time), theme.px(1), layout.minimap.top() - 2, layout.minimap.bottom() + 2));
    const double x = layout.scale.timeToPixel(time);
    if (x >= layout.plot.left() - 1 && x <= layout.plot.right() + 1) {
        // The knob is wide, the line below it thin: two strips touch far fewer pixels than one.
        const double knobEnd = layout.ruler.top() + theme.px(9);
        area += around(x, theme.px(6), layout.ruler.top() - theme.px(5), knobEnd);
        area += around(x, theme.px(1), knobEnd, layout.plot.bottom());
    }
    return area;
}

void paintPlayhead(QPainter& painter, const TimelineLayout& layout, core::Instant time, core::Instant end,
    const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const TimeScale whole { { {}, end }, layout.minimap.left(), layout.minimap.width() };
    painter.setPen(QPen(theme.text, theme.px(1.5)));
    const double small = whole.timeToPixel(time);
    painter.drawLine(QPointF(small, layout.minimap.top() - 2), QPointF(small, layout.minimap.bottom() + 2));
    const double x = layout.scale.timeToPixel(time);
    if (x < layout.plot.left() - 1 || x > layout.plot.right() + 1)
        return;
    painter.drawLine(QPointF(x, layout.ruler.top()), QPointF(x, layout.plot.bottom()));
    const double w = theme.px(6);
    const double top = layout.ruler.top() - theme.px(5);
    QPainterPath knob;
    knob.moveTo(x - w, top);
    knob.lineTo(x + w, top);
    knob.lineTo(x + w, top + theme.px(8));
    knob.lineTo(x, top + theme.px(14));
    knob.lineTo(x - w, top + theme.px(8));
    knob.closeSubpath();
    painter.fillPath(knob, theme.text);
}

void paintNoTimeline(QPainter& painter, QSizeF size, const QString& why, const Theme& theme)
{
    paintPanel(painter, size, theme);
    paintTitle(painter, QRectF(theme.px(16), 0, size.width() - theme.px(32), theme.px(40)), theme);
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(theme.secondary);
    painter.drawText(
        QRectF(theme.px(16), theme.px(40), size.width() - theme.px(32), size.height() - theme.px(56)),
        Qt::AlignCenter | Qt::TextWordWrap, why);
}

} // namespace memwall::ui
