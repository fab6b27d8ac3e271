#include "widgets/stage/wafer_painter.h"

#include "widgets/base/paint_kit.h"
#include "widgets/scene/stage_shares.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace memwall::ui
{

namespace
{

constexpr double kSquareOfDisc = 0.69; // the largest square in a disc is 0.707 of its diameter
constexpr int kRegions = 3; ///< per side, with one dead zone each: scattered, and never two beside each other

/// A number that looks drawn by lot, the same for every region each time.
unsigned mixed(unsigned value)
{
    constexpr unsigned kStart = 26; // with it no two dead zones share a row or a column
    value = (value + kStart) * 2654435761U;
    value ^= value >> 15U;
    value *= 2246822519U;
    return value ^ (value >> 13U);
}

/// How many working cells hold so many bytes.
std::size_t cellsFor(double bytes, const RoomFrame& room, std::size_t cells)
{
    const double capacity = std::max({ room.capacityBytes.value_or(0), room.weightBytes, 1.0 });
    const double share = std::min(1.0, bytes / capacity);
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(cells)));
}

QRectF apart(const QRectF& cell)
{
    const double gap = std::max(0.5, cell.width() * 0.08);
    return cell.adjusted(gap, gap, -gap, -gap);
}

} // namespace

WaferPicture waferIn(const QRectF& area)
{
    constexpr double kLeastCell = 4;
    constexpr int kMany = 24, kFew = 12;
    const double side = std::min(area.width(), area.height());
    WaferPicture wafer;
    wafer.disc = { area.center().x() - side / 2, area.center().y() - side / 2, side, side };
    const double square = side * kSquareOfDisc;
    const int cells = square < kMany * kLeastCell ? kFew : kMany;
    const QPointF c = wafer.disc.center();
    wafer.grid = { { c.x() - square / 2, c.y() - square / 2, square, square }, cells, cells, cells * cells };
    return wafer;
}

bool isDead(const CellGrid& grid, int cell)
{
    const int side = std::max(1, grid.columns / kRegions);
    const int row = cell / grid.columns, column = cell % grid.columns;
    const unsigned lot = mixed(static_cast<unsigned>(row / side * kRegions + column / side));
    return row % side == static_cast<int>(lot % static_cast<unsigned>(side))
        && column % side == static_cast<int>((lot >> 8U) % static_cast<unsigned>(side));
}

std::vector<int> liveCells(const CellGrid& grid)
{
    std::vector<int> live;
    for (int cell = 0; cell < grid.cells; ++cell)
        if (!isDead(grid, cell))
            live.push_back(cell);
    return live;
}

std::optional<int> cellAt(const CellGrid& grid, const RoomFrame& room, double share)
{
    const std::vector<int> live = liveCells(grid);
    const std::size_t weights = cellsFor(room.weightBytes, room, live.size());
    if (weights == 0)
        return std::nullopt;
    constexpr double kSlack = 1e-9; // a share that should be whole cells
    const auto place = static_cast<std::size_t>(share * static_cast<double>(weights) + kSlack);
    return live[std::min(place, weights - 1)];
}

void drawWafer(QPainter& painter, const WaferPicture& wafer, const RoomFrame& room, const Theme& theme)
{
    painter.setPen(QPen { theme.line, theme.px(1.5) });
    painter.setBrush(theme.window);
    painter.drawEllipse(wafer.disc);
    const std::vector<int> live = liveCells(wafer.grid);
    const std::size_t weights = cellsFor(room.weightBytes, room, live.size());
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.55 : 0.62);
    for (std::size_t i = 0; i < live.size(); ++i)
        painter.fillRect(apart(wafer.grid.cell(live[i])), i < weights ? dim : theme.raised);
    for (int cell = 0; cell < wafer.grid.cells; ++cell)
        if (isDead(wafer.grid, cell))
            drawBox(painter, apart(wafer.grid.cell(cell)), theme.px(1), mix(theme.bad, theme.window, 0.75),
                theme.bad);
    const double edge = std::min(3.0, wafer.disc.width() * 0.02);
    painter.setPen(QPen { theme.accent, std::min(theme.px(1.5), edge) });
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(wafer.grid.area.adjusted(-edge, -edge, edge, edge), edge, edge);
}

void paintWaferWork(QPainter& painter, const WaferPicture& wafer, const HouseFrame& house,
    const HouseNow& now, int stage, const Theme& theme)
{
    const RoomFrame& room = homeRoom(house);
    const std::vector<int> live = liveCells(wafer.grid);
    const std::size_t weights = cellsFor(room.weightBytes, room, live.size());
    const double held = std::accumulate(now.kvBytes.begin(), now.kvBytes.end(), 0.0);
    const std::size_t kv = held > 0 ? std::max<std::size_t>(1, cellsFor(held, room, live.size())) : 0;
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.55 : 0.62);
    const auto count = static_cast<int>(weights);
    {
        PlainFill fill { painter };
        for (std::size_t i = weights; i < std::min(weights + kv, live.size()); ++i)
            fill(apart(wafer.grid.cell(live[i])), theme.color(core::Kind::KvCache));
        for (int i = 0; i < count; ++i)
            if (const double lit = litOf(now, house.layers, stage * count + i, count * house.stages); lit > 0)
                fill(apart(wafer.grid.cell(live[static_cast<std::size_t>(i)])),
                    mix(dim, theme.computeBusy, lit));
    }
    if (!now.layerShare || now.seen == Seen::Shares || now.stage != stage)
        return;
    if (const auto token = cellAt(wafer.grid, room, *now.layerShare * house.stages - stage))
        drawBlock(painter, wafer.grid.cell(*token), core::Kind::Activations, theme);
}

} // namespace memwall::ui
