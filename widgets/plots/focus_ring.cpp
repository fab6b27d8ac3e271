#include "widgets/plots/focus_ring.h"

#include "widgets/plots/vector_plot.h"

#include <QPainter>

#include <algorithm>

namespace memwall::ui
{

FocusRing::FocusRing(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void FocusRing::surround(const QRectF& area)
{
    const double edge = 3 * m_pen.widthF();
    setGeometry(area.adjusted(-edge, -edge, edge, edge).toAlignedRect());
    show();
    raise();
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_pen);
    const double edge = m_pen.widthF() / 2;
    const double radius = std::min({ width() / 2.0, height() / 2.0, 5 * m_pen.widthF() });
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), radius, radius);
}

void paintCardGround(QWidget& card, const Theme& theme)
{
    QPainter painter(&card);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        card.hasFocus() && !isExported(card) ? QPen(theme.accent, theme.px(1.5)) : QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    const double radius = theme.px(10);
    painter.drawRoundedRect(QRectF(card.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace memwall::ui
