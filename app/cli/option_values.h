// Numbers and sizes of the command line, checked. Errors are sentences that name the option.
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

class QCommandLineParser;

namespace memwall::app
{

/// The value of an option that is set, within bounds.
[[nodiscard]] std::expected<double, QString> parseNumber(
    const QCommandLineParser& parser, const QString& name, double low, double high);
/// The value of an option, where it is set.
[[nodiscard]] std::optional<QString> optionalValue(const QCommandLineParser& parser, const QString& name);
/// What is wrong with a word that must be one of a few; nothing where it is one, or is absent.
[[nodiscard]] std::optional<QString> checkWord(
    const QString& option, const std::optional<QString>& word, const QStringList& known);
/// "1920x1080".
[[nodiscard]] std::expected<QSize, QString> parseSize(const QString& text);

} // namespace memwall::app
