// Strong units for catalog values: mixing bytes with bits or rates with sizes does not compile.
// All are SI: bytes, bytes/s, flop (one multiply-add is 2), flop/s, seconds, watts, joules.
#pragma once

#include <compare>
#include <optional>

namespace memwall::core
{

template <typename Tag> struct Quantity
{
    double value = 0.0;

    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr Quantity operator+(Quantity other) const { return { value + other.value }; }
    constexpr Quantity operator-(Quantity other) const { return { value - other.value }; }
    constexpr Quantity operator*(double factor) const { return { value * factor }; }
    constexpr Quantity operator/(double divisor) const { return { value / divisor }; }
    constexpr double operator/(Quantity other) const { return value / other.value; }
    constexpr Quantity& operator+=(Quantity other)
    {
        value += other.value;
        return *this;
    }
};

/// What is not known stays unknown.
template <typename Tag>
constexpr std::optional<Quantity<Tag>> times(const std::optional<Quantity<Tag>>& quantity, double factor)
{
    return quantity ? std::optional(*quantity * factor) : std::nullopt;
}

using Bytes = Quantity<struct BytesTag>;
using Flops = Quantity<struct FlopsTag>;
using BytesPerSecond = Quantity<struct BytesPerSecondTag>;
using FlopsPerSecond = Quantity<struct FlopsPerSecondTag>;
using Seconds = Quantity<struct SecondsTag>;
using Watts = Quantity<struct WattsTag>;
using JoulesPerBit = Quantity<struct JoulesPerBitTag>;
using UsDollars = Quantity<struct UsDollarsTag>;

constexpr Seconds operator/(Bytes bytes, BytesPerSecond rate)
{
    return { bytes.value / rate.value };
}
constexpr Seconds operator/(Flops flops, FlopsPerSecond rate)
{
    return { flops.value / rate.value };
}

} // namespace memwall::core
