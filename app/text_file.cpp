#include "app/text_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace memwall::app
{

namespace
{

std::expected<void, QString> writeDirectly(QFile& file, const QString& name, const QByteArray& bytes)
{
    if (file.write(bytes) == bytes.size() && file.flush())
        return {};
    return std::unexpected(QStringLiteral("%1: cannot write: %2").arg(name, file.errorString()));
}

} // namespace

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
    if (path == QStringLiteral("-")) {
        QFile output;
        if (!output.open(stdout, QIODevice::WriteOnly))
            return std::unexpected(QStringLiteral("cannot write to standard output"));
        return writeDirectly(output, QStringLiteral("standard output"), bytes);
    }
    const QFileInfo target(path);
    if (target.exists() && !target.isFile() && !target.isDir()) {
        QFile device(path);
        if (!device.open(QIODevice::WriteOnly))
            return std::unexpected(QStringLiteral("%1: cannot write: %2").arg(path, device.errorString()));
        return writeDirectly(device, path, bytes);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(QStringLiteral("%1: cannot write: %2").arg(path, file.errorString()));
    return {};
}

} // namespace memwall::app
