// Rows of words as columns of equal width, for a terminal.
#pragma once

#include <QStringList>
#include <QVector>

namespace memwall::ui
{

/// One line per row, columns as wide as their longest word, two spaces between them.
[[nodiscard]] QString aligned(const QVector<QStringList>& rows);

} // namespace memwall::ui
