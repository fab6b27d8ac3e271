// Numbers and sizes of the command line, checked. Errors are sentences that name the option.
#pragma once

#include <QSize>
#include <QString>

#include <expected>

class QCommandLineParser;

namespace memwall::app
{

/// The value of an option that is set, within bounds.
[[nodiscard]] std::expected<double, QString> parseNumber(
    const QCommandLineParser& parser, const QString& name, double low, double high);
/// "1920x1080".
[[nodiscard]] std::expected<QSize, QString> parseSize(const QString& text);

} // namespace memwall::app
