#include "widgets/charts/scatter_plot.h"

#include "core/validate/check_text.h"
#include "core/validate/nearest.h"
#include "widgets/base/format.h"
#include "widgets/charts/scatter_marks.h"
#include "widgets/plots/chart_actions.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/vector_plot.h"
#include "widgets/words/sayings.h"

#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace memwall::ui
{

namespace
{

} // namespace

ScatterPlot::ScatterPlot(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::darkTheme())
    , m_plot(newVectorPlot(this))
    , m_actions(new ChartActions(*this, *this, Qt::WindowShortcut))
{
    m_plot->setObjectName(QStringLiteral("scatterPlot"));
    m_plot->setAccessibleName(tr("Predicted over measured values of all published points"));
    for (QCPAxis* axis : { m_plot->xAxis, m_plot->yAxis }) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(wideTicker());
    }
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setFocusPolicy(Qt::StrongFocus);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_plot);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const QString text = textAt(event->position());
        text.isEmpty() ? QToolTip::hideText()
                       : QToolTip::showText(event->globalPosition().toPoint(), text, m_plot);
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        setRanges();
        m_plot->replot();
    });
}

void ScatterPlot::setPoints(std::shared_ptr<const core::ModelCheck> check, const core::Catalog& catalog,
    std::vector<std::size_t> shown)
{
    m_check = std::move(check);
    m_catalog = &catalog;
    m_shown = std::move(shown);
    rebuild();
}

void ScatterPlot::setRinged(std::vector<std::size_t> points)
{
    m_ringed = std::move(points);
    rebuild();
}

void ScatterPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    rebuild();
}

void ScatterPlot::rebuild()
{
    stylePlot(*m_plot, m_theme);
    m_plot->clearPlottables();
    m_plot->clearItems();
    styleLegend(*m_plot, m_theme);
    m_plot->xAxis->setLabel(tr("measured, in each figure's own unit"));
    m_plot->yAxis->setLabel(tr("predicted"));
    if (m_check) {
        setRanges();
        addLines();
        std::set<core::FigureKind> kinds;
        for (const std::size_t i : m_shown)
            kinds.insert(core::kindOf(m_check->points[i].point));
        for (const bool inside : { false, true })
            for (const core::FigureKind kind : kinds)
                addMarks(kind, inside);
        addRings();
    }
    m_plot->replot();
}

void ScatterPlot::setRanges()
{
    double low = 1e300, high = 0;
    for (const std::size_t i : m_shown) {
        const core::CheckedPoint& point = m_check->points[i];
        low = std::min({ low, point.point.value, *point.predicted });
        high = std::max({ high, point.point.value, *point.predicted });
    }
    m_from = m_shown.empty() ? 1e-3 : low / 2;
    m_to = m_shown.empty() ? 1e3 : high * 2;
    m_plot->xAxis->setRange(m_from, m_to);
    m_plot->yAxis->setRange(m_from, m_to);
}

/// Equal values, and those a factor of two away. They reach beyond the range, for those who move it.
void ScatterPlot::addLines()
{
    constexpr double kBeyond = 1e6;
    for (const double factor : { 1.0, 2.0, 0.5 }) {
        QCPGraph* line = m_plot->addGraph();
        line->setData({ m_from / kBeyond, m_to * kBeyond },
            { m_from / kBeyond * factor, m_to * kBeyond * factor }, true);
        const bool equal = factor == 1.0;
        line->setPen(QPen(equal ? m_theme.text : m_theme.faint, m_theme.px(equal ? 1.5 : 1),
            equal ? Qt::SolidLine : Qt::DashLine));
        line->setName(equal ? tr("predicted = measured") : tr("a factor of two off"));
        if (factor == 0.5)
            line->removeFromLegend();
    }
}

void ScatterPlot::addMarks(core::FigureKind kind, bool inside)
{
    QVector<double> measured, predicted;
    bool filled = false; // some mark of this kind is inside: that one stands in the legend
    for (const std::size_t i : m_shown) {
        const core::CheckedPoint& point = m_check->points[i];
        if (core::kindOf(point.point) != kind)
            continue;
        filled = filled || point.outside.empty();
        if (point.outside.empty() != inside)
            continue;
        measured.push_back(point.point.value);
        predicted.push_back(*point.predicted);
    }
    if (measured.isEmpty())
        return;
    QCPGraph* marks = m_plot->addGraph();
    marks->setName(plain(core::nameOf(kind)));
    marks->setData(measured, predicted);
    marks->setLineStyle(QCPGraph::lsNone);
    marks->setScatterStyle(markOf(kind, inside, m_theme));
    if (inside != filled)
        marks->removeFromLegend();
}

void ScatterPlot::addRings()
{
    QVector<double> measured, predicted;
    for (const std::size_t i : m_ringed)
        if (std::binary_search(m_shown.begin(), m_shown.end(), i)) {
            measured.push_back(m_check->points[i].point.value);
            predicted.push_back(*m_check->points[i].predicted);
        }
    if (measured.isEmpty())
        return;
    QCPGraph* rings = m_plot->addGraph();
    rings->setName(tr("nearest to the scenario"));
    rings->setData(measured, predicted);
    rings->setLineStyle(QCPGraph::lsNone);
    rings->setScatterStyle(QCPScatterStyle(
        QCPScatterStyle::ssCircle, QPen(m_theme.text, m_theme.px(2)), Qt::NoBrush, m_theme.px(16)));
}

QPointF ScatterPlot::pixelOf(const core::CheckedPoint& point) const
{
    return { m_plot->xAxis->coordToPixel(point.point.value), m_plot->yAxis->coordToPixel(*point.predicted) };
}

QString ScatterPlot::textAt(QPointF place) const
{
    const core::CheckedPoint* nearest = nullptr;
    double least = m_theme.px(9);
    for (const std::size_t i : m_shown) {
        const QPointF offset = pixelOf(m_check->points[i]) - place;
        const double distance = std::hypot(offset.x(), offset.y());
        if (distance < least) {
            least = distance;
            nearest = &m_check->points[i];
        }
    }
    return nearest ? describe(*nearest) : QString();
}

QString ScatterPlot::describe(const core::CheckedPoint& point) const
{
    const std::string unit = core::unitOf(point.point.metric);
    const QString sign = point.error() < 0 ? QStringLiteral("−") : QStringLiteral("+");
    QString text
        = tr("%1 · %2\n%3\npredicted %4, measured %5 (%6%7)")
              .arg(plain(point.point.id), plain(core::nameOf(core::kindOf(point.point))),
                  wordsOf(core::describe(point, *m_catalog)), plain(core::figureText(*point.predicted, unit)),
                  plain(core::figureText(point.point.value, unit)), sign,
                  formatPercent(std::abs(point.error())));
    for (const core::MeasurementSource& source : m_check->sources)
        if (source.id == point.point.source)
            text += u'\n' + tr("%1, %2").arg(plain(source.title), plain(source.date));
    if (!point.outside.empty())
        text += u'\n' + tr("Outside the validated range: %1").arg(wordsOf(point.outside));
    return text;
}

QString ScatterPlot::chartName() const
{
    return tr("Predicted against measured");
}

std::string ScatterPlot::chartCsv() const
{
    std::vector<const core::CheckedPoint*> points;
    for (const std::size_t i : m_shown)
        points.push_back(&m_check->points[i]);
    return core::checkCsv(points, wordingOfFiles());
}

} // namespace memwall::ui
