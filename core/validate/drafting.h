// Seconds of drafting in a round of speculation, by the method that a publication names. physics.md
// section 8.
#pragma once

#include "core/validate/bench.h"
#include "core/validate/plan.h"

namespace memwall::core
{

/// Tokens drafted per round; where a source does not say, as many as published tables mostly use.
[[nodiscard]] double draftedTokens(const Plan& plan);

/// Of one round for so many users: the drafter's passes, and what the host does between them.
[[nodiscard]] double draftSeconds(const Plan& plan, const Bench& bench, const Catalog& catalog, double users);

} // namespace memwall::core
