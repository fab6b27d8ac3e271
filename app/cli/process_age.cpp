#include "app/cli/process_age.h"

#include <QByteArrayList>
#include <QFile>

#include <ctime>
#include <unistd.h>

namespace memwall::app
{

double processAgeSeconds()
{
    QFile record(QStringLiteral("/proc/self/stat"));
    if (!record.open(QIODevice::ReadOnly))
        return 0;
    // The name in parentheses may hold spaces; the start, in clock ticks since boot, is field 22 of all,
    // the 20th after the name.
    const QByteArray all = record.readAll();
    const QByteArrayList fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype kStart = 19;
    if (fields.size() <= kStart)
        return 0;
    timespec now {};
    if (clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return 0;
    const double ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9
        - fields[kStart].toDouble() / ticks;
}

} // namespace memwall::app
