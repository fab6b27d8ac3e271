// Where the parts of a lane's small picture stand, and what they measure.
#include "widgets/race/lane_picture.h"
#include "widgets/scene/stage_blocks.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

std::size_t shownDoor(const HouseFrame& house)
{
    const auto wall = std::find_if(
        house.doors.begin(), house.doors.end(), [](const DoorFrame& door) { return door.wall; });
    return wall != house.doors.end() ? static_cast<std::size_t>(wall - house.doors.begin())
                                     : house.doors.size() - 1;
}

LanePicture::House placeLaneHouse(const HouseFrame& house, const QRectF& box, const Theme& theme)
{
    LanePicture::House placed;
    if (house.doors.empty())
        return placed;
    placed.door = shownDoor(house);
    const double side = std::min(box.width() * 0.3, theme.px(150));
    placed.room = { box.left(), box.top(), side, box.height() };
    placed.compute = { box.right() - side, box.top(), side, box.height() };
    const double head = QFontMetricsF { theme.font(TextRole::Caption) }.height() + theme.px(4);
    const double pad = theme.px(5);
    placed.bin = placed.room.adjusted(pad, head, -pad, -pad);
    const double between = placed.compute.left() - placed.room.right();
    const double thickness = std::min(between * 0.44, theme.px(64));
    placed.wall = { placed.room.right() + (between - thickness) / 2, box.top(), thickness, box.height() };
    const double opening
        = std::clamp(house.doors[placed.door].opening * box.height(), theme.px(1), box.height());
    placed.pipe = { placed.room.right(), box.center().y() - opening / 2, between, opening };
    const QRectF grid = placed.compute.adjusted(pad, head, -pad, -pad);
    const double cell = std::max(theme.px(7), std::sqrt(grid.width() * grid.height() / 48));
    const int columns = std::max(1, static_cast<int>(std::floor(grid.width() / cell)));
    const int rows = std::max(1, static_cast<int>(std::floor(grid.height() / cell)));
    placed.cores = { grid, columns, rows, columns * rows };
    return placed;
}

void placeWafer(LanePicture& picture, const QRectF& area, const Theme& theme)
{
    const double side = std::min(area.height(), area.width() * 0.6);
    picture.disc = { area.left(), area.center().y() - side / 2, side, side };
    const double left = picture.disc.right() + theme.px(12);
    picture.words = { left, area.top(), area.right() - left, area.height() };
}

} // namespace

bool isWafer(const StageFrame& frame)
{
    return isSpecial(frame) && frame.houses.front().style == HouseStyle::Wafer;
}

StageFrame laneFrame(const StageInput& input, double blockBytes)
{
    StageInput chip = input;
    chip.zoom = StageZoom::Chip;
    StageFrame frame = stageFrame(chip);
    frame.strips.clear();
    if (blockBytes > 0 && input.run)
        layBlocks(frame, *input.run, input.pace, blockBytes);
    return frame;
}

LanePicture layoutPicture(const StageFrame& frame, const QRectF& area, const Theme& theme)
{
    LanePicture picture;
    if (frame.houses.empty())
        return picture;
    picture.block = theme.px(6);
    if (isWafer(frame)) {
        placeWafer(picture, area, theme);
        return picture;
    }
    if (isSpecial(frame)) {
        const QRectF grid = area.adjusted(theme.px(6), theme.px(6), -theme.px(6), -theme.px(6));
        picture.disc = area;
        const int columns = std::max(1, frame.houses.front().layers);
        const int rows = std::clamp(static_cast<int>(grid.height() / theme.px(13)), 3, 10);
        picture.cells = { grid, columns, rows, columns * rows };
        return picture;
    }
    const auto count = static_cast<double>(frame.houses.size());
    const double gap = frame.houses.size() > 1 ? area.width() * 0.1 : 0.0;
    const double width = (area.width() - gap * (count - 1)) / count;
    for (std::size_t h = 0; h < frame.houses.size(); ++h)
        picture.houses.push_back(placeLaneHouse(frame.houses[h],
            { area.left() + static_cast<double>(h) * (width + gap), area.top(), width, area.height() },
            theme));
    if (frame.houses.size() > 1)
        picture.link = { area.left() + width, area.center().y() - picture.block / 2, gap, picture.block };
    return picture;
}

FillLayout pictureFill(const StageFrame& frame, const LanePicture& picture, std::size_t house,
    const HouseNow& now, const Theme& theme)
{
    const LanePicture::House& placed = picture.houses[house];
    return fillOf(frame.houses[house].rooms[placed.door], now.kvBytes[placed.door], placed.bin, theme.px(2));
}

int litCores(const LanePicture::House& house, const HouseNow& now)
{
    return std::min(house.cores.cells, static_cast<int>(std::ceil(now.busyNow * house.cores.cells)));
}

} // namespace memwall::ui
