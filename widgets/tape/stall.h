// A word that should follow and does not: the machine reads another user's prompt instead.
#pragma once

#include "core/timeline/run.h"
#include "widgets/flow/pace.h"

#include <optional>

namespace memwall::ui
{

/// How long the next word of an answer has been waited for, while its request has no part in what the machine
/// does; none while it is worked on. As it stands at the last whole third of a second on screen.
[[nodiscard]] std::optional<core::Duration> stallAt(
    const core::Run& run, std::size_t request, core::Instant t, const Pace& pace);

} // namespace memwall::ui
