#include "core/whatif/root_finding.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace memwall::core
{

namespace
{

/// The next place to look: the secant's crossing, moved towards the middle (truncation) and kept within
/// `radius` of it (projection). Infinite values have no secant: the middle.
double nextPlace(const Bracket& bracket, double firstWidth, double radius)
{
    const double middle = std::midpoint(bracket.above, bracket.reached);
    const double rise = bracket.atAbove - bracket.atReached;
    if (!std::isfinite(rise) || rise <= 0)
        return middle;
    constexpr double kTruncation = 0.2; // kappa1 of the paper, for widths in units of the first one
    const double width = std::abs(bracket.reached - bracket.above);
    const double secant = bracket.above + (bracket.reached - bracket.above) * bracket.atAbove / rise;
    const double shift = kTruncation * width * width / firstWidth; // kappa2 = 2
    const double towards = middle > secant ? 1.0 : -1.0;
    const double truncated = shift <= std::abs(middle - secant) ? secant + towards * shift : middle;
    return std::abs(truncated - middle) <= radius ? truncated : middle - towards * radius;
}

} // namespace

Bracket narrowed(Bracket bracket, double tolerance, const std::function<double(double)>& function)
{
    const double firstWidth = std::abs(bracket.reached - bracket.above);
    if (firstWidth <= tolerance)
        return bracket;
    const double halvings = std::ceil(std::log2(firstWidth / tolerance));
    double allowed = tolerance / 2 * std::exp2(halvings + 1); // half of what bisection would have left
    while (std::abs(bracket.reached - bracket.above) > tolerance) {
        const double radius = allowed - std::abs(bracket.reached - bracket.above) / 2;
        const double place = nextPlace(bracket, firstWidth, std::max(0.0, radius));
        const double value = function(place);
        (value > 0 ? bracket.above : bracket.reached) = place;
        (value > 0 ? bracket.atAbove : bracket.atReached) = value;
        allowed /= 2;
    }
    return bracket;
}

} // namespace memwall::core
