#include "widgets/inputs/number_input.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>
#include <optional>

namespace memwall::ui
{

namespace
{

struct NumberWords
{
    Q_DECLARE_TR_FUNCTIONS(NumberInput)
};

/// The number, or nothing where it is none. A comma groups thousands; elsewhere it could mean a decimal
/// point, and to guess would turn 3,7 into 37.
std::optional<double> typedNumber(QString text)
{
    static const QRegularExpression kSpaces { QStringLiteral("[\\s_'\u2019]") };
    static const QRegularExpression kNumber { QStringLiteral(
        "^([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d*)?(?:[eE][+-]?\\d{1,3})?)([kKM]?)$") };
    const auto match = kNumber.match(text.remove(kSpaces));
    if (!match.hasMatch())
        return std::nullopt;
    bool isNumber = false;
    const double value = QLocale::c().toDouble(match.captured(1).remove(u','), &isNumber);
    const QString unit = match.captured(2).toLower();
    const double factor = unit.isEmpty() ? 1 : unit == u'k' ? 1e3 : 1e6;
    return isNumber && std::isfinite(value * factor) ? std::optional(value * factor) : std::nullopt;
}

QString quotedTyped(const QString& typed)
{
    constexpr int kMostShown = 24;
    const QString text = typed.simplified();
    const QString shown = text.size() > kMostShown ? QString { text.left(kMostShown) + u'\u2026' } : text;
    return u'\u201c' + shown + u'\u201d';
}

QString allowedText(const NumberRange& range)
{
    const QString text = range.whole
        ? NumberWords::tr("Allowed: whole numbers from %1.").arg(rangeText(range))
        : NumberWords::tr("Allowed: %1.").arg(rangeText(range));
    return range.why.isEmpty() ? text : QString { text + u' ' + range.why };
}

} // namespace

std::expected<double, QString> readNumber(const QString& typed, const NumberRange& range)
{
    const auto refuse
        = [&](const QString& what) { return std::unexpected(QString { what + u' ' + allowedText(range) }); };
    if (typed.trimmed().isEmpty())
        return refuse(NumberWords::tr("A number is missing."));
    const auto value = typedNumber(typed);
    if (!value)
        return refuse(typed.contains(u',')
                ? NumberWords::tr("%1: a point separates decimals, a comma thousands.")
                      .arg(quotedTyped(typed))
                : NumberWords::tr("%1 is no number.").arg(quotedTyped(typed)));
    if (range.whole && *value != std::floor(*value))
        return refuse(NumberWords::tr("%1 is not a whole number.").arg(quotedTyped(typed)));
    if (*value < range.least)
        return refuse(NumberWords::tr("%1 is too little.").arg(quotedTyped(typed)));
    if (*value > range.most)
        return refuse(NumberWords::tr("%1 is too much.").arg(quotedTyped(typed)));
    return *value;
}

QString numberText(double value)
{
    constexpr double kMostWhole = 1e15;
    const QLocale english { QLocale::English };
    if (value == std::floor(value) && std::abs(value) < kMostWhole)
        return english.toString(static_cast<qlonglong>(value));
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString rangeText(const NumberRange& range)
{
    return NumberWords::tr("%1 to %2").arg(numberText(range.least), numberText(range.most));
}

} // namespace memwall::ui
