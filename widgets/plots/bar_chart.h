// A chart of horizontal bars: one row per part, each made of one or several pieces.
#pragma once

#include "widgets/plots/chart.h"
#include "widgets/plots/pattern_fill.h"

#include <functional>

namespace memwall::ui
{

struct BarPiece
{
    double value = 0;
    BarFill fill;
    QString text; ///< values and formula
};

struct BarRow
{
    QString name;
    QString value; ///< at the bar's end
    QString detail; ///< below it, where rows are high enough
    std::vector<BarPiece> pieces;

    [[nodiscard]] double total() const;
};

class BarChart : public Chart
{
    Q_OBJECT
public:
    using Chart::Chart;

    [[nodiscard]] std::vector<ChartMark> marks() const override;
    [[nodiscard]] const std::vector<BarRow>& rows() const { return m_rows; }

protected:
    /// axis: what the bars' length is; text: words of a value on it; most: the axis ends there at least.
    void drawRows(std::vector<BarRow> rows, const QString& axis, const std::function<QString(double)>& text,
        double most = 0);

private:
    void addBars(const BarRow& row, double y);
    void addText(const QString& words, double x, double y, bool detail);
    [[nodiscard]] bool hasRoomForDetails() const;
    [[nodiscard]] double axisEnd(double most) const;
    [[nodiscard]] QRectF areaOf(double from, double to, double y) const;

    std::vector<BarRow> m_rows;
};

} // namespace memwall::ui
