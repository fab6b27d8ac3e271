#include "app/frame/panel_handle.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace memwall::app
{

namespace
{

constexpr double kThickness = 14, kChevron = 4, kNameGap = 7;

/// Around the middle; 1: points right, -1: left.
QPainterPath chevron(double size, int direction)
{
    QPainterPath path;
    path.moveTo(-direction * size / 2, -size);
    path.lineTo(direction * size / 2, 0);
    path.lineTo(-direction * size / 2, size);
    return path;
}

} // namespace

PanelHandle::PanelHandle(Panel panel, const QString& name, const QString& keys, QWidget* parent)
    : QAbstractButton(parent)
    , m_panel(panel)
    , m_name(name)
    , m_keys(keys)
    , m_theme(ui::Theme::darkTheme())
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover); // it looks different under the mouse
    setShown(true);
}

void PanelHandle::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void PanelHandle::setShown(bool shown)
{
    m_shown = shown;
    const QString does = shown ? tr("Hide: %1").arg(m_name) : tr("Show: %1").arg(m_name);
    setAccessibleName(does);
    setToolTip(tr("%1 (%2)").arg(does, m_keys));
    update();
}

QSize PanelHandle::sizeHint() const
{
    const int thickness = qRound(m_theme.px(kThickness));
    return { thickness, thickness };
}

int PanelHandle::direction() const
{
    return (m_panel == Panel::List) == m_shown ? -1 : 1;
}

void PanelHandle::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = underMouse() || hasFocus() || isDown();
    painter.fillRect(rect(), lit ? m_theme.raised : m_theme.window);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, m_theme.px(2)));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    // Drawn lying, as a row from left to right; a column turns it by a quarter.
    painter.translate(rect().center());
    const int turn = isColumn() ? -90 : 0;
    painter.rotate(turn);
    const double along = isColumn() ? height() : width();
    const QFont font = m_theme.font(ui::TextRole::Caption);
    const double name = m_shown ? 0 : QFontMetricsF(font).horizontalAdvance(m_name) + m_theme.px(kNameGap);
    const double chevronAt = -name / 2;
    painter.save();
    painter.translate(chevronAt, 0);
    painter.rotate(90);
    painter.strokePath(chevron(m_theme.px(kChevron), direction()),
        QPen(lit ? m_theme.text : m_theme.secondary, m_theme.px(1.5), Qt::SolidLine, Qt::RoundCap,
            Qt::RoundJoin));
    painter.restore();
    if (m_shown || name > along)
        return;
    painter.setFont(font);
    painter.setPen(lit ? m_theme.text : m_theme.secondary);
    const double across = isColumn() ? width() : height();
    painter.drawText(QRectF(chevronAt + m_theme.px(kNameGap), -across / 2, name, across),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, m_name);
}

void PanelHandle::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace memwall::app
