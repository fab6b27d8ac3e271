// Who gets Space, Return and the arrows: the window's commands, unless the user walked to a control with
// Tab, or works in a list or a text. After a mouse click on a button, Space still plays.
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
    [[nodiscard]] bool belongsToControl(const QWidget& control, const QKeyEvent& key) const;

    QWidget& m_window;
    bool m_walkedThere = false; ///< the focus came by Tab
};

} // namespace memwall::app
