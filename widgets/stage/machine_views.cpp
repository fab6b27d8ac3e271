#include "widgets/base/format.h"
#include "widgets/stage/paint_kit.h"
#include "widgets/stage/stage_painters.h"
#include "widgets/stage/stage_words.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr int kWaferCells = 24; ///< per side; one cell stands for many of the wafer's cores
constexpr int kDeadOneIn = 61; ///< a dead zone in so many cells, at fixed places
constexpr double kFoot = 50, kFootShare = 0.55; ///< what the cores do: height, and share of the words' width

struct WaferLayout
{
    QRectF disc, words;
    CellGrid grid;
};

WaferLayout waferOf(const StageLayout& layout)
{
    const QRectF& body = layout.body;
    const double side = std::min(body.height(), body.width() * 0.5);
    WaferLayout wafer;
    wafer.disc = { body.left() + body.width() * 0.06, body.center().y() - side / 2, side, side };
    const double square = side * 0.69; // the largest square in a disc is 0.707 of its diameter
    const QPointF c = wafer.disc.center();
    wafer.grid = { { c.x() - square / 2, c.y() - square / 2, square, square }, kWaferCells, kWaferCells,
        kWaferCells * kWaferCells };
    const double left = wafer.disc.right() + body.width() * 0.05;
    wafer.words = { left, body.top(), body.right() - left, body.height() };
    return wafer;
}

/// Cells that hold a share of the wafer's SRAM, in reading order.
int cellsFor(double bytes, const RoomFrame& room, int cells)
{
    const double capacity = std::max({ room.capacityBytes, room.weightBytes, 1.0 });
    return static_cast<int>(std::lround(std::min(1.0, bytes / capacity) * cells));
}

/// Lines of text from a point downwards, each in its own role.
struct Line
{
    QString text;
    TextRole role;
    QColor color;
};

void drawLines(const StageCanvas& canvas, const QRectF& area, const std::vector<Line>& lines)
{
    double y = area.top();
    for (const Line& line : lines) {
        const double height = QFontMetricsF { canvas.theme.font(line.role) }.height() + canvas.theme.px(3);
        if (y + height > area.bottom())
            return;
        drawLabel(canvas.painter, { area.left(), y, area.width(), height }, line.text, canvas.theme,
            { line.role, line.color, kLeft });
        y += line.text.isEmpty() ? height / 2 : height;
    }
}

std::vector<Line> storyOf(const HouseFrame& house, const Theme& theme)
{
    return { { house.figure, TextRole::Hero, theme.text },
        { house.figureSub, TextRole::Body, theme.secondary }, { {}, TextRole::Body, theme.text },
        { house.wallText, TextRole::Figure, theme.text },
        { house.wallSub, TextRole::Figure, theme.color(core::Kind::Draft) } };
}

bool isDead(int cell)
{
    return (static_cast<unsigned>(cell) * 2654435761U >> 7U) % kDeadOneIn == 0;
}

QRectF shrunk(const QRectF& cell)
{
    const double gap = std::max(0.75, cell.width() * 0.08);
    return cell.adjusted(gap, gap, -gap, -gap);
}

/// What an ordinary wafer is cut into, at the same scale: the largest die that one exposure prints is
/// 26 mm × 33 mm (the reticle of EUV and DUV scanners).
void drawDies(const StageCanvas& canvas, const WaferLayout& wafer, double areaMm2)
{
    constexpr double kDieWidth = 26, kDieHeight = 33;
    const Theme& theme = canvas.theme;
    const double perMm = wafer.grid.area.width() / std::sqrt(areaMm2);
    const double width = kDieWidth * perMm, height = kDieHeight * perMm, gap = theme.px(5);
    constexpr int kShown = 3;
    const double x = wafer.words.right() - kShown * (width + gap);
    const double line = theme.px(18);
    const double y = wafer.words.bottom() - height - theme.px(4);
    QRectF words { wafer.words.left(), y - line - theme.px(2), wafer.words.width(), line };
    // Beside what the cores do, where the dies are too low to lift it above.
    if (words.bottom() > wafer.words.bottom() - theme.px(kFoot))
        words.setLeft(words.left() + words.width() * (kFootShare + 0.02));
    for (int i = 0; i < kShown; ++i)
        drawBox(canvas.painter, { x + i * (width + gap), y, width, height }, theme.px(2), theme.raised,
            theme.faint);
    drawFirst(canvas.painter, words,
        { Words::tr("cut from an ordinary wafer, same scale: at most 858 mm² each"),
            Words::tr("cut from an ordinary wafer, same scale"), Words::tr("ordinary dies, same scale") },
        theme, { TextRole::Caption, theme.secondary, Qt::AlignRight | Qt::AlignVCenter });
}

