// What opens below "Users 1": a slider over decades for the feeling and a field for the exact number. The
// slider asks while it is dragged; all requests of one drag carry one merge key.
#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>

class QLabel;
class QSlider;
class QSpinBox;

namespace memwall::ui
{

/// Slider positions 0 … kLogSteps over 1 … most, evenly in the logarithm, rounded to two digits.
inline constexpr int kLogSteps = 1000;
[[nodiscard]] int valueAt(int position, int most);
[[nodiscard]] int positionOf(int value, int most);

class NumberPopup : public QFrame
{
    Q_OBJECT
public:
    NumberPopup(const QString& name, const QString& title, QWidget* parent);

    void setTheme(const Theme& theme);
    void setValue(int value, int most);
    void openBelow(const QWidget& button);

signals:
    void valueRequested(int value, const QString& mergeKey);
    void closed();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    Theme m_theme = Theme::darkTheme();
    QLabel* m_title;
    QLabel* m_limit;
    QSlider* m_slider;
    QSpinBox* m_exact;
    int m_most = 1;
    int m_value = 1;
    int m_gesture = 0; ///< counts drags and openings, for the merge key
};

} // namespace memwall::ui
