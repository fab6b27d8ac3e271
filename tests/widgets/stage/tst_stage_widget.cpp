#include "tests/support/painted_text.h"
#include "tests/support/run_builder.h"
#include "tests/support/test_program.h"
#include "widgets/stage/stage_cache.h"
#include "widgets/stage/stage_explanation.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/stage/width_rule.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace tst_stage_widget
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

StageInput inputOf(std::shared_ptr<const core::Run> run, const Theme& theme)
{
    StageInput input;
    input.run = std::move(run);
    input.time = core::instantAt(0.14);
    input.theme = theme;
    return input;
}

QImage pictureOf(const StageInput& input, QSize size)
{
    QImage image { size, QImage::Format_ARGB32_Premultiplied };
    image.fill(Qt::magenta);
    QPainter painter { &image };
    paintStage(painter, QRectF { QPointF {}, QSizeF { size } }, input);
    painter.end();
    return image;
}

/// Shown at the mockup's size with the hand-built run.
struct ShownStage
{
    StageWidget widget;
    std::shared_ptr<core::Run> run = test::wallRun();
    core::Report report = test::reportFor(*run, core::Bottleneck::Memory, 75);

    ShownStage()
    {
        widget.resize(1000, 430);
        widget.setResult(run, report);
        widget.setTime(core::instantAt(0.14));
        widget.show();
        widget.grab(); // a first paint, so that buttons have their place
    }

    [[nodiscard]] StageLayout layout() const
    {
        StageInput input = inputOf(run, Theme::darkTheme());
        return layoutStage(stageFrame(input), QRectF { widget.rect() }, input.theme);
    }
};

} // namespace

