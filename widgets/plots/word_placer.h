// Places words beside the marks of a plot: inside its bounds, off other words and marks, and off its lines
// where there is room. Pure geometry in pixels; the order of the calls is the order of importance.
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <cstdint>
#include <vector>

namespace memwall::ui
{

enum class Side : std::uint8_t
{
    Right,
    Left,
    Above,
    Below,
};

class WordPlacer
{
public:
    /// gap: between a mark's centre and the near edge of its word.
    WordPlacer(const QRectF& bounds, double gap);

    /// Words are kept off an area: a mark, another word.
    void keepOff(const QRectF& area);
    /// Words are kept off a line if another place is as good.
    void preferOff(QPointF from, QPointF to);
    /// The place of a word of this size; later words keep off it. Beside the anchor on the wanted side,
    /// else on another, else wherever it covers least.
    QRectF place(QPointF anchor, QSizeF size, Side wanted);

private:
    [[nodiscard]] QRectF moved(QRectF place) const;
    [[nodiscard]] double cost(const QRectF& place) const;

    QRectF m_bounds;
    double m_gap;
    std::vector<QRectF> m_taken;
    std::vector<QLineF> m_lines;
};

} // namespace memwall::ui
