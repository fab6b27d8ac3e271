#include "widgets/scene/openings_before.h"

#include "widgets/scene/stage_blocks.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kOpenMs = 400, kZoomMs = 1200;

} // namespace

void OpeningsBefore::remember(const StageFrame& frame)
{
    m_openings.clear();
    m_grown.clear();
    m_towardsTrue = frame.towardsTrue;
    for (const HouseFrame& house : frame.houses) {
        m_grown.push_back(house.grown);
        m_openings.emplace_back();
        for (const DoorFrame& door : house.doors)
            m_openings.back().push_back(door.opening);
    }
}

bool OpeningsBefore::isLike(const StageFrame& frame) const
{
    OpeningsBefore other;
    other.remember(frame);
    return *this == other;
}

int OpeningsBefore::easeMs(const StageFrame& frame) const
{
    const double way = std::abs(frame.towardsTrue - m_towardsTrue);
    return static_cast<int>(std::lround(std::max(kOpenMs, kZoomMs * way)));
}

void OpeningsBefore::ease(StageFrame& frame, double share, const Pace& pace) const
{
    if (empty())
        return;
    frame.towardsTrue = m_towardsTrue + (frame.towardsTrue - m_towardsTrue) * share;
    for (std::size_t h = 0; h < std::min(frame.houses.size(), m_openings.size()); ++h) {
        auto& doors = frame.houses[h].doors;
        for (std::size_t d = 0; d < std::min(doors.size(), m_openings[h].size()); ++d) {
            doors[d].opening = m_openings[h][d] + (doors[d].opening - m_openings[h][d]) * share;
            setRows(doors[d].belt, rowsOf(doors[d].opening), pace); // blocks keep their size
        }
        frame.houses[h].grown = m_grown[h] + (frame.houses[h].grown - m_grown[h]) * share;
    }
}

} // namespace memwall::ui
