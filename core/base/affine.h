// A quantity of step k of a segment: base + slope * k. Between two scheduling events the batch does
// not change and every context grows by one token a step, so times and bytes have this form.
#pragma once

namespace memwall::core
{

struct Affine
{
    double base = 0.0;
    double slope = 0.0;

    [[nodiscard]] constexpr double at(double k) const { return base + slope * k; }
    /// Sum over steps 0 … n-1.
    [[nodiscard]] constexpr double sumTo(double n) const { return base * n + slope * n * (n - 1.0) / 2.0; }

    constexpr Affine operator+(Affine other) const { return { base + other.base, slope + other.slope }; }
    constexpr Affine operator-(Affine other) const { return { base - other.base, slope - other.slope }; }
    constexpr Affine operator*(double factor) const { return { base * factor, slope * factor }; }
    constexpr Affine& operator+=(Affine other)
    {
        base += other.base;
        slope += other.slope;
        return *this;
    }
    constexpr bool operator==(const Affine&) const = default;
};

} // namespace memwall::core
