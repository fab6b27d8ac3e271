#include "widgets/inputs/toggle_switch.h"

#include "widgets/inputs/choice_button.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kTogglePadding = 11;
constexpr double kTrackWidth = 26;
constexpr double kTrackHeight = 14;
constexpr double kWordGap = 8;
constexpr int kSlideMs = 120;

} // namespace

ToggleSwitch::ToggleSwitch(const QString& word, QWidget* parent)
    : QAbstractButton { parent }
{
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover); // it looks different under the mouse
    m_knob.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_knob, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_position = value.toDouble();
        update();
    });
    connect(this, &QAbstractButton::toggled, this, &ToggleSwitch::moveKnob);
}

void ToggleSwitch::moveKnob(bool on)
{
    const int allowed = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    const double target = on ? 1.0 : 0.0;
    m_knob.stop();
    if (!isVisible() || allowed <= 0) {
        m_position = target;
        update();
        return;
    }
    m_knob.setDuration(std::min(kSlideMs, allowed));
    m_knob.setStartValue(m_position);
    m_knob.setEndValue(target);
    m_knob.start();
}

void ToggleSwitch::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void ToggleSwitch::setCompact(bool compact)
{
    m_compact = compact;
    update();
}

double ToggleSwitch::padding(bool compact) const
{
    return m_theme.px(compact ? kTogglePadding / 2 : kTogglePadding);
}

int ToggleSwitch::widthFor(bool compact) const
{
    const QFont font = m_theme.font(compact ? TextRole::Caption : TextRole::BodyStrong);
    const double width = 2 * padding(compact) + m_theme.px(kTrackWidth + kWordGap)
        + QFontMetricsF { font }.horizontalAdvance(text());
    return static_cast<int>(std::ceil(width)) + 1;
}

QSize ToggleSwitch::sizeHint() const
{
    return { widthFor(m_compact), static_cast<int>(std::lround(m_theme.px(32))) };
}

void ToggleSwitch::paintTrack(QPainter& painter, const QRectF& track) const
{
    const double radius = track.height() / 2;
    const bool lit = isChecked() && isEnabled();
    painter.setPen(QPen { lit ? m_theme.accent : m_theme.faint, 1.0 });
    painter.setBrush(lit ? m_theme.accent : m_theme.line);
    painter.drawRoundedRect(track, radius, radius);
    const double knob = radius - m_theme.px(2);
    const double travel = track.width() - 2 * radius;
    const QPointF centre { track.left() + radius + travel * m_position, track.center().y() };
    painter.setPen(Qt::NoPen);
    const QColor onColor = lit ? m_theme.accentText : m_theme.text;
    painter.setBrush(isEnabled() ? onColor : m_theme.faint);
    painter.drawEllipse(centre, knob, knob);
}

void ToggleSwitch::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter { this };
    painter.setRenderHint(QPainter::Antialiasing);
    paintChip(painter, *this, m_theme, isDown());
    const double trackHeight = m_theme.px(kTrackHeight);
    const QRectF track { padding(m_compact), (height() - trackHeight) / 2, m_theme.px(kTrackWidth),
        trackHeight };
    paintTrack(painter, track);
    const QFont font = m_theme.font(m_compact ? TextRole::Caption : TextRole::BodyStrong);
    const double left = track.right() + m_theme.px(kWordGap);
    const QRectF room { left, 0, width() - left - padding(m_compact) + 1, double(height()) };
    painter.setFont(font);
    painter.setPen(isEnabled() ? m_theme.text : m_theme.faint);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetricsF { font }.elidedText(text(), Qt::ElideRight, room.width() + 1));
}

void ToggleSwitch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace memwall::ui
