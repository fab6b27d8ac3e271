// The controls of the sheet of settings. Internal to it.
#pragma once

#include "widgets/inputs/number_field.h"
#include "widgets/inputs/toggle_switch.h"
#include "widgets/settings/settings_form.h"
#include "widgets/settings/settings_popup.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace memwall::ui
{

struct SettingsPopup::Controls
{
    QComboBox *lane, *weights, *kvBits, *engine, *policy, *method, *drafter, *arrivals;
    QLineEdit *name, *title;
    QPlainTextEdit* description;
    ToggleSwitch *kvCache, *disaggregated, *speculative;
    NumberField *maxBatch, *chunk, *draftTokens, *acceptance, *users, *requests, *rate, *prompt, *output;
};

} // namespace memwall::ui
