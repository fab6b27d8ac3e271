#include "widgets/base/format.h"

#include "core/figures/figure_table.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>
#include <cstdlib>

namespace memwall::ui
{

namespace
{

constexpr QChar kThinSpace { 0x2009 };

/// English grouping and decimal point on every machine: figures of one picture agree with its words.
QLocale figures()
{
    return QLocale { QLocale::English, QLocale::UnitedStates };
}

/// The value rounded to significant digits, so that 999.7 moves on to the next unit.
double rounded(double value, int significant)
{
    if (value == 0.0 || !std::isfinite(value))
        return value;
    const double digits = std::floor(std::log10(std::abs(value))) + 1.0;
    const double step = std::pow(10.0, digits - significant);
    // Dividing by a whole power of ten keeps 0.34 at 0.34; multiplying by 0.01 would not.
    return step >= 1.0 ? std::round(value / step) * step
                       : std::round(value * std::pow(10.0, significant - digits)) / (1.0 / step);
}

QString withUnit(double value, int significant, const QString& unit)
{
    return formatNumber(value, significant) + kThinSpace + unit;
}

constexpr std::array<QStringView, 7> kPrefixes { u"", u"K", u"M", u"G", u"T", u"P", u"E" };

/// SI steps of a thousand from 1 up that a value is told in.
std::size_t stepsOf(double value)
{
    std::size_t step = 0;
    while (std::abs(rounded(value, kFigures)) >= 1000.0 && step + 1 < kPrefixes.size()) {
        value /= 1000.0;
        ++step;
    }
    return step;
}

double inSteps(double value, std::size_t steps)
{
    for (; steps > 0; --steps)
        value /= 1000.0;
    return value;
}

QString scaled(double value, const QString& unit)
{
    const std::size_t step = stepsOf(value);
    return withUnit(inSteps(value, step), kFigures, kPrefixes[step].toString() + unit);
}

} // namespace

QString formatNumber(double value, int significant)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    const QString sign = value < 0 ? QStringLiteral("−") : QString {};
    if (std::isinf(value))
        return sign + QStringLiteral("∞");
    const double shown = rounded(std::abs(value), significant);
    if (shown == 0.0)
        return QStringLiteral("0");
    const int whole = static_cast<int>(std::floor(std::log10(shown))) + 1;
    QString text = figures().toString(shown, 'f', std::max(0, significant - whole));
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return sign + text;
}

QString formatBytes(double bytes)
{
    return scaled(bytes, QStringLiteral("B"));
}

QString formatBytesOf(double bytes, double whole)
{
    constexpr QChar kFigureSpace { 0x2007 };
    const std::size_t step = stepsOf(whole);
    const auto before = QString::number(std::floor(rounded(inSteps(whole, step), kFigures))).size();
    const int after = std::max(0, kFigures - static_cast<int>(before));
    const QString text = figures().toString(inSteps(bytes, step), 'f', after);
    return text.rightJustified(before + (after > 0 ? after + 1 : 0), kFigureSpace);
}

QString formatRate(double bytesPerSecond)
{
    return scaled(bytesPerSecond, QStringLiteral("B/s"));
}

QString formatFlops(double flopsPerSecond)
{
    return scaled(flopsPerSecond, QStringLiteral("flop/s"));
}

QString formatSecondsTo(double seconds, int significant)
{
    struct Step
    {
        double seconds;
        QStringView unit;
    };
    static constexpr std::array kSteps { Step { 3600.0, u"h" }, Step { 60.0, u"min" }, Step { 1.0, u"s" },
        Step { 1e-3, u"ms" }, Step { 1e-6, u"µs" }, Step { 1e-9, u"ns" }, Step { 1e-12, u"ps" } };
    const double size = std::abs(seconds);
    if (size == 0.0 || !std::isfinite(size))
        return withUnit(seconds, significant, QStringLiteral("s"));
    for (const Step& step : kSteps) {
        // Minutes and hours only where seconds would run to four digits.
        const double from = step.seconds > 1.0 ? std::max(1000.0, 2.0 * step.seconds) : step.seconds;
        if (rounded(size / step.seconds, 3) * step.seconds >= from * (1.0 - 1e-12))
            return withUnit(seconds / step.seconds, significant, step.unit.toString());
    }
    return withUnit(seconds * 1e12, significant, QStringLiteral("ps"));
}

