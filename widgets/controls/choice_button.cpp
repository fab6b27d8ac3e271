#include "widgets/controls/choice_button.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kPadding = 12;
constexpr double kCaptionGap = 7;
constexpr double kMark = 7;
constexpr double kMarkGap = 6;

int textWidth(const QFont& font, const QString& text)
{
    return static_cast<int>(std::ceil(QFontMetricsF { font }.horizontalAdvance(text)));
}

void paintMark(QPainter& painter, const Theme& theme, double right, double middle)
{
    const double size = theme.px(kMark);
    QPainterPath mark;
    mark.moveTo(right - size, middle - size * 0.3);
    mark.lineTo(right - size / 2, middle + size * 0.3);
    mark.lineTo(right, middle - size * 0.3);
    painter.strokePath(
        mark, QPen { theme.secondary, theme.px(1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin });
}

} // namespace

void paintChip(QPainter& painter, const QWidget& widget, const Theme& theme, bool pressed)
{
    const bool focused = widget.hasFocus();
    const double pen = focused ? theme.px(2) : 1.0;
    const QRectF box = QRectF { widget.rect() }.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    const bool hovered = widget.isEnabled() && widget.underMouse();
    QColor border = hovered ? theme.faint : theme.line;
    if (focused || pressed)
        border = theme.accent;
    const QColor rest = widget.isEnabled() ? theme.raised : theme.window;
    painter.setPen(QPen { border, pen });
    painter.setBrush(pressed ? theme.line : rest);
    painter.drawRoundedRect(box, theme.px(8), theme.px(8));
}

ChoiceButton::ChoiceButton(const QString& caption, bool opensList, QWidget* parent)
    : QAbstractButton { parent }
    , m_caption { caption }
    , m_opensList { opensList }
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void ChoiceButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void ChoiceButton::setValue(const QString& value)
{
    m_value = value;
    setAccessibleName(m_caption + u' ' + value);
    updateGeometry();
    update();
}

void ChoiceButton::setShortValue(const QString& value)
{
    m_shortValue = value;
    updateGeometry();
    update();
}

void ChoiceButton::setCompact(bool compact)
{
    m_compact = compact;
    update();
}

void ChoiceButton::setOpen(bool open)
{
    m_open = open;
    update();
}

int ChoiceButton::widthWith(bool caption) const
{
    double width = 2 * m_theme.px(kPadding) + textWidth(m_theme.font(TextRole::BodyStrong), m_value);
    if (caption)
        width += textWidth(m_theme.font(TextRole::Body), m_caption) + m_theme.px(kCaptionGap);
    if (m_opensList)
        width += m_theme.px(kMarkGap + kMark);
    return static_cast<int>(std::ceil(width)) + 1;
}

int ChoiceButton::leastWidth() const
{
    const QFont font = m_theme.font(TextRole::Caption);
    const int least = textWidth(font, m_shortValue.isEmpty() ? m_value.left(3) + u'\u2026' : m_shortValue);
    return static_cast<int>(2 * m_theme.px(kPadding / 2)) + std::min(least, textWidth(font, m_value)) + 2;
}

QSize ChoiceButton::sizeHint() const
{
    return { widthWith(!m_compact), static_cast<int>(std::lround(m_theme.px(32))) };
}

void ChoiceButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter { this };
    painter.setRenderHint(QPainter::Antialiasing);
    paintChip(painter, *this, m_theme, m_open || isDown());
    const int natural = widthWith(!m_compact);
    // A chip that had to shrink spends its padding and mark before its value.
    const double spare = m_opensList ? m_theme.px(kMarkGap + kMark) : 0.0;
    const bool tight = width() < natural - static_cast<int>(spare);
    const double padding = m_theme.px(tight ? kPadding / 2 : kPadding);
    QRectF room = QRectF { rect() }.adjusted(padding, 0, -padding, 0);
    if (m_opensList && !tight) {
        paintMark(painter, m_theme, room.right(), room.center().y());
        room.setRight(room.right() - m_theme.px(kMark + kMarkGap));
    }
    if (!m_compact) {
        const QFont font = m_theme.font(TextRole::Body);
        painter.setFont(font);
        painter.setPen(isEnabled() ? m_theme.secondary : m_theme.faint);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, m_caption);
        room.setLeft(room.left() + textWidth(font, m_caption) + m_theme.px(kCaptionGap));
    }
    painter.setPen(isEnabled() ? m_theme.text : m_theme.faint);
    paintValue(painter, room.adjusted(0, 0, 1, 0));
}

/// Smaller letters say more than cut words, and a short form more than either.
void ChoiceButton::paintValue(QPainter& painter, const QRectF& room) const
{
    for (const QString& value : { m_value, m_shortValue })
        for (const TextRole role : { TextRole::BodyStrong, TextRole::Caption })
            if (!value.isEmpty() && textWidth(m_theme.font(role), value) <= room.width() + 1) {
                painter.setFont(m_theme.font(role));
                painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, value);
                return;
            }
    const QFont font = m_theme.font(TextRole::Caption);
    painter.setFont(font);
    const QString& least = m_shortValue.isEmpty() ? m_value : m_shortValue;
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetricsF { font }.elidedText(least, Qt::ElideRight, room.width()));
}

void ChoiceButton::keyPressEvent(QKeyEvent* event)
{
    const bool opens
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down;
    if (opens)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceButton::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ChoiceButton::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace memwall::ui
