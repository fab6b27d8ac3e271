#include "widgets/insight/roofline_card.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/vector_plot.h"

#include <QToolTip>
#include <qcustomplot.h>

#include <cmath>

namespace memwall::ui
{

namespace
{

bool hasRoof(const core::Phase& phase)
{
    return phase.present && phase.ridge().has_value();
}

bool hasPoint(const core::Phase& phase)
{
    return phase.present && phase.flopPerByte > 0 && phase.flopsPerSecond > 0;
}

} // namespace

RooflineCard::RooflineCard(QWidget* parent)
    : Card(QStringLiteral("roofline"), tr("Roofline"), parent)
    , m_plot(newVectorPlot(this))
    , m_without(addLabel(TextRole::Body, &Theme::secondary, this))
    , m_words(*m_plot)
{
    m_plot->setObjectName(QStringLiteral("rooflinePlot"));
    m_plot->setAccessibleName(tr("Roofline: flop per second over arithmetic intensity"));
    for (QCPAxis* axis : { m_plot->xAxis, m_plot->yAxis }) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(siTicker());
    }
    m_plot->xAxis->setLabel(tr("arithmetic intensity, flop per byte"));
    m_plot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(m_plot, &QCustomPlot::mouseMove, this, &RooflineCard::showValues);
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] { m_words.place(); });
    m_without->setObjectName(QStringLiteral("rooflineWithout"));
    m_without->setWordWrap(true);
    m_without->setText(tr("No roofline: the arithmetic rate or the bandwidth of this chip is not published, "
                          "or its weights are read in place, so that there is no door to draw."));
    body()->addWidget(m_plot, 1);
    body()->addWidget(m_without);
}

std::string RooflineCard::csvOf(const core::Report& report) const
{
    return core::phasesCsv(report);
}

void RooflineCard::showData(const InsightData& shown)
{
    m_prefill = shown.report.prefill;
    m_decode = shown.report.decode;
    setAside(tr("one chip"));
    rebuild();
}

void RooflineCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_words.setTheme(theme);
    m_plot->setMinimumHeight(static_cast<int>(theme.px(160)));
    rebuild();
}

/// The phase whose roof is drawn first, if a chip has one and something stands under it.
const core::Phase* RooflineCard::roof() const
{
    for (const core::Phase* phase : { &m_decode, &m_prefill })
        if (hasRoof(*phase) && hasPoint(*phase))
            return phase;
    return nullptr;
}

void RooflineCard::rebuild()
{
    m_words.clear();
    m_plot->clearItems();
    m_plot->clearGraphs();
    const core::Phase* first = roof();
    m_plot->setVisible(first != nullptr);
    m_without->setVisible(first == nullptr);
    // A sentence takes its lines; a plot what the column has left.
    setSizePolicy(QSizePolicy::Preferred, first != nullptr ? QSizePolicy::Expanding : QSizePolicy::Maximum);
    fitSentences();
    if (first == nullptr)
        return;
    stylePlot(*m_plot, theme());
    m_plot->axisRect()->setBackground(theme().window);
    const int edge = static_cast<int>(theme().px(6));
    m_plot->axisRect()->setMinimumMargins(QMargins(edge, edge, edge, edge));
    setRanges(*first);
    if (first == &m_decode && hasRoof(m_prefill)
        && (m_prefill.peakFlops != m_decode.peakFlops || m_prefill.peakBandwidth != m_decode.peakBandwidth))
        addRoof(m_prefill, true);
    addRoof(*first, false); // over the other: the decode chip is the one in question
    addPoint(m_prefill, true);
    addPoint(m_decode, false);
    m_plot->replot();
}

