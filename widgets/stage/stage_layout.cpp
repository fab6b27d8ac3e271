#include "widgets/stage/stage_layout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace memwall::ui
{

namespace
{

// Widths of the columns of a house relative to each other.
constexpr double kRoom = 2.0, kCache = 1.0, kWallDoor = 2.2, kDoor = 0.6, kCompute = 2.5, kOthers = 0.75;
constexpr double kWhole = 7.0; ///< of a house that shows all its chips
constexpr double kBrickShare = 0.42; ///< of the wall's column; the rest is pipe before and behind it
constexpr double kSmallestCell = 9.0; ///< of the compute grid, its gap included

struct Heights
{
    double caption, body, title;
};

Heights heightsOf(const Theme& theme)
{
    const auto height = [&](TextRole role) { return QFontMetricsF { theme.font(role) }.height(); };
    return { height(TextRole::Caption), height(TextRole::Body), height(TextRole::Title) };
}

double wallHeight(const QRectF& area, const Heights& heights)
{
    return area.height() - heights.title - heights.body;
}

RoomLayout placeRoom(const QRectF& box, bool holds, const Theme& theme)
{
    const Heights heights = heightsOf(theme);
    const double pad = std::min(theme.px(12), box.width() * 0.13);
    const QRectF inner = box.adjusted(pad, theme.px(8), -pad, -theme.px(8));
    RoomLayout room;
    room.box = box;
    room.head = { inner.left(), inner.top(), inner.width(), heights.body };
    const double foot = holds ? heights.body : 0.0;
    room.foot = { inner.left(), inner.bottom() - foot, inner.width(), foot };
    const double top = room.head.bottom() + theme.px(6);
    room.bin = { inner.left(), top, inner.width(), room.foot.top() - theme.px(holds ? 5 : 0) - top };
    return room;
}

DoorLayout placeDoor(const QRectF& column, const DoorFrame& door, const QRectF& area, const Theme& theme)
{
    const Heights heights = heightsOf(theme);
    const double height = wallHeight(area, heights);
    const QRectF wall { column.left(), area.top() + heights.title, column.width(), height };
    // Inner doors belong to rooms of half the height, so that their openings compare with the wall's.
    const double least = door.bytesPerSecond ? theme.px(kThinnestOpening) : theme.px(14);
    const double opening = std::clamp(door.opening * height, least, height);
    DoorLayout placed;
    placed.pipe = { column.left(), wall.center().y() - opening / 2, column.width(), opening };
    const double thickness = column.width() * kBrickShare;
    placed.wall = { column.center().x() - thickness / 2, wall.top(), thickness, height };
    const double reach = door.wall ? column.width() * 0.24 : column.width() * 0.9;
    placed.rate = { column.left() - reach, area.top(), column.width() + 2 * reach, heights.title };
    // Nothing else stands on the line under the rooms.
    const double wide = std::min(column.width() * 2, area.width()) / 2;
    placed.caption
        = { column.center().x() - wide, area.bottom() - heights.body + theme.px(2), 2 * wide, heights.body };
    return placed;
}

/// Cells by distance from the door: the data arrives there, so the nearest cores work first.
std::vector<int> orderFromDoor(const ComputeLayout& compute)
{
    std::vector<int> order(static_cast<std::size_t>(compute.columns * compute.rows));
    std::iota(order.begin(), order.end(), 0);
    const auto distance = [&](int cell) {
        const double x = cell % compute.columns, y = cell / compute.columns - (compute.rows - 1) / 2.0;
        return std::hypot(x, y);
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return distance(a) < distance(b); });
    return order;
}

ComputeLayout placeCompute(const QRectF& box, std::optional<int> cores, const Theme& theme)
{
    const Heights heights = heightsOf(theme);
    const double pad = theme.px(12);
    const QRectF inner = box.adjusted(pad, theme.px(8), -pad, -theme.px(10));
    double figure = QFontMetricsF { theme.font(TextRole::Figure) }.height();
    ComputeLayout compute;
    compute.box = box;
    compute.head = { inner.left(), inner.top(), inner.width(), heights.body };
    compute.bar = { inner.left(), inner.bottom() - theme.px(8), inner.width(), theme.px(8) };
    const double room = compute.bar.top() - compute.head.bottom();
    if (room < figure + heights.body + theme.px(56)) {
        compute.busyRole = TextRole::BodyStrong;
        figure = heights.body;
    }
    const double wait = room < figure + heights.body + theme.px(36) ? 0.0 : heights.body;
    compute.wait
        = { inner.left(), compute.bar.top() - theme.px(5) - wait, wait > 0 ? inner.width() : 0.0, wait };
    compute.busy = { inner.left(), compute.wait.top() - figure, inner.width(), figure };
    if (compute.busy.top() < compute.head.bottom())
        compute.busy = {};
    const double top = compute.head.bottom() + theme.px(6);
    const double foot = compute.busy.isNull() ? compute.bar.top() : compute.busy.top();
    const QRectF place { inner.left(), top, inner.width(), std::max(0.0, foot - theme.px(4) - top) };
    // As many cells as cores, up to 12 × 12 and to what can be told apart: then a cell stands for a few of
    // them.
    const double aspect = std::max(0.2, place.width() / std::max(1.0, place.height()));
    const double apart = theme.px(kSmallestCell);
    const double most = std::floor(place.width() / apart) * std::floor(place.height() / apart);
    const double cells = std::clamp(cores ? double(std::min(*cores, 144)) : 100.0, 1.0, std::max(1.0, most));
    compute.columns = std::max(1, static_cast<int>(std::lround(std::sqrt(cells * aspect))));
    compute.rows = std::max(1, static_cast<int>(std::ceil(cells / compute.columns)));
    compute.grid = place;
    compute.fromDoor = orderFromDoor(compute);
    return compute;
}

double weightOf(const HouseFrame& house, std::size_t i)
{
    return (house.rooms[i].holds ? kRoom : kCache) + (house.doors[i].wall ? kWallDoor : kDoor);
}

double totalWeight(const HouseFrame& house, bool others)
{
    double total = kCompute + (others ? kOthers : 0.0);
    for (std::size_t i = 0; i < house.rooms.size(); ++i)
        total += weightOf(house, i);
    return total;
}

/// Room for the wall behind the memory wall: at the door of the house, before the arithmetic, before the
/// other chips. Nothing else stands or moves there.
struct NextWallRoom
{
    double before = 0, atCompute = 0, after = 0;
};

NextWallRoom roomForNextWall(const HouseFrame& house, const Theme& theme)
{
    const double width = theme.px(22);
    switch (house.nextWall.value_or(core::Bottleneck::Memory)) {
    case core::Bottleneck::Compute:
    case core::Bottleneck::Fixed:
        return { 0, width, 0 };
    case core::Bottleneck::Communication:
    case core::Bottleneck::Transfer:
        return { 0, 0, width };
    case core::Bottleneck::Queue:
        return { width, 0, 0 };
    default:
        return {};
    }
}

/// A memory level is as high as the wall, or as a cache: half of it, or as its widest door and a little more.
double shareOfWall(const HouseFrame& house, std::size_t room)
{
    if (house.rooms[room].holds)
        return 1;
    const double before = room > 0 ? house.doors[room - 1].opening : 0.0;
    return std::min(1.0, std::max({ 0.5, before + 0.08, house.doors[room].opening + 0.08 }));
}

HouseLayout placeHouse(const HouseFrame& house, const QRectF& box, const Theme& theme)
{
    const Heights heights = heightsOf(theme);
    HouseLayout placed;
    placed.box = box;
    QRectF area = box;
    if (!house.name.isEmpty()) {
        const double pad = theme.px(12);
        placed.head = { box.left() + pad, box.top() + theme.px(8), box.width() - 2 * pad, heights.body };
        area = box.adjusted(pad, theme.px(12) + heights.body, -pad, -theme.px(8));
    }
    placed.area = area;
    if (house.whole)
        return placed;
    const bool others = house.others > 0 && house.name.isEmpty();
    const NextWallRoom next = roomForNextWall(house, theme);
    const double room = area.width() - next.before - next.atCompute - next.after;
    const double unit = room / totalWeight(house, others);
    const QRectF wall { area.left(), area.top() + heights.title, area.width(), wallHeight(area, heights) };
    double x = area.left() + next.before;
    for (std::size_t i = 0; i < house.rooms.size(); ++i) {
        const bool holds = house.rooms[i].holds;
        const double width = (holds ? kRoom : kCache) * unit;
        const double height = wall.height() * shareOfWall(house, i);
        placed.rooms.push_back(placeRoom({ x, wall.center().y() - height / 2, width, height }, holds, theme));
        x += width;
        const double gap = (house.doors[i].wall ? kWallDoor : kDoor) * unit;
        placed.doors.push_back(placeDoor({ x, area.top(), gap, area.height() }, house.doors[i], area, theme));
        x += gap;
    }
    x += next.atCompute;
    placed.compute = placeCompute({ x, wall.top(), kCompute * unit, wall.height() }, house.cores, theme);
    const double right = placed.compute.box.right();
    if (others)
        placed.others = { right + next.after, wall.top(), kOthers * unit, wall.height() };
    if (const double width = next.before + next.atCompute + next.after; width > 0) {
        const double left = next.before > 0 ? area.left() : next.atCompute > 0 ? x - width : right;
        placed.nextWall
            = QRectF { left, wall.top(), width, wall.height() }.adjusted(theme.px(3), 0, -theme.px(3), 0);
    }
    return placed;
}

void placeHouses(StageLayout& layout, const StageFrame& frame, const Theme& theme)
{
    const std::size_t count = frame.houses.size();
    if (count == 0)
        return;
    const double gap = count > 1 ? std::min(theme.px(190), layout.body.width() * 0.13) : 0.0;
    // A house of many rooms gets more of the width.
    std::vector<double> shares;
    for (const HouseFrame& house : frame.houses)
        shares.push_back(house.whole ? kWhole : totalWeight(house, false));
    const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
    const double room = layout.body.width() - gap * static_cast<double>(count - 1);
    double x = layout.body.left();
    for (std::size_t i = 0; i < count; ++i) {
        const double width = room * shares[i] / all;
        layout.houses.push_back(
            placeHouse(frame.houses[i], { x, layout.body.top(), width, layout.body.height() }, theme));
        x += width + gap;
    }
    if (count > 1)
        layout.between = { layout.houses.front().box.right(), layout.body.top(), gap, layout.body.height() };
}

void placeFoot(StageLayout& layout, const QRectF& inner, int chips, const Theme& theme)
{
    const double height = theme.px(24);
    const double width = theme.px(100);
    const double y = inner.bottom() - height;
    layout.buttons[1] = { inner.right() - width, y, width, height };
    layout.buttons[0] = layout.buttons[1].translated(-width - theme.px(6), 0);
    double end = layout.buttons[0].left() - theme.px(12);
    if (chips > 1) {
        layout.zoom = { layout.buttons[0].left() - width - theme.px(12), y, width, height };
        end = layout.zoom.left() - theme.px(12);
    }
    layout.legend = { inner.left(), y, end - inner.left(), height };
}

/// Strips share a row under the picture, as high as a last row needs to see them.
void placeStrips(StageLayout& layout, const StageFrame& frame, const Theme& theme)
{
    if (frame.strips.empty() || !frame.fits || layout.body.height() < theme.px(190))
        return;
    const double height = std::clamp(layout.body.height() * 0.19, theme.px(48), theme.px(104));
    const double gap = theme.px(28), count = static_cast<double>(frame.strips.size());
    const double width = (layout.body.width() - gap * (count - 1)) / count;
    const double top = layout.body.bottom() - height;
    for (std::size_t i = 0; i < frame.strips.size(); ++i)
        layout.strips.emplace_back(
            layout.body.left() + static_cast<double>(i) * (width + gap), top, width, height);
    layout.body.setBottom(top - theme.px(8));
}

} // namespace

