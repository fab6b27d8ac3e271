#include "widgets/plots/plot_style.h"

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

class WordTicker : public QCPAxisTicker
{
public:
    explicit WordTicker(std::function<QString(double)> text)
        : m_text(std::move(text))
    {
    }

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return m_text(tick); }

    std::function<QString(double)> m_text;
};

class LogWordTicker : public WordTicker
{
public:
    using WordTicker::WordTicker;

protected:
    QVector<double> createTickVector(double, const QCPRange& range) override
    {
        QVector<double> ticks;
        if (range.lower <= 0 || range.upper <= range.lower)
            return ticks;
        constexpr double kShort = 2.2; // decades
        const double decades = std::log10(range.upper / range.lower);
        const double every = std::max(1.0, std::ceil(decades / 8)); // decades from label to label
        for (double power = std::floor(std::log10(range.lower)); power <= std::log10(range.upper);
             power += every)
            for (const double step : { 1.0, 2.0, 5.0 })
                if (step == 1.0 || decades < kShort)
                    ticks.push_back(step * std::pow(10.0, power));
        return ticks;
    }
    int getSubTickCount(double) override { return 0; }
};

} // namespace

QSharedPointer<QCPAxisTicker> logTicker(std::function<QString(double)> text)
{
    return QSharedPointer<LogWordTicker>::create(std::move(text));
}

QSharedPointer<QCPAxisTicker> linearTicker(std::function<QString(double)> text)
{
    return QSharedPointer<WordTicker>::create(std::move(text));
}

QSharedPointer<QCPAxisTicker> siTicker()
{
    return QSharedPointer<SiTicker>::create();
}

void styleAxis(QCPAxis& axis, const Theme& theme)
{
    axis.setBasePen(QPen(theme.line, 1));
    axis.setTickPen(QPen(theme.line, 1));
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelFont(theme.font(TextRole::Caption));
    axis.setTickLabelColor(theme.secondary);
    axis.setLabelFont(theme.font(TextRole::Caption));
    axis.setLabelColor(theme.secondary);
    axis.grid()->setPen(QPen(theme.line, 1, Qt::DotLine));
    axis.grid()->setZeroLinePen(Qt::NoPen);
    axis.setLabelPadding(static_cast<int>(theme.px(2)));
    axis.setTickLabelPadding(static_cast<int>(theme.px(3)));
}

void stylePlot(QCustomPlot& plot, const Theme& theme)
{
    plot.setBackground(theme.panel);
    plot.axisRect()->setBackground(theme.panel);
    for (QCPAxis* axis : { plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2 })
        styleAxis(*axis, theme);
}

} // namespace memwall::ui
