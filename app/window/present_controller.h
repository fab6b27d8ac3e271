// Presenting to a room: full screen without chrome, the keys of a clicker, a blank screen, larger text, the
// speaker's notes on another screen. Esc leaves, and all is as it was.
#pragma once

#include "app/dialogs/notes_window.h"
#include "app/window/lesson_controller.h"
#include "app/window/look_controller.h"

#include <QTimer>

class QKeyEvent;

namespace memwall::app
{

class PresentController : public QObject
{
    Q_OBJECT
public:
    PresentController(
        const WindowContext& in, LookController& look, PanelController& panels, LessonController& lesson);

    [[nodiscard]] bool isOn() const { return m_on; }
    void begin();
    void end();
    void setTheme(const ui::Theme& theme);
    [[nodiscard]] NotesWindow& notes() { return m_notes; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool press(const QKeyEvent& key);
    [[nodiscard]] bool pressInLesson(int key);
    void raiseHand(int key);
    void blank(const QColor& colour);
    void grow(double factor);
    void arrange();
    void showNotes();
    void openNotes();
    void hidePointer(bool hidden);

    const WindowContext& m_in;
    LookController& m_look;
    PanelController& m_panels;
    LessonController& m_lesson;
    NotesWindow m_notes;
    QWidget* m_blank; ///< over everything
    QTimer m_pointer; ///< until it is hidden
    bool m_on = false;
    bool m_wasFull = false;
    double m_textScale = 1; ///< by hand, times what the screen asks for
};

} // namespace memwall::app
