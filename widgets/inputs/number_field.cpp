#include "widgets/inputs/number_field.h"

#include <QKeyEvent>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <utility>

namespace memwall::ui
{

NumberField::NumberField(const QString& name, const QString& title, QWidget* parent)
    : QLineEdit { parent }
{
    setObjectName(name);
    setAccessibleName(title);
    setToolTip(tr("Type a number: Return takes it, Escape leaves it as it was"));
    setAlignment(Qt::AlignRight);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (!std::exchange(m_refused, false))
            return;
        showRefused(false);
        emit refused({});
    });
}

void NumberField::setNumber(double value, const NumberRange& range)
{
    const bool keepsTyped = isModified() && value == m_number;
    m_number = value;
    m_range = range;
    if (!keepsTyped)
        restore();
}

void NumberField::restore()
{
    if (std::exchange(m_refused, false)) {
        showRefused(false);
        emit refused({});
    }
    const QString shown = numberText(m_number);
    if (shown != text() || isModified()) // keeps a selection of what stays the same
        setText(shown);
}

bool NumberField::take()
{
    if (!isModified())
        return true;
    const auto value = readNumber(text(), m_range);
    if (!value) {
        m_refused = true;
        showRefused(true);
        emit refused(value.error());
        return false;
    }
    const bool other = *value != m_number;
    m_number = *value;
    restore();
    if (other)
        emit numberRequested(*value);
    return true;
}

/// A red edge beside the sentence, by the style sheet of the program.
void NumberField::showRefused(bool wrong)
{
    setProperty("refused", wrong);
    style()->unpolish(this);
    style()->polish(this);
}

/// One more or one less; of parts, a tenth of the number's own power of ten.
void NumberField::count(int direction)
{
    if (!take())
        return;
    const double power = std::floor(std::log10(std::max(std::abs(m_number), 1e-9)));
    const double step = m_range.whole ? 1 : std::pow(10.0, power - 1);
    const double next
        = std::clamp(std::round(m_number / step + direction) * step, m_range.least, m_range.most);
    if (next == m_number)
        return;
    m_number = next;
    restore();
    selectAll();
    emit numberRequested(next);
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (take())
            emit accepted();
        return;
    case Qt::Key_Up:
        return count(+1);
    case Qt::Key_Down:
        return count(-1);
    case Qt::Key_Escape:
        restore();
        event->ignore(); // and whatever it stands in closes
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

/// Whoever goes on with Tab or the mouse has finished typing. A popup that closes asks by itself.
void NumberField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        take();
}

} // namespace memwall::ui
