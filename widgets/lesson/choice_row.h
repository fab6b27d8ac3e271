// One answer to choose: its letter, its text, the hands raised for it, and at the reveal whether it is right.
#pragma once

#include "widgets/lesson/lesson_page.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace memwall::ui
{

class ChoiceRow : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Mark : std::uint8_t
    {
        Open,
        Chosen,
        Right,
        Wrong, ///< chosen, and another one is right
        Other, ///< neither
    };

    explicit ChoiceRow(QChar letter, QWidget* parent = nullptr);

    void show(const LessonPage::Choice& choice, Mark mark, int allHands);
    void setTheme(const Theme& theme, bool large);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect textRect(int width, int height) const;
    [[nodiscard]] QFont textFont() const;

    const QChar m_letter;
    LessonPage::Choice m_choice;
    Mark m_mark = Mark::Open;
    int m_allHands = 0;
    Theme m_theme;
    bool m_large = false;
};

} // namespace memwall::ui
