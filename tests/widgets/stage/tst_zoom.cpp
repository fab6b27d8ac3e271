// From log widths to true ones and back: one zoom that can be turned back on its way, with a rule at its
// side.
#include "tests/support/painted_text.h"
#include "tests/support/run_builder.h"
#include "tests/support/test_program.h"
#include "widgets/base/format.h"
#include "widgets/scene/openings_before.h"
#include "widgets/stage/stage_painters.h"
#include "widgets/stage/width_rule.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

namespace tst_zoom
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

constexpr QRectF kStage { 0, 0, 1000, 430 };

StageInput inputOf(WidthScale widths)
{
    StageInput input;
    input.run = test::wallRun();
    input.time = core::instantAt(0.14);
    input.theme = Theme::darkTheme();
    input.widths = widths;
    return input;
}

StageFrame frameAt(double towardsTrue)
{
    const StageInput log = inputOf(WidthScale::Log);
    OpeningsBefore before;
    before.remember(stageFrame(log));
    StageFrame frame = stageFrame(inputOf(WidthScale::True));
    before.ease(frame, towardsTrue, {});
    return frame;
}

DoorLayout wallAt(double towardsTrue)
{
    const StageFrame frame = frameAt(towardsTrue);
    return layoutStage(frame, kStage, Theme::darkTheme()).houses.front().doors.front();
}

/// A stage that shows a scale from the start, or changes to it.
struct ZoomedStage
{
    StageWidget widget;
    std::shared_ptr<core::Run> run = test::wallRun();
    core::Report report = test::reportFor(*run, core::Bottleneck::Memory, 75);

    explicit ZoomedStage(WidthScale widths)
    {
        widget.resize(kStage.size().toSize());
        widget.setWidthScale(widths);
        widget.setResult(run, report);
        widget.setTime(core::instantAt(0.14));
        widget.show();
        widget.grab();
    }

    /// Height of the opening as it is painted: along the wall, what is no brick.
    [[nodiscard]] int opening()
    {
        const DoorLayout door = wallAt(0);
        const QImage image = widget.grab().toImage();
        const Theme theme = Theme::darkTheme();
        const int x = static_cast<int>(door.wall.left() + door.wall.width() * 0.1);
        int first = image.height(), last = 0;
        for (int y = 0; y < image.height(); ++y) {
            const QColor color = image.pixelColor(x, y);
            const bool brick = color == theme.bricks[0] || color == theme.bricks[1];
            if (brick && y < door.wall.center().y())
                first = y;
            else if (brick && last == 0)
                last = y;
        }
        return last - first;
    }
};

} // namespace

class TestZoom : public QObject
{
    Q_OBJECT

private slots:
    void aZoomTakesLongerThanAWallThatOpens()
    {
        OpeningsBefore before;
        before.remember(frameAt(0));
        QCOMPARE(before.easeMs(frameAt(1)), 1200);
        QCOMPARE(before.easeMs(frameAt(0)), 400);
        before.remember(frameAt(0.75)); // turned back there
        QCOMPARE(before.easeMs(frameAt(0)), 900);
        QCOMPARE(before.easeMs(frameAt(1)), 400);
    }

    void itCanBeTurnedBackOnItsWay()
    {
        ZoomedStage stage { WidthScale::Log };
        const QImage atLog = stage.widget.grab().toImage();
        const int log = stage.opening();
        stage.widget.setWidthScale(WidthScale::True);
        const int begun = stage.opening();
        QVERIFY2(begun > log * 0.9, "it does not jump");
        QTRY_VERIFY(stage.opening() < log * 0.8);
        const int turned = stage.opening();
        stage.widget.setWidthScale(WidthScale::Log);
        const int back = stage.opening();
        QVERIFY2(std::abs(back - turned) < log * 0.35, "it goes on from where it is");
        QVERIFY(back < log);
        QTRY_COMPARE(stage.widget.grab().toImage(), atLog);
    }

    void anOpeningFollowsAHandThatDragsIt()
    {
        ZoomedStage stage { WidthScale::Log };
        const int before = stage.opening();
        constexpr int kChanges = 30;
        auto dragged = std::make_shared<core::Run>(*stage.run);
        for (int i = 0; i < kChanges; ++i) {
            dragged = std::make_shared<core::Run>(*dragged);
            for (core::LevelUse& level : dragged->pools.front().levels)
                level.bandwidth->value *= std::pow(30.0, 1.0 / kChanges);
            stage.widget.setResult(dragged, stage.report);
            QTest::qWait(20);
        }
        const int now = stage.opening();
        QTest::qWait(500);
        QVERIFY(now - before > (stage.opening() - before) / 2);
    }

