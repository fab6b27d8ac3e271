// The five kinds of thing that move or wait. The same five, in this order, in every room and view.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace memwall::core
{

enum class Kind : std::uint8_t
{
    Weights,
    KvCache,
    Activations,
    Communication,
    Draft, ///< everything that moves for a draft model
};

inline constexpr std::size_t kKinds = 5;
inline constexpr std::array<Kind, kKinds> kAllKinds { Kind::Weights, Kind::KvCache, Kind::Activations,
    Kind::Communication, Kind::Draft };

[[nodiscard]] constexpr std::size_t indexOf(Kind kind)
{
    return static_cast<std::size_t>(kind);
}

/// "weights", "KV cache" …: in files, in English.
[[nodiscard]] constexpr std::string_view nameInFiles(Kind kind)
{
    constexpr std::array<std::string_view, kKinds> kNames { "weights", "KV cache", "activations",
        "communication", "drafts" };
    return kNames[indexOf(kind)];
}

} // namespace memwall::core
