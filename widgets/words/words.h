// The words for core's things that people read: one each, the same in every view. Files and the command line
// have names of their own, core's `nameOf`, which no language changes.
#pragma once

#include "core/figures/chart_data.h"

#include <QString>

#include <string_view>

namespace memwall::ui
{

/// "weights", "KV cache" …
[[nodiscard]] QString wordOf(core::Kind kind);
/// "prefill", "decode", "draft" …
[[nodiscard]] QString wordOf(core::PassKind pass);
[[nodiscard]] QString wordOf(core::SegmentKind segment);
/// "attention", "all-reduce" …
[[nodiscard]] QString wordOf(core::OperatorKind op);
/// What holds back: "arithmetic", "reading weights" …
[[nodiscard]] QString wordOf(core::Lane lane);
/// Of a pool; empty for the one that does everything.
[[nodiscard]] QString wordOf(core::PoolRole role);

} // namespace memwall::ui
