// Where a falling function crosses zero, in few evaluations.
#pragma once

#include <functional>

namespace memwall::core
{

/// An interval that holds a crossing: the function is above zero at `above`, at or below it at `reached`.
struct Bracket
{
    double above = 0, reached = 0;
    double atAbove = 0, atReached = 0; ///< the function there; may be infinite
};

/// Narrows the bracket to `tolerance` and keeps its promise. The ITP method (Oliveira and Takahashi 2020, ACM
/// TOMS 47(1), 5): secant steps where the function is smooth, and never more than one evaluation above
/// bisection, so that a step function costs log2(width / tolerance) + 1. A function that is not monotone
/// gives one of its crossings.
[[nodiscard]] Bracket narrowed(
    Bracket bracket, double tolerance, const std::function<double(double)>& function);

} // namespace memwall::core
