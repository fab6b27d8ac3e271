#include "core/scenario/race_edits.h"

#include <algorithm>
#include <string_view>

namespace memwall::core
{

namespace
{

std::string pointerTo(std::size_t lane)
{
    return "/systems/" + std::to_string(lane);
}

nlohmann::json jsonOf(const System& system)
{
    Scenario alone;
    alone.systems = { system };
    return toJson(alone)["systems"][0];
}

/// "4 × H100 (2)" without its number.
std::string_view withoutNumber(std::string_view name)
{
    const std::size_t open = name.rfind(" (");
    if (open == std::string_view::npos || open == 0 || !name.ends_with(')'))
        return name;
    const std::string_view digits = name.substr(open + 2, name.size() - open - 3);
    const bool isNumber = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    return isNumber ? name.substr(0, open) : name;
}

} // namespace

std::string freeLaneName(const Scenario& scenario, const std::string& wanted)
{
    const auto taken = [&](const std::string& name) {
        return std::any_of(scenario.systems.begin(), scenario.systems.end(),
            [&](const System& system) { return system.name == name; });
    };
    std::string name = wanted;
    for (int number = 2; taken(name); ++number) {
        name = withoutNumber(wanted);
        name.append(" (").append(std::to_string(number)).append(")");
    }
    return name;
}

Settings addLane(const Scenario& scenario, const System& system)
{
    if (scenario.systems.size() >= kMostLanes)
        return {};
    System added = system;
    added.name = freeLaneName(scenario, system.name);
    return { { "/systems/-", jsonOf(added) } };
}

Settings removeLane(const Scenario& scenario, std::size_t lane)
{
    if (scenario.systems.size() < 2 || lane >= scenario.systems.size())
        return {};
    return { { pointerTo(lane), nullptr } };
}

Settings swapLanes(const Scenario& scenario, std::size_t a, std::size_t b)
{
    if (a == b || std::max(a, b) >= scenario.systems.size())
        return {};
    return { { pointerTo(a), jsonOf(scenario.systems[b]) }, { pointerTo(b), jsonOf(scenario.systems[a]) } };
}

} // namespace memwall::core
