#include "app/session/time_scale.h"

#include "widgets/scene/stage_blocks.h"

namespace memwall::app
{

double timeScaleOf(const core::Scenario& scenario, const core::Run& run)
{
    if (scenario.view.timeScale)
        return *scenario.view.timeScale;
    return scenario.systems.size() > 1 ? 1.0 : ui::usualTimeScale(run);
}

} // namespace memwall::app
