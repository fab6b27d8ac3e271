#include "app/frame/key_policy.h"

#include "widgets/plots/figure_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace memwall::app
{

KeyPolicy::KeyPolicy(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool KeyPolicy::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        // Back from a popup or another window, a control is where somebody walked as much as before.
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            m_walkedThere = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
    } else if (event->type() == QEvent::ShortcutOverride) {
        const auto* control = qobject_cast<const QWidget*>(watched);
        if (control && control->window() == &m_window
            && belongsToControl(*control, *static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        auto* control = qobject_cast<QWidget*>(watched);
        if (control && pressed(*control, *static_cast<QKeyEvent*>(event)))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

bool KeyPolicy::pressed(QWidget& control, const QKeyEvent& key) const
{
    const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool ours = control.window() == &m_window || control.window()->windowType() == Qt::Popup;
    if (!isReturn || !ours || !control.isEnabled())
        return false;
    if (auto* button = qobject_cast<QAbstractButton*>(&control))
        button->click();
    else if (auto* choices = qobject_cast<QComboBox*>(&control))
        choices->showPopup();
    else
        return false;
    return true;
}

bool KeyPolicy::belongsToControl(const QWidget& control, const QKeyEvent& key) const
{
    if (key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    const bool presses
        = key.key() == Qt::Key_Space || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool moves = key.key() == Qt::Key_Left || key.key() == Qt::Key_Right || key.key() == Qt::Key_Home
        || key.key() == Qt::Key_End;
    if (qobject_cast<const QAbstractItemView*>(&control))
        return presses;
    if (!m_walkedThere)
        return false;
    if (qobject_cast<const QAbstractButton*>(&control) || qobject_cast<const QComboBox*>(&control)
        || qobject_cast<const ui::FigureLabel*>(&control))
        return presses;
    return moves && qobject_cast<const QAbstractSlider*>(&control);
}

} // namespace memwall::app
