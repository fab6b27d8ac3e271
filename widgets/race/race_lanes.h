// The lanes of a race as plain data, and where each stands at an instant: pure functions of the runs. All
// lanes share one clock and the scales in RaceScale, so that lengths compare between them.
#pragma once

#include "core/figures/report.h"
#include "core/scenario/scenario.h"

#include <QString>

#include <optional>
#include <vector>

namespace memwall::ui
{

struct RaceLane
{
    QString name; ///< of the system
    QString what; ///< model, weights, what helps it
    core::SystemResult result;
};

/// The lane of a system. The system may be null while a newer scenario is being computed; then the weights'
/// format is left out.
[[nodiscard]] RaceLane raceLane(const core::SystemResult& result, const core::System* system);

/// "1 user, 1,024 tokens of prompt, 256 tokens of answer".
[[nodiscard]] QString workloadText(const core::Workload& workload);

/// The lane answers at all: the model fits and the first request was not turned away.
[[nodiscard]] bool answers(const RaceLane& lane);
/// Why it does not, in words of the run; empty where it does.
[[nodiscard]] QString whyNot(const RaceLane& lane);

/// The axes that every lane shares.
struct RaceScale
{
    core::Instant end {}; ///< of the slowest lane: the length of every time bar
    std::int64_t tokens = 1; ///< of the longest answer: the length of every token bar

    bool operator==(const RaceScale&) const = default;
};
[[nodiscard]] RaceScale raceScale(const std::vector<RaceLane>& lanes);

enum class LaneState : std::uint8_t
{
    Impossible, ///< does not fit, or turned away
    Waiting, ///< in the queue
    Reading, ///< the prompt
    Writing,
    Finished,
};

/// Where the shown answer, that of the first request, stands.
struct LaneNow
{
    LaneState state = LaneState::Waiting;
    std::int64_t written = 0, tokens = 0; ///< of the answer
    core::Instant finish {}; ///< of the answer
    int rank = 0; ///< among all lanes, 1 the first; 0 until it has finished

    bool operator==(const LaneNow&) const = default;
};
[[nodiscard]] LaneNow laneNow(const std::vector<RaceLane>& lanes, std::size_t lane, core::Instant time);

/// "1st", "2nd" …
[[nodiscard]] QString rankText(int rank);

} // namespace memwall::ui
