// What a step asks, what came of it and what to do next: question, answers, task, and the buttons that go on.
#pragma once

#include "widgets/lesson/lesson_page.h"
#include "widgets/theme/theme.h"

#include <QScrollArea>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace memwall::ui
{

class ChoiceRow;
class GuessRuler;

class LessonCard : public QWidget
{
    Q_OBJECT
public:
    explicit LessonCard(QWidget* parent = nullptr);

    void setPage(const LessonPage& page);
    void setTheme(const Theme& theme);
    /// large: for the last row of a room, without buttons, for a clicker goes on.
    void setLarge(bool large);
    /// There is something to read beside the buttons.
    [[nodiscard]] bool hasWords() const;

signals:
    void nextRequested();
    void backRequested();
    void hintRequested();
    void leaveRequested();
    void chosen(int choice);
    void guessed(double value);

private:
    void buildButtons(QVBoxLayout& column);
    void showChoices();
    void showWords();
    void applyFonts();

    LessonPage m_page;
    Theme m_theme;
    bool m_large = false;
    QScrollArea* m_area;
    QWidget* m_words; ///< inside the area
    QLabel *m_question, *m_because, *m_goals, *m_hints, *m_edge;
    QVBoxLayout* m_rows;
    std::vector<ChoiceRow*> m_choices;
    GuessRuler* m_ruler;
    QWidget* m_buttons;
    QPushButton *m_back, *m_hint, *m_leave, *m_next;
};

} // namespace memwall::ui
