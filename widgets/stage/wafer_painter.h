// A whole uncut wafer: memory and arithmetic lie in the same cells, dead zones are routed around. Drawn alone
// with its words, or several beside each other.
#pragma once

#include "widgets/stage/stage_layout.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace memwall::ui
{

struct WaferPicture
{
    QRectF disc;
    CellGrid grid; ///< a cell stands for many of the wafer's cores
};

/// The largest wafer that an area holds, in its middle; of fewer cells where they would be too small to see.
[[nodiscard]] WaferPicture waferIn(const QRectF& area);

/// Dead zones are scattered over the wafer, at the same places in every picture.
[[nodiscard]] bool isDead(const CellGrid& grid, int cell);

/// The cells that work, in reading order. What the wafer holds lies in them one after the other.
[[nodiscard]] std::vector<int> liveCells(const CellGrid& grid);

/// The working cell in which a share of the weights lies; none where the wafer holds none.
[[nodiscard]] std::optional<int> cellAt(const CellGrid& grid, const RoomFrame& room, double share);

/// Disc, dead zones, weights.
void drawWafer(QPainter& painter, const WaferPicture& wafer, const RoomFrame& room, const Theme& theme);

/// KV cache, the layers at work and the token on them, of the wafer that is a stage of the pipeline.
void paintWaferWork(QPainter& painter, const WaferPicture& wafer, const HouseFrame& house,
    const HouseNow& now, int stage, const Theme& theme);

} // namespace memwall::ui
