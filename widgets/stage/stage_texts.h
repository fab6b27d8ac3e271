// The sentences of the stage, from what a pool does at one instant. Plain words, figures by format.h.
#pragma once

#include "core/report/report.h"
#include "widgets/stage/stage_scene.h"

#include <QString>

#include <optional>

namespace memwall::ui
{

/// A pool at one instant, with what its step moves in all.
struct PoolMoment
{
    const core::Run& run;
    std::size_t pool = 0;
    core::Instant time {};
    std::optional<core::Moment> moment;
    double stepBytes = 0; ///< through the wall's door, one chip
    bool works = false; ///< the operator runs in this pool
};

/// Moves data between chips or pools.
[[nodiscard]] bool isMessage(core::OperatorKind kind);
/// The reader of a batch who stands for all; 0 where it has none.
[[nodiscard]] std::size_t firstRequest(const core::Segment& segment);

[[nodiscard]] QString titleOf(const PoolMoment& at);
[[nodiscard]] QString subtitleOf(const PoolMoment& at);
/// "chip 1 of 4 · NVLink 450 GB/s · all-reduce 160 × 9 µs"
[[nodiscard]] QString noteOf(const PoolMoment& at);
/// What the arithmetic units wait for, or that they do not; in fewer and fewer words.
[[nodiscard]] QStringList waitTextsOf(const PoolMoment& at, double busyNow);
/// "prefill", "attention" … as a title of a house.
[[nodiscard]] QString roleText(const std::string& role);
/// The parts of one token's time as a bar of the whole machine has them. farShare: of communication.
[[nodiscard]] std::vector<TimePart> timeParts(const core::Report& report, double farShare);
/// "Behind it stands: latency"
[[nodiscard]] QString wallBehind(core::Bottleneck bottleneck);

} // namespace memwall::ui
