// Where published measurements stop pinning the model: one set of rules for every figure on screen and for
// the check against measurements. A reason is a sentence's beginning in lower case, so that it fits a table.
#pragma once

#include "core/base/saying.h"
#include "core/machine/machine.h"
#include "core/timeline/run.h"

#include <vector>

namespace memwall::core
{

enum class RangeFigure : std::uint8_t
{
    PerToken, ///< TPOT and its inverse
    FirstToken, ///< TTFT
    PromptRate, ///< prompt tokens/s
    Throughput, ///< output tokens/s of all users
    EndToEnd,
    Operator, ///< one product or attention call alone
    Collective, ///< one collective alone
    SpeedUp, ///< of speculation
    Other,
};

/// What the rules look at. The pointers are never null but for the engine of a native machine.
struct RangeCase
{
    RangeFigure figure = RangeFigure::PerToken;
    std::vector<const Chip*> chips; ///< of all pools
    const Engine* engine = nullptr;
    const Model* model = nullptr;
    const Format* format = nullptr;
    double users = 1; ///< in one step
    double weightShare = 0; ///< stored weights over the memory of the chips that hold them
    bool apart = false; ///< attention and feed-forward on different chips
    bool offloaded = false; ///< weights on the host
    bool queued = false; ///< users send their next request when the last is answered
    bool expertsSpread = false; ///< whole sequences on each chip, experts over all of them
    bool launched = false; ///< collectives that the host launches one by one
    bool draftsUnstated = false; ///< how many drafts were kept is not known
};

/// Why the model may be off by a factor of two: regimes that few published points pin, or whose conditions a
/// publication does not state. Empty: none of them, the case is inside the validated range.
[[nodiscard]] Saying outsideRange(const RangeCase& asked);

/// A reason as a sentence of its own.
[[nodiscard]] Saying asSentence(Saying reason);

/// A figure of a simulated system; the machine must outlive the case.
[[nodiscard]] RangeCase rangeCaseOf(const Machine& machine, const Run& run, RangeFigure figure);

/// One-sigma error that a figure outside the validated range, or a server's time to first token, is shown
/// with; and of throughput inside it (calibration.md section 8).
inline constexpr double kUnsureError = 0.4;
inline constexpr double kThroughputError = 0.2;

} // namespace memwall::core
