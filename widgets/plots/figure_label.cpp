#include "widgets/plots/figure_label.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace memwall::ui
{

FigureLabel::FigureLabel(QWidget* parent)
    : QLabel(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setAccessibleDescription(tr("Press Return to see where this number comes from."));
}

bool FigureLabel::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave
        || event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QLabel::event(event);
}

void FigureLabel::keyPressEvent(QKeyEvent* event)
{
    const bool presses
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (presses)
        emit asked();
    else
        QLabel::keyPressEvent(event);
}

void FigureLabel::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        QLabel::mousePressEvent(event);
}

void FigureLabel::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit asked();
    else
        QLabel::mouseReleaseEvent(event);
}

/// Where the last line of the text stands.
QRectF FigureLabel::textRect() const
{
    const QFontMetricsF metrics(font());
    const int flags = Qt::TextWordWrap | static_cast<int>(alignment());
    return metrics.boundingRect(QRectF(contentsRect()), flags, text());
}

void FigureLabel::paintEvent(QPaintEvent* event)
{
    QLabel::paintEvent(event);
    if (!underMouse() && !hasFocus())
        return;
    // A line of dots while the pointer is there, a frame while the keys are.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double thick = std::max(1.0, QFontMetricsF(font()).lineWidth());
    const QRectF where = textRect();
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2 * thick));
        const QRectF frame = where.adjusted(-3, 0, 3, 0).intersected(QRectF(rect()).adjusted(1, 1, -1, -1));
        painter.drawRoundedRect(frame, 3, 3);
        return;
    }
    painter.setPen(QPen(palette().color(QPalette::WindowText), thick, Qt::DotLine));
    painter.drawLine(
        QPointF(where.left(), where.bottom() - thick), QPointF(where.right(), where.bottom() - thick));
}

} // namespace memwall::ui
