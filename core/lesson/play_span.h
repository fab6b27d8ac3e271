// The time of a run that a step of a lesson plays.
#pragma once

#include "core/scenario/lesson.h"
#include "core/timeline/run.h"

#include <optional>

namespace memwall::core
{

/// From the first system's run. Nothing where it has no such thing: no token of that number, no transfer.
[[nodiscard]] std::optional<TimeSpan> playSpan(
    const LessonPlay& play, const Run& run, const Workload& workload);

/// Seconds of the room that a second of the machine takes: 1 is true speed.
[[nodiscard]] double playScale(const LessonPlay& play, TimeSpan span);

/// What can stand in "what" and "until".
[[nodiscard]] bool isPlayName(const std::string& name);

} // namespace memwall::core
