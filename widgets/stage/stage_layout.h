// Where everything of one picture stands: a pure function of the frame, the rectangle and the theme.
// Painter, hit test and tests read the same rectangles. Logical pixels.
#pragma once

#include "widgets/scene/stage_scene.h"

#include <QRectF>

#include <array>
#include <vector>

namespace memwall::ui
{

struct RoomLayout
{
    QRectF box; ///< with its name above the bin and its label below
    QRectF head, bin, foot;
};

inline constexpr double kThinnestOpening = 1; ///< px at scale 1, however little passes it

struct DoorLayout
{
    QRectF pipe; ///< from room to room; its height is the opening
    QRectF wall; ///< of brick, or the thin frame of an inner door
    QRectF rate, caption;
};

struct ComputeLayout
{
    QRectF box, head, grid, busy, wait, bar;
    TextRole busyRole = TextRole::Figure;
    int columns = 0, rows = 0;
    std::vector<int> fromDoor; ///< cells by distance from the door: the nearest cores work first
};

struct HouseLayout
{
    QRectF box, head;
    QRectF area; ///< inside the box, below the head
    std::vector<RoomLayout> rooms;
    std::vector<DoorLayout> doors;
    ComputeLayout compute;
    QRectF nextWall; ///< of the frame's nextWall; null where it stands elsewhere
    QRectF others; ///< the chips that work in step; null when there are none
};

struct StageLayout
{
    QRectF panel, title, subtitle, note, body, legend;
    std::array<QRectF, 2> buttons; ///< log widths, true scale
    QRectF zoom; ///< one chip or all; null where there is one
    std::vector<QRectF> strips;
    std::vector<HouseLayout> houses;
    QRectF between; ///< the link between two houses
    Theme theme; ///< that it was made for
    double block = 12; ///< side of one block, at most
};

[[nodiscard]] StageLayout layoutStage(const StageFrame& frame, const QRectF& rect, const Theme& theme);

/// Fill of a room from the bottom of its bin: weights, then a draft model, then KV cache.
struct FillLayout
{
    QRectF weights, draft, kv;
};
[[nodiscard]] FillLayout fillOf(const RoomFrame& room, double kvBytes, const QRectF& bin, double thinnest);

/// Cells of the weights, one per layer where they are at least `smallest` high, else fewer.
struct CellGrid
{
    QRectF area;
    int columns = 0, rows = 0, cells = 0;

    [[nodiscard]] QRectF cell(int index) const;
};
[[nodiscard]] CellGrid cellsOf(const QRectF& weights, int layers, double smallest);

} // namespace memwall::ui
