#include "widgets/flow/example_choice.h"

#include "core/base/assert.h"

#include <algorithm>
#include <numeric>

namespace memwall::ui
{

std::vector<int> exampleChoice(int count, int of, std::uint64_t seed)
{
    MEMWALL_ASSERT(0 <= count && count <= of);
    std::vector<int> all(static_cast<std::size_t>(of));
    std::iota(all.begin(), all.end(), 0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL; // Knuth's MMIX
        std::swap(all[i], all[i + static_cast<std::size_t>((seed >> 33U) % (all.size() - i))]);
    }
    all.resize(static_cast<std::size_t>(count));
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace memwall::ui
