// A number with its origin. Every physical value of the catalog is one of these.
#pragma once

#include "core/base/catalog_ids.h"

#include <cstdint>
#include <optional>
#include <string>

namespace memwall::core
{

enum class Confidence : std::uint8_t
{
    Vendor,
    Measured,
    Estimate,
    Paper,
    Physics,
};

template <typename T> struct Sourced
{
    T value {};
    std::optional<SourceId> source; ///< absent: its note says what it rests on
    Confidence confidence = Confidence::Estimate;
    std::string note;

    bool operator==(const Sourced&) const = default;
};

/// A factor that only some have: it changes nothing where there is none.
[[nodiscard]] inline double factorOf(const std::optional<Sourced<double>>& factor)
{
    return factor ? factor->value : 1.0;
}

} // namespace memwall::core
