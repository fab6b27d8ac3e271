#include "core/origin/equation.h"

#include "core/base/number_text.h"

#include <array>
#include <cmath>

namespace memwall::core
{

namespace
{

constexpr const char* kThinSpace = "\u2009";

struct Step
{
    double size;
    const char* prefix;
};
constexpr std::array<Step, 11> kSteps { { { 1e15, "P" }, { 1e12, "T" }, { 1e9, "G" }, { 1e6, "M" },
    { 1e3, "k" }, { 1, "" }, { 1e-3, "m" }, { 1e-6, "µ" }, { 1e-9, "n" }, { 1e-12, "p" }, { 1e-15, "f" } } };

bool takesPrefix(const std::string& unit)
{
    for (const char* known : { "s", "B", "B/s", "flop", "flop/s", "J", "W", "J/bit" })
        if (unit == known)
            return true;
    return false;
}

/// Four significant digits without an exponent: 0.8021, 14.74, 71090; whole numbers in full.
std::string digits(double value)
{
    const double size = std::abs(value);
    const bool whole = size == std::floor(size) && size < 1e15;
    const int before = size > 0 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
    std::string result = fixedText(size, whole ? 0 : std::max(0, 4 - before));
    const std::size_t point = result.find('.');
    if (point != std::string::npos) {
        result.erase(result.find_last_not_of('0') + 1);
        if (result.back() == '.')
            result.pop_back();
    }
    for (std::size_t at = std::min(point, result.size()); at > 3; at -= 3)
        result.insert(at - 3, ",");
    return value < 0 ? "−" + result : result;
}

/// In the order of their names: figures of one kind read alike in words and in numbers.
template <typename Write> std::string joined(const EquationTerm& term, const Write& write)
{
    std::string text;
    for (const NamedFigure& figure : term.times)
        text += (text.empty() ? "" : " × ") + write(figure);
    for (const NamedFigure& figure : term.over)
        text += " ÷ " + write(figure);
    return text;
}

template <typename Write> std::string written(const Equation& equation, const Write& write)
{
    std::string text = write(equation.result).append(" = ");
    const std::size_t begin = text.size();
    for (const EquationTerm& term : equation.terms) {
        const bool first = text.size() == begin;
        text += first ? (term.sign < 0 ? "−" : "") : (term.sign < 0 ? " − " : " + ");
        text += joined(term, write);
    }
    return equation.roundedDown ? text.append(", rounded down") : text;
}

} // namespace

std::string figureText(double value, const std::string& unit)
{
    if (!std::isfinite(value))
        return "unlimited";
    if (!takesPrefix(unit))
        return digits(value) + (unit.empty() ? "" : kThinSpace + unit);
    const double size = std::abs(value);
    for (const Step& step : kSteps)
        if (size >= step.size * 0.99995)
            return digits(value / step.size).append(kThinSpace).append(step.prefix).append(unit);
    return std::string("0").append(kThinSpace).append(unit);
}

double EquationTerm::value() const
{
    double product = sign;
    for (const NamedFigure& figure : times)
        product *= figure.value;
    for (const NamedFigure& figure : over)
        product /= figure.value;
    return product;
}

double Equation::value() const
{
    double sum = 0;
    for (const EquationTerm& term : terms)
        sum += term.value();
    return roundedDown ? std::floor(sum) : sum;
}

std::string Equation::words(const Wording& wording) const
{
    return written(*this, [&](const NamedFigure& figure) { return wording(figure.name); });
}

std::string Equation::numbers() const
{
    return written(*this, [](const NamedFigure& figure) { return figureText(figure.value, figure.unit); });
}

void Equation::add(Saying name, double value)
{
    constexpr double kVisible = 2e-4;
    if (std::abs(value) > kVisible * std::abs(result.value))
        terms.push_back(
            { { { std::move(name), std::abs(value), result.unit } }, {}, value < 0 ? -1.0 : 1.0 });
}

} // namespace memwall::core
