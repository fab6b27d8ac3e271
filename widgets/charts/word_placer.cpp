#include "widgets/charts/word_placer.h"

#include <algorithm>
#include <limits>

namespace memwall::ui
{

namespace
{

QRectF beside(QPointF anchor, QSizeF size, QPointF direction, double gap)
{
    // A diagonal direction keeps the same distance from the mark as a straight one.
    const double reach = direction.x() != 0 && direction.y() != 0 ? gap * 0.71 : gap;
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
    constexpr int kSteps = 60;
    for (int i = 0; i <= kSteps; ++i)
        m_linePoints.push_back(from + (to - from) * (static_cast<double>(i) / kSteps));
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
    const auto onLine = std::count_if(
        m_linePoints.begin(), m_linePoints.end(), [&place](QPointF point) { return place.contains(point); });
    constexpr double kCoveringCounts = 1000; // a pixel of a word weighs more than any line
    return covered * kCoveringCounts + static_cast<double>(onLine);
}

QRectF WordPlacer::place(QPointF anchor, QSizeF size, Side wanted)
{
    std::vector<QPointF> directions { directionOf(wanted) };
    for (const Side side : { Side::Right, Side::Left, Side::Below, Side::Above })
        directions.push_back(directionOf(side));
    for (const double x : { 1.0, -1.0 })
        for (const double y : { 1.0, -1.0 })
            directions.emplace_back(x, y);
    QRectF best;
    double least = std::numeric_limits<double>::infinity();
    // Further out only if no place next to the mark is free.
    for (const double distance : { 1.0, 2.5, 4.0 })
        for (const QPointF& direction : directions) {
            const QRectF place = moved(beside(anchor, size, direction, m_gap * distance));
            // Steps outwards cost little more than a line underneath.
            const double costs = cost(place) + (distance - 1) * 20;
            if (costs < least) {
                least = costs;
                best = place;
            }
        }
    keepOff(best);
    return best;
}

} // namespace memwall::ui
