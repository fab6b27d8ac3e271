// Counter-based random numbers: a pure function of (seed, request, step), so that any part of a run can be
// recomputed alone, in any order, on any thread.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace memwall::core
{

/// Bits that depend on every bit of the inputs (SplitMix64's finalizer over a mixed counter).
[[nodiscard]] constexpr std::uint64_t randomBits(
    std::uint64_t seed, std::uint64_t stream, std::uint64_t counter)
{
    std::uint64_t x = seed;
    for (const std::uint64_t part : { stream, counter }) {
        x += 0x9e3779b97f4a7c15ULL + part;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
        x ^= x >> 31;
    }
    return x;
}

/// Uniform in [0, 1).
[[nodiscard]] constexpr double uniform(std::uint64_t seed, std::uint64_t stream, std::uint64_t counter)
{
    return static_cast<double>(randomBits(seed, stream, counter) >> 11) * 0x1.0p-53;
}

} // namespace memwall::core
