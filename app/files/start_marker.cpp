#include "app/files/start_marker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>

namespace memwall::app
{

namespace
{

QString stateFolder()
{
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    return (given.isEmpty() ? QDir::homePath() + QStringLiteral("/.local/state") : given)
        + QStringLiteral("/memwall");
}

bool isRunning(qint64 process)
{
    return process > 0 && process != QCoreApplication::applicationPid()
        && kill(static_cast<pid_t>(process), 0) == 0;
}

} // namespace

StartMarker::StartMarker()
    : m_path(stateFolder() + QStringLiteral("/opening"))
{
}

QString StartMarker::culprit() const
{
    constexpr qint64 kMostBytes = 16'384;
    QFile file(m_path);
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.read(kMostBytes));
    const QString process = text.section(u'\n', 0, 0);
    return isRunning(process.toLongLong()) ? QString() : text.section(u'\n', 1).trimmed();
}

void StartMarker::set(const QString& file) const
{
    QFile note(m_path);
    if (QDir().mkpath(QFileInfo(m_path).path()) && note.open(QIODevice::WriteOnly))
        note.write(QStringLiteral("%1\n%2\n").arg(QCoreApplication::applicationPid()).arg(file).toUtf8());
}

void StartMarker::clear() const
{
    QFile::remove(m_path);
}

} // namespace memwall::app
