// How wide the openings stood before, so that walls ease to what they are now. Internal to stage.
#pragma once

#include "widgets/stage/stage_scene.h"

#include <vector>

namespace memwall::ui
{

class OpeningsBefore
{
public:
    [[nodiscard]] bool empty() const { return m_openings.empty(); }
    void remember(const StageFrame& frame);
    /// Sets openings and the wall behind to `share` of the way from what is remembered; other houses stay.
    void ease(StageFrame& frame, double share) const;

private:
    std::vector<std::vector<double>> m_openings; ///< per house and door
    std::vector<double> m_grown; ///< per house: the wall behind
};

} // namespace memwall::ui