struct CircuitLayout
{
    CellGrid grid;
    QRectF label, foot;
};

CircuitLayout circuitOf(const StageCanvas& canvas)
{
    const QRectF& body = canvas.layout.body;
    const Theme& theme = canvas.theme;
    const int columns = std::max(1, canvas.frame.houses.front().layers);
    CircuitLayout circuit;
    circuit.label = { body.left(), body.top(), body.width(), theme.px(20) };
    const double foot = std::min(body.height() * 0.36, theme.px(96));
    circuit.foot = { body.left(), body.bottom() - foot, body.width(), foot };
    const QRectF area { body.left(), circuit.label.bottom(), body.width(),
        circuit.foot.top() - theme.px(8) - circuit.label.bottom() };
    const int rows = std::clamp(static_cast<int>(area.height() / theme.px(18)), 3, 12);
    circuit.grid = { area, columns, rows, columns * rows };
    return circuit;
}

QRectF gate(const QRectF& cell);

/// Where the token has just been, fading, so that the eye sees which way it goes.
void paintTrail(const StageCanvas& canvas, const CircuitLayout& circuit, const HouseNow& now)
{
    PlainFill fill { canvas.painter };
    const Theme& theme = canvas.theme;
    const int columns = circuit.grid.columns;
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.62 : 0.72);
    for (int column = 0; column < columns; ++column) {
        const double lit = litOf(now, columns, column, columns);
        for (int row = 0; lit > 0 && row < circuit.grid.rows; ++row)
            fill(gate(circuit.grid.cell(row * columns + column)),
                mix(dim, theme.color(core::Kind::Activations), lit));
    }
}

QRectF gate(const QRectF& cell)
{
    const double side = std::min(cell.width(), cell.height()) * 0.62;
    return { cell.center().x() - side / 2, cell.center().y() - side / 2, side, side };
}

} // namespace

void paintWaferBackground(const StageCanvas& canvas)
{
    const Theme& theme = canvas.theme;
    const HouseFrame& house = canvas.frame.houses.front();
    const RoomFrame& home = homeRoom(house);
    const WaferLayout wafer = waferOf(canvas.layout);
    canvas.painter.setPen(QPen { theme.line, theme.px(1.5) });
    canvas.painter.setBrush(theme.window);
    canvas.painter.drawEllipse(wafer.disc);
    const int weights = cellsFor(home.weightBytes, home, wafer.grid.cells);
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.55 : 0.62);
    for (int i = 0; i < wafer.grid.cells; ++i) {
        const QRectF cell = shrunk(wafer.grid.cell(i));
        if (isDead(i))
            drawBox(canvas.painter, cell, theme.px(1), mix(theme.bad, theme.window, 0.75), theme.bad);
        else
            canvas.painter.fillRect(cell, i < weights ? dim : theme.raised);
    }
    canvas.painter.setPen(QPen { theme.accent, theme.px(1.5) });
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.drawRoundedRect(wafer.grid.area.adjusted(-3, -3, 3, 3), theme.px(3), theme.px(3));
    std::vector<Line> lines = storyOf(house, theme);
    lines.push_back({ {}, TextRole::Body, theme.text });
    lines.push_back({ Words::tr("%1 of %2 beside %3 cores · %4")
                          .arg(home.capacity, home.name, formatCount(house.cores), house.doors.back().rate),
        TextRole::Body, theme.secondary });
    lines.push_back({ Words::tr("red: dead zones, routed around"), TextRole::Body, theme.faint });
    drawLines(canvas, wafer.words.adjusted(0, theme.px(16), 0, -theme.px(56)), lines);
    if (house.dieAreaMm2 > 0)
        drawDies(canvas, wafer, house.dieAreaMm2);
}

