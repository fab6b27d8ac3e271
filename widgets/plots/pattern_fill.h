// Bars in the colour and pattern of their kind, drawn with lines and dots, so that they stay vectors where a
// brush of pixels would not.
#pragma once

#include "widgets/theme/theme.h"

#include <optional>

class QPainter;

namespace memwall::ui
{

struct BarFill
{
    QColor colour;
    std::optional<core::Kind> pattern {};
};

[[nodiscard]] BarFill fillOf(core::Kind kind, const Theme& theme);

void fillBar(QPainter& painter, const QRectF& bar, const BarFill& fill, const Theme& theme);

} // namespace memwall::ui
