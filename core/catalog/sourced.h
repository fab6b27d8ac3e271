// A number with its origin. Every physical value of the catalog is one of these.
#pragma once

#include <cstdint>
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
    std::string source; ///< id in sources.json
    Confidence confidence = Confidence::Estimate;
    std::string note;

    bool operator==(const Sourced&) const = default;
};

} // namespace memwall::core
