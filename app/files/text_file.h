// Whole files in and out. Errors are sentences that name the file.
#pragma once

#include "core/base/json_document.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace memwall::app
{

/// Most bytes of a file that is JSON.
inline constexpr qint64 kMostJsonBytes = qint64 { core::kMaxJsonBytes };

/// A plain file of at most so many bytes, or "-": standard input. Pipes and devices by name may never begin
/// or never end, and are refused.
[[nodiscard]] std::expected<QByteArray, QString> readWholeFile(
    const QString& path, qint64 mostBytes = kMostJsonBytes);
/// The bytes as core reads text.
[[nodiscard]] std::string_view viewOf(const QByteArray& bytes);
/// As an OutputFile is written.
[[nodiscard]] std::expected<void, QString> writeWholeFile(const QString& path, const QByteArray& bytes);

/// Tells whether bytes are the same as others.
[[nodiscard]] QByteArray digestOf(const QByteArray& bytes);
/// Tells whether a file is still the same; empty where there is no plain file of a scenario's size.
[[nodiscard]] QByteArray fileDigest(const QString& path);

} // namespace memwall::app
