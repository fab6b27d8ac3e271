// What opens below "Users 1": a field for the exact number and a slider over decades for the feeling. Typing
// goes to the field; Return takes what was typed and closes, Escape closes without. The slider asks while
// it is dragged; all requests of one drag carry one merge key.
#pragma once

#include "widgets/inputs/number_input.h"
#include "widgets/theme/theme.h"

#include <QFrame>

#include <vector>

class QGridLayout;
class QLabel;
class QSlider;

namespace memwall::ui
{

class NumberField;

/// Slider positions 0 … kLogSteps over 1 … most, evenly in the logarithm, rounded to two digits.
inline constexpr int kLogSteps = 1000;
[[nodiscard]] int valueAt(int position, int most);
[[nodiscard]] int positionOf(int value, int most);

class NumberPopup : public QFrame
{
    Q_OBJECT
public:
    NumberPopup(const QString& name, const QString& title, QWidget* parent);

    /// A further number below the first; its owner shows and hides it with the caption that it names.
    NumberField* addField(const QString& name, const QString& caption);
    void showField(const NumberField& field, bool shown);

    void setTheme(const Theme& theme);
    /// sliderMost: the slider's right end; more can be typed where the range goes on.
    void setValue(double value, const NumberRange& range, int sliderMost);
    /// A sentence about what the number leads to; empty: none.
    void setNote(const QString& sentence);
    void openBelow(const QWidget& button);

signals:
    void valueRequested(double value, const QString& mergeKey);
    /// It closes over something that cannot be taken: the sentence is for whoever can still show it.
    void refused(const QString& sentence);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Row
    {
        QLabel* caption = nullptr;
        NumberField* field = nullptr;
    };

    void addRow(const Row& row, int line);
    void setSlider(double value);
    void moveSlider(int position);
    void finish();

    Theme m_theme = Theme::darkTheme();
    QGridLayout* m_grid;
    QLabel* m_limit;
    QSlider* m_slider;
    QLabel* m_said; ///< why something is not taken
    QLabel* m_note;
    std::vector<Row> m_rows; ///< the first is what the popup is about
    int m_most = 1; ///< the slider's right end
    int m_gesture = 0; ///< counts drags and openings, for the merge key
};

} // namespace memwall::ui
