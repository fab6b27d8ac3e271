#include "app/text_file.h"

#include "app/output_file.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace memwall::app
{

std::expected<QByteArray, QString> readWholeFile(const QString& path)
{
    const bool standard = path == QStringLiteral("-");
    QFile file(path);
    if (!standard && QFileInfo(path).isDir())
        return std::unexpected(QStringLiteral("%1: is a folder; expected a *.memwall.json file").arg(path));
    const bool open = standard ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return std::unexpected(QStringLiteral("%1: cannot read: %2").arg(path, file.errorString()));
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(QStringLiteral("%1: cannot read: %2").arg(path, file.errorString()));
    return bytes;
}

std::expected<QByteArray, QString> readPlainFile(const QString& path, qint64 mostBytes)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return std::unexpected(QStringLiteral("%1: is no plain file").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(QStringLiteral("%1: cannot read: %2").arg(path, file.errorString()));
    QByteArray bytes = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(QStringLiteral("%1: cannot read: %2").arg(path, file.errorString()));
    if (bytes.size() > mostBytes)
        return std::unexpected(
            QStringLiteral("%1: is longer than the %2 MiB that are read").arg(path).arg(mostBytes >> 20));
    return bytes;
}

std::expected<void, QString> writeWholeFile(const QString& path, const QByteArray& bytes)
{
    OutputFile file(path);
    if (file.open() && file.write(bytes.constData(), bytes.size()) && file.commit())
        return {};
    return std::unexpected(file.error());
}

QByteArray fileDigest(const QString& path)
{
    constexpr qint64 kMost = qint64 { 64 } << 20;
    if (path.isEmpty())
        return {};
    const auto bytes = readPlainFile(path, kMost);
    return bytes ? QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256) : QByteArray();
}

} // namespace memwall::app
