#include "widgets/plots/bar_chart.h"

#include "widgets/plots/plot_style.h"

#include <qcustomplot.h>

#include <numeric>

namespace memwall::ui
{

namespace
{

constexpr double kBarWordGap = 8; ///< from a bar to its words
constexpr double kHalfBar = 0.3; ///< of the distance between rows
constexpr double kWidestRow = 64; ///< few rows are not stretched over the whole height

/// One piece, in plot coordinates.
class PlotBar : public QCPAbstractItem
{
public:
    PlotBar(QCustomPlot& plot, BarFill fill, Theme theme)
        : QCPAbstractItem(&plot)
        , from(createPosition(QStringLiteral("from")))
        , to(createPosition(QStringLiteral("to")))
        , m_fill(std::move(fill))
        , m_theme(std::move(theme))
    {
    }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

    QCPItemPosition *const from, *const to;

protected:
    void draw(QCPPainter* painter) override
    {
        const QRectF bar = QRectF(from->pixelPosition(), to->pixelPosition()).normalized();
        fillBar(*painter, bar, m_fill, m_theme);
    }

private:
    BarFill m_fill;
    Theme m_theme;
};

} // namespace

double BarRow::total() const
{
    return std::accumulate(pieces.begin(), pieces.end(), 0.0,
        [](double sum, const BarPiece& piece) { return sum + piece.value; });
}

void BarChart::drawRows(
    std::vector<BarRow> rows, const QString& axis, const std::function<QString(double)>& text, double most)
{
    m_rows = std::move(rows);
    double low = 0;
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        names->addTick(static_cast<double>(i), m_rows[i].name);
        low = std::min(low, m_rows[i].total());
    }
    plot().xAxis->setRange(low, axisEnd(most));
    plot().xAxis->setTicker(linearTicker(text));
    plot().xAxis->setLabel(axis);
    plot().yAxis->setTicker(names);
    plot().yAxis->setTickLabelFont(theme().font(TextRole::Body));
    plot().yAxis->setTickLabelColor(theme().text);
    plot().yAxis->grid()->setVisible(false);
    plot().yAxis->setTickPen(Qt::NoPen);
    const double shown
        = std::max<double>(static_cast<double>(m_rows.size()), plot().height() / theme().px(kWidestRow));
    plot().yAxis->setRange(shown - 0.5, -0.5);
    plot().yAxis->setRangeReversed(true);
    plot().yAxis->setRange(-0.5, shown - 0.5);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        addBars(m_rows[i], static_cast<double>(i));
}

void BarChart::addBars(const BarRow& row, double y)
{
    double at = 0;
    for (const BarPiece& piece : row.pieces) {
        auto* bar = new PlotBar(plot(), piece.fill, theme());
        bar->from->setCoords(at, y - kHalfBar);
        bar->to->setCoords(at + piece.value, y + kHalfBar);
        at += piece.value;
    }
    const bool two = !row.detail.isEmpty() && hasRoomForDetails();
    const double half = two ? 0.17 : 0; // of the distance between rows
    addText(row.value, std::max(0.0, at), y - half, false);
    if (two)
        addText(row.detail, std::max(0.0, at), y + half, true);
}

void BarChart::addText(const QString& words, double x, double y, bool detail)
{
    auto* text = new QCPItemText(&plot());
    text->position->setCoords(x, y);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    text->setPadding(QMargins(static_cast<int>(theme().px(kBarWordGap)), 0, 0, 0));
    text->setText(words);
    text->setFont(theme().font(detail ? TextRole::Caption : TextRole::BodyStrong));
    text->setColor(detail ? theme().secondary : theme().text);
}

bool BarChart::hasRoomForDetails() const
{
    constexpr double kTwoLines = 44;
    return plot().height() / static_cast<double>(m_rows.size()) >= theme().px(kTwoLines);
}

/// So far that the words at the end of every bar have room.
double BarChart::axisEnd(double most) const
{
    const QFontMetricsF body(theme().font(TextRole::BodyStrong)), caption(theme().font(TextRole::Caption));
    double names = 0;
    for (const BarRow& row : m_rows)
        names = std::max(names, body.horizontalAdvance(row.name));
    const double width = std::max(1.0, plot().width() - names - theme().px(60));
    double end = std::max(most, 1e-30);
    for (const BarRow& row : m_rows) {
        const double words = theme().px(2 * kBarWordGap)
            + std::max(body.horizontalAdvance(row.value),
                hasRoomForDetails() ? caption.horizontalAdvance(row.detail) : 0);
        end = std::max(end, row.total() / std::max(0.2, 1 - words / width));
    }
    return end;
}

QRectF BarChart::areaOf(double from, double to, double y) const
{
    const auto pixel = [this](double value, double row) {
        return QPointF { plot().xAxis->coordToPixel(value), plot().yAxis->coordToPixel(row) };
    };
    return QRectF(pixel(from, y - kHalfBar), pixel(to, y + kHalfBar)).normalized();
}

std::vector<ChartMark> BarChart::marks() const
{
    std::vector<ChartMark> all;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        double at = 0;
        for (const BarPiece& piece : m_rows[i].pieces) {
            all.push_back({ areaOf(at, at + piece.value, static_cast<double>(i)), piece.text });
            at += piece.value;
        }
    }
    return all;
}

} // namespace memwall::ui
