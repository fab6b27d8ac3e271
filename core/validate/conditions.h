// Under which conditions a run was made, measured or simulated, and how far two of them are apart.
// Internal to calibration.
#pragma once

#include "core/base/saying.h"
#include "core/catalog/catalog.h"

namespace memwall::core
{

struct Conditions
{
    const Chip* chip = nullptr;
    const Model* model = nullptr;
    const Engine* engine = nullptr; ///< null: native
    const Format* format = nullptr;
    double activeBytes = 0, chips = 1, stages = 1, experts = 1, users = 0, context = 0;
    bool apart = false, drafts = false;
};

/// How far conditions there are from those here: 0 are the same, 1 about another kind of machine or software.
struct Difference
{
    double distance = 0;
    Sayings words; ///< what is different there
};
[[nodiscard]] Difference differenceOf(const Conditions& here, const Conditions& there);

} // namespace memwall::core
