// Fills of a room and the cells of a grid, for whoever draws or measures them.
#include "widgets/stage/stage_layout.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

FillLayout fillOf(const RoomFrame& room, double kvBytes, const QRectF& bin, double thinnest)
{
    FillLayout fill;
    const double held = room.weightBytes + room.draftBytes + kvBytes;
    const double capacity = std::max(room.capacityBytes.value_or(0), held);
    double y = bin.bottom();
    const auto layer = [&](double bytes) {
        const double exact = capacity > 0 ? bin.height() * bytes / capacity : 0.0;
        const double height = bytes > 0 ? std::min(std::max(exact, thinnest), y - bin.top()) : 0.0;
        y -= height;
        return QRectF { bin.left(), y, bin.width(), height };
    };
    fill.weights = layer(room.weightBytes);
    fill.draft = layer(room.draftBytes);
    fill.kv = layer(kvBytes);
    return fill;
}

QRectF CellGrid::cell(int index) const
{
    const double width = area.width() / columns, height = area.height() / rows;
    return { area.left() + width * (index % columns), area.top() + height * (index / columns), width,
        height };
}

CellGrid cellsOf(const QRectF& weights, int layers, double smallest)
{
    CellGrid grid { weights, 1, 1, std::max(1, layers) };
    if (weights.height() <= 0)
        return { weights, 1, 1, 1 };
    const double aspect = weights.width() / weights.height();
    const int mostRows = std::max(1, static_cast<int>(weights.height() / smallest));
    const int mostColumns = std::max(1, static_cast<int>(weights.width() / smallest));
    grid.columns = std::clamp(
        static_cast<int>(std::lround(std::sqrt(grid.cells * aspect))), 1, std::min(grid.cells, mostColumns));
    grid.rows = (grid.cells + grid.columns - 1) / grid.columns;
    if (grid.rows > mostRows) {
        grid.rows = mostRows;
        grid.columns = std::min(mostColumns, (grid.cells + mostRows - 1) / mostRows);
        grid.cells = std::min(grid.cells, grid.rows * grid.columns);
    }
    return grid;
}

} // namespace memwall::ui
