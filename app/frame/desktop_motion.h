// Whether the user's desktop asks programs to move less.
#pragma once

namespace memwall::app
{

/// As GTK's and KDE's files of settings say; false where neither says anything.
[[nodiscard]] bool desktopReducesMotion();

} // namespace memwall::app
