// Times as people and logs write them. Internal to scenario.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace memwall::core
{

/// Nanoseconds since 1970 (UTC) of "2023-11-16 18:15:46.6805900": T may stand for the blank, the fraction
/// may be missing, and Z or an offset like +01:00 may follow (none: UTC). Years 1970 to 2200.
[[nodiscard]] std::optional<std::int64_t> wallClockNs(std::string_view text);

} // namespace memwall::core
