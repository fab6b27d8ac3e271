#include "tests/support/run_builder.h"
#include "tests/support/test_program.h"
#include "widgets/stage/stage_layout.h"

#include <QTest>

namespace tst_stage_layout
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

StageFrame frameOf(std::shared_ptr<const core::Run> run, WidthScale widths = WidthScale::Log)
{
    StageInput input;
    input.run = std::move(run);
    input.widths = widths;
    input.theme = Theme::darkTheme();
    return stageFrame(input);
}

void inside(const QRectF& inner, const QRectF& outer, const char* what)
{
    if (inner.isEmpty()) // a room that holds nothing has no label below its bin
        return;
    QVERIFY2(outer.adjusted(-0.5, -0.5, 0.5, 0.5).contains(inner), what);
}

} // namespace

class TestStageLayout : public QObject
{
    Q_OBJECT

private slots:
    void nothingLeavesThePanel_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("two");
        for (const bool two : { false, true }) {
            const char* pools = two ? "two pools" : "one pool";
            QTest::addRow("small window, %s", pools) << QSizeF { 620, 330 } << 1.0 << two;
            QTest::addRow("mockup, %s", pools) << QSizeF { 1000, 430 } << 1.0 << two;
            QTest::addRow("large, %s", pools) << QSizeF { 1400, 700 } << 1.0 << two;
            QTest::addRow("projector, %s", pools) << QSizeF { 1600, 800 } << 1.6 << two;
            QTest::addRow("4K, %s", pools) << QSizeF { 3000, 1400 } << 2.0 << two;
        }
    }
    void nothingLeavesThePanel()
    {
        QFETCH(QSizeF, size);
        QFETCH(double, scale);
        QFETCH(bool, two);
        const QRectF rect { QPointF { 10, 20 }, size };
        const StageFrame frame = frameOf(two ? test::twoPoolRun() : test::wallRun());
        const StageLayout layout = layoutStage(frame, rect, Theme::darkTheme(scale));
        for (const QRectF& part : { layout.title, layout.subtitle, layout.note, layout.body, layout.legend,
                 layout.buttons[0], layout.buttons[1] })
            inside(part, rect, "a part of the panel");
        for (const HouseLayout& house : layout.houses) {
            inside(house.box, layout.body, "house");
            for (const RoomLayout& room : house.rooms) {
                inside(room.box, house.box, "room");
                for (const QRectF& part : { room.head, room.bin, room.foot })
                    inside(part, room.box, "a part of a room");
                QVERIFY(room.bin.height() > 0);
            }
            for (const DoorLayout& door : house.doors) {
                inside(door.pipe, house.box, "pipe");
                inside(door.rate, rect, "rate");
                inside(door.caption, rect, "caption");
            }
            for (const QRectF& part : { house.compute.head, house.compute.grid, house.compute.busy,
                     house.compute.wait, house.compute.bar })
                inside(part, house.compute.box, "a part of compute");
            QVERIFY(house.compute.grid.height() > 0);
        }
    }

    void labelsStackWithoutOverlap()
    {
        const StageLayout layout
            = layoutStage(frameOf(test::wallRun()), { 0, 0, 620, 330 }, Theme::darkTheme());
        QVERIFY(!layout.title.intersects(layout.note));
        QVERIFY(layout.title.bottom() <= layout.subtitle.top());
        QVERIFY(layout.subtitle.bottom() <= layout.body.top());
        QVERIFY(!layout.legend.intersects(layout.buttons[0]));
        QVERIFY(!layout.buttons[0].intersects(layout.buttons[1]));
        const HouseLayout& house = layout.houses.front();
        QVERIFY(house.doors[0].rate.bottom() <= house.doors[0].wall.top());
        QVERIFY(house.doors[0].caption.top() >= house.doors[0].wall.bottom());
        QVERIFY(house.compute.busy.bottom() <= house.compute.wait.top() + 0.01);
        QVERIFY(house.compute.wait.bottom() <= house.compute.bar.top());
    }

    void anOpeningIsItsShareOfTheWall()
    {
        const StageFrame frame = frameOf(test::wallRun());
        const StageLayout layout = layoutStage(frame, { 0, 0, 1400, 700 }, Theme::darkTheme());
        const DoorLayout& door = layout.houses.front().doors.front();
        QVERIFY(std::abs(door.pipe.height() - frame.houses[0].doors[0].opening * door.wall.height()) < 1e-9);
        QVERIFY(std::abs(door.pipe.center().y() - door.wall.center().y()) < 1e-9);
    }

    void aDoorIsNeverHigherThanTheRoomsItJoins()
    {
        // Door of the wall, door of the cache, bytes per second.
        for (const auto& [wall, cache] :
            { std::pair { 3.35e12, 9.7e12 }, { 8e12, 61e12 }, { 22e12, 2e15 } }) {
            StageFrame frame = frameOf(test::wallRun());
            HouseFrame& house = frame.houses.front();
            QCOMPARE(house.rooms.size(), std::size_t { 2 });
            house.doors[0].opening = openingOf(wall, WidthScale::Log);
            house.doors[1].opening = openingOf(cache, WidthScale::Log);
            const StageLayout layout = layoutStage(frame, { 0, 0, 1000, 430 }, Theme::darkTheme());
            const HouseLayout& placed = layout.houses.front();
            for (std::size_t i = 0; i < placed.rooms.size(); ++i)
                for (std::size_t d = i > 0 ? i - 1 : 0; d <= i; ++d)
                    QVERIFY(placed.doors[d].pipe.height() < placed.rooms[i].box.height());
        }
    }

    void theWallBehindStandsBesideTheStreamNeverUnderIt()
    {
        for (const core::Bottleneck what : { core::Bottleneck::Compute, core::Bottleneck::Fixed,
                 core::Bottleneck::Communication, core::Bottleneck::Transfer, core::Bottleneck::Queue })
            for (const bool two : { false, true }) {
                StageFrame frame = frameOf(two ? test::twoPoolRun() : test::wallRun());
                for (HouseFrame& house : frame.houses)
                    house.nextWall = what;
                const StageLayout layout = layoutStage(frame, { 0, 0, 1000, 430 }, Theme::darkTheme());
                for (const HouseLayout& house : layout.houses) {
                    QVERIFY(!house.nextWall.isEmpty());
                    inside(house.nextWall, house.box, "the wall behind");
                    QVERIFY(!house.nextWall.intersects(house.others));
                    QVERIFY(!house.nextWall.intersects(house.compute.box));
                    for (const DoorLayout& door : house.doors)
                        QVERIFY(!house.nextWall.intersects(door.pipe));
                    for (const RoomLayout& room : house.rooms)
                        QVERIFY(!house.nextWall.intersects(room.box));
                }
            }
    }

    void atTrueScaleAStrawIsAHairlineButVisible()
    {
        const StageLayout layout = layoutStage(
            frameOf(test::wallRun(), WidthScale::True), { 0, 0, 1000, 430 }, Theme::darkTheme());
        QCOMPARE(layout.houses.front().doors.front().pipe.height(), 1.0);
    }

    void fillIsProportionalToBytes()
    {
        RoomFrame room;
        room.capacityBytes = 80e9;
        room.weightBytes = 40e9;
        room.draftBytes = 4e9;
        const FillLayout fill = fillOf(room, 20e9, { 0, 0, 50, 400 }, 2);
        QCOMPARE(fill.weights, QRectF(0, 200, 50, 200));
        QCOMPARE(fill.draft, QRectF(0, 180, 50, 20));
        QCOMPARE(fill.kv, QRectF(0, 80, 50, 100));
    }

    void aTraceOfKvCacheIsThinButNeverInvisible()
    {
        RoomFrame room;
        room.capacityBytes = 80e9;
        room.weightBytes = 40e9;
        QCOMPARE(fillOf(room, 1e6, { 0, 0, 50, 400 }, 3).kv.height(), 3.0);
        QCOMPARE(fillOf(room, 0, { 0, 0, 50, 400 }, 3).kv.height(), 0.0);
    }

    void cellsStandForLayersUntilTheyWouldBeTooSmall()
    {
        const CellGrid wide = cellsOf({ 0, 0, 200, 160 }, 80, 6);
        QCOMPARE(wide.cells, 80); // 10 × 8
        QVERIFY(wide.columns * wide.rows >= 80);
        QCOMPARE(wide.cell(0).topLeft(), QPointF(0, 0));
        const CellGrid thin = cellsOf({ 0, 0, 60, 7 }, 80, 6);
        QCOMPARE(thin.rows, 1);
        QVERIFY(thin.cells <= 10);
    }

    void machinesWithoutAWallHaveNoScaleToChoose()
    {
        const StageLayout layout
            = layoutStage(frameOf(test::waferRun()), { 0, 0, 1000, 430 }, Theme::darkTheme());
        QVERIFY(layout.buttons[0].isNull());
    }
};

MEMWALL_TEST(TestStageLayout, QApplication)

} // namespace tst_stage_layout

#include "tst_stage_layout.moc"
