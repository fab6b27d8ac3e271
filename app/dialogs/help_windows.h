// The windows of the Help menu. Each is shown at once and deletes itself when closed.
#pragma once

#include <QString>

class QWidget;

namespace memwall::app
{

/// The manual's first page; false where the program was installed without it.
[[nodiscard]] bool hasManual(const QString& folder);
void showManual(const QString& folder, QWidget* parent);
/// Every action of the window that has a key.
void showShortcuts(const QWidget& window, QWidget* parent);
void showAbout(QWidget* parent);

} // namespace memwall::app
