// Fills the menus with the commands. Internal to the making of actions.
#pragma once

#include "app/frame/actions.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace memwall::app
{

/// Their texts.
struct Menu
{
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

/// Adds commands to one menu and to the window, which is what makes their keys work.
class MenuFiller
{
public:
    MenuFiller(QWidget& window, QMenu& bar, const QString& title)
        : m_window(window)
        , m_menu(*bar.addMenu(title))
    {
    }

    QAction* add(const QString& text, const QList<QKeySequence>& keys = {}, const QString& name = {})
    {
        QAction* action = m_menu.addAction(text);
        action->setShortcuts(keys);
        action->setObjectName(name);
        m_window.addAction(action);
        return action;
    }

    void add(QAction* action)
    {
        m_menu.addAction(action);
        m_window.addAction(action);
    }

    QMenu* addMenu(const QString& text) { return m_menu.addMenu(text); }
    MenuFiller below(const QString& title) { return { m_window, m_menu, title }; }
    void separate() { m_menu.addSeparator(); }

private:
    QWidget& m_window;
    QMenu& m_menu;
};

void fillPlayback(MenuFiller playback, Actions& actions);
void fillLesson(MenuFiller lesson, Actions& actions);

} // namespace memwall::app