class TestStageWidget : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyMachineIsPaintedInBothThemes_data()
    {
        QTest::addColumn<int>("machine");
        for (int machine = 0; machine < 6; ++machine)
            QTest::addRow("machine %d", machine) << machine;
    }
    void everyMachineIsPaintedInBothThemes()
    {
        QFETCH(int, machine);
        const std::array runs { test::wallRun(), test::twoPoolRun(), test::overflowingRun(), test::waferRun(),
            test::circuitRun(), test::speculationRun() };
        const auto& run = runs[static_cast<std::size_t>(machine)];
        const core::Report report = test::reportFor(*run, core::Bottleneck::Fixed, 1800);
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme() }) {
            StageInput input = inputOf(run, theme);
            input.report = &report;
            for (const QSize size : { QSize { 620, 330 }, QSize { 1400, 700 } }) {
                const QImage image = pictureOf(input, size);
                QCOMPARE(image.pixelColor(size.width() / 2, 4), theme.panel);
                QVERIFY(image.pixelColor(0, 0) != QColor { Qt::magenta });
            }
        }
    }

    void theWallIsBrickAndItsOpeningIsNot()
    {
        const Theme theme = Theme::darkTheme();
        const StageInput input = inputOf(test::wallRun(), theme);
        const QImage image = pictureOf(input, { 1000, 430 });
        const StageLayout layout = layoutStage(stageFrame(input), { 0, 0, 1000, 430 }, theme);
        const DoorLayout& door = layout.houses.front().doors.front();
        int bricks = 0;
        const int x = static_cast<int>(door.wall.left() + door.wall.width() * 0.1); // away from the joints
        for (int y = static_cast<int>(door.wall.top()); y < static_cast<int>(door.wall.bottom()); ++y) {
            const QColor color = image.pixelColor(x, y);
            const bool brick = color.red() > color.blue() + 30;
            bricks += brick ? 1 : 0;
            if (y > door.pipe.top() + 1 && y < door.pipe.bottom() - 1)
                QVERIFY(!brick);
        }
        QVERIFY(bricks > door.wall.height() * 0.45); // the counter hangs there, too
    }

    void aDoorSaysWhatFlowsOrThatNothingDoes()
    {
        ShownStage stage;
        const QPointF opening = stage.layout().houses.front().doors.front().pipe.center();
        QSet<bool> seen;
        for (int i = 0; i < 400; ++i) {
            const core::Instant time = core::instantAt(0.14 + i * 1e-4);
            stage.widget.setTime(time);
            stage.widget.grab();
            StageInput input = inputOf(stage.run, Theme::darkTheme());
            input.time = time;
            const StageNow now = stageNow(input, stageFrame(input));
            const bool flows = now.houses.front().belts.front().bytesPerSecond > 0;
            const QString number = stage.widget.explanationAt(opening).number;
            QCOMPARE(number.contains(QStringLiteral("B/s")), flows);
            QCOMPARE(number.contains(QStringLiteral("nothing")), !flows);
            seen.insert(flows);
        }
        QCOMPARE(seen.size(), 2);
    }

    void anOpeningEasesToItsNewWidth()
    {
        ShownStage stage;
        const DoorLayout door = stage.layout().houses.front().doors.front();
        // Stones of the wall as they are painted now: the wider the opening, the fewer.
        const auto stones = [&] {
            const Theme theme = Theme::darkTheme();
            const QImage image = stage.widget.grab().toImage();
            const int x
                = static_cast<int>(door.wall.left() + door.wall.width() * 0.1); // away from the joints
            int count = 0;
            for (int y = static_cast<int>(door.wall.top()); y < static_cast<int>(door.wall.bottom()); ++y) {
                const QColor color = image.pixelColor(x, y);
                count += color == theme.bricks[0] || color == theme.bricks[1] ? 1 : 0;
            }
            return count;
        };
        const int before = stones();
        auto wide = std::make_shared<core::Run>(*stage.run);
        for (core::LevelUse& level : wide->pools.front().levels)
            level.bandwidth->value *= 30;
        stage.widget.setResult(wide, test::reportFor(*wide, core::Bottleneck::Memory, 75));
        QVERIFY(stones() > before * 0.9); // it does not jump
        QTRY_VERIFY(stones() < before * 0.9);
        ShownStage settled;
        settled.widget.setResult(wide, test::reportFor(*wide, core::Bottleneck::Memory, 75));
        QTRY_COMPARE(stage.widget.grab().toImage(), settled.widget.grab().toImage());
    }

    void theWallBehindIsNamedAndDrawn_data()
    {
        QTest::addColumn<core::Bottleneck>("bottleneck");
        QTest::addColumn<QString>("name");
        QTest::newRow("compute") << core::Bottleneck::Compute << QStringLiteral("compute");
        QTest::newRow("latency") << core::Bottleneck::Fixed << QStringLiteral("latency");
        QTest::newRow("link") << core::Bottleneck::Communication << QStringLiteral("communication");
    }
    void theWallBehindIsNamedAndDrawn()
    {
        QFETCH(core::Bottleneck, bottleneck);
        QFETCH(QString, name);
        const auto run = test::wallRun();
        const core::Report memory = test::reportFor(*run, core::Bottleneck::Memory, 75);
        const core::Report other = test::reportFor(*run, bottleneck, 75);
        StageInput input = inputOf(run, Theme::darkTheme());
        const QSize size { 1000, 430 };
        const auto texts = [&input, size] {
            test::TextDevice device { size };
            QPainter painter { &device };
            paintStage(painter, QRectF { QPointF {}, QSizeF { size } }, input);
            painter.end();
            QStringList all;
            for (const test::PaintedText& text : device.texts())
                all << text.text;
            return all;
        };
        const QString behind = QStringLiteral("Behind it stands: ") + name;
        input.report = &memory;
        QVERIFY(texts().filter(behind).isEmpty());
        const QImage brick = pictureOf(input, size);
        input.report = &other;
        QVERIFY2(!texts().filter(behind).isEmpty(), qPrintable(texts().join(u'|')));
        const StageFrame frame = stageFrame(input);
        QCOMPARE(frame.houses.front().nextWall, std::optional { bottleneck });
        const QRectF wall
            = layoutStage(frame, QRectF { QPointF {}, QSizeF { size } }, input.theme).houses.front().nextWall;
        QVERIFY(!wall.isNull());
        const QRect area = wall.toAlignedRect();
        QVERIFY(pictureOf(input, size).copy(area) != brick.copy(area));
    }

    void clicksOnTheButtonsAskForAScale()
    {
        ShownStage stage;
        const StageLayout layout = stage.layout();
        QSignalSpy asked { &stage.widget, &StageWidget::widthScaleRequested };
        QTest::mouseClick(&stage.widget, Qt::LeftButton, {}, layout.buttons[1].center().toPoint());
        QTest::mouseClick(&stage.widget, Qt::LeftButton, {}, layout.buttons[0].center().toPoint());
        QTest::mouseClick(&stage.widget, Qt::LeftButton, {}, layout.title.center().toPoint());
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked[0][0].value<WidthScale>(), WidthScale::True);
        QCOMPARE(asked[1][0].value<WidthScale>(), WidthScale::Log);
    }

    void theSpaceKeyAsksForTheOtherScale()
    {
        ShownStage stage;
        QSignalSpy asked { &stage.widget, &StageWidget::widthScaleRequested };
        QTest::keyClick(&stage.widget, Qt::Key_Space);
        stage.widget.setWidthScale(WidthScale::True);
        QTest::keyClick(&stage.widget, Qt::Key_Space);
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked[0][0].value<WidthScale>(), WidthScale::True);
        QCOMPARE(asked[1][0].value<WidthScale>(), WidthScale::Log);
    }

    void theStageSpeaksItsTitle()
    {
        const ShownStage stage;
        QVERIFY(stage.widget.accessibleName().startsWith(QStringLiteral("Decode · token")));
        QVERIFY(stage.widget.accessibleDescription().contains(QStringLiteral("32.3")));
    }

    void theBackgroundIsDrawnOnceForManyTimes()
    {
        StageInput input = inputOf(test::wallRun(), Theme::darkTheme());
        const StageFrame frame = stageFrame(input);
        const StageLayout layout = layoutStage(frame, { 0, 0, 800, 400 }, input.theme);
        StageCache cache;
        QImage image { 800, 400, QImage::Format_ARGB32_Premultiplied };
        QPainter painter { &image };
        const StageCanvas canvas { painter, frame, layout, input.theme };
        for (int i = 0; i < 5; ++i) {
            input.time = core::instantAt(0.12 + 0.01 * i);
            cache.paint(canvas, stageNow(input, frame));
        }
        QCOMPARE(cache.rebuilds(), 1);
        const Theme light = Theme::lightTheme();
        cache.paint({ painter, frame, layout, light }, stageNow(input, frame));
        QCOMPARE(cache.rebuilds(), 2);
    }

    void aTipHasTheExactNumberAndTheFormula()
    {
        const StageInput input = inputOf(test::wallRun(), Theme::darkTheme());
        const StageScene scene = stageScene(input);
        const StageLayout layout = layoutStage(scene.frame, { 0, 0, 1000, 430 }, input.theme);
        const HouseLayout& house = layout.houses.front();
        const QString door = explainStage(scene, layout, nullptr, house.doors[0].wall.center()).formula;
        QVERIFY2(door.contains(QStringLiteral("2,560,000,000,000")), qPrintable(door)); // 3.2 TB/s × 80 %
        const QString room = explainStage(scene, layout, nullptr, house.rooms[0].box.center()).formula;
        QVERIFY(room.contains(QStringLiteral("32,000,000,000")));
        QVERIFY(explainStage(scene, layout, nullptr, layout.panel.bottomLeft()).isEmpty());
        const WidthRule rule = placeWidthRule(house.doors[0], 0, input.theme);
        const Explanation scale = explainStage(scene, layout, nullptr, rule.bar.center());
        QVERIFY2(scale.sentence.contains(rule.text), qPrintable(scale.sentence));
        QCOMPARE(scale.number, scaleText(WidthScale::Log));
    }
};

MEMWALL_TEST(TestStageWidget, QApplication)

} // namespace tst_stage_widget

#include "tst_stage_widget.moc"
