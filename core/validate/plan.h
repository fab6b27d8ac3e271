// A published measurement as the cost model sees it: which machine ran which model how.
#pragma once

#include "core/base/saying.h"
#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"
#include "core/validate/measurement.h"

#include <expected>
#include <string>

namespace memwall::core
{

/// Everything that does not depend on the model's constants; worked out once per point.
struct Plan
{
    Measurement point;
    System system; ///< one pool, or attention and feed-forward pools
    ChipId chip;
    EngineId engine;
    ModelId model;
    FormatId format;
    double users = 1; ///< together in one step
    bool closed = false; ///< each user sends the next request when the last is answered
    bool saturated = false; ///< as many users as fit, more waiting
    double requests = 0; ///< of a saturated run
    double input = 0, output = 0, context = 0; ///< tokens
    double sigma = 0.1; ///< one-sigma band, relative
    Saying outside; ///< why the model is outside its validated range here; empty: inside
};

/// Why a point cannot be computed, in one sentence, or how.
[[nodiscard]] std::expected<Plan, Sayings> planFor(
    const Measurement& point, const Catalog& catalog, int sourceYear);

} // namespace memwall::core
