// Numeric expressions of lessons. What their names mean is another's business.
#pragma once

#include "core/base/saying.h"

#include <expected>
#include <limits>
#include <optional>
#include <string>

namespace memwall::core
{

/// A figure that is not known: what builds on it is not known either.
inline constexpr double kUnknownFigure = std::numeric_limits<double>::quiet_NaN();

/// What an expression asks for by name.
class Names
{
public:
    virtual ~Names() = default;
    /// Nothing: there is no such name. A figure that is not known is NaN.
    [[nodiscard]] virtual std::optional<double> value(const std::string& name) const = 0;
    /// Of fact("model/llama-3.1-8b/layers").
    [[nodiscard]] virtual std::optional<double> fact(const std::string& path) const = 0;
    /// Of set("/workload/users").
    [[nodiscard]] virtual std::optional<double> setting(const std::string& pointer) const = 0;
    /// Of is("/systems/0/model = llama-3.1-8b").
    [[nodiscard]] virtual bool isSetTo(const std::string& pointer, const std::string& text) const = 0;
};

/// The expression's value; NaN where it builds on what is not known. Or what is wrong with it. The language
/// is muParser's, with names of dots and brackets and a few functions more: docs/lessons.md.
[[nodiscard]] std::expected<double, Saying> evaluate(const std::string& expression, const Names& names);

/// The same as a condition: false where it builds on what is not known.
[[nodiscard]] std::expected<bool, Saying> holds(const std::string& expression, const Names& names);

} // namespace memwall::core
