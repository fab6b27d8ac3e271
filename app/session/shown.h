// What is on screen, as one value: a scenario, what came of it, and which of its systems. It changes at once,
// so that a name never stands beside the figures of another.
#pragma once

#include "core/base/assert.h"
#include "core/figures/report.h"
#include "core/scenario/scenario.h"

#include <algorithm>
#include <memory>

namespace memwall::app
{

struct Shown
{
    std::shared_ptr<const core::Scenario> scenario; ///< that the result is of
    std::shared_ptr<const core::SimulationResult> result; ///< null before the first
    std::size_t system = 0; ///< of both
    bool race = false; ///< all systems on one clock, not one in Explore

    /// There is something to look at.
    [[nodiscard]] explicit operator bool() const { return result && !result->systems.empty(); }
    /// REQUIRES: there is something, as for all below.
    [[nodiscard]] const core::SystemResult& current() const
    {
        MEMWALL_ASSERT(*this);
        return result->systems[system];
    }
    [[nodiscard]] const core::System& machine() const
    {
        MEMWALL_ASSERT(*this);
        return scenario->systems[system];
    }
    [[nodiscard]] const core::Workload& workload() const
    {
        MEMWALL_ASSERT(*this);
        return scenario->workload;
    }
};

} // namespace memwall::app
