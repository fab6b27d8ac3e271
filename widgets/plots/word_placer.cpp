#include "widgets/plots/word_placer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace memwall::ui
{

namespace
{

constexpr double kCoveringCounts = 1000; // a pixel of a word weighs more than any line

QRectF beside(QPointF anchor, QSizeF size, QPointF direction, double gap)
{
    // A diagonal direction keeps the same distance from the mark as a straight one.
    const double reach = std::abs(direction.x()) == std::abs(direction.y()) ? gap * 0.71 : gap;
    const QPointF centre { anchor.x() + direction.x() * (reach + size.width() / 2),
        anchor.y() + direction.y() * (reach + size.height() / 2) };
    return { centre - QPointF { size.width() / 2, size.height() / 2 }, size };
}

QPointF directionOf(Side side)
{
    switch (side) {
    case Side::Right:
        return { 1, 0 };
    case Side::Left:
        return { -1, 0 };
    case Side::Above:
        return { 0, -1 };
    case Side::Below:
        return { 0, 1 };
    }
    return {};
}

/// Pixels of a line that lie in a rectangle: each edge cuts off what is beyond it.
double lengthInside(const QLineF& line, const QRectF& rect)
{
    double from = 0, to = 1;
    const auto cut = [&](double step, double room) {
        if (step == 0)
            to = room < 0 ? from : to;
        else if (step < 0)
            from = std::max(from, room / step);
        else
            to = std::min(to, room / step);
    };
    cut(-line.dx(), line.x1() - rect.left());
    cut(line.dx(), rect.right() - line.x1());
    cut(-line.dy(), line.y1() - rect.top());
    cut(line.dy(), rect.bottom() - line.y1());
    return std::max(0.0, to - from) * line.length();
}

double area(const QRectF& rect)
{
    return rect.width() * rect.height();
}

} // namespace

WordPlacer::WordPlacer(const QRectF& bounds, double gap)
    : m_bounds(bounds)
    , m_gap(gap)
{
}

void WordPlacer::keepOff(const QRectF& area)
{
    m_taken.push_back(area);
}

void WordPlacer::preferOff(QPointF from, QPointF to)
{
    m_lines.emplace_back(from, to);
}

QRectF WordPlacer::moved(QRectF place) const
{
    place.moveLeft(std::max(m_bounds.left(), std::min(place.left(), m_bounds.right() - place.width())));
    place.moveTop(std::max(m_bounds.top(), std::min(place.top(), m_bounds.bottom() - place.height())));
    return place;
}

double WordPlacer::cost(const QRectF& place) const
{
    double covered = 0;
    for (const QRectF& taken : m_taken)
        covered += area(place.intersected(taken));
    double crossed = 0;
    for (const QLineF& line : m_lines)
        crossed += lengthInside(line, place);
    return covered * kCoveringCounts + crossed;
}

QRectF WordPlacer::place(QPointF anchor, QSizeF size, Side wanted)
{
    std::vector<QPointF> directions { directionOf(wanted) };
    for (const Side side : { Side::Right, Side::Left, Side::Below, Side::Above })
        directions.push_back(directionOf(side));
    for (const double x : { 1.0, -1.0 })
        for (const double y : { 1.0, -1.0 })
            for (const QPointF slant : { QPointF { x, y }, QPointF { x / 2, y }, QPointF { x, y / 2 } })
                directions.push_back(slant);
    QRectF best;
    double least = std::numeric_limits<double>::infinity();
    const auto consider = [&](const QRectF& place, double penalty) {
        const double costs = cost(place) + penalty;
        if (costs < least) {
            least = costs;
            best = place;
        }
    };
    // Further out only if no place next to the mark is free: a pixel outwards counts as much as half a
    // pixel of a line underneath.
    for (const double distance : { 1.0, 1.75, 2.5, 4.0 })
        for (const QPointF& direction : directions)
            consider(moved(beside(anchor, size, direction, m_gap * distance)), (distance - 1) * m_gap / 2);
    if (least >= kCoveringCounts) // nothing near is free: anywhere, as near as can be
        for (double y = m_bounds.top(); y + size.height() <= m_bounds.bottom(); y += size.height() / 3)
            for (double x = m_bounds.left(); x + size.width() <= m_bounds.right(); x += size.height() / 3)
                consider({ { x, y }, size }, QLineF(anchor, QRectF({ x, y }, size).center()).length() / 2);
    keepOff(best);
    return best;
}

} // namespace memwall::ui
