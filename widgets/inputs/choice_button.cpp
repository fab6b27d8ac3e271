#include "widgets/inputs/choice_button.h"

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
    setAttribute(Qt::WA_Hover); // it looks different under the mouse
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

void ChoiceButton::setShortValues(const QStringList& values)
{
    m_shortValues = values;
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

int ChoiceButton::leastWidth(bool caption) const
{
    const QFont font = m_theme.font(TextRole::Caption);
    const int least
        = textWidth(font, m_shortValues.isEmpty() ? m_value.left(3) + u'\u2026' : m_shortValues.back());
    double width = m_theme.px(kPadding) + std::min(least, textWidth(font, m_value)) + 2;
    if (caption)
        width += textWidth(m_theme.font(TextRole::Body), m_caption) + m_theme.px(kCaptionGap);
    return static_cast<int>(std::ceil(width));
}

QSize ChoiceButton::sizeHint() const
{
    return { widthWith(!m_compact), static_cast<int>(std::lround(m_theme.px(32))) };
}

ChoiceButton::Room ChoiceButton::room() const
{
    // A chip that had to shrink spends half of its padding first, then its mark, then letters of its value.
    const int missing = widthWith(!m_compact) - width();
    const double padding = m_theme.px(missing > 0 ? kPadding / 2 : kPadding);
    const bool mark = m_opensList && missing <= static_cast<int>(m_theme.px(kPadding));
    Room room { QRectF { rect() }.adjusted(padding, 0, -padding, 0), 0, mark };
    room.caption = room.value.left();
    if (room.mark)
        room.value.setRight(room.value.right() - m_theme.px(kMark + kMarkGap));
    if (!m_compact)
        room.value.setLeft(
            room.value.left() + textWidth(m_theme.font(TextRole::Body), m_caption) + m_theme.px(kCaptionGap));
    return room;
}

/// Smaller letters say more than cut words, and a short form more than either.
ChoiceButton::Shown ChoiceButton::shown() const
{
    constexpr double kRounding = 2; // widths are whole pixels
    const double room = this->room().value.width() + kRounding;
    for (const QString& value : QStringList { m_value } + m_shortValues)
        for (const TextRole role : { TextRole::BodyStrong, TextRole::Caption })
            if (!value.isEmpty() && textWidth(m_theme.font(role), value) <= room)
                return { value, role };
    const QString& least = m_shortValues.isEmpty() ? m_value : m_shortValues.back();
    const QFontMetricsF metrics { m_theme.font(TextRole::Caption) };
    return { metrics.elidedText(least, Qt::ElideRight, room - kRounding), TextRole::Caption };
}

void ChoiceButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter { this };
    painter.setRenderHint(QPainter::Antialiasing);
    paintChip(painter, *this, m_theme, m_open || isDown());
    const Room room = this->room();
    const double middle = room.value.center().y();
    if (room.mark)
        paintMark(painter, m_theme, room.value.right() + m_theme.px(kMark + kMarkGap), middle);
    if (!m_compact) {
        painter.setFont(m_theme.font(TextRole::Body));
        painter.setPen(isEnabled() ? m_theme.secondary : m_theme.faint);
        painter.drawText(QRectF { room.caption, room.value.top(), room.value.right(), room.value.height() },
            Qt::AlignVCenter | Qt::AlignLeft, m_caption);
    }
    const Shown value = shown();
    painter.setPen(isEnabled() ? m_theme.text : m_theme.faint);
    painter.setFont(m_theme.font(value.role));
    painter.drawText(room.value, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, value.text);
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

} // namespace memwall::ui
