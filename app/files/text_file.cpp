#include "app/files/text_file.h"

#include "app/files/files_words.h"
#include "app/files/output_file.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace memwall::app
{

namespace
{

/// A pipe hands over what it has; only an empty read is the end.
QByteArray readAtMost(QFile& file, qint64 most)
{
    constexpr qint64 kPiece = qint64 { 1 } << 20;
    QByteArray bytes;
    while (bytes.size() < most) {
        const QByteArray piece = file.read(std::min(kPiece, most - bytes.size()));
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    return bytes;
}

} // namespace

std::expected<QByteArray, QString> readWholeFile(const QString& path, qint64 mostBytes)
{
    const bool standard = path == QStringLiteral("-");
    const QFileInfo info(path);
    if (!standard && info.isDir())
        return std::unexpected(FilesWords::tr("%1: is a folder; expected a file").arg(path));
    if (!standard && info.exists() && !info.isFile())
        return std::unexpected(
            FilesWords::tr("%1: is no plain file; give a file, or - for standard input").arg(path));
    QFile file(path);
    const bool open = standard ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return std::unexpected(FilesWords::tr("%1: cannot read: %2").arg(path, file.errorString()));
    const QByteArray bytes = readAtMost(file, mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(FilesWords::tr("%1: cannot read: %2").arg(path, file.errorString()));
    if (bytes.size() > mostBytes)
        return std::unexpected(
            FilesWords::tr("%1: is longer than the %2 MiB that are read").arg(path).arg(mostBytes >> 20));
    return bytes;
}

std::string_view viewOf(const QByteArray& bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

std::expected<void, QString> writeWholeFile(const QString& path, const QByteArray& bytes)
{
    OutputFile file(path);
    if (file.open() && file.write(bytes.constData(), bytes.size()) && file.commit())
        return {};
    return std::unexpected(file.error());
}

QByteArray digestOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray fileDigest(const QString& path)
{
    constexpr qint64 kMost = qint64 { 64 } << 20;
    if (path.isEmpty())
        return {};
    const auto bytes = readWholeFile(path, kMost);
    return bytes ? digestOf(*bytes) : QByteArray();
}

} // namespace memwall::app
