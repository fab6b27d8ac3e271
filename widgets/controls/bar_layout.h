// How wide the toolbar's controls are in one row: captions go first, then long values, then the switches'
// words, then everything gives way evenly. Pure arithmetic, whole pixels.
#pragma once

#include <vector>

namespace memwall::ui
{

/// A control's widths. Steps are taken in the order of their rank over all controls.
struct BarItem
{
    int full = 0;
    int compact = 0; ///< without its caption, or with a shorter word
    int least = 0; ///< below this nothing of its value can be read
    int rank = 0; ///< lower becomes compact earlier
    bool longValue = false; ///< its value may be cut before words of higher ranks go
};

struct BarSlot
{
    int x = 0;
    int width = 0;
    bool compact = false;
};

/// Ranks from this on are only taken after long values have been cut to `comfortable`.
inline constexpr int kLateRank = 10;

/// Slots from x = 0 with gaps between them, never wider in all than `available`
/// (REQUIRES: available >= the gaps).
[[nodiscard]] std::vector<BarSlot> layOutBar(
    const std::vector<BarItem>& items, int available, int gap, int comfortable);

} // namespace memwall::ui
