// Small runs built by hand for tests of the views: round numbers, so that expectations can be computed
// on paper. Not a simulation: what does not matter to a picture is left out.
#pragma once

#include "core/figures/report.h"

#include <memory>

namespace memwall::test
{

/// Four chips in step, 80 layers: 32 GB of weights through a 3.2 TB/s door (80 % reached) in 80 layers of
/// 156.25 µs, an all-reduce of 10 µs after each: a token takes 13.3 ms. 40 tokens after a prefill of 100 ms.
[[nodiscard]] std::shared_ptr<core::Run> wallRun();

/// The same with a second user, whose prompt of 100 ms comes after 20 of the first one's 41 tokens; then both
/// write in step.
[[nodiscard]] std::shared_ptr<core::Run> interruptedRun();

/// Prefill in one pool, 20 ms of KV transfer, decode in another.
[[nodiscard]] std::shared_ptr<core::Run> twoPoolRun();

/// One round of 4 drafts and a check after a prefill: 3 accepted, 1 corrected.
[[nodiscard]] std::shared_ptr<core::Run> speculationRun();

/// 140 GB of weights before an 80 GB room.
[[nodiscard]] std::shared_ptr<core::Run> overflowingRun();

/// A wafer, and a chip whose weights are wiring.
[[nodiscard]] std::shared_ptr<core::Run> waferRun();
[[nodiscard]] std::shared_ptr<core::Run> circuitRun();

/// Figures that go with a run where a view shows some.
[[nodiscard]] core::Report reportFor(const core::Run& run, core::Bottleneck bottleneck, double tokensPerS);

} // namespace memwall::test
