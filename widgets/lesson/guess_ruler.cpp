#include "widgets/lesson/guess_ruler.h"

#include "core/lesson/lesson_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kFarApart = 20; ///< ends with this ratio have a logarithmic ruler
constexpr double kEdge = 26; // at scale 1

bool isLogarithmic(const LessonPage::Number& number)
{
    return number.from > 0 && number.to / number.from >= kFarApart;
}

/// Two digits are enough for a guess.
double rounded(double value)
{
    if (value == 0)
        return 0;
    const double digits = std::pow(10.0, 1 - std::floor(std::log10(std::abs(value))));
    return std::round(value * digits) / digits;
}

QString textOf(double value, const LessonPage::Number& number)
{
    return QString::fromStdString(core::lessonFigure(value, {})) + u' ' + number.unit;
}

/// Of an arrow key; 0: of another one.
int directionOf(const QKeyEvent& event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return 0;
    if (event.key() == Qt::Key_Right || event.key() == Qt::Key_Up)
        return 1;
    return event.key() == Qt::Key_Left || event.key() == Qt::Key_Down ? -1 : 0;
}

} // namespace

GuessRuler::GuessRuler(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("guess"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

double GuessRuler::placeOf(double value, const LessonPage::Number& number)
{
    const double place = isLogarithmic(number)
        ? std::log(std::max(value, number.from) / number.from) / std::log(number.to / number.from)
        : (value - number.from) / (number.to - number.from);
    return std::clamp(place, 0.0, 1.0);
}

double GuessRuler::valueAt(double place, const LessonPage::Number& number)
{
    const double at = std::clamp(place, 0.0, 1.0);
    const double value = isLogarithmic(number) ? number.from * std::pow(number.to / number.from, at)
                                               : number.from + at * (number.to - number.from);
    return std::clamp(rounded(value), number.from, number.to);
}

void GuessRuler::setNumber(const LessonPage::Number& number)
{
    m_number = number;
    QString said = tr("Your guess, in %1").arg(number.unit);
    if (number.guess)
        said = tr("Your guess: %1").arg(textOf(*number.guess, number));
    if (number.answer)
        said = (number.isRight ? tr("%1, which is right; the answer: %2") : tr("%1; the answer: %2"))
                   .arg(said, textOf(*number.answer, number));
    setAccessibleName(said);
    update();
}

void GuessRuler::setTheme(const Theme& theme, bool large)
{
    m_theme = theme;
    m_large = large;
    updateGeometry();
    update();
}

QSize GuessRuler::sizeHint() const
{
    const int line = QFontMetrics(m_theme.font(m_large ? TextRole::Title : TextRole::Body)).height();
    return { static_cast<int>(m_theme.px(220)), 3 * line + static_cast<int>(m_theme.px(34)) };
}

QRectF GuessRuler::line() const
{
    const double edge = m_theme.px(kEdge);
    return { edge, height() / 2.0, std::max(1.0, width() - 2 * edge), 0 };
}

double GuessRuler::xOf(double value) const
{
    return line().left() + placeOf(value, m_number) * line().width();
}

void GuessRuler::drawMark(
    QPainter& painter, double value, const QString& text, const QColor& colour, bool above) const
{
    const double x = xOf(value), y = line().top(), size = m_theme.px(9);
    const double to = above ? y - size : y + size;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF { { x, y }, { x - size * 0.7, to }, { x + size * 0.7, to } });
    painter.setPen(m_theme.text);
    const QFontMetricsF metrics(painter.font());
    const double wide = metrics.horizontalAdvance(text) + 2;
    const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
    painter.drawText(QRectF(left, above ? to - metrics.height() - 2 : to + 2, wide, metrics.height()),
        Qt::AlignCenter, text);
}

void GuessRuler::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(m_large ? TextRole::Title : TextRole::Body));
    const QRectF line = this->line();
    painter.setPen(
        QPen(hasFocus() ? m_theme.accent : m_theme.faint, m_theme.px(3), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line.topLeft(), line.topRight());
    if (m_number.answer && m_number.high > m_number.low) {
        QColor right = m_theme.good;
        right.setAlphaF(0.45F);
        painter.setPen(QPen(right, m_theme.px(9)));
        painter.drawLine(QPointF(xOf(m_number.low), line.top()), QPointF(xOf(m_number.high), line.top()));
    }
    if (m_number.guess && m_number.answer) {
        painter.setPen(QPen(m_theme.text, m_theme.px(2), Qt::DotLine));
        painter.drawLine(
            QPointF(xOf(*m_number.guess), line.top()), QPointF(xOf(*m_number.answer), line.top()));
    }
    if (m_number.guess)
        drawMark(painter, *m_number.guess,
            (m_number.isRight ? tr("you: %1 ✓") : tr("you: %1")).arg(textOf(*m_number.guess, m_number)),
            m_theme.accent, true);
    if (m_number.answer)
        drawMark(painter, *m_number.answer, textOf(*m_number.answer, m_number), m_theme.good, false);
    if (m_number.answer)
        return;
    painter.setPen(m_theme.secondary);
    painter.setFont(m_theme.font(m_large ? TextRole::BodyStrong : TextRole::Caption));
    const QRectF below(0, line.top() + m_theme.px(10), width(), height());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, textOf(m_number.from, m_number));
    painter.drawText(below, Qt::AlignRight | Qt::AlignTop, textOf(m_number.to, m_number));
    if (!m_number.guess)
        painter.drawText(QRectF(0, 0, width(), line.top() - m_theme.px(8)), Qt::AlignCenter,
            tr("Click where you think it is"));
}

void GuessRuler::guessAt(double x)
{
    if (isOpen())
        emit guessed(valueAt((x - line().left()) / line().width(), m_number));
}

void GuessRuler::mousePressEvent(QMouseEvent* event)
{
    guessAt(event->position().x());
}

void GuessRuler::mouseMoveEvent(QMouseEvent* event)
{
    guessAt(event->position().x());
}

bool GuessRuler::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOpen()
        && directionOf(*static_cast<QKeyEvent*>(event)) != 0) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void GuessRuler::keyPressEvent(QKeyEvent* event)
{
    constexpr double kStep = 0.02;
    const int direction = directionOf(*event);
    if (direction == 0 || !isOpen())
        return QWidget::keyPressEvent(event);
    const double from = m_number.guess ? placeOf(*m_number.guess, m_number) : 0.5;
    // Two digits may be coarser than a step: go on until the guess is another one.
    for (double place = from + direction * kStep; place > -kStep && place < 1 + kStep;
         place += direction * kStep)
        if (const double value = valueAt(place, m_number); value != m_number.guess) {
            emit guessed(value);
            return;
        }
}

} // namespace memwall::ui
