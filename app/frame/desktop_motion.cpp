#include "app/frame/desktop_motion.h"

#include <QSettings>
#include <QStandardPaths>

namespace memwall::app
{

namespace
{

/// The value of a key in a file of the user's configuration; invalid where there is none.
QVariant configured(const QString& file, const QString& key)
{
    const QString path = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, file);
    return path.isEmpty() ? QVariant() : QSettings(path, QSettings::IniFormat).value(key);
}

} // namespace

bool desktopReducesMotion()
{
    for (const char* file : { "gtk-4.0/settings.ini", "gtk-3.0/settings.ini" })
        if (const QVariant moves
            = configured(QString::fromUtf8(file), QStringLiteral("Settings/gtk-enable-animations"));
            moves.isValid())
            return !moves.toBool();
    const QVariant length
        = configured(QStringLiteral("kdeglobals"), QStringLiteral("KDE/AnimationDurationFactor"));
    return length.isValid() && length.toDouble() == 0;
}

} // namespace memwall::app
