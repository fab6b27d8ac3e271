#include "widgets/controls/bar_layout.h"

#include <algorithm>
#include <numeric>

namespace memwall::ui
{

namespace
{

int total(const std::vector<BarSlot>& row)
{
    return std::accumulate(
        row.begin(), row.end(), 0, [](int sum, const BarSlot& slot) { return sum + slot.width; });
}

/// Cuts the widest of the chosen controls to one common width, none below its floor, until all fit.
template <typename Floor> void level(std::vector<BarSlot>& row, int available, const Floor& floorOf)
{
    int excess = total(row) - available;
    while (excess > 0) {
        BarSlot* widest = nullptr;
        for (std::size_t i = 0; i < row.size(); ++i)
            if (row[i].width > floorOf(i) && (widest == nullptr || row[i].width > widest->width))
                widest = &row[i];
        if (widest == nullptr)
            return;
        --widest->width;
        --excess;
    }
}

void compactUpTo(const std::vector<BarItem>& items, std::vector<BarSlot>& row, int available, bool lateOnes)
{
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return items[a].rank < items[b].rank; });
    for (const std::size_t i : order) {
        if (total(row) <= available)
            return;
        if (row[i].compact || (items[i].rank >= kLateRank) != lateOnes)
            continue;
        row[i].compact = true;
        row[i].width = std::min(row[i].width, items[i].compact);
    }
}

/// Where not even the least fits, whole controls go: those of the highest ranks first.
void dropLast(const std::vector<BarItem>& items, std::vector<BarSlot>& row, int available)
{
    while (total(row) > available) {
        std::size_t last = row.size();
        for (std::size_t i = 0; i < row.size(); ++i)
            if (row[i].width > 0 && items[i].rank > kLateRank + 1
                && (last == row.size() || items[i].rank > items[last].rank))
                last = i;
        if (last == row.size())
            return;
        row[last].width = 0;
    }
}

} // namespace

std::vector<BarSlot> layOutBar(const std::vector<BarItem>& items, int available, int gap, int comfortable)
{
    std::vector<BarSlot> row;
    row.reserve(items.size());
    for (const BarItem& item : items)
        row.push_back({ 0, item.full, false });
    const int room = available - gap * std::max(0, static_cast<int>(items.size()) - 1);
    const auto longest = [&](const std::vector<BarSlot>& all) {
        return [&, comfortable](std::size_t i) { return items[i].longValue ? comfortable : all[i].width; };
    };
    const auto least = [&](std::size_t i) { return items[i].least; };
    // Who gives up what is decided on a row cut as far as it goes; then all share the room there is.
    compactUpTo(items, row, room, false);
    std::vector<BarSlot> cut = row;
    level(cut, room, longest(cut));
    compactUpTo(items, cut, room, true);
    level(cut, room, least);
    dropLast(items, cut, room);
    for (std::size_t i = 0; i < row.size(); ++i)
        if (cut[i].width == 0)
            row[i].width = 0;
        else if (cut[i].compact)
            row[i] = { 0, std::min(items[i].full, items[i].compact), true };
    level(row, room, longest(row));
    level(row, room, least);
    level(row, room, [](std::size_t) { return 0; });
    int x = 0;
    for (BarSlot& slot : row) {
        slot.x = x;
        x += slot.width + gap;
    }
    return row;
}

} // namespace memwall::ui
