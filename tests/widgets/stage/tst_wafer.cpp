// Wafers: dead zones are scattered and routed around, the token walks over cells that work, and several
// wafers are drawn as wafers wherever they stand.
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/scene/stage_shares.h"
#include "widgets/stage/machine_view.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/stage/wafer_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace tst_wafer
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

core::SystemResult shipped(const core::Catalog& catalog, const char* name)
{
    std::stringstream text;
    text << std::ifstream(std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/machines" / name).rdbuf();
    return core::simulate(core::readScenario(text.str(), catalog).value(), catalog).systems.front();
}

int pixelsOf(const QImage& image, const QRectF& area, const QColor& color)
{
    int count = 0;
    const QRect rect = area.toRect().intersected(image.rect());
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

} // namespace

class TestWafer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void deadZonesAreScattered()
    {
        for (const double side : { 80.0, 400.0 }) {
            const CellGrid grid = waferIn({ 0, 0, side, side }).grid;
            std::set<int> rows, columns;
            int dead = 0;
            for (int cell = 0; cell < grid.cells; ++cell) {
                if (!isDead(grid, cell))
                    continue;
                ++dead;
                rows.insert(cell / grid.columns);
                columns.insert(cell % grid.columns);
            }
            QVERIFY(dead >= 8);
            QCOMPARE(static_cast<int>(rows.size()), dead); // no two in a row
            QCOMPARE(static_cast<int>(columns.size()), dead);
        }
    }

    void everyLayerLiesInCellsThatWork()
    {
        const CellGrid grid = waferIn({ 0, 0, 400, 400 }).grid;
        RoomFrame room;
        room.capacityBytes = 44e9;
        for (const double weights : { 1e9, 16e9, 43.9e9 })
            for (const int layers : { 1, 32, 80, 126 }) {
                room.weightBytes = weights;
                int last = -1;
                for (int layer = 0; layer < layers; ++layer) {
                    const auto cell = cellAt(grid, room, static_cast<double>(layer) / layers);
                    QVERIFY(cell.has_value());
                    QVERIFY(!isDead(grid, *cell));
                    QVERIFY(*cell >= last); // in reading order
                    last = *cell;
                }
            }
        room.weightBytes = 0;
        QVERIFY(!cellAt(grid, room, 0).has_value());
    }

    void theTrailFadesAcrossTokens_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* file : { "cerebras-wse-3", "cerebras-wse-3-70b", "taalas-hc1" })
            QTest::newRow(file) << QByteArray(file) + ".memwall.json";
    }
    void theTrailFadesAcrossTokens()
    {
        QFETCH(QByteArray, file);
        const core::SystemResult system = shipped(m_catalog, file.constData());
        const core::Run& run = *system.run;
        const auto answer = std::find_if(run.segments.rbegin(), run.segments.rend(),
            [](const core::Segment& s) { return s.kind == core::SegmentKind::Decode && s.steps >= 4; });
        QVERIFY(answer != run.segments.rend());
        constexpr double kTokenS = 1.5, kFps = 25; // on screen
        constexpr int kCells = 12;
        const core::Duration token = answer->boundary(2) - answer->boundary(1);
        const Pace pace = filmPace(kTokenS / core::toSeconds(token), static_cast<int>(kFps));
        // What fades within one picture of a third of a second, and the layers that the token steps over.
        const double most = 3 * (1 / kFps + 2 * kTokenS / run.layers);
        std::vector<double> last(kCells);
        double brightest = 0;
        for (core::Instant t = answer->boundary(1); t < answer->boundary(3); t += token / 37) {
            HouseNow now;
            lookAtLayers(now, run, answer->pool, t, pace);
            for (int cell = 0; cell < kCells; ++cell) {
                double& before = last[static_cast<std::size_t>(cell)];
                const double lit = litOf(now, run.layers, cell, kCells);
                QVERIFY2(lit >= before - most,
                    qPrintable(QString("cell %1: %2 to %3").arg(cell).arg(before).arg(lit)));
                before = lit;
                brightest = std::max(brightest, lit);
            }
        }
        QCOMPARE(brightest, 1.0);
    }

    void severalWafersAreDrawnAsWafers_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("house");
        QTest::newRow("alone") << QByteArray("cerebras-wse-3-70b.memwall.json") << 0;
        QTest::newRow("beside another pool") << QByteArray("trainium-cerebras.memwall.json") << 1;
    }
    void severalWafersAreDrawnAsWafers()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, house);
        const core::SystemResult system = shipped(m_catalog, file.constData());
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme() }) {
            StageInput input;
            input.run = system.run;
            input.report = &system.report;
            input.theme = theme;
            input.time = core::instantAt(core::toSeconds(system.run->end()) * 0.7);
            QImage image { 1000, 430, QImage::Format_RGB32 };
            QPainter painter(&image);
            paintStage(painter, image.rect(), input);
            painter.end();
            const StageFrame frame = stageFrame(input);
            const auto index = static_cast<std::size_t>(house);
            QVERIFY(frame.houses[index].whole);
            const MachineLayout layout = layoutMachine(
                frame.houses[index], layoutStage(frame, image.rect(), theme).houses[index].area, theme);
            QCOMPARE(layout.domains.front().chips.cells, 4);
            int tokens = 0;
            for (int chip = 0; chip < 4; ++chip) {
                const QRectF cell = layout.domains.front().chips.cell(chip);
                const WaferPicture wafer = waferIn(cell);
                for (int zone = 0; zone < wafer.grid.cells; ++zone) {
                    const QColor middle = image.pixelColor(wafer.grid.cell(zone).center().toPoint());
                    if (isDead(wafer.grid, zone))
                        QVERIFY2(middle.red() > middle.blue() + 15, qPrintable(middle.name()));
                }
                // The corners of a square around a disc show the ground below it.
                QCOMPARE(image.pixelColor((wafer.disc.topLeft() + QPointF { 3, 3 }).toPoint()), theme.raised);
                tokens += pixelsOf(image, cell, theme.color(core::Kind::Activations)) > 0 ? 1 : 0;
            }
            QVERIFY(tokens <= 1);
        }
    }

private:
    core::Catalog m_catalog;
};

MEMWALL_TEST(TestWafer, QApplication)

} // namespace tst_wafer

#include "tst_wafer.moc"
