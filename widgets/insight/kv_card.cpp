#include "widgets/insight/kv_card.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/vector_plot.h"

#include <qcustomplot.h>

#include <algorithm>

namespace memwall::ui
{

KvCard::KvCard(QWidget* parent)
    : Card(QStringLiteral("kv"), tr("KV cache over the answer"), parent)
    , m_plot(newVectorPlot(this))
{
    m_plot->setObjectName(QStringLiteral("kvPlot"));
    m_plot->setAccessibleName(tr("KV cache in bytes over the time of the answer"));
    m_plot->addGraph();
    m_plot->yAxis->setTickLabels(false);
    m_plot->yAxis->setTicks(false);
    m_plot->xAxis->setTicks(false);
    m_plot->xAxis->setTickLabels(false);
    // From edge to edge of the card's body, like the bar of the breakdown.
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->axisRect()->setMargins(QMargins(0, 0, 0, 1));
    m_plot->setToolTip(tr("KV cache of all chips from the first prompt to the last word\n"
                          "= tokens of all answers so far × bytes of a token"));
    m_plot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    // The cursor moves with every frame: a layer of its own repaints without the area.
    m_plot->addLayer(QStringLiteral("cursor"));
    QCPLayer* layer = m_plot->layer(QStringLiteral("cursor"));
    layer->setMode(QCPLayer::lmBuffered);
    m_cursor = new QCPItemLine(m_plot);
    m_cursor->setLayer(layer);
    m_value = new QCPItemText(m_plot);
    m_value->setLayer(layer);
    m_value->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_value->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    body()->addWidget(m_plot, 1);
}

std::string KvCard::csvOf(const core::Report& report) const
{
    return core::kvOverTimeCsv(report);
}

void KvCard::showData(const InsightData& shown)
{
    m_points = shown.report.kvOverTime;
    rebuild();
}

void KvCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_plot->setMinimumHeight(static_cast<int>(theme.px(64)));
    rebuild();
}

bool KvCard::speaksOf(const InsightData& shown) const
{
    return shown.report.fits && shown.report.kvOverTime.size() > 1;
}

void KvCard::rebuild()
{
    stylePlot(*m_plot, theme());
    for (QCPAxis* axis : { m_plot->xAxis, m_plot->yAxis })
        axis->grid()->setVisible(false);
    m_plot->yAxis->setBasePen(Qt::NoPen);
    QVector<double> x, y;
    double top = 0;
    for (const auto& point : m_points) {
        x.append(point.timeS);
        y.append(point.bytes);
        top = std::max(top, point.bytes);
    }
    const QColor colour = theme().color(core::Kind::KvCache);
    QColor area = colour;
    area.setAlphaF(0.35F);
    m_plot->graph(0)->setData(x, y, true);
    m_plot->graph(0)->setPen(QPen(colour, theme().px(2)));
    m_plot->graph(0)->setBrush(area);
    m_plot->xAxis->setRange(0, x.isEmpty() ? 1 : x.back());
    m_plot->yAxis->setRange(0, std::max(1.0, top) * 1.35);
    m_cursor->setPen(QPen(theme().text, theme().px(1.5)));
    m_value->setFont(theme().font(TextRole::BodyStrong));
    m_value->setColor(theme().text);
    setAside(tr("peak %1").arg(formatBytes(top)));
    setTime(core::instantAt(m_time));
    m_plot->replot();
}

double KvCard::bytesAt(double seconds) const
{
    const auto after = std::upper_bound(m_points.begin(), m_points.end(), seconds,
        [](double t, const core::Report::KvPoint& point) { return t < point.timeS; });
    if (after == m_points.begin() || m_points.empty())
        return 0;
    const auto& before = *std::prev(after);
    if (after == m_points.end() || after->timeS <= before.timeS)
        return before.bytes;
    // The last stretch ends when the cache is given back; the slope before it is what the reader sees.
    const double share = (seconds - before.timeS) / (after->timeS - before.timeS);
    return before.bytes + std::max(0.0, after->bytes - before.bytes) * share;
}

void KvCard::setTime(core::Instant time)
{
    m_time = core::toSeconds(time);
    const double top = m_plot->yAxis->range().upper;
    const double end = m_plot->xAxis->range().upper;
    m_cursor->start->setCoords(m_time, 0);
    m_cursor->end->setCoords(m_time, top);
    m_value->position->setCoords(m_time, 0);
    const bool late = m_time > end * 0.6;
    m_value->setPositionAlignment((late ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    m_value->setPadding(QMargins(static_cast<int>(theme().px(6)), 0, static_cast<int>(theme().px(6)), 0));
    m_value->setText(formatBytes(bytesAt(m_time)));
    if (m_plot->isVisible())
        m_plot->layer(QStringLiteral("cursor"))->replot();
}

} // namespace memwall::ui
