#include "widgets/stage/wall_painter.h"

#include "widgets/base/paint_kit.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

/// Which of the two tones a brick has: fixed by its place, so that no repaint changes the wall.
std::size_t toneOf(int course, int brick)
{
    const unsigned mixed
        = static_cast<unsigned>(course) * 2654435761U + static_cast<unsigned>(brick) * 40503U;
    return (mixed >> 13U) & 1U;
}

void drawCourse(QPainter& painter, const QRectF& course, int number, double faded, const Theme& theme)
{
    const double length = course.height() * 2.6;
    const double joint = std::max(1.0, std::round(course.height() * 0.14));
    double x = course.left() - (number % 2 == 0 ? 0.0 : length / 2);
    for (int brick = 0; x < course.right(); ++brick, x += length) {
        const double left = std::max(course.left(), x), right = std::min(course.right(), x + length - joint);
        if (right - left < 1.0)
            continue;
        const QColor tone = mix(theme.bricks[toneOf(number, brick)], theme.panel, faded);
        const QRectF rect { left, course.top(), right - left, course.height() - joint };
        painter.fillRect(rect, tone);
        // Light from above: a thin lighter edge gives the bricks their relief.
        painter.fillRect(QRectF { left, course.top(), right - left, std::max(1.0, joint / 2) },
            mix(tone, theme.dark ? theme.computeBusy : theme.panel, theme.dark ? 0.10 : 0.25));
    }
}

void drawBricks(QPainter& painter, const QRectF& part, const QRectF& wall, double faded, const Theme& theme)
{
    if (part.height() <= 0)
        return;
    painter.save();
    painter.setClipRect(part, Qt::IntersectClip);
    painter.fillRect(part, mix(theme.mortar, theme.panel, faded));
    const double courses = std::clamp(std::round(wall.height() / theme.px(13)), 8.0, 40.0);
    const double height = wall.height() / courses;
    for (int i = 0; i < static_cast<int>(courses); ++i) {
        const QRectF course { wall.left(), wall.top() + height * i, wall.width(), height };
        if (course.intersects(part))
            drawCourse(painter, course, i, faded, theme);
    }
    painter.restore();
}

/// A clock, a product, a diamond, a parcel or a head: what one waits for.
void drawSign(QPainter& painter, const QRectF& rect, core::Bottleneck what, const Theme& theme)
{
    const QPointF c = rect.center();
    painter.setPen(QPen { theme.text, std::max(1.0, rect.width() * 0.12) });
    painter.setBrush(Qt::NoBrush);
    switch (what) {
    case core::Bottleneck::Fixed:
        painter.drawEllipse(rect);
        painter.drawLine(c, QPointF { c.x(), rect.top() + rect.height() * 0.2 });
        painter.drawLine(c, QPointF { c.x() + rect.width() * 0.25, c.y() });
        break;
    case core::Bottleneck::Compute:
        painter.drawLine(rect.topLeft(), rect.bottomRight());
        painter.drawLine(rect.bottomLeft(), rect.topRight());
        break;
    case core::Bottleneck::Communication:
        drawBlock(painter, rect, core::Kind::Communication, theme);
        break;
    case core::Bottleneck::Transfer:
        drawBlock(painter, rect, core::Kind::KvCache, theme);
        break;
    default:
        painter.drawEllipse(c, rect.width() * 0.25, rect.height() * 0.25);
        break;
    }
}

} // namespace

void drawWall(QPainter& painter, const QRectF& wall, const QRectF& opening, double faded, const Theme& theme)
{
    constexpr double kMostFaded = 0.72;
    const double pale = faded * kMostFaded;
    const QRectF above { wall.left(), wall.top(), wall.width(), opening.top() - wall.top() };
    const QRectF below { wall.left(), opening.bottom(), wall.width(), wall.bottom() - opening.bottom() };
    drawBricks(painter, above, wall, pale, theme);
    drawBricks(painter, below, wall, pale, theme);
    const double lip = theme.px(2);
    const QColor jamb = mix(theme.mortar, theme.panel, pale);
    if (above.height() > lip)
        painter.fillRect(QRectF { wall.left(), opening.top() - lip, wall.width(), lip }, jamb);
    if (below.height() > lip)
        painter.fillRect(QRectF { wall.left(), opening.bottom(), wall.width(), lip }, jamb);
}

void drawNextWall(
    QPainter& painter, const QRectF& place, core::Bottleneck what, double grown, const Theme& theme)
{
    const int stones = std::max(1, static_cast<int>(std::lround(place.height() / (place.width() * 1.25))));
    const int laid = static_cast<int>(std::lround(stones * grown));
    const double height = place.height() / stones;
    for (int i = 0; i < laid; ++i) {
        const QRectF stone { place.left(), place.bottom() - height * (i + 1), place.width(), height };
        drawBox(painter, stone.adjusted(0, 1, 0, -1), theme.px(3), mix(theme.line, theme.raised, 0.25),
            theme.faint);
        const double side = std::min(stone.width(), stone.height()) * 0.5;
        drawSign(painter, { stone.center().x() - side / 2, stone.center().y() - side / 2, side, side }, what,
            theme);
    }
}

} // namespace memwall::ui
