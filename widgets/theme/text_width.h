// How wide words are in the theme's letters. Measuring means shaping, which costs more than drawing: every
// text is measured once.
#pragma once

#include "widgets/theme/theme.h"

#include <QString>

namespace memwall::ui
{

/// Pixels that the text takes in one line.
[[nodiscard]] double textWidth(const QString& text, const Theme& theme, TextRole role);

} // namespace memwall::ui