void paintWafer(const StageCanvas& canvas, const HouseNow& now, const HouseSays& says)
{
    const Theme& theme = canvas.theme;
    const HouseFrame& house = canvas.frame.houses.front();
    const RoomFrame& home = homeRoom(house);
    const WaferLayout wafer = waferOf(canvas.layout);
    const int weights = cellsFor(home.weightBytes, home, wafer.grid.cells);
    double kv = 0;
    for (const double bytes : now.kvBytes)
        kv += bytes;
    const int kvCells = kv > 0 ? std::max(1, cellsFor(kv, home, wafer.grid.cells)) : 0;
    {
        PlainFill fill { canvas.painter };
        for (int i = weights; i < std::min(weights + kvCells, wafer.grid.cells); ++i)
            if (!isDead(i))
                fill(shrunk(wafer.grid.cell(i)), theme.color(core::Kind::KvCache));
    }
    const QColor dim = mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.55 : 0.62);
    for (int i = 0; i < weights; ++i)
        if (const double lit = litOf(now, house.layers, i, weights); lit > 0 && !isDead(i))
            canvas.painter.fillRect(shrunk(wafer.grid.cell(i)), mix(dim, theme.computeBusy, lit));
    if (now.layerShare && now.seen != Seen::Shares) {
        const int from = static_cast<int>(*now.layerShare * weights);
        const QRectF token = gate(wafer.grid.cell(from));
        drawBlock(canvas.painter, token, core::Kind::Activations, theme);
    }
    const double line = theme.px(20);
    const QRectF foot { wafer.words.left(), wafer.words.bottom() - theme.px(kFoot),
        wafer.words.width() * kFootShare, line };
    drawFirst(canvas.painter, foot, says.busy.wordings, theme, { TextRole::BodyStrong, theme.text, kLeft });
    drawFirst(canvas.painter, foot.translated(0, line), says.wait.wordings, theme,
        { TextRole::Body, theme.secondary, kLeft });
}

void paintCircuitBackground(const StageCanvas& canvas)
{
    const Theme& theme = canvas.theme;
    const HouseFrame& house = canvas.frame.houses.front();
    const CircuitLayout circuit = circuitOf(canvas);
    const QColor wire = mix(theme.color(core::Kind::Weights), theme.panel, 0.7);
    canvas.painter.setPen(QPen { wire, std::max(1.0, theme.px(1.5)) });
    for (int row = 0; row < circuit.grid.rows; ++row) {
        const double y = circuit.grid.cell(row * circuit.grid.columns).center().y();
        canvas.painter.drawLine(
            QPointF { circuit.grid.area.left(), y }, QPointF { circuit.grid.area.right(), y });
    }
    for (int i = 0; i < circuit.grid.cells; ++i)
        drawBox(canvas.painter, gate(circuit.grid.cell(i)), theme.px(2),
            mix(theme.color(core::Kind::Weights), theme.window, theme.dark ? 0.62 : 0.72), wire);
    const QRectF words { circuit.foot.left(), circuit.foot.top(), circuit.foot.width() * 0.55,
        circuit.foot.height() };
    drawLines(canvas, words.adjusted(0, theme.px(44), 0, 0),
        { { Words::tr("Another model? Not on this chip: it needs new silicon."), TextRole::BodyStrong,
            theme.bad } });
    const QRectF figure { words.right(), circuit.foot.top(), circuit.foot.width() - words.width(),
        circuit.foot.height() };
    drawLines(canvas, figure,
        { { house.figure, TextRole::Hero, theme.text },
            { house.figureSub, TextRole::Body, theme.secondary } });
}

void paintCircuit(const StageCanvas& canvas, const HouseNow& now, const HouseSays& says)
{
    const Theme& theme = canvas.theme;
    const HouseFrame& house = canvas.frame.houses.front();
    const CircuitLayout circuit = circuitOf(canvas);
    paintTrail(canvas, circuit, now);
    if (now.layerShare && now.seen != Seen::Shares) {
        const int column = static_cast<int>(std::lround(*now.layerShare * house.layers));
        for (int row = 0; row < circuit.grid.rows; ++row)
            drawBlock(canvas.painter, gate(circuit.grid.cell(row * circuit.grid.columns + column)),
                core::Kind::Activations, theme);
    }
    double kv = 0, room = 0;
    QStringList words;
    for (std::size_t i = 0; i < now.kvBytes.size(); ++i)
        if (now.kvBytes[i] > 0) {
            kv = now.kvBytes[i];
            room = house.rooms[i].capacityBytes;
            words = says.kv[i].wordings;
        }
    const QRectF bar { circuit.foot.left(), circuit.foot.top() + theme.px(22), circuit.foot.width() * 0.4,
        theme.px(12) };
    drawBox(canvas.painter, bar, theme.px(3), theme.window, theme.line);
    const double share = room > 0 ? std::min(1.0, kv / room) : 0.0;
    if (kv > 0)
        canvas.painter.fillRect(QRectF { bar.left() + 1, bar.top() + 1,
                                    std::max(theme.px(2), (bar.width() - 2) * share), bar.height() - 2 },
            theme.color(core::Kind::KvCache));
    drawFirst(canvas.painter, { bar.left(), circuit.foot.top(), bar.width(), theme.px(20) }, words, theme,
        { TextRole::BodyStrong, theme.color(core::Kind::KvCache), kLeft });
}

} // namespace memwall::ui
