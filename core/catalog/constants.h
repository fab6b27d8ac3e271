// The catalog's constants that measurements can move: each with an id, how sure its published value is, and
// the places that share it. fit.json holds what a fit to the published measurements made of them.
#pragma once

#include "core/catalog/catalog.h"

#include <string>
#include <vector>

namespace memwall::core
{

struct TunableConstant
{
    /// Where a constant stands. Those of physics.json have no source of their own.
    struct Place
    {
        double* value = nullptr;
        std::optional<SourceId>* source = nullptr;
        std::string* note = nullptr;
    };
    enum class Scope : std::uint8_t
    {
        Family,
        Engine,
        Format,
        Link,
        Physics,
        Chip,
    };
    std::string id; ///< "engines/vllm/per_layer_s", "families/hopper/efficiency/memory"
    std::vector<Place> places; ///< in the catalog that it was made for; all hold the same value
    double prior = 0; ///< as published or estimated, before any fit
    double sigma = 0.3; ///< of its logarithm: how sure the prior is
    Scope scope = Scope::Physics;
    std::string of; ///< id of the family, engine, format, link or chip

    void set(double value) const
    {
        for (const Place& place : places)
            *place.value = value;
    }
};

/// All that are above zero. They point into the catalog: it must outlive them and stay in place.
[[nodiscard]] std::vector<TunableConstant> tunableConstants(Catalog& catalog);

/// Puts the values of catalog.fitted in place, with "fit" as their source. Ids that the catalog does not have
/// are returned.
[[nodiscard]] std::vector<std::string> applyFit(Catalog& catalog);
/// Puts the published values back.
void takeFitBack(Catalog& catalog);

} // namespace memwall::core
