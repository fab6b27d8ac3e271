#include "widgets/stage/wall_painter.h"

#include "widgets/stage/paint_kit.h"

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

void drawCourse(QPainter& painter, const QRectF& course, int number, const Theme& theme)
{
    const double length = course.height() * 2.6;
    const double joint = std::max(1.0, std::round(course.height() * 0.14));
    double x = course.left() - (number % 2 == 0 ? 0.0 : length / 2);
    for (int brick = 0; x < course.right(); ++brick, x += length) {
        const double left = std::max(course.left(), x), right = std::min(course.right(), x + length - joint);
        if (right - left < 1.0)
            continue;
        const QColor tone = theme.bricks[toneOf(number, brick)];
        const QRectF rect { left, course.top(), right - left, course.height() - joint };
        painter.fillRect(rect, tone);
        // Light from above: a thin lighter edge gives the bricks their relief.
        painter.fillRect(QRectF { left, course.top(), right - left, std::max(1.0, joint / 2) },
            mix(tone, theme.dark ? theme.computeBusy : theme.panel, theme.dark ? 0.10 : 0.25));
    }
}

void drawBricks(QPainter& painter, const QRectF& part, const QRectF& wall, const Theme& theme)
{
    if (part.height() <= 0)
        return;
    painter.save();
    painter.setClipRect(part, Qt::IntersectClip);
    painter.fillRect(part, theme.mortar);
    const double courses = std::clamp(std::round(wall.height() / theme.px(13)), 8.0, 40.0);
    const double height = wall.height() / courses;
    for (int i = 0; i < static_cast<int>(courses); ++i) {
        const QRectF course { wall.left(), wall.top() + height * i, wall.width(), height };
        if (course.intersects(part))
            drawCourse(painter, course, i, theme);
    }
    painter.restore();
}

} // namespace

void drawWall(QPainter& painter, const QRectF& wall, const QRectF& opening, const Theme& theme)
{
    const QRectF above { wall.left(), wall.top(), wall.width(), opening.top() - wall.top() };
    const QRectF below { wall.left(), opening.bottom(), wall.width(), wall.bottom() - opening.bottom() };
    drawBricks(painter, above, wall, theme);
    drawBricks(painter, below, wall, theme);
    const double lip = theme.px(2);
    if (above.height() > lip)
        painter.fillRect(QRectF { wall.left(), opening.top() - lip, wall.width(), lip }, theme.mortar);
    if (below.height() > lip)
        painter.fillRect(QRectF { wall.left(), opening.bottom(), wall.width(), lip }, theme.mortar);
}

} // namespace memwall::ui
