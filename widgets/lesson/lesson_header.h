// Which lesson, which step, and what is said: above the stage for a room, above the question for a reader.
#pragma once

#include "widgets/lesson/lesson_page.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QLabel;

namespace memwall::ui
{

class LessonHeader : public QWidget
{
    Q_OBJECT
public:
    explicit LessonHeader(QWidget* parent = nullptr);

    void setPage(const LessonPage& page);
    void setTheme(const Theme& theme);
    /// large: for the last row of a room; what is said is the lecturer's voice then, and stands nowhere.
    void setLarge(bool large);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    void applyFonts();

    QLabel *m_lesson, *m_step, *m_title, *m_say;
    Theme m_theme;
    bool m_large = false;
};

} // namespace memwall::ui
