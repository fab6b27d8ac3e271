#include "widgets/insight/band_strip.h"

#include "core/origin/equation.h"
#include "widgets/plots/word_placer.h"

#include <QPainter>

#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kHeight = 64, kLine = 26, kBar = 10;

} // namespace

BandStrip::BandStrip(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::darkTheme())
{
    setObjectName(QStringLiteral("bandStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BandStrip::setData(const BandData& band)
{
    m_data = band;
    findRange();
    setVisible(band.value > 0 && (band.ideal || band.low));
    update();
}

void BandStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFixedHeight(static_cast<int>(std::lround(theme.px(kHeight))));
    update();
}

/// All that is drawn, with a tenth of room on either side.
void BandStrip::findRange()
{
    if (m_data.value <= 0)
        return;
    double low = m_data.value, high = m_data.value;
    const auto take = [&](double value) {
        low = value > 0 ? std::min(low, value) : low;
        high = std::max(high, value);
    };
    for (const auto& mark : { m_data.ideal, m_data.low, m_data.high })
        take(mark.value_or(m_data.value));
    for (const double value : m_data.measured)
        take(value);
    const double room = std::max(1.15, std::pow(high / low, 0.12));
    m_from = low / room;
    m_to = high * room;
}

double BandStrip::xOf(double value) const
{
    return width() * std::log(value / m_from) / std::log(m_to / m_from);
}

void BandStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = m_theme.px(kLine), bar = m_theme.px(kBar);
    painter.setPen(QPen(m_theme.line, m_theme.px(1)));
    painter.drawLine(QPointF(0, y), QPointF(width(), y));
    const QColor accent = m_theme.accent;
    if (m_data.low && m_data.high) {
        QColor veil = accent;
        veil.setAlphaF(0.35F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil);
        const double left = xOf(*m_data.low);
        painter.drawRoundedRect(QRectF(left, y - bar / 2, xOf(*m_data.high) - left, bar), bar / 2, bar / 2);
    }
    painter.setFont(m_theme.font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    WordPlacer placer(rect(), m_theme.px(12));
    placer.keepOff(QRectF(0, y - bar, width(), 2 * bar));
    const auto word = [&](double value, const QString& name, const QColor& colour, Side side) {
        const QString text = name + QStringLiteral(" ")
            + QString::fromStdString(core::figureText(value, m_data.unit.toStdString()));
        painter.setPen(colour);
        painter.drawText(placer.place({ xOf(value), y }, metrics.size(0, text) + QSizeF(2, 0), side),
            Qt::AlignCenter, text);
    };
    for (const double value : m_data.measured) {
        painter.setPen(QPen(m_theme.text, m_theme.px(1.5)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(xOf(value), y), m_theme.px(4), m_theme.px(4));
    }
    painter.setPen(QPen(m_theme.text, m_theme.px(2)));
    painter.drawLine(QPointF(xOf(m_data.value), y - bar), QPointF(xOf(m_data.value), y + bar));
    word(m_data.value, tr("here"), m_theme.text, Side::Above);
    if (m_data.ideal && *m_data.ideal > 0) {
        painter.setPen(QPen(m_theme.good, m_theme.px(2)));
        painter.drawLine(QPointF(xOf(*m_data.ideal), y - bar), QPointF(xOf(*m_data.ideal), y + bar));
        word(*m_data.ideal, tr("ideal"), m_theme.good, Side::Below);
    }
    if (m_data.low && m_data.high) {
        word(*m_data.low, tr("from"), m_theme.secondary, Side::Below);
        word(*m_data.high, tr("to"), m_theme.secondary, Side::Below);
    }
}

} // namespace memwall::ui
