// What people put on the timeline: the selected range, the last hit of a search, numbered bookmarks.
#pragma once

#include "widgets/theme/theme.h"
#include "widgets/timeline/timeline_layout.h"

#include <array>
#include <optional>

class QPainter;

namespace memwall::ui
{

inline constexpr std::size_t kBookmarks = 9;
/// Bookmark 1 comes first.
using Bookmarks = std::array<std::optional<core::Instant>, kBookmarks>;

/// The part of the plot that a range covers; empty where it is outside the view.
[[nodiscard]] QRectF rangeRect(const TimelineLayout& layout, core::TimeSpan range);

void paintSelection(
    QPainter& painter, const TimelineLayout& layout, core::TimeSpan range, const Theme& theme);
void paintHit(QPainter& painter, const TimelineLayout& layout, core::TimeSpan hit, const Theme& theme);
void paintBookmarks(QPainter& painter, const TimelineLayout& layout, const Bookmarks& bookmarks,
    core::Instant end, const Theme& theme);

} // namespace memwall::ui
