// Tiny models, written inline: every kind of attention and feed-forward, with windows that a short answer
// fills. Internal to the generator.
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <rapidcheck.h>

namespace memwall::tests
{

/// Uniform in 0 … n − 1; shrinks to 0.
[[nodiscard]] std::size_t pick(std::size_t n);
/// True in so many of a hundred cases; shrinks to false.
[[nodiscard]] bool chance(std::size_t percent);
/// Shrinks to the first.
template <typename T> [[nodiscard]] T oneOf(std::initializer_list<T> values)
{
    return values.begin()[pick(values.size())];
}

[[nodiscard]] nlohmann::json tinyModel();

} // namespace memwall::tests
