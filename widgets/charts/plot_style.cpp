#include "widgets/charts/plot_style.h"

#include <qcustomplot.h>

#include <array>
#include <cmath>

namespace memwall::ui
{

namespace
{

class SiTicker : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        static const std::array<const char16_t*, 6> kLetters { u"", u"k", u"M", u"G", u"T", u"P" };
        const auto step
            = static_cast<std::size_t>(std::clamp(std::floor(std::log10(tick) / 3 + 1e-9), 0.0, 5.0));
        const double value = tick / std::pow(1000.0, static_cast<double>(step));
        return QString::number(value, 'g', 3) + QString::fromUtf16(kLetters[step]);
    }
};

} // namespace

QSharedPointer<QCPAxisTicker> siTicker()
{
    return QSharedPointer<SiTicker>::create();
}

void stylePlot(QCustomPlot& plot, const Theme& theme)
{
    plot.setBackground(theme.panel);
    plot.axisRect()->setBackground(theme.panel);
    for (QCPAxis* axis : { plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2 }) {
        axis->setBasePen(QPen(theme.line, 1));
        axis->setTickPen(QPen(theme.line, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelFont(theme.font(TextRole::Caption));
        axis->setTickLabelColor(theme.secondary);
        axis->setLabelFont(theme.font(TextRole::Caption));
        axis->setLabelColor(theme.secondary);
        axis->grid()->setPen(QPen(theme.line, 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setLabelPadding(static_cast<int>(theme.px(2)));
        axis->setTickLabelPadding(static_cast<int>(theme.px(3)));
    }
}

} // namespace memwall::ui
