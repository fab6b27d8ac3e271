// Reading a chart: what lies under the pointer, and walking over its marks with the arrow keys.
#include "widgets/plots/chart.h"
#include "widgets/plots/focus_ring.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QKeyEvent>
#include <qcustomplot.h>

#include <cmath>

namespace memwall::ui
{

void Chart::say(const QString& text)
{
    if (text == m_readout->text())
        return;
    m_readout->setText(text);
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

std::vector<ChartMark> Chart::shownMarks() const
{
    return hasRun() && !m_plot->isHidden() ? marks() : std::vector<ChartMark> {};
}

QString Chart::textAt(QPointF place) const
{
    const ChartMark* nearest = nullptr;
    double least = m_theme.px(14);
    const std::vector<ChartMark> all = shownMarks();
    for (const ChartMark& mark : all) {
        const double dx = std::max({ mark.area.left() - place.x(), place.x() - mark.area.right(), 0.0 });
        const double dy = std::max({ mark.area.top() - place.y(), place.y() - mark.area.bottom(), 0.0 });
        if (std::hypot(dx, dy) < least) {
            least = std::hypot(dx, dy);
            nearest = &mark;
        }
    }
    return nearest != nullptr ? nearest->text : QString();
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    constexpr int kPage = 10;
    const int last = static_cast<int>(shownMarks().size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return walk(m_at + 1);
    case Qt::Key_Left:
    case Qt::Key_Up:
        return walk(m_at < 0 ? last : std::max(0, m_at - 1));
    case Qt::Key_Home:
        return walk(0);
    case Qt::Key_End:
        return walk(last);
    case Qt::Key_PageDown:
        return walk(m_at + kPage);
    case Qt::Key_PageUp:
        return walk(std::max(0, m_at - kPage));
    default:
        QWidget::keyPressEvent(event);
    }
}

void Chart::walk(int to)
{
    const std::vector<ChartMark> all = shownMarks();
    m_at = std::min(to, static_cast<int>(all.size()) - 1);
    say(m_at < 0 ? m_formula : all[static_cast<std::size_t>(m_at)].text);
    placeRing();
}

void Chart::placeRing()
{
    const std::vector<ChartMark> all = m_at < 0 ? std::vector<ChartMark> {} : shownMarks();
    const bool shown = m_at >= 0 && static_cast<std::size_t>(m_at) < all.size() && hasFocus();
    if (shown)
        m_ring->surround(all[static_cast<std::size_t>(m_at)].area);
    else
        m_ring->hide();
}

void Chart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        walk(std::max(0, m_at));
}

void Chart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    m_at = -1;
    say(m_formula);
    placeRing();
}

} // namespace memwall::ui
