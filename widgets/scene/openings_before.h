// How wide the openings stood before, and on which scale, so that walls ease to what they are now. Internal
// to stage.
#pragma once

#include "widgets/scene/stage_scene.h"

#include <vector>

namespace memwall::ui
{

class OpeningsBefore
{
public:
    [[nodiscard]] bool empty() const { return m_openings.empty(); }
    void remember(const StageFrame& frame);
    /// The frame stands as what is remembered, house by house and door by door.
    [[nodiscard]] bool isLike(const StageFrame& frame) const;
    /// Sets openings, their scale and the wall behind to `share` of the way from what is remembered; other
    /// houses stay.
    void ease(StageFrame& frame, double share, const Pace& pace) const;
    /// How long that takes: a whole zoom from one scale to the other takes longer than a wall that opens, and
    /// one that is turned back only as much of it as it has come.
    [[nodiscard]] int easeMs(const StageFrame& frame) const;

private:
    bool operator==(const OpeningsBefore&) const = default;

    std::vector<std::vector<double>> m_openings; ///< per house and door
    std::vector<double> m_grown; ///< per house: the wall behind
    double m_towardsTrue = 0;
};

} // namespace memwall::ui
