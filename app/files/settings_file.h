// The user's settings as one JSON file. QSettings' own formats replace the file without looking whether the
// disk took the new one: on a full disk the settings would be gone.
#pragma once

#include <QSettings>

namespace memwall::app
{

/// Every QSettings that is made after this, and names no format, uses it.
QSettings::Format useSettingsFile();

} // namespace memwall::app