QString formatSeconds(double seconds)
{
    return formatSecondsTo(seconds, 3);
}

QString formatPercent(double share)
{
    const double percent = share * 100.0;
    const double size = std::abs(percent);
    // Between 99.5 and 100 a third digit keeps "nearly all" apart from "all".
    const bool nearlyAll = size >= 99.5 && size < 99.95;
    return withUnit(size >= 100.0 ? std::round(percent) : percent, size >= 100.0 ? 6 : (nearlyAll ? 3 : 2),
        QStringLiteral("%"));
}

QString formatWhole(std::int64_t number)
{
    return QLocale { QLocale::English }.toString(qlonglong { number });
}

QString formatCount(double count)
{
    const double size = std::abs(count);
    if (rounded(size, 3) >= 1e9)
        return QCoreApplication::translate("memwall::ui::format", "%1\u2009billion")
            .arg(formatNumber(count / 1e9));
    if (rounded(size, 3) >= 1e6)
        return QCoreApplication::translate("memwall::ui::format", "%1\u2009million")
            .arg(formatNumber(count / 1e6));
    // Things that are counted are exact; rates and means are not.
    const bool whole = size == std::floor(size);
    return formatNumber(count, whole ? 7 : (size >= 10.0 ? 3 : 2));
}

QString formatExact(double value, const QString& unit)
{
    const double size = std::abs(value);
    const char format = size != 0.0 && size < 1e-3 ? 'g' : 'f';
    const QString digits = figures().toString(value, format, QLocale::FloatingPointShortest);
    return unit.isEmpty() ? digits : QString { digits + kThinSpace + unit };
}

QString formatBothWays(double bytes)
{
    constexpr double kKibi = 1024;
    const bool large = bytes >= 1e9;
    const double decimal = large ? 1e9 : 1e6, binary = large ? kKibi * kKibi * kKibi : kKibi * kKibi;
    return formatExact(bytes / decimal, large ? QStringLiteral("GB") : QStringLiteral("MB"))
        + QStringLiteral(" = ")
        + formatExact(bytes / binary, large ? QStringLiteral("GiB") : QStringLiteral("MiB"));
}

QString formatTimeScale(double timeScale)
{
    return QCoreApplication::translate("memwall::ui::format", "1\u2009s here = %1 there")
        .arg(formatSeconds(timeScale > 0.0 ? 1.0 / timeScale : 0.0));
}

QString formatEnergy(double joules)
{
    const bool small = joules < 0.1;
    return formatNumber(small ? joules * 1e3 : joules)
        + (small ? QStringLiteral("\u2009mJ") : QStringLiteral("\u2009J"));
}

QString formatFigure(const core::ReportFigure& figure, const core::Report& report, const QString& unknown)
{
    const auto value = figure.of(report);
    if (!value)
        return unknown;
    switch (figure.unit) {
    case core::FigureUnit::Seconds:
        return formatSeconds(*value);
    case core::FigureUnit::Bytes:
        return formatBytes(*value);
    case core::FigureUnit::Joules:
        return formatEnergy(*value);
    case core::FigureUnit::Dollars:
        return formatNumber(*value) + QStringLiteral("\u2009USD");
    case core::FigureUnit::Share:
        return formatPercent(*value);
    case core::FigureUnit::Whole:
    case core::FigureUnit::Number:
    case core::FigureUnit::FlopPerByte:
    case core::FigureUnit::TokensPerSecond:
        break;
    }
    return formatCount(*value);
}

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace memwall::ui
