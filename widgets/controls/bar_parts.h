// The controls and popups that make up the toolbar, built and named in one place.
#pragma once

#include "widgets/controls/bar_layout.h"
#include "widgets/controls/choice_button.h"
#include "widgets/controls/choice_popup.h"
#include "widgets/controls/number_popup.h"
#include "widgets/controls/toggle_switch.h"

namespace memwall::ui
{

struct BarParts
{
    explicit BarParts(QWidget* bar);

    ChoiceButton* hardware;
    ChoiceButton* model;
    ChoiceButton* weights;
    ChoiceButton* users;
    ChoiceButton* prompt;
    ChoiceButton* output;
    ToggleSwitch* speculative;
    ToggleSwitch* disaggregated;
    ChoicePopup* hardwarePopup;
    ChoicePopup* modelPopup;
    ChoicePopup* weightsPopup;
    NumberPopup* usersPopup;
    NumberPopup* promptPopup;
    NumberPopup* outputPopup;

    void setTheme(const Theme& theme) const;
    [[nodiscard]] std::vector<ChoiceButton*> buttons() const;
    [[nodiscard]] std::vector<BarItem> items() const; ///< in the row's order
    void place(const std::vector<BarSlot>& row, int height) const;
};

} // namespace memwall::ui
