// The controls and popups that make up the toolbar, built and named in one place.
#pragma once

#include "widgets/controls/bar_layout.h"
#include "widgets/inputs/choice_button.h"
#include "widgets/inputs/choice_popup.h"
#include "widgets/inputs/number_field.h"
#include "widgets/inputs/number_popup.h"
#include "widgets/inputs/toggle_switch.h"
#include "widgets/settings/settings_popup.h"

namespace memwall::ui
{

struct BarParts
{
    /// The catalog must outlive the bar.
    BarParts(const core::Catalog& catalog, QWidget* bar);

    ChoiceButton* hardware;
    ChoiceButton* model;
    ChoiceButton* weights;
    ChoiceButton* users;
    ChoiceButton* prompt;
    ChoiceButton* output;
    ToggleSwitch* speculative;
    ToggleSwitch* disaggregated;
    ChoiceButton* more; ///< all that has no place in the row
    ChoicePopup* hardwarePopup;
    ChoicePopup* modelPopup;
    ChoicePopup* weightsPopup;
    NumberPopup* usersPopup;
    NumberPopup* promptPopup;
    NumberPopup* outputPopup;
    SettingsPopup* settings;
    NumberField* batch; ///< below the users: how many run at once at most
    NumberField* rate; ///< below the requests of a stream

    void setTheme(const Theme& theme) const;
    [[nodiscard]] std::vector<ChoiceButton*> buttons() const; ///< with a value each
    [[nodiscard]] std::vector<BarItem> items() const; ///< in the row's order
    void place(const std::vector<BarSlot>& row, int height) const;
};

} // namespace memwall::ui
