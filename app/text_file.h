// Whole files in and out. Errors are sentences that name the file.
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace memwall::app
{

/// "-" is standard input.
[[nodiscard]] std::expected<QByteArray, QString> readWholeFile(const QString& path);
/// A plain file of at most so many bytes: pipes and devices may never end.
[[nodiscard]] std::expected<QByteArray, QString> readPlainFile(const QString& path, qint64 mostBytes);
/// As an OutputFile is written.
[[nodiscard]] std::expected<void, QString> writeWholeFile(const QString& path, const QByteArray& bytes);

/// Tells whether a file is still the same; empty where there is no plain file of a scenario's size.
[[nodiscard]] QByteArray fileDigest(const QString& path);

} // namespace memwall::app
