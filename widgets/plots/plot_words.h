// Words at places of a plot: where around its mark each stands is decided when the axes have their size.
#pragma once

#include "widgets/plots/word_placer.h"
#include "widgets/theme/theme.h"

#include <QString>

class QCPAxisRect;
class QCPItemText;
class QCustomPlot;

namespace memwall::ui
{

/// A place in the coordinates of a plot, or of one of its axis rects.
struct PlotPoint
{
    double x = 0, y = 0;
    QCPAxisRect* rect = nullptr; ///< null: the plot's only one
};

class PlotWords
{
public:
    explicit PlotWords(QCustomPlot& plot);

    /// Forgets everything; the plot's items are gone with clearItems().
    void clear();
    void setTheme(const Theme& theme) { m_theme = theme; }
    /// The order of the calls is the order of importance.
    void add(const QString& text, PlotPoint place, Side side, const QColor& colour,
        TextRole role = TextRole::Caption);
    /// Words keep off a mark of so many pixels …
    void keepOff(PlotPoint mark, double size);
    /// … and off a line where there is room.
    void preferOff(PlotPoint from, PlotPoint to);
    /// Call after the plot's layout.
    void place();

    [[nodiscard]] QPointF pixelOf(const PlotPoint& place) const;

private:
    struct Word
    {
        QCPItemText* item;
        PlotPoint place;
        Side side;
        TextRole role;
    };
    struct Mark
    {
        PlotPoint place;
        double size;
    };

    void placeIn(QCPAxisRect* rect);

    QCustomPlot& m_plot;
    Theme m_theme;
    std::vector<Word> m_words;
    std::vector<Mark> m_marks;
    std::vector<std::pair<PlotPoint, PlotPoint>> m_lines;
};

} // namespace memwall::ui
