#include "app/cli/option_values.h"

#include "core/base/number_text.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace memwall::app
{

using Error = std::unexpected<QString>;

std::expected<double, QString> parseNumber(
    const QCommandLineParser& parser, const QString& name, double low, double high)
{
    const auto number = core::numberIn(parser.value(name).toStdString());
    if (!number || *number < low || *number > high)
        return Error(QStringLiteral("--%1 %2: expected a number from %3 to %4")
                         .arg(name, parser.value(name))
                         .arg(low)
                         .arg(high));
    return *number;
}

std::optional<QString> optionalValue(const QCommandLineParser& parser, const QString& name)
{
    return parser.isSet(name) ? std::optional(parser.value(name)) : std::nullopt;
}

std::optional<QString> checkWord(
    const QString& option, const std::optional<QString>& word, const QStringList& known)
{
    if (!word || known.contains(*word))
        return std::nullopt;
    return QStringLiteral("--%1 %2: expected one of %3").arg(option, *word, known.join(QStringLiteral(", ")));
}

std::expected<QSize, QString> parseSize(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const auto match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    constexpr int kSmallest = 64;
    constexpr int kLargest = 16384;
    if (!match.hasMatch() || size.width() < kSmallest || size.height() < kSmallest || size.width() > kLargest
        || size.height() > kLargest)
        return Error(QStringLiteral("--size %1: expected WIDTHxHEIGHT, each from 64 to 16384, e.g. 1920x1080")
                         .arg(text));
    return size;
}

} // namespace memwall::app
