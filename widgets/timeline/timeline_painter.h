// Draws the timeline. What stands still while one zooms and pans is apart from what follows the window, and
// both from what moves with the playhead, so that each is painted only when it changes.
#pragma once

#include "widgets/theme/theme.h"
#include "widgets/timeline/timeline_layout.h"

#include <QRegion>

class QPainter;

namespace memwall::ui
{

/// Room that the word "Timeline" and the gap after it take in the header.
[[nodiscard]] double titleWidth(const Theme& theme);

/// Panel, title, lanes without bars, overview.
void paintTimelineGround(QPainter& painter, const TimelineLayout& layout, QSizeF size, const Theme& theme);
/// Bars, rules, summary, frame of the overview.
void paintTimelineView(QPainter& painter, const TimelineLayout& layout, const Theme& theme);
/// Line and knob in the lanes, line in the minimap.
void paintPlayhead(QPainter& painter, const TimelineLayout& layout, core::Instant time, core::Instant end,
    const Theme& theme);
/// The pixels that paintPlayhead touches.
[[nodiscard]] QRegion playheadArea(
    const TimelineLayout& layout, core::Instant time, core::Instant end, const Theme& theme);
/// In place of everything: why there is nothing to see.
void paintNoTimeline(QPainter& painter, QSizeF size, const QString& why, const Theme& theme);

} // namespace memwall::ui
