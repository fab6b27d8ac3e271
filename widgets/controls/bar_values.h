// What the toolbar shows of a scenario: values, limits, and why something cannot be chosen.
#pragma once

#include "widgets/controls/bar_parts.h"
#include "widgets/controls/scenario_edits.h"

namespace memwall::ui
{

void showScenario(const BarParts& parts, const EditContext& context);

} // namespace memwall::ui
