// How wide the toolbar's controls are in one row: captions of what names itself go first, then long values
// are cut, then letters become small, then everything shrinks to its least; where that is too much, whole
// controls leave, for the menu behind "More" has them all. Pure arithmetic, whole pixels.
#pragma once

#include <vector>

namespace memwall::ui
{

/// A control's widths. Steps are taken in the order of their rank over all controls.
struct BarItem
{
    int full = 0;
    int compact = 0; ///< without a caption that it can do without, or in smaller letters
    int least = 0; ///< below this it cannot be read
    int rank = 0; ///< lower becomes compact earlier
    bool longValue = false; ///< its value may be cut before others of higher ranks become compact
    int leaves = 0; ///< higher leaves earlier; 0: stays
};

struct BarSlot
{
    int x = 0;
    int width = 0; ///< 0: it has left
    bool compact = false;
};

/// Ranks from this on are only taken after long values have been cut to `comfortable`.
inline constexpr int kLateRank = 10;

/// Who leaves from this rank on does so before long values are cut below `comfortable`.
inline constexpr int kLeavesEarly = 5;

/// Slots from x = 0 with gaps between them, never wider in all than `available`; but those that stay keep a
/// pixel each and their gaps, as in a window that has no size yet.
[[nodiscard]] std::vector<BarSlot> layOutBar(
    const std::vector<BarItem>& items, int available, int gap, int comfortable);

} // namespace memwall::ui
