// The find field of the timeline: words, what was found, next and previous. It knows nothing of runs.
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QToolButton;

namespace memwall::ui
{

class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);

    [[nodiscard]] QString words() const;
    /// What was found, in words: "3 of 160", or why there is nothing.
    void setAnswer(const QString& answer, bool found);
    void setTheme(const Theme& theme);
    void takeFocus();

signals:
    void wordsChanged(const QString& words);
    void stepRequested(int direction);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_field;
    QLabel* m_answer;
    std::array<QToolButton*, 3> m_buttons {};
    Theme m_theme;
};

} // namespace memwall::ui
