// What the chips of a pool do, so that an eye can follow it: event by event where events come slowly enough
// on screen, else the share of a stretch of time, as steady brightness. Nothing changes more than three times
// a second.
#pragma once

#include "widgets/scene/stage_scene.h"

namespace memwall::ui
{

/// Which chips work, and where messages are under way.
void lookAround(HouseNow& now, const core::Run& run, std::size_t pool, const HouseFrame& house,
    const Sight& sight, const Pace& pace);

/// How far the pass under way has come through the layers.
void lookAtLayers(HouseNow& now, const core::Run& run, std::size_t pool, core::Instant t, const Pace& pace);

} // namespace memwall::ui
