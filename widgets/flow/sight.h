// What of a pool's doings an eye can follow at the pace of a picture.
#pragma once

#include "core/timeline/run.h"
#include "widgets/flow/pace.h"

namespace memwall::ui
{

/// Events that come slowly enough on screen to be shown one by one; of what is faster, the share of the time
/// is shown as steady brightness.
enum class Seen : std::uint8_t
{
    Operators,
    Layers,
    Steps,
    Shares, ///< not even steps
};

/// Which instant and which stretch of time the states of a pool are shown of.
struct Sight
{
    core::Instant time {};
    /// Whole layers or whole steps where those are too fast to be seen: so that a share does not waver with
    /// the place where it is cut.
    core::TimeSpan stretch {};
    Seen seen = Seen::Operators;
    bool announces = false; ///< events are so slow that what acts next is pointed out before
};
[[nodiscard]] Sight sightOf(const core::Run& run, std::size_t pool, core::Instant t, const Pace& pace);

/// Where a picture that holds still between steps stands: the last boundary of what lasts a second on screen.
[[nodiscard]] core::Instant heldStep(const core::Run& run, core::Instant t, const Pace& pace);

} // namespace memwall::ui
