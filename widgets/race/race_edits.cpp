#include "widgets/race/race_edits.h"

#include <algorithm>

namespace memwall::ui
{

namespace
{

std::string pointerTo(std::size_t lane)
{
    return "/systems/" + std::to_string(lane);
}

nlohmann::json jsonOf(const core::System& system)
{
    core::Scenario alone;
    alone.systems = { system };
    return core::toJson(alone)["systems"][0];
}

} // namespace

std::string freeLaneName(const core::Scenario& scenario, const std::string& wanted)
{
    const auto taken = [&](const std::string& name) {
        return std::any_of(scenario.systems.begin(), scenario.systems.end(),
            [&](const core::System& system) { return system.name == name; });
    };
    std::string name = wanted;
    for (int number = 2; taken(name); ++number) {
        name = wanted;
        name.append(" (").append(std::to_string(number)).append(")");
    }
    return name;
}

core::Settings addLane(const core::Scenario& scenario, const core::System& system)
{
    if (scenario.systems.size() >= kMostLanes)
        return {};
    core::System added = system;
    added.name = freeLaneName(scenario, system.name);
    return { { "/systems/-", jsonOf(added) } };
}

core::Settings removeLane(const core::Scenario& scenario, std::size_t lane)
{
    if (scenario.systems.size() < 2 || lane >= scenario.systems.size())
        return {};
    return { { pointerTo(lane), nullptr } };
}

core::Settings swapLanes(const core::Scenario& scenario, std::size_t a, std::size_t b)
{
    if (a == b || std::max(a, b) >= scenario.systems.size())
        return {};
    return { { pointerTo(a), jsonOf(scenario.systems[b]) }, { pointerTo(b), jsonOf(scenario.systems[a]) } };
}

} // namespace memwall::ui
