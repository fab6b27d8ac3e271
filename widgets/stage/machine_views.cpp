#include "widgets/base/format.h"
#include "widgets/base/paint_kit.h"
#include "widgets/scene/stage_words.h"
#include "widgets/stage/stage_painters.h"
#include "widgets/stage/wafer_painter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace memwall::ui
{

namespace
{

constexpr double kFoot = 50, kFootShare = 0.55; ///< what the cores do: height, and share of the words' width

struct WaferLayout
{
    WaferPicture wafer;
    QRectF words;
};

WaferLayout waferOf(const StageLayout& layout)
{
    const QRectF& body = layout.body;
    const double side = std::min(body.height(), body.width() * 0.5);
    const QRectF place { body.left() + body.width() * 0.06, body.top(), side, body.height() };
    const double left = place.right() + body.width() * 0.05;
    return { waferIn(place), { left, body.top(), body.right() - left, body.height() } };
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
        { house.wallSub, TextRole::Figure, theme.ink(core::Kind::Draft) } };
}

/// What an ordinary wafer is cut into, at the same scale: the largest die that one exposure prints is
/// 26 mm × 33 mm (the reticle of EUV and DUV scanners).
void drawDies(const StageCanvas& canvas, const WaferLayout& wafer, double areaMm2)
{
    constexpr double kDieWidth = 26, kDieHeight = 33;
    const Theme& theme = canvas.theme;
    const double perMm = wafer.wafer.grid.area.width() / std::sqrt(areaMm2);
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
    drawWafer(canvas.painter, wafer.wafer, home, theme);
    std::vector<Line> lines = storyOf(house, theme);
    lines.push_back({ {}, TextRole::Body, theme.text });
    const QString& rate = house.doors.back().rate;
    lines.push_back(
        { house.cores ? Words::tr("%1 of %2 beside %3 cores · %4")
                            .arg(home.capacity, home.name, formatCount(*house.cores), rate)
                      : Words::tr("%1 of %2 beside the cores · %3").arg(home.capacity, home.name, rate),
            TextRole::Body, theme.secondary });
    lines.push_back({ Words::tr("red: dead zones, routed around"), TextRole::Body, theme.faint });
    drawLines(canvas, wafer.words.adjusted(0, theme.px(12), 0, -theme.px(kFoot + 2)), lines);
    if (house.dieAreaMm2)
        drawDies(canvas, wafer, *house.dieAreaMm2);
}

void paintWafer(const StageCanvas& canvas, const HouseNow& now, const HouseSays& says)
{
    const Theme& theme = canvas.theme;
    const HouseFrame& house = canvas.frame.houses.front();
    const WaferLayout wafer = waferOf(canvas.layout);
    paintWaferWork(canvas.painter, wafer.wafer, house, now, now.stage, theme);
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
            room = house.rooms[i].capacityBytes.value_or(0);
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
        { TextRole::BodyStrong, theme.ink(core::Kind::KvCache), kLeft });
}

} // namespace memwall::ui
