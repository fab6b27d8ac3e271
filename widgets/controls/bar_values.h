// What the toolbar shows of a scenario: values, limits, and why something cannot be chosen.
#pragma once

#include "core/figures/report.h"
#include "widgets/controls/bar_parts.h"
#include "widgets/settings/scenario_edits.h"

namespace memwall::ui
{

/// report: of this scenario; null where it is not known yet.
void showScenario(const BarParts& parts, const EditContext& context, const core::Report* report);

} // namespace memwall::ui
