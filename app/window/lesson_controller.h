// A lesson in the window: what its page says, what it points at, and what keys and buttons do with it.
#pragma once

#include "app/session/lesson_player.h"
#include "app/window/panel_controller.h"

namespace memwall::app
{

class LessonController : public QObject
{
    Q_OBJECT
public:
    LessonController(const WindowContext& in, PanelController& panels);

    [[nodiscard]] LessonPlayer& player() { return m_player; }

signals:
    void pageChanged(); ///< of a lesson that is on
    void openRequested(const QString& path); ///< the lesson after this one

private:
    void connectPlayer();
    void connectActions();
    void takeLesson();
    void showPage();
    void goOn();
    [[nodiscard]] QString following() const;
    void point();

    const WindowContext& m_in;
    PanelController& m_panels;
    LessonPlayer m_player;
};

} // namespace memwall::app
