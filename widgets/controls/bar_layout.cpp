#include "widgets/controls/bar_layout.h"

#include <algorithm>
#include <numeric>

namespace memwall::ui
{

namespace
{

/// A row that is being fitted into a width.
struct BarRow
{
    const std::vector<BarItem>& items;
    std::vector<BarSlot> placed;
    int available = 0, gap = 0;

    /// By how much it is too wide, with the gaps between those that are there.
    [[nodiscard]] int excess() const
    {
        int width = -gap - available;
        for (const BarSlot& slot : placed)
            width += slot.width > 0 ? slot.width + gap : 0;
        return width;
    }
};

/// Cuts the widest of the controls to one common width, none below its floor, until all fit.
template <typename Floor> void level(BarRow& row, const Floor& floorOf)
{
    for (int excess = row.excess(); excess > 0; --excess) {
        BarSlot* widest = nullptr;
        for (std::size_t i = 0; i < row.placed.size(); ++i)
            if (row.placed[i].width > floorOf(i)
                && (widest == nullptr || row.placed[i].width > widest->width))
                widest = &row.placed[i];
        if (widest == nullptr)
            return;
        --widest->width;
    }
}

void compactUpTo(BarRow& row, bool lateOnes)
{
    std::vector<std::size_t> order(row.items.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return row.items[a].rank < row.items[b].rank; });
    for (const std::size_t i : order) {
        if (row.excess() <= 0)
            return;
        const bool gains = row.items[i].compact < row.items[i].full;
        if (!gains || (row.items[i].rank >= kLateRank) != lateOnes)
            continue;
        row.placed[i].compact = true;
        row.placed[i].width = std::min(row.placed[i].width, row.items[i].compact);
    }
}

/// Whole controls leave, down to a rank of leaving, until the others fit.
void dropDownTo(BarRow& row, int lowest)
{
    while (row.excess() > 0) {
        std::size_t last = row.placed.size();
        for (std::size_t i = 0; i < row.placed.size(); ++i)
            if (row.placed[i].width > 0 && row.items[i].leaves >= lowest
                && (last == row.placed.size() || row.items[i].leaves > row.items[last].leaves))
                last = i;
        if (last == row.placed.size())
            return;
        row.placed[last].width = 0;
    }
}

} // namespace

std::vector<BarSlot> layOutBar(const std::vector<BarItem>& items, int available, int gap, int comfortable)
{
    BarRow row { items, {}, available, gap };
    for (const BarItem& item : items)
        row.placed.push_back({ 0, item.full, false });
    const auto longest = [&](const BarRow& of) {
        return
            [&, comfortable](std::size_t i) { return items[i].longValue ? comfortable : of.placed[i].width; };
    };
    const auto least = [&](std::size_t i) { return items[i].least; };
    // Who gives up what is decided on a row cut as far as it goes; then all share the room there is.
    compactUpTo(row, false);
    BarRow cut = row;
    level(cut, longest(cut));
    compactUpTo(cut, true);
    dropDownTo(cut, kLeavesEarly);
    level(cut, least);
    dropDownTo(cut, 1);
    for (std::size_t i = 0; i < items.size(); ++i)
        if (cut.placed[i].width == 0)
            row.placed[i].width = 0;
        else if (cut.placed[i].compact)
            row.placed[i] = { 0, std::min(items[i].full, items[i].compact), true };
    level(row, longest(row));
    level(row, least);
    level(row, [](std::size_t) { return 1; });
    int x = 0;
    for (BarSlot& slot : row.placed) {
        slot.x = x;
        x += slot.width > 0 ? slot.width + gap : 0;
    }
    return row.placed;
}

} // namespace memwall::ui
