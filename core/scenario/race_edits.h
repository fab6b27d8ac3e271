// What the race asks of a scenario: lanes added, removed and swapped, as settings at JSON pointers. Pure.
#pragma once

#include "core/scenario/scenario_io.h"

namespace memwall::core
{

inline constexpr std::size_t kMostLanes = 4; ///< systems of a scenario

/// A name that no system of the scenario has: the wanted one, or with a number after it in place of one that
/// it has.
[[nodiscard]] std::string freeLaneName(const Scenario& scenario, const std::string& wanted);

/// Appends a system under a name that can be told apart. Empty where there is no room.
[[nodiscard]] Settings addLane(const Scenario& scenario, const System& system);
/// Empty where it is the only one.
[[nodiscard]] Settings removeLane(const Scenario& scenario, std::size_t lane);
/// Empty where they are the same, or one does not exist.
[[nodiscard]] Settings swapLanes(const Scenario& scenario, std::size_t a, std::size_t b);

} // namespace memwall::core
