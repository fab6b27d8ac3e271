// The catalog's constants that measurements can move, each with how far it may stray from what stands there.
#pragma once

#include "core/calibration/plan.h"

#include <string>
#include <vector>

namespace memwall::core
{

struct Parameter
{
    std::string id; ///< "engines/vllm/per_layer_s", "families/hopper/efficiency/memory"
    std::vector<double*> targets; ///< in the catalog that it was made for; all hold the same value
    double prior = 0; ///< value before any fit
    double sigma = 0.3; ///< of its logarithm: how sure the prior is
    enum class Scope : std::uint8_t
    {
        Family,
        Engine,
        Format,
        Link,
        Physics,
        Chip,
    } scope = Scope::Physics;
    std::string of; ///< id of the family, engine, format, link or chip

    void set(double value) const
    {
        for (double* target : targets)
            *target = value;
    }
};

/// All that are above zero. The parameters point into the catalog: it must outlive them and stay in place.
[[nodiscard]] std::vector<Parameter> parametersOf(Catalog& catalog);

/// Whether a plan's prediction can depend on a parameter.
[[nodiscard]] bool concerns(const Parameter& parameter, const Plan& plan, const Catalog& catalog);

} // namespace memwall::core
