#include "core/lesson/evaluate.h"

#include <algorithm>
#include <cmath>
#include <muParser.h>

namespace memwall::core
{

namespace
{

constexpr std::size_t kLongest = 2000; ///< characters of one expression

/// What the functions of an expression are called with: who knows, and what was not known.
struct Asked
{
    const Names& names;
    std::string missing;

    double known(std::optional<double> value, const std::string& what)
    {
        if (!value && missing.empty())
            missing = what;
        return value.value_or(kUnknownFigure);
    }
};

double fact(void* asked, const char* path)
{
    auto& in = *static_cast<Asked*>(asked);
    return in.known(in.names.fact(path), path);
}

double setting(void* asked, const char* pointer)
{
    auto& in = *static_cast<Asked*>(asked);
    return in.known(in.names.setting(pointer), pointer);
}

double isSet(void* asked, const char* text)
{
    const std::string all(text);
    const std::size_t equals = all.find(" = ");
    if (equals == std::string::npos)
        throw mu::ParserError("is(\"POINTER = TEXT\")");
    return static_cast<Asked*>(asked)->names.isSetTo(all.substr(0, equals), all.substr(equals + 3)) ? 1 : 0;
}

bool anyUnknown(const double* values, int count)
{
    return std::any_of(values, values + count, [](double value) { return std::isnan(value); });
}

/// Which of the values is nearest to the first by ratio, from 0.
double nearestOf(const double* values, int count)
{
    if (count < 2 || anyUnknown(values, count) || *std::min_element(values, values + count) <= 0)
        return kUnknownFigure;
    const auto distance = [x = values[0]](double value) { return std::abs(std::log(value / x)); };
    const double* best = std::min_element(
        values + 1, values + count, [&distance](double a, double b) { return distance(a) < distance(b); });
    return static_cast<double>(best - values - 1);
}

double argmin(const double* values, int count)
{
    return anyUnknown(values, count) ? kUnknownFigure
                                     : static_cast<double>(std::min_element(values, values + count) - values);
}

double argmax(const double* values, int count)
{
    return anyUnknown(values, count) ? kUnknownFigure
                                     : static_cast<double>(std::max_element(values, values + count) - values);
}

double ceilOf(double value)
{
    return std::ceil(value);
}

double floorOf(double value)
{
    return std::floor(value);
}

double opposite(double value)
{
    return value == 0 ? 1 : 0;
}

void addLanguage(mu::Parser& parser, Asked& asked)
{
    parser.DefineNameChars("0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.[]");
    parser.DefineFunUserData("fact", fact, &asked, false);
    parser.DefineFunUserData("set", setting, &asked, false);
    parser.DefineFunUserData("is", isSet, &asked, false);
    parser.DefineFun("nearest", nearestOf);
    parser.DefineFun("argmin", argmin);
    parser.DefineFun("argmax", argmax);
    parser.DefineFun("ceil", ceilOf);
    parser.DefineFun("floor", floorOf);
    parser.DefineInfixOprt("!", opposite);
}

/// Values of the names that an expression uses. As constants: nothing can be assigned to them.
std::optional<Saying> addValues(mu::Parser& parser, const Names& names)
{
    const mu::varmap_type used = parser.GetUsedVar(); // a copy: the parser's own changes
    for (const auto& [name, ignored] : used) {
        const auto value = names.value(name);
        if (!value)
            return Saying { "lesson.unknown_name", { name } };
        parser.DefineConst(name, *value);
    }
    return std::nullopt;
}

} // namespace

std::expected<double, Saying> evaluate(const std::string& expression, const Names& names)
{
    if (expression.size() > kLongest)
        return std::unexpected(Saying { "lesson.long_expression" });
    try {
        Asked asked { names, {} };
        mu::Parser parser;
        addLanguage(parser, asked);
        parser.SetExpr(expression);
        if (auto wrong = addValues(parser, names))
            return std::unexpected(std::move(*wrong));
        const double value = parser.Eval();
        if (!asked.missing.empty())
            return std::unexpected(Saying { "lesson.unknown_name", { asked.missing } });
        return value;
    } catch (const mu::ParserError& error) {
        return std::unexpected(Saying { "lesson.wrong_expression", { error.GetMsg() } });
    }
}

std::expected<bool, Saying> holds(const std::string& expression, const Names& names)
{
    const auto value = evaluate(expression, names);
    if (!value)
        return std::unexpected(value.error());
    return !std::isnan(*value) && *value != 0;
}

} // namespace memwall::core
