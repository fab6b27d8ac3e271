// What plain words ask for in a run: "all-reduce", "layer 12", "token 37", "request 3", "prefill".
#pragma once

#include "core/timeline/find.h"

#include <QString>

namespace memwall::ui
{

/// Reads words; numbers count from 1 as they do on screen. nullopt: the words name nothing that is known.
[[nodiscard]] std::optional<core::Wanted> wantedBy(const QString& words);

/// Why a search has no hit here, and what would have: one kind sentence.
[[nodiscard]] QString noHitSentence(
    const core::Run& run, const std::optional<core::Wanted>& wanted, const QString& words);

} // namespace memwall::ui
