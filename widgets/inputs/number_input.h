// What somebody types as a number: taken as it stands or refused with a sentence, never bent into another
// number.
#pragma once

#include <QString>

#include <expected>

namespace memwall::ui
{

/// What may be typed.
struct NumberRange
{
    double least = 1;
    double most = 1;
    bool whole = true; ///< no part of one
    QString why {}; ///< where the ends come from, a sentence; may be empty

    bool operator==(const NumberRange&) const = default;
};

/// Reads "64", "1,024", "1e3", "4k", "0.7"; else what is wrong with it and what is allowed.
[[nodiscard]] std::expected<double, QString> readNumber(const QString& typed, const NumberRange& range);
/// All digits that matter, in the form that readNumber takes: "100,000", "0.7".
[[nodiscard]] QString numberText(double value);
[[nodiscard]] QString rangeText(const NumberRange& range); ///< "1 to 100,000"

} // namespace memwall::ui
