// Fits the catalog's constants to measurements: robust least squares on the logarithm of predicted over
// measured, every group and kind of figure with the same weight, every constant held by its prior.
#pragma once

#include "core/validate/check.h"

#include <functional>

namespace memwall::core
{

struct Fit
{
    Catalog catalog; ///< with the fitted constants
    std::vector<FittedConstant> constants;
};

/// Told which of how many steps is done; may be empty.
using FitProgress = std::function<void(std::size_t done, std::size_t of)>;

/// Starts from the published values, whatever fit the catalog carries.
[[nodiscard]] Fit fitModel(
    const MeasurementSet& set, const Catalog& catalog, const FitProgress& progress = {});

/// Every group predicted with constants that were fitted without it: the error to expect of a case that the
/// catalog has not seen. Uses `threads` threads; the result does not depend on their number.
[[nodiscard]] ModelCheck checkWithGroupsLeftOut(
    const MeasurementSet& set, const Catalog& catalog, unsigned threads, const FitProgress& progress = {});

} // namespace memwall::core
