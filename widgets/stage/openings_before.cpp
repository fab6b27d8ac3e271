#include "widgets/stage/openings_before.h"

#include <algorithm>

namespace memwall::ui
{

void OpeningsBefore::remember(const StageFrame& frame)
{
    m_openings.clear();
    m_grown.clear();
    for (const HouseFrame& house : frame.houses) {
        m_grown.push_back(house.grown);
        m_openings.emplace_back();
        for (const DoorFrame& door : house.doors)
            m_openings.back().push_back(door.opening);
    }
}

void OpeningsBefore::ease(StageFrame& frame, double share) const
{
    for (std::size_t h = 0; h < std::min(frame.houses.size(), m_openings.size()); ++h) {
        auto& doors = frame.houses[h].doors;
        for (std::size_t d = 0; d < std::min(doors.size(), m_openings[h].size()); ++d)
            doors[d].opening = m_openings[h][d] + (doors[d].opening - m_openings[h][d]) * share;
        frame.houses[h].grown = m_grown[h] + (frame.houses[h].grown - m_grown[h]) * share;
    }
}

} // namespace memwall::ui
