#include "app/files/recent_files.h"

#include <QFileInfo>

namespace memwall::app
{

namespace
{

const QString kKey = QStringLiteral("recentFiles");

} // namespace

QStringList RecentFiles::paths() const
{
    return m_settings.value(kKey).toStringList();
}

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList all = paths();
    all.removeAll(absolute);
    all.prepend(absolute);
    m_settings.setValue(kKey, all.mid(0, kLimit));
}

void RecentFiles::clear()
{
    m_settings.remove(kKey);
}

} // namespace memwall::app
