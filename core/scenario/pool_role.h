// What a pool of chips does in a system.
#pragma once

#include <cstdint>
#include <string_view>

namespace memwall::core
{

enum class PoolRole : std::uint8_t
{
    Both,
    Prefill,
    Decode,
    Attention,
    Ffn,
};

/// Its word in files: "both", "prefill", "decode", "attention", "ffn".
[[nodiscard]] std::string_view nameOf(PoolRole role);

} // namespace memwall::core
