#include "widgets/race/lane_layout.h"

#include <QFontMetricsF>

#include <algorithm>

namespace memwall::ui
{

namespace
{

double lineOf(const Theme& theme, TextRole role)
{
    return QFontMetricsF { theme.font(role) }.height();
}

double wordsHeight(const Theme& theme, TextRole figure)
{
    return lineOf(theme, TextRole::Title) + 3 * lineOf(theme, TextRole::Body) + lineOf(theme, figure)
        + theme.px(4);
}

void placeWords(LaneLayout& lane, const QRectF& column, const Theme& theme)
{
    const double body = lineOf(theme, TextRole::Body);
    lane.figureRole
        = wordsHeight(theme, TextRole::Hero) <= column.height() ? TextRole::Hero : TextRole::Figure;
    const bool roomy = wordsHeight(theme, lane.figureRole) <= column.height();
    double y = column.top();
    const auto next = [&](double height) {
        const QRectF line { column.left(), y, column.width(), height };
        y += height;
        return line;
    };
    lane.name = next(lineOf(theme, TextRole::Title));
    lane.what = next(body);
    lane.figure = next(lineOf(theme, lane.figureRole) + (roomy ? theme.px(2) : 0));
    // Where the lane is low, the time per token stands beside the rate.
    lane.perToken = roomy ? next(body) : QRectF {};
    lane.bottleneck = next(body);
}

void placeAnswer(LaneLayout& lane, const QRectF& column, const Theme& theme)
{
    const double line = lineOf(theme, TextRole::Caption);
    const double bar = theme.px(6);
    const double most = QFontMetricsF { theme.font(TextRole::Caption) }.horizontalAdvance(
                            QStringLiteral("100,000 of 100,000 tokens"))
        + theme.px(10);
    const double words = std::min(most, column.width() - theme.px(40));
    const double length = column.width() - words;
    const auto row = [&](double bottom, QRectF& track, QRectF& text) {
        track = { column.left(), bottom - line / 2 - bar / 2, length, bar };
        text = { column.right() - words + theme.px(10), bottom - line, words - theme.px(10), line };
    };
    row(column.bottom(), lane.timeBar, lane.timeText);
    row(column.bottom() - line - theme.px(2), lane.tokenBar, lane.tokenText);
    const double buttons = theme.px(64);
    lane.buttons = { column.right() - buttons, column.top() - theme.px(4), buttons, theme.px(28) };
    lane.answer = { column.left(), column.top(), column.width() - buttons - theme.px(8),
        column.bottom() - 2 * line - theme.px(6) - column.top() };
}

} // namespace

LaneLayout layoutLane(const QSizeF& size, const Theme& theme)
{
    LaneLayout lane;
    lane.panel = { QPointF {}, size };
    const double across = theme.px(20), down = std::clamp(size.height() * 0.08, theme.px(7), theme.px(16));
    const QRectF inner = lane.panel.adjusted(across, down, -across, -down);
    const double gap = theme.px(20);
    const double words = std::clamp(inner.width() * 0.2, theme.px(190), theme.px(330));
    const double picture
        = std::clamp(std::min(inner.width() * 0.25, inner.height() * 2.4), theme.px(150), theme.px(560));
    placeWords(lane, { inner.left(), inner.top(), words, inner.height() }, theme);
    lane.picture = { inner.left() + words + gap, inner.top(), picture, inner.height() };
    const double left = lane.picture.right() + gap;
    placeAnswer(lane, { left, inner.top(), inner.right() - left, inner.height() }, theme);
    return lane;
}

QSizeF smallestLane(const Theme& theme)
{
    const double words = lineOf(theme, TextRole::Title) + 2 * lineOf(theme, TextRole::Body)
        + lineOf(theme, TextRole::Figure);
    return { theme.px(190 + 150 + 250), words + theme.px(14) };
}

} // namespace memwall::ui
