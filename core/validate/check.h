// Predicted against measured: every point, and what the errors are by kind, source and machine.
#pragma once

#include "core/base/saying.h"
#include "core/validate/plan.h"

#include <map>
#include <stop_token>
#include <vector>

namespace memwall::core
{

struct CheckedPoint
{
    Measurement point;
    std::optional<double> predicted; ///< in the metric's unit; absent: not covered
    Sayings whyNot; ///< why there is no prediction
    Saying outside; ///< why the model is outside its validated range; empty: inside
    // What the catalog calls them; they name nothing where the point has no plan.
    ChipId chip;
    EngineId engine;
    ModelId model;
    FormatId format;
    double sigma = 0; ///< one-sigma band, relative
    // The load as the prediction took it.
    double chips = 1, stages = 1, experts = 1;
    double users = 0; ///< in one step; 0: as many as fit
    double context = 0; ///< tokens
    bool apart = false; ///< attention and feed-forward on different chips

    /// Predicted / measured − 1; 0 where there is no prediction.
    [[nodiscard]] double error() const { return predicted ? *predicted / point.value - 1 : 0; }
};

/// Errors over groups: a group counts once, with the median of its points.
struct ErrorStatistics
{
    int points = 0, groups = 0;
    double median = 0, p90 = 0; ///< of |predicted / measured − 1|
};

struct ModelCheck
{
    std::vector<CheckedPoint> points;
    std::vector<MeasurementSource> sources;
    std::size_t covered = 0;
    ErrorStatistics all;
    std::map<std::string, ErrorStatistics> byKind, bySource, byChip, byEngine;
    double insideBand = 0; ///< share of covered points whose error is within their own band
    std::vector<std::string> unflagged; ///< off by more than a factor of two though inside the range
};

/// Plans of all points that can be planned, with the index of each one's point.
struct PlannedSet
{
    std::vector<Plan> plans;
    std::vector<std::size_t> pointOf;
    std::vector<Sayings> whyNot; ///< per point; empty where it has a plan
};
[[nodiscard]] PlannedSet planAll(const MeasurementSet& set, const Catalog& catalog);

/// Errors of some points, those without a prediction left out.
[[nodiscard]] ErrorStatistics errorsOf(const std::vector<const CheckedPoint*>& points);
/// Share of them whose error is within their own band.
[[nodiscard]] double insideBandOf(const std::vector<const CheckedPoint*>& points);

/// A stop makes it return early with errors of no meaning.
[[nodiscard]] ModelCheck checkModel(
    const MeasurementSet& set, const Catalog& catalog, const std::stop_token& stop = {});
/// Statistics of errors that were found elsewhere (points held out of a fit).
void addStatistics(ModelCheck& check);

} // namespace memwall::core
