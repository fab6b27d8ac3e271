// The sentences of the stage, from what a pool does where the words are about. Plain words, figures by
// statement.h.
#pragma once

#include "core/figures/report.h"
#include "core/timeline/activity.h"
#include "widgets/scene/stage_scene.h"

#include <optional>

namespace memwall::ui
{

/// A pool as the words tell of it.
struct HouseMoment
{
    const core::Run& run;
    const HouseFrame& house;
    std::size_t pool = 0;
    Pace pace {};
    Sight sight {}; ///< of which the words are: the stream may be up to a third of a second further
    std::optional<core::Moment> moment {};
    bool works = false; ///< arithmetic or messages of this pool run
    TimeBase base = TimeBase::Instant; ///< of what follows
    core::Activity activity {};
    double stepBytes = 0; ///< through the wall's door, one chip, in the whole step

    [[nodiscard]] core::Instant time() const { return sight.time; }
    /// Something this long can be watched: it lasts a second on screen.
    [[nodiscard]] bool lasts(core::Duration length) const { return length >= 3 * pace.third(); }
};

[[nodiscard]] HouseMoment houseMoment(
    const core::Run& run, const HouseFrame& house, std::size_t pool, core::Instant shown, const Pace& pace);

/// Moves data between chips or pools.
[[nodiscard]] bool isMessage(core::OperatorKind kind);
/// The reader of a batch who stands for all; 0 where it has none.
[[nodiscard]] std::size_t firstRequest(const core::Segment& segment);

[[nodiscard]] Statement titleOf(const HouseMoment& at);
[[nodiscard]] Statement subtitleOf(const HouseMoment& at);
/// "chip 1 of 4 · NVLink 450 GB/s · all-reduce 160 × 9 µs"
[[nodiscard]] Statement noteOf(const HouseMoment& at);
[[nodiscard]] Statement kvOf(const HouseMoment& at, const RoomFrame& room);
[[nodiscard]] Statement freeOf(const HouseMoment& at, const RoomFrame& room);
/// How full a door is; at a wall that no longer decides, also what stands behind it.
[[nodiscard]] Statement doorOf(const HouseMoment& at, const DoorFrame& door);
/// What has passed the wall since the last word, of the bytes of one word; where words are faster than three
/// a second on screen, those alone. Only at the wall of the pool that writes, while it does.
[[nodiscard]] Statement counterOf(const HouseMoment& at);
/// How much of the arithmetic peak is in use.
[[nodiscard]] Statement busyOf(const HouseMoment& at);
/// What the arithmetic units wait for, or that they do not.
[[nodiscard]] Statement waitOf(const HouseMoment& at);
/// Above a strip.
[[nodiscard]] Statement stripTitleOf(const HouseMoment& at, const StripFrame& strip);

/// "prefill", "attention" … as a title of a house.
[[nodiscard]] QString roleText(core::PoolRole role);
/// The parts of one token's time as a bar of the whole machine has them. farShare: of communication.
[[nodiscard]] std::vector<TimePart> timeParts(const core::Report& report, double farShare);
/// "Behind it stands: latency"
[[nodiscard]] QString wallBehind(core::Bottleneck bottleneck);

} // namespace memwall::ui
