// What the toolbar shows of a scenario: values, limits, and why something cannot be chosen.
#pragma once

#include "core/figures/report.h"
#include "core/scenario/scenario_edits.h"
#include "widgets/controls/bar_parts.h"

namespace memwall::ui
{

/// report: of this scenario; null where it is not known yet.
void showScenario(const BarParts& parts, const core::EditContext& context, const core::Report* report);

} // namespace memwall::ui