/// Room on all sides: a third of a decade left and below, a decade right and above for words.
void RooflineCard::setRanges(const core::Phase& roof)
{
    double low = *roof.ridge(), high = low;
    double top = roof.peakFlops->value, bottom = top;
    for (const core::Phase* phase : { &m_prefill, &m_decode }) {
        if (hasRoof(*phase)) {
            low = std::min(low, *phase->ridge());
            high = std::max(high, *phase->ridge());
            top = std::max(top, phase->peakFlops->value);
        }
        if (hasPoint(*phase)) {
            low = std::min(low, phase->flopPerByte);
            high = std::max(high, phase->flopPerByte);
            bottom = std::min(bottom, phase->flopsPerSecond / 2);
        }
    }
    m_left = low / 3;
    m_right = high * 12;
    m_plot->xAxis->setRange(m_left, m_right);
    m_plot->yAxis->setRange(std::min(bottom, m_left * roof.peakBandwidth->value), top * 8);
}

void RooflineCard::addRoof(const core::Phase& phase, bool second)
{
    const double ridge = *phase.ridge(), peak = phase.peakFlops->value;
    const double left = m_left * phase.peakBandwidth->value;
    QCPGraph* line = m_plot->addGraph();
    line->setName(second ? tr("prefill roof") : tr("roof"));
    line->setData({ m_left, ridge, m_right }, { left, peak, peak }, true);
    line->setPen(QPen(
        second ? theme().secondary : theme().text, theme().px(2), second ? Qt::DashLine : Qt::SolidLine));
    if (!second) {
        // Left of the ridge memory is the limit: the slope has the colour of what it carries.
        QCPGraph* slope = m_plot->addGraph();
        slope->setName(tr("memory roof"));
        slope->setData({ m_left, ridge }, { left, peak }, true);
        slope->setPen(QPen(theme().color(core::Kind::Weights), theme().px(2.5)));
    }
    m_words.preferOff({ m_left, left }, { ridge, peak });
    m_words.preferOff({ ridge, peak }, { m_right, peak });
    m_words.add(
        second ? tr("prefill chip %1").arg(formatNumber(ridge)) : tr("ridge %1").arg(formatNumber(ridge)),
        { ridge, peak }, Side::Above, theme().secondary);
}

void RooflineCard::addPoint(const core::Phase& phase, bool prefill)
{
    if (!hasPoint(phase))
        return;
    const QString name = prefill ? tr("prefill") : tr("decode");
    QCPGraph* point = m_plot->addGraph();
    point->setName(name);
    point->setData({ phase.flopPerByte }, { phase.flopsPerSecond });
    point->setLineStyle(QCPGraph::lsNone);
    // Prefill is a square, decode a disc: the colour is not the only signal.
    const auto shape = prefill ? QCPScatterStyle::ssSquare : QCPScatterStyle::ssCircle;
    const QColor colour = theme().color(prefill ? core::Kind::Activations : core::Kind::Weights);
    point->setScatterStyle(
        QCPScatterStyle(shape, QPen(theme().text, theme().px(1.5)), colour, theme().px(10)));
    const PlotPoint mark { phase.flopPerByte, phase.flopsPerSecond };
    m_words.keepOff(mark, theme().px(12));
    m_words.add(prefill ? name : tr("%1 · %2 flop/byte").arg(name, formatNumber(phase.flopPerByte, 2)), mark,
        prefill ? Side::Below : Side::Right, theme().text);
}

void RooflineCard::showValues(QMouseEvent* event)
{
    const auto near = [&](const core::Phase& phase) {
        const double x = m_plot->xAxis->coordToPixel(phase.flopPerByte);
        const double y = m_plot->yAxis->coordToPixel(phase.flopsPerSecond);
        return hasPoint(phase)
            && std::hypot(x - event->position().x(), y - event->position().y()) < theme().px(14);
    };
    for (const auto& [phase, name] :
        { std::pair(&m_decode, tr("Decode")), std::pair(&m_prefill, tr("Prefill")) })
        if (near(*phase)) {
            QToolTip::showText(event->globalPosition().toPoint(),
                tr("%1: %2 flop per byte, %3 of the %4 that one chip can do (flops done / time)")
                    .arg(name, formatNumber(phase->flopPerByte), formatPercent(phase->computeBusy),
                        formatFlops(phase->peakFlops->value)),
                m_plot);
            return;
        }
    QToolTip::hideText();
}

} // namespace memwall::ui
