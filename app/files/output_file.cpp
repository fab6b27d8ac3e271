#include "app/files/output_file.h"

#include "app/files/files_words.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace memwall::app
{

namespace
{

constexpr qsizetype kPiece = 1 << 16;

bool namesStandardOutput(const QString& path)
{
    // By its name it could be a plain file, and would be replaced under the shell that still writes to it.
    return path == QStringLiteral("-") || path == QStringLiteral("/dev/stdout")
        || path == QStringLiteral("/dev/fd/1") || path == QStringLiteral("/proc/self/fd/1");
}

/// Where a plain file really stands: a link stays a link, to what is written anew.
QString behindLinks(const QFileInfo& info)
{
    if (info.exists())
        return info.canonicalFilePath();
    return info.isSymLink() ? info.symLinkTarget() : info.absoluteFilePath();
}

QString reasonFor(int error)
{
    switch (error) {
    case ENOSPC:
        return FilesWords::tr("the disk is full; make room on it or choose another place");
    case EDQUOT:
        return FilesWords::tr("your share of the disk is used up; make room in it or choose another place");
    case EFBIG:
        return FilesWords::tr("the file would be longer than is allowed (see ulimit -f)");
    case EISDIR:
        return FilesWords::tr("is a folder");
    default:
        return qt_error_string(error);
    }
}

/// A new name is on the disk when its folder is. Not every file system can say so.
void syncFolderOf(const QString& path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).path());
    const int file = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
}

} // namespace

OutputFile::OutputFile(const QString& path)
    : m_path(namesStandardOutput(path) ? FilesWords::tr("standard output") : path)
    , m_isStandard(namesStandardOutput(path))
{
}

OutputFile::~OutputFile()
{
    close();
    if (!m_part.isEmpty())
        QFile::remove(m_part);
}

bool OutputFile::open()
{
    if (m_isStandard) {
        std::fflush(stdout); // what came before stays before
        m_file = STDOUT_FILENO;
        return true;
    }
    const QFileInfo info(m_path);
    if (info.isDir())
        return fail(EISDIR);
    if (info.exists() && !info.isFile())
        return openDirectly();
    m_replaces = info.exists();
    if (m_replaces && !info.isWritable())
        return fail(EACCES);
    m_target = behindLinks(info);
    return openPart();
}

bool OutputFile::openDirectly()
{
    m_file = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CLOEXEC);
    return m_file >= 0 || fail(errno);
}

bool OutputFile::openPart()
{
    constexpr int kDigits = 8, kHex = 16;
    constexpr mode_t kAllMay = 0666; // less what the user's mask takes away
    const QString part = QStringLiteral("%1.%2.part")
                             .arg(m_target)
                             .arg(QRandomGenerator::global()->generate(), kDigits, kHex, QLatin1Char('0'));
    m_file = ::open(QFile::encodeName(part).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kAllMay);
    if (m_file < 0)
        return fail(errno);
    m_part = part;
    if (m_replaces) // who may read it stays; a file system without rights is no failure
        QFile::setPermissions(m_part, QFile::permissions(m_target));
    return true;
}

bool OutputFile::write(const char* bytes, qsizetype count)
{
    if (m_waiting.size() + count < kPiece) {
        m_waiting.append(bytes, count);
        return m_error.isEmpty();
    }
    return flush() && put(bytes, count);
}

bool OutputFile::flush()
{
    const QByteArray waiting = std::exchange(m_waiting, {});
    return put(waiting.constData(), waiting.size());
}

bool OutputFile::put(const char* bytes, qsizetype count)
{
    while (count > 0 && m_error.isEmpty()) {
        const ssize_t taken = ::write(m_file, bytes, static_cast<std::size_t>(count));
        if (taken < 0 && errno != EINTR)
            fail(errno);
        bytes += std::max<ssize_t>(taken, 0);
        count -= std::max<ssize_t>(taken, 0);
    }
    return m_error.isEmpty();
}

bool OutputFile::commit()
{
    if (!flush() || !sync() || !close())
        return false;
    if (m_part.isEmpty())
        return true;
    if (std::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_target).constData()) != 0)
        return fail(errno);
    m_part.clear();
    syncFolderOf(m_target);
    return true;
}

/// Some disks find out that they are full only now.
bool OutputFile::sync()
{
    if (::fsync(m_file) == 0)
        return true;
    const bool knowsNoSuchThing = errno == EINVAL || errno == ENOTSUP || errno == EROFS;
    return knowsNoSuchThing || fail(errno);
}

bool OutputFile::close()
{
    const int file = std::exchange(m_file, -1);
    return file < 0 || m_isStandard || ::close(file) == 0 || fail(errno);
}

bool OutputFile::fail(int error)
{
    if (m_error.isEmpty())
        m_error = (m_replaces ? FilesWords::tr("%1: cannot write: %2; the file that was there is unchanged")
                              : FilesWords::tr("%1: cannot write: %2"))
                      .arg(m_path, reasonFor(error));
    return false;
}

} // namespace memwall::app
