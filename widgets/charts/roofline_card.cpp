#include "widgets/charts/roofline_card.h"

#include "widgets/base/format.h"
#include "widgets/charts/plot_style.h"

#include <QToolTip>
#include <qcustomplot.h>

#include <cmath>

namespace memwall::ui
{

RooflineCard::RooflineCard(QWidget* parent)
    : Card(QStringLiteral("roofline"), tr("Roofline"), parent)
    , m_plot(new QCustomPlot(this))
    , m_without(addLabel(TextRole::Body, &Theme::secondary, this))
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
    m_without->setWordWrap(true);
    body()->addWidget(m_plot, 1);
    body()->addWidget(m_without);
}

void RooflineCard::setData(const InsightData& shown)
{
    m_prefill = shown.report.prefill;
    m_decode = shown.report.decode;
    setAside(tr("one chip"));
    rebuild();
}

void RooflineCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_plot->setMinimumHeight(static_cast<int>(theme.px(150)));
    rebuild();
}

void RooflineCard::rebuild()
{
    const core::Phase& roof = m_decode.present ? m_decode : m_prefill;
    const bool drawable = roof.peakFlops > 0 && roof.peakBandwidth > 0;
    m_plot->setVisible(drawable);
    setSizePolicy(QSizePolicy::Preferred, drawable ? QSizePolicy::Expanding : QSizePolicy::Maximum);
    m_without->setVisible(!drawable);
    m_without->setText(tr("No roofline: the arithmetic rate or the bandwidth of this chip is not published. "
                          "Its weights are read in place, so there is no door to draw."));
    if (!drawable)
        return fitSentences();
    m_plot->clearItems();
    m_plot->clearGraphs();
    stylePlot(*m_plot, theme());
    double low = roof.ridgeFlopPerByte, high = roof.ridgeFlopPerByte;
    for (const core::Phase* phase : { &m_prefill, &m_decode })
        if (phase->present && phase->flopPerByte > 0) {
            low = std::min({ low, phase->flopPerByte, phase->ridgeFlopPerByte });
            high = std::max({ high, phase->flopPerByte, phase->ridgeFlopPerByte });
        }
    m_left = low / 4;
    m_right = high * 12;
    m_plot->xAxis->setRange(m_left, m_right);
    double top = roof.peakFlops, bottom = m_left * roof.peakBandwidth;
    for (const core::Phase* phase : { &m_prefill, &m_decode })
        if (phase->present && phase->flopsPerSecond > 0) {
            top = std::max(top, phase->peakFlops);
            bottom = std::min(bottom, phase->flopsPerSecond / 2);
        }
    m_plot->yAxis->setRange(bottom, top * 8);
    const bool two = m_prefill.present && m_decode.present && m_prefill.peakFlops > 0
        && (m_prefill.peakFlops != m_decode.peakFlops || m_prefill.peakBandwidth != m_decode.peakBandwidth);
    addRoof(roof, false);
    if (two)
        addRoof(m_prefill, true);
    addPoint(tr("prefill"), m_prefill, theme().color(core::Kind::Activations), true);
    addPoint(tr("decode"), m_decode, theme().color(core::Kind::Weights), false);
    m_plot->replot();
}

void RooflineCard::addRoof(const core::Phase& phase, bool second)
{
    QCPGraph* roof = m_plot->addGraph();
    const double ridge = phase.ridgeFlopPerByte;
    roof->setData(
        { m_left, ridge, m_right }, { m_left * phase.peakBandwidth, phase.peakFlops, phase.peakFlops }, true);
    roof->setPen(QPen(
        second ? theme().secondary : theme().text, theme().px(2), second ? Qt::DashLine : Qt::SolidLine));
    auto* label = new QCPItemText(m_plot);
    label->position->setCoords(ridge, phase.peakFlops);
    label->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    label->setPadding(QMargins(0, 0, 0, static_cast<int>(theme().px(3))));
    label->setText(
        second ? tr("prefill chip %1").arg(formatNumber(ridge)) : tr("ridge %1").arg(formatNumber(ridge)));
    label->setFont(theme().font(TextRole::Caption));
    label->setColor(theme().secondary);
    if (second && std::abs(std::log10(ridge / m_decode.ridgeFlopPerByte)) < 1)
        label->setVisible(false);
}

void RooflineCard::addPoint(const QString& name, const core::Phase& phase, const QColor& colour, bool left)
{
    if (!phase.present || phase.flopPerByte <= 0 || phase.flopsPerSecond <= 0)
        return;
    QCPGraph* point = m_plot->addGraph();
    point->setName(name);
    point->setData({ phase.flopPerByte }, { phase.flopsPerSecond });
    point->setLineStyle(QCPGraph::lsNone);
    // Prefill is a square, decode a disc: the colour is not the only signal.
    const auto shape = left ? QCPScatterStyle::ssSquare : QCPScatterStyle::ssCircle;
    point->setScatterStyle(
        QCPScatterStyle(shape, QPen(theme().text, theme().px(1.5)), colour, theme().px(10)));
    auto* label = new QCPItemText(m_plot);
    label->position->setCoords(phase.flopPerByte, phase.flopsPerSecond);
    label->setPositionAlignment(left ? Qt::AlignHCenter | Qt::AlignTop : Qt::AlignLeft | Qt::AlignVCenter);
    const int gap = static_cast<int>(theme().px(9));
    label->setPadding(left ? QMargins(0, gap, 0, 0) : QMargins(gap, 0, 0, 0));
    label->setText(left ? name : tr("%1 · %2 flop/byte").arg(name, formatNumber(phase.flopPerByte, 2)));
    label->setFont(theme().font(TextRole::Caption));
    label->setColor(theme().text);
}

void RooflineCard::showValues(QMouseEvent* event)
{
    const auto near = [&](const core::Phase& phase) {
        const double x = m_plot->xAxis->coordToPixel(phase.flopPerByte);
        const double y = m_plot->yAxis->coordToPixel(phase.flopsPerSecond);
        return phase.present && std::hypot(x - event->pos().x(), y - event->pos().y()) < theme().px(14);
    };
    for (const auto& [phase, name] :
        { std::pair(&m_decode, tr("Decode")), std::pair(&m_prefill, tr("Prefill")) })
        if (near(*phase)) {
            QToolTip::showText(event->globalPosition().toPoint(),
                tr("%1: %2 flop per byte, %3 of the %4 that one chip can do (flops done / time)")
                    .arg(name, formatNumber(phase->flopPerByte), formatPercent(phase->computeBusy),
                        formatFlops(phase->peakFlops)),
                m_plot);
            return;
        }
    QToolTip::hideText();
}

} // namespace memwall::ui
