// A number guessed on a ruler, on a logarithmic scale where the ends are far apart; at the reveal the answer
// beside it, and the gap between them. Arrow keys move the guess.
#pragma once

#include "widgets/lesson/lesson_page.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace memwall::ui
{

class GuessRuler : public QWidget
{
    Q_OBJECT
public:
    explicit GuessRuler(QWidget* parent = nullptr);

    void setNumber(const LessonPage::Number& number);
    void setTheme(const Theme& theme, bool large);

    /// Where a value stands between the ends, 0 to 1, and back.
    [[nodiscard]] static double placeOf(double value, const LessonPage::Number& number);
    [[nodiscard]] static double valueAt(double place, const LessonPage::Number& number);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void guessed(double value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override; ///< arrows are the guess's, not playback's

private:
    [[nodiscard]] QRectF line() const;
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] bool isOpen() const { return !m_number.answer; }
    void guessAt(double x);
    void drawMark(
        QPainter& painter, double value, const QString& text, const QColor& colour, bool above) const;

    LessonPage::Number m_number;
    Theme m_theme;
    bool m_large = false;
};

} // namespace memwall::ui
