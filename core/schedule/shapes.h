// Steps that cost the same share one shape: a long run has many events and few kinds of them. Internal to
// schedule.
#pragma once

#include "core/cost/pass_key.h"
#include "core/timeline/run.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace memwall::core
{

/// A pass that a step will run; one of the drafter counts as drafts, whatever it works on.
struct PlannedPass
{
    const Stations& stations;
    PassWork work;
    PassOptions options {};
};

struct SharedShape
{
    std::shared_ptr<const StepShape> shape;
    double steps = 0; ///< for which it holds
    bool isNew = false;
};

/// steps: lowered to those for which the pass holds.
[[nodiscard]] Pass build(const PlannedPass& planned, double& steps);

class Shapes
{
public:
    /// outline: nobody asks what happens inside a step; only durations are kept.
    [[nodiscard]] SharedShape of(const std::vector<PlannedPass>& plan, bool outline);

private:
    struct Hash
    {
        std::size_t operator()(const PassKey& key) const;
    };

    std::unordered_map<PassKey, SharedShape, Hash> m_known;
};

} // namespace memwall::core
