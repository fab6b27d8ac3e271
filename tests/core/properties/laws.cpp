#include "tests/core/properties/laws.h"

#include "core/simulate.h"

namespace memwall::tests
{

Played play(const core::Scenario& scenario, const core::Catalog& catalog)
{
    const core::SimulationResult result = core::simulate(scenario, catalog);
    return { catalog, scenario, core::resolve(scenario.systems[0], catalog), result.systems[0].run,
        result.systems[0].report };
}

void keepsTheLaws(const Played& played)
{
    requestsEnd(played);
    childrenTileTheirParents(played);
    amountsBalance(played);
    breakdownAddsUp(played);
    figuresAreSound(played);
    closedFormHolds(played);
    sameAgain(played);
    moreIsNotSlower(played);
}

} // namespace memwall::tests
