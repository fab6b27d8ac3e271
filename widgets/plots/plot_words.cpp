#include "widgets/plots/plot_words.h"

#include <qcustomplot.h>

namespace memwall::ui
{

namespace
{

QCPAxisRect* rectOf(const QCustomPlot& plot, const PlotPoint& place)
{
    return place.rect != nullptr ? place.rect : plot.axisRect();
}

} // namespace

PlotWords::PlotWords(QCustomPlot& plot)
    : m_plot(plot)
    , m_theme(Theme::darkTheme())
{
}

void PlotWords::clear()
{
    m_words.clear();
    m_marks.clear();
    m_lines.clear();
}

void PlotWords::add(const QString& text, PlotPoint place, Side side, const QColor& colour, TextRole role)
{
    auto* item = new QCPItemText(&m_plot);
    item->position->setType(QCPItemPosition::ptAbsolute);
    item->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    item->setClipToAxisRect(false); // of the plot's first rect
    item->setText(text);
    item->setFont(m_theme.font(role));
    item->setColor(colour);
    m_words.push_back({ item, place, side, role });
}

void PlotWords::keepOff(PlotPoint mark, double size)
{
    m_marks.push_back({ mark, size });
}

void PlotWords::preferOff(PlotPoint from, PlotPoint to)
{
    m_lines.emplace_back(from, to);
}

QPointF PlotWords::pixelOf(const PlotPoint& place) const
{
    const QCPAxisRect* rect = rectOf(m_plot, place);
    return { rect->axis(QCPAxis::atBottom)->coordToPixel(place.x),
        rect->axis(QCPAxis::atLeft)->coordToPixel(place.y) };
}

void PlotWords::place()
{
    for (QCPAxisRect* rect : m_plot.axisRects())
        placeIn(rect);
}

void PlotWords::placeIn(QCPAxisRect* rect)
{
    const double inset = m_theme.px(3);
    WordPlacer placer { QRectF(rect->rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(9) };
    for (const Mark& mark : m_marks)
        if (rectOf(m_plot, mark.place) == rect)
            placer.keepOff({ pixelOf(mark.place) - QPointF { mark.size / 2, mark.size / 2 },
                QSizeF { mark.size, mark.size } });
    for (const auto& [from, to] : m_lines)
        if (rectOf(m_plot, from) == rect)
            placer.preferOff(pixelOf(from), pixelOf(to));
    for (const Word& word : m_words)
        if (rectOf(m_plot, word.place) == rect) {
            const QFontMetricsF metrics { m_theme.font(word.role) };
            // The plot rounds a word's box up to whole pixels.
            const QSizeF size = metrics.size(0, word.item->text()) + QSizeF { 2, 1 };
            word.item->position->setCoords(placer.place(pixelOf(word.place), size, word.side).topLeft());
        }
}

} // namespace memwall::ui
