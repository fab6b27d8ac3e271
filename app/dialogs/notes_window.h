// The speaker's notes: this step and the next, the clock, and how long it has been. For the other screen.
#pragma once

#include "widgets/theme/theme.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace memwall::app
{

class NotesWindow : public QWidget
{
    Q_OBJECT
public:
    struct Notes
    {
        QString where; ///< "step 2 of 7"
        QString title, say, notes;
        QString answer; ///< the right one; empty: none
        QString next; ///< title of the next step; empty: this is the last
    };

    NotesWindow();

    void setNotes(const Notes& notes);
    void setTheme(const ui::Theme& theme);
    /// On a screen where that window is not; where there is one screen, beside it. The clock of how long it
    /// has been starts with the first opening.
    void openBeside(const QWidget& window);

private:
    void tick();

    QLabel *m_clock, *m_where, *m_title, *m_say, *m_notes, *m_answer, *m_next;
    QTimer m_ticks;
    QElapsedTimer m_since;
};

} // namespace memwall::app
