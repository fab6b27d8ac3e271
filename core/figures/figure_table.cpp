#include "core/figures/figure_table.h"

namespace memwall::core
{

std::string_view symbolOf(FigureUnit unit)
{
    switch (unit) {
    case FigureUnit::Seconds:
        return "s";
    case FigureUnit::TokensPerSecond:
        return "tokens/s";
    case FigureUnit::Bytes:
        return "B";
    case FigureUnit::FlopPerByte:
        return "flop/B";
    case FigureUnit::Joules:
        return "J";
    case FigureUnit::Dollars:
        return "USD";
    case FigureUnit::Whole:
    case FigureUnit::Number:
    case FigureUnit::Share:
        break;
    }
    return {};
}

} // namespace memwall::core
