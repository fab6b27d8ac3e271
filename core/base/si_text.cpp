#include "core/base/si_text.h"

#include "core/base/number_text.h"

#include <array>
#include <cmath>

namespace memwall::core
{

std::string siText(double value, const char* unit)
{
    struct Step
    {
        double size;
        const char* prefix;
    };
    constexpr std::array<Step, 9> kSteps { { { 1e15, "P" }, { 1e12, "T" }, { 1e9, "G" }, { 1e6, "M" },
        { 1e3, "k" }, { 1, "" }, { 1e-3, "m" }, { 1e-6, "µ" }, { 1e-9, "n" } } };
    const double size = std::abs(value);
    for (const Step& step : kSteps)
        if (size >= step.size)
            return significantText(value / step.size, 3).append(" ").append(step.prefix).append(unit);
    return std::string("0 ") + unit;
}

std::string countText(double value)
{
    return value >= 1000 ? fixedText(value, 0) : significantText(value, 3);
}

} // namespace memwall::core
