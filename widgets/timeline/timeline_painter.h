// Draws a timeline layout: everything but the playhead and the buttons.
#pragma once

#include "widgets/theme/theme.h"
#include "widgets/timeline/timeline_layout.h"

class QPainter;

namespace memwall::ui
{

void paintTimeline(QPainter& painter, const TimelineLayout& layout, QSizeF size, const Theme& theme);
void paintPlayhead(QPainter& painter, const TimelineLayout& layout, core::Instant time, core::Instant end,
    const Theme& theme);

/// Nothing to show: the panel says why.
void paintNoTimeline(QPainter& painter, QSizeF size, const QString& why, const Theme& theme);

} // namespace memwall::ui
