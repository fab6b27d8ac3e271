// Where only a number is computed, not which ones: a choice that looks like one, the same for the same seed.
#pragma once

#include <cstdint>
#include <vector>

namespace memwall::ui
{

/// So many different numbers from 0 to of − 1, ascending. REQUIRES: 0 <= count <= of.
[[nodiscard]] std::vector<int> exampleChoice(int count, int of, std::uint64_t seed);

} // namespace memwall::ui
