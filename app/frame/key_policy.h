// Who gets Space, Return and the arrows: the window's commands, unless the user walked to a control with
// Tab, or works in a list or a text. After a mouse click on a button, Space still plays. In popups and where
// somebody walked, Return presses as Space does.
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace memwall::app
{

class KeyPolicy : public QObject
{
    Q_OBJECT
public:
    explicit KeyPolicy(QWidget& window);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Return on a button or a list of choices that would not answer to it. True where it did.
    [[nodiscard]] bool pressed(QWidget& control, const QKeyEvent& key) const;
    [[nodiscard]] bool belongsToControl(const QWidget& control, const QKeyEvent& key) const;

    QWidget& m_window;
    bool m_walkedThere = false; ///< the focus came by Tab
};

} // namespace memwall::app
