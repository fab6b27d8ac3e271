#include "widgets/charts/sensitivity_bars.h"

#include "core/figures/levers.h"
#include "widgets/base/format.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kMostOfDoubling = 0.5; ///< what twice of all there is would save

} // namespace

QString changeText(double saved)
{
    if (std::abs(saved) < 0.0005)
        return QStringLiteral("0\u2009%");
    return (saved > 0 ? QStringLiteral("−") : QStringLiteral("+")) + formatPercent(std::abs(saved));
}

std::vector<SavingBar> savingBars(const core::Report& report)
{
    return savingBars(report.tpotS > 0 ? report.tpotSensitivity : report.ttftSensitivity);
}

std::vector<SavingBar> savingBars(const core::Sensitivity& change)
{
    const std::array names { SensitivityBars::tr("2 × bandwidth"), SensitivityBars::tr("2 × arithmetic"),
        SensitivityBars::tr("2 × capacity"), SensitivityBars::tr("½ latencies"),
        SensitivityBars::tr("2 × link") };
    static_assert(names.size() == core::kLevers.size());
    std::vector<SavingBar> bars;
    for (std::size_t i = 0; i < names.size(); ++i)
        bars.push_back({ names[i], -(change.*core::kLevers[i].change) });
    return bars;
}

SensitivityBars::SensitivityBars(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::darkTheme())
{
    setObjectName(QStringLiteral("sensitivity"));
    setAccessibleName(tr("What twice of each resource would buy"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SensitivityBars::setReport(const core::Report& report, const core::Sensitivity& shown)
{
    m_bars = savingBars(shown);
    const std::vector<SavingBar> token = savingBars(report.tpotSensitivity);
    const std::vector<SavingBar> first = savingBars(report.ttftSensitivity);
    QStringList lines;
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        lines << tr("%1: %2 per token, %3 to the first token")
                     .arg(m_bars[i].name, changeText(token[i].saved), changeText(first[i].saved));
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    lines << tr("= time with it / time now − 1");
    setToolTip(lines.join(u'\n'));
    update();
}

void SensitivityBars::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

double SensitivityBars::rowHeight() const
{
    return QFontMetricsF(m_theme.font(TextRole::Caption)).height() + m_theme.px(3);
}

QSize SensitivityBars::sizeHint() const
{
    constexpr double kWidth = 220;
    constexpr double kRows = 5;
    return { static_cast<int>(m_theme.px(kWidth)), static_cast<int>(std::ceil(rowHeight() * kRows)) };
}

void SensitivityBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    double names = 0, most = kMostOfDoubling;
    for (const SavingBar& bar : m_bars) {
        names = std::max(names, metrics.horizontalAdvance(bar.name));
        most = std::max(most, std::abs(bar.saved));
    }
    const double gap = m_theme.px(8);
    const double values = metrics.horizontalAdvance(QStringLiteral("−0.000\u2009%"));
    const double left = names + gap;
    const double room = std::max(0.0, width() - left - gap - values);
    const auto best = std::max_element(m_bars.begin(), m_bars.end(),
        [](const SavingBar& a, const SavingBar& b) { return a.saved < b.saved; });
    double top = 0;
    for (auto bar = m_bars.begin(); bar != m_bars.end(); ++bar, top += rowHeight()) {
        const QRectF row(0, top, width(), rowHeight());
        const bool hero = bar == best && bar->saved > 0;
        const double thickness = m_theme.px(8);
        const QRectF groove(left, row.center().y() - thickness / 2, room, thickness);
        painter.setPen(hero ? m_theme.text : m_theme.secondary);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, bar->name);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, changeText(bar->saved));
        painter.fillRect(groove, m_theme.raised);
        QRectF filled = groove;
        filled.setWidth(room * std::abs(bar->saved) / most);
        painter.fillRect(filled, bar->saved < 0 ? m_theme.bad : hero ? m_theme.accent : m_theme.faint);
    }
}

} // namespace memwall::ui
