// What one picture of the stage is made of: a run, an instant, and how it is looked at.
#pragma once

#include "core/figures/report.h"
#include "core/scenario/scenario.h"
#include "widgets/flow/pace.h"
#include "widgets/theme/theme.h"

#include <memory>

namespace memwall::ui
{

using WidthScale = core::StageWidths; ///< as a scenario's view has it

/// How much of a machine is drawn.
enum class StageZoom : std::uint8_t
{
    Auto, ///< the chip, but all of them where several racks or a pod work together
    Chip, ///< one representative chip
    Machine, ///< all chips
};

/// Everything one picture of the stage needs.
struct StageInput
{
    std::shared_ptr<const core::Run> run;
    const core::Report* report = nullptr; ///< may be null: then no figures of it are shown
    core::Instant time {};
    Pace pace;
    WidthScale widths = WidthScale::Log;
    StageZoom zoom = StageZoom::Auto;
    Theme theme;
};

}
