#include "widgets/lesson/spotlight.h"

#include <QPainter>
#include <QPainterPath>

namespace memwall::ui
{

Spotlight::Spotlight(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("spotlight"));
    constexpr int kFadeMs = 400;
    m_fade.setDuration(kFadeMs);
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(1.0);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, [this] { update(); });
    hide();
}

void Spotlight::setLit(const QRect& lit)
{
    if (lit == m_lit)
        return;
    m_lit = lit;
    showOrHide();
    m_fade.stop();
    if (!m_still && !lit.isNull())
        m_fade.start();
    update();
}

void Spotlight::setCovered(const QVector<QRect>& covered)
{
    if (covered == m_covered)
        return;
    m_covered = covered;
    showOrHide();
    update();
}

void Spotlight::showOrHide()
{
    setVisible(!m_lit.isNull() || !m_covered.isEmpty());
}

void Spotlight::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void Spotlight::paintEvent(QPaintEvent* /*event*/)
{
    const double strength
        = m_fade.state() == QAbstractAnimation::Running ? m_fade.currentValue().toDouble() : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = m_theme.px(12);
    for (const QRect& covered : m_covered) {
        painter.setPen(QPen(m_theme.line, 1));
        painter.setBrush(m_theme.panel);
        painter.drawRoundedRect(covered, radius, radius);
        painter.setPen(m_theme.secondary);
        painter.setFont(m_theme.font(TextRole::Hero));
        painter.drawText(covered, Qt::AlignCenter, QStringLiteral("?"));
    }
    if (m_lit.isNull())
        return;
    constexpr double kVeil = 0.35;
    QPainterPath around, lit;
    around.addRect(rect());
    lit.addRoundedRect(m_lit, radius, radius);
    QColor veil = m_theme.window;
    veil.setAlphaF(static_cast<float>(kVeil * strength));
    painter.fillPath(around.subtracted(lit), veil);
    painter.setPen(QPen(m_theme.accent, m_theme.px(2)));
    painter.setBrush(Qt::NoBrush);
    painter.setOpacity(strength);
    painter.drawPath(lit);
}

} // namespace memwall::ui
