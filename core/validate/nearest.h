// Which published measurements come nearest to a simulated system, and what differs.
#pragma once

#include "core/base/saying.h"
#include "core/origin/origin.h"
#include "core/validate/check.h"

#include <string>
#include <vector>

namespace memwall::core
{

struct NearestPoint
{
    std::size_t index = 0; ///< in the check's points
    double distance = 0; ///< 0: the same conditions; 1: about another kind of machine or software
    double ratio = 1; ///< measured over predicted
    double figureRatio = 1; ///< the same of the figure that is explained: a rate's inverse for a time
    Sayings differs; ///< what is different there, in plain words; empty: nothing that is stated
};

/// The k nearest points that have a prediction and are of a kind with the figure, one of each series of
/// measurements, nearest first. Figures that nobody publishes (memory, energy, cost) have none.
/// REQUIRES: the result is that of this system, simulated with this catalog; so is the check.
[[nodiscard]] std::vector<NearestPoint> nearestMeasurements(const ModelCheck& check, const System& system,
    const SystemResult& result, const Catalog& catalog, Headline headline, std::size_t k);

/// Whether measurements of such figures are published at all.
[[nodiscard]] bool isMeasured(Headline headline);

/// "Llama 2 70B on 8 × A100 SXM, TensorRT-LLM 0.5.0".
[[nodiscard]] Saying describe(const CheckedPoint& point, const Catalog& catalog);
/// The nearest points as plain text, one on a line, with what differs and the source.
[[nodiscard]] std::string nearestText(const std::vector<NearestPoint>& nearest, const ModelCheck& check,
    const Catalog& catalog, const Wording& words);
/// Unit of a point's figure, as figureText takes it: "s", "tokens/s".
[[nodiscard]] std::string unitOf(Metric metric);

} // namespace memwall::core