    void reducedMotionChangesTheScaleAtOnce()
    {
        ZoomedStage stage { WidthScale::Log };
        stage.widget.setPace({ .reduced = true });
        stage.widget.setWidthScale(WidthScale::True);
        QTest::qWait(400); // pictures fade into each other
        QVERIFY(stage.opening() < 20);
    }

    void itEndsAtTrueScale()
    {
        ZoomedStage stage { WidthScale::Log };
        ZoomedStage settled { WidthScale::True };
        QElapsedTimer clock;
        clock.start();
        stage.widget.setWidthScale(WidthScale::True);
        QVERIFY(stage.widget.grab().toImage() != settled.widget.grab().toImage());
        QTRY_COMPARE(stage.widget.grab().toImage(), settled.widget.grab().toImage());
        QVERIFY2(clock.elapsed() > 1000, qPrintable(QString::number(clock.elapsed())));
    }

    void openingAndRuleShrinkTogetherWithoutAJump()
    {
        double opening = wallAt(0).pipe.height();
        WidthRule rule = placeWidthRule(wallAt(0), 0, Theme::darkTheme());
        QVERIFY(!rule.bar.isNull());
        int names = 0;
        for (int percent = 1; percent <= 100; ++percent) {
            const double z = percent / 100.0;
            const DoorLayout door = wallAt(z);
            QVERIFY(
                door.pipe.height() <= opening && opening - door.pipe.height() < 0.02 * door.wall.height());
            opening = door.pipe.height();
            const WidthRule next = placeWidthRule(door, z, Theme::darkTheme());
            QVERIFY(!next.bar.isNull());
            QVERIFY(next.bar.bottom() < door.pipe.top() && next.label.top() >= door.wall.top());
            QVERIFY(next.bar.right() < door.wall.left() && next.bar.left() > door.pipe.left());
            names += next.text != rule.text ? 1 : 0;
            QVERIFY(next.text != rule.text || next.bar.height() < rule.bar.height());
            rule = next;
        }
        QVERIFY2(names <= 3, "no text changes more than three times a second");
    }

    void theRuleIsAsHighAsAnOpeningOfItsName()
    {
        for (const WidthScale widths : { WidthScale::Log, WidthScale::True }) {
            const double z = widths == WidthScale::True ? 1 : 0;
            const DoorLayout door = wallAt(z);
            const WidthRule rule = placeWidthRule(door, z, Theme::darkTheme());
            double named = 0;
            for (const double rate : { 1e10, 1e11, 1e12, 1e15 })
                if (formatRate(rate) == rule.text)
                    named = openingOf(rate, widths) * door.wall.height();
            QVERIFY(named > 0 && std::abs(rule.bar.height() - named) < 1e-9);
            QVERIFY(textsAt(widths).contains(spaced(rule.text)));
        }
    }

    void theNarrowestOpeningIsOnePixelAndSaysHowWideItReallyIs()
    {
        QCOMPARE(wallAt(1).pipe.height(), 1.0);
        // 3.2 TB/s of 21 PB/s
        QVERIFY(textsAt(WidthScale::True).contains(QStringLiteral("3.2 TB/s · really 0.015 % of the wall")));
        QVERIFY(textsAt(WidthScale::Log).contains(QStringLiteral("3.2 TB/s")));
        QVERIFY(!textsAt(WidthScale::Log).contains(QStringLiteral("really")));
    }

private:
    static QString textsAt(WidthScale widths)
    {
        test::TextDevice device { kStage.size().toSize() };
        QPainter painter { &device };
        paintStage(painter, kStage, inputOf(widths));
        painter.end();
        QStringList all;
        for (const test::PaintedText& text : device.texts())
            all << text.text;
        return spaced(all.join(u'|'));
    }
    static QString spaced(QString text) { return text.replace(QChar { 0x2009 }, u' '); }
};

MEMWALL_TEST(TestZoom, QApplication)

} // namespace tst_zoom

#include "tst_zoom.moc"