StageLayout layoutStage(const StageFrame& frame, const QRectF& rect, const Theme& theme)
{
    const Heights heights = heightsOf(theme);
    StageLayout layout;
    layout.panel = rect;
    layout.theme = theme;
    const double pad = theme.px(20);
    const QRectF inner = rect.adjusted(pad, theme.px(14), -pad, -theme.px(12));
    const double titles = inner.width() * 0.62;
    layout.title = { inner.left(), inner.top(), titles, heights.title };
    layout.note = { inner.left() + titles, inner.top(), inner.width() - titles, heights.title };
    layout.subtitle = { inner.left(), layout.title.bottom() + theme.px(1), inner.width(), heights.body };
    placeFoot(layout, inner, frame.fits ? frame.chips : 1, theme);
    const bool walls = std::any_of(
        frame.houses.begin(), frame.houses.end(), [](const HouseFrame& house) { return !house.whole; });
    if (isSpecial(frame) || !walls) { // no opening is drawn, so there is no scale to choose
        const double free = inner.right() - layout.buttons[0].left();
        layout.buttons = {};
        layout.zoom.translate(layout.zoom.isNull() ? 0 : free + theme.px(12), 0);
        layout.legend.setRight(layout.zoom.isNull() ? inner.right() : layout.zoom.left() - theme.px(12));
    }
    const double top = layout.subtitle.bottom() + theme.px(6);
    layout.body = { inner.left(), top, inner.width(), layout.legend.top() - theme.px(6) - top };
    placeStrips(layout, frame, theme);
    // Blocks grow with the stage, so that a last row sees them.
    layout.block = std::max(theme.px(3), wallHeight(layout.body, heights) / kRowsOfWall * (1 - kGapOfPitch));
    placeHouses(layout, frame, theme);
    return layout;
}

} // namespace memwall::ui
