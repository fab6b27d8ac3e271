// The scenario files opened last, newest first, kept in the user's settings.
#pragma once

#include <QSettings>
#include <QStringList>

namespace memwall::app
{

class RecentFiles
{
public:
    static constexpr int kLimit = 10;

    [[nodiscard]] QStringList paths() const;
    void add(const QString& path); ///< moves a known file to the front
    void clear();

private:
    QSettings m_settings;
};

} // namespace memwall::app
