// Random small scenarios over everything that a scenario may ask for. They shrink towards one user, one short
// answer, a tiny model and the first chip of the catalog, and print as the text of a file.
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <rapidcheck.h>

namespace memwall::tests
{

/// Which pools the system has; the rest is drawn.
enum class Pools
{
    Shared, ///< one pool for prefill and decode
    Split, ///< prefill and decode, on chips that may differ
    Pair, ///< attention and feed-forward
    Drafting, ///< shared or split, with speculation
};

/// A scenario as the text of a file, so that what fails can be saved and played again.
struct Drawn
{
    std::string text;
};

void showValue(const Drawn& drawn, std::ostream& out);

[[nodiscard]] rc::Gen<Drawn> scenarios(Pools pools, const core::Catalog& catalog);

} // namespace memwall::tests
