#include "tests/support/run_builder.h"
#include "tests/support/test_program.h"
#include "widgets/scene/stage_scene.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_stage_scene
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

StageScene sceneOf(std::shared_ptr<const core::Run> run, double seconds, WidthScale widths = WidthScale::Log)
{
    StageInput input;
    input.run = std::move(run);
    input.time = core::instantAt(seconds);
    input.widths = widths;
    input.theme = Theme::darkTheme();
    return stageScene(input);
}

QString plain(QString text)
{
    return text.replace(QChar { 0x2009 }, u' ');
}

// Token 4 of the answer, layer 41, feed-forward: 3 × 13.3 ms + 40 × 166.25 µs + 60 µs after the prefill.
constexpr double kFeedForward = 0.1 + 3 * 13.3e-3 + 40 * 166.25e-6 + 60e-6;

} // namespace

class TestStageScene : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theTitleSaysWhatHappensNow()
    {
        const StageScene scene = sceneOf(test::wallRun(), kFeedForward);
        // one token from the prefill and three from decode are written: the fifth is on its way
        QCOMPARE(
            scene.now.says.title.text(), QStringLiteral("Decode · token 5 · layer 41 of 80 · feed-forward"));
        QCOMPARE(plain(scene.now.says.subtitle.text()),
            QStringLiteral("Every token hauls 32.3 GB through this chip's opening. "
                           "4 chips work in step; this is one of them."));
        QCOMPARE(plain(scene.now.says.note.text()),
            QStringLiteral("chip 1 of 4 · NVLink 450 GB/s · all-reduce 80 × 10 µs"));
    }

    void theWallIsTheNarrowestDoorThatIsUsed()
    {
        const StageScene scene = sceneOf(test::wallRun(), kFeedForward);
        const HouseFrame& house = scene.frame.houses.front();
        // the host's 64 GB/s door is narrower, but nothing passes it
        QCOMPARE(house.rooms.front().name, QStringLiteral("HBM3"));
        QVERIFY(house.doors.front().wall);
        // 24 GB / 80 layers in 9.375 ms / 80 of feed-forward: 2.56 of 3.2 TB/s
        const Statement& door = scene.now.says.houses.front().doors.front();
        QCOMPARE(plain(door.text()), QStringLiteral("the straw · 80 % of peak"));
        QCOMPARE(door.base, TimeBase::Operator);
    }

    void openingsFollowTheirStatedScale()
    {
        QCOMPARE(openingOf(21e15, WidthScale::True), 1.0);
        QCOMPARE(openingOf(2.1e15, WidthScale::True), 0.1);
        QCOMPARE(openingOf(21e15, WidthScale::Log), 1.0);
        QCOMPARE(openingOf(1e18, WidthScale::Log), 1.0);
        QCOMPARE(openingOf(10e9, WidthScale::Log), 0.02);
        QCOMPARE(openingOf(5e9, WidthScale::Log), 0.01);
        const double decade = openingOf(1e12, WidthScale::Log) - openingOf(1e11, WidthScale::Log);
        for (const double rate : { 1e10, 3e11, 4e12, 2e15 })
            QVERIFY(
                std::abs(openingOf(10 * rate, WidthScale::Log) - openingOf(rate, WidthScale::Log) - decade)
                < 1e-12);
        // 0.02 + 0.98 · lg(3.35e12 / 1e10) / lg(2.1e6) = 0.411
        QVERIFY(std::abs(openingOf(3.35e12, WidthScale::Log) - 0.411) < 5e-4);
    }

    void sixTimesTheBandwidthIsAStepThatARoomSees()
    {
        // HBM3 of an H100 beside HBM4 of Rubin: an eighth of the wall more.
        const double h100 = openingOf(3.35e12, WidthScale::Log), rubin = openingOf(22e12, WidthScale::Log);
        QVERIFY(rubin - h100 > 0.12);
        QVERIFY(openingOf(64e9, WidthScale::Log) > 0.1); // PCIe
        QVERIFY(openingOf(64e9, WidthScale::Log) < 0.15);
    }

    void aDoorIsNamedByTheWireThatLimitsIt()
    {
        const auto withWire = test::wallRun();
        withWire->pools[0].levels[1].door = "PCIe 4.0 x16";
        const DoorFrame wired = sceneOf(withWire, kFeedForward).frame.houses.front().doors.front();
        QCOMPARE(wired.wire, QStringLiteral("PCIe 4.0 x16"));
        QVERIFY2(wired.tip.contains(QStringLiteral("Door of PCIe 4.0 x16")), qPrintable(wired.tip));
        QVERIFY(sceneOf(test::wallRun(), kFeedForward).frame.houses.front().doors.front().wire.isEmpty());
    }

    void computeShowsTheShareThatWorks()
    {
        const StageScene scene = sceneOf(test::wallRun(), kFeedForward);
        const HouseNow& now = scene.now.houses.front();
        // 35 Gflop in 12.5 ms of flow = 2.8 Tflop/s of 989: the words and the lit cells say the same
        QVERIFY(std::abs(now.busyNow - 2.8 / 989) < 1e-5);
        const HouseSays& says = scene.now.says.houses.front();
        QCOMPARE(plain(says.busy.text()), QStringLiteral("0.28 % busy"));
        QCOMPARE(says.wait.text(), QStringLiteral("131 of 132 cores wait for data"));
    }

    void whileChipsTalkNothingFlowsThroughTheWall()
    {
        const StageScene scene = sceneOf(test::wallRun(), 0.1 + 3 * 13.3e-3 + 40 * 166.25e-6 + 158e-6);
        const HouseNow& now = scene.now.houses.front();
        QCOMPARE(now.belts.front().bytesPerSecond, 0.0);
        QVERIFY(now.link.bytesPerSecond > 0);
        QCOMPARE(now.busyNow, 0.0);
        const HouseSays& says = scene.now.says.houses.front();
        QCOMPARE(says.doors.front().text(), QStringLiteral("the stream stands still"));
        QCOMPARE(plain(says.busy.text()), QStringLiteral("0 % busy"));
        QCOMPARE(says.wait.text(), QStringLiteral("132 cores wait for the other chips"));
    }

    void wordsHoldForAThirdOfASecond()
    {
        // 3 ms pass in a third of a second: 18 layers of three operators, so that none can be read.
        StageInput input;
        input.run = test::wallRun();
        input.theme = Theme::darkTheme();
        input.pace = { .speed = 9e-3, .running = true };
        const auto saysAt = [&](double seconds) {
            input.time = core::instantAt(seconds);
            return stageScene(input).now.says;
        };
        const StageSays first = saysAt(0.1501), last = saysAt(0.1529), next = saysAt(0.1531);
        QCOMPARE(first.title, last.title);
        QCOMPARE(first.houses.front().doors.front(), last.houses.front().doors.front());
        QVERIFY(!(next.title == last.title));
        // 50 ms after the prefill: token 5 of the answer, its layer 60; which operator cannot be read
        QCOMPARE(first.title.text(), QStringLiteral("Decode · token 5 · layer 61 of 80"));
        const Statement& wait = first.houses.front().wait;
        QCOMPARE(wait.base, TimeBase::Window);
        // 10 µs of every 166.25 µs are the all-reduce
        QVERIFY(std::abs(wait.value("time_share") - 156.25 / 166.25) < 0.01);
        QCOMPARE(plain(wait.text()), QStringLiteral("waits 94 % of the time for data"));
    }

    void aWallStandsUnlessAnotherStandsBehindIt()
    {
        StageInput input;
        input.run = test::twoPoolRun();
        input.theme = Theme::darkTheme();
        input.time = core::instantAt(0.2);
        const core::Report report = test::reportFor(*input.run, core::Bottleneck::Fixed, 75);
        input.report = &report;
        const StageScene scene = stageScene(input);
        QCOMPARE(scene.frame.houses.back().grown, 1.0); // the house that writes the tokens
        QVERIFY(scene.now.says.houses.back().doors.front().text().startsWith(
            QStringLiteral("Behind it stands: latency")));
        QCOMPARE(scene.frame.houses.front().grown, 0.0); // the prompts' house has its wall
        QVERIFY(!scene.now.says.houses.front().doors.front().text().contains(QStringLiteral("Behind")));
    }

    void theKvCacheGrows()
    {
        const StageNow early = sceneOf(test::wallRun(), 0.101).now;
        const StageNow late = sceneOf(test::wallRun(), 0.1 + 13.3e-3 * 30).now;
        QCOMPARE(early.houses.front().kvBytes.front(), 84e6);
        QCOMPARE(late.houses.front().kvBytes.front(), 84e6 + 30 * 82e3);
        QCOMPARE(
            plain(late.says.houses.front().kv.front().text()), QStringLiteral("KV 86.5 MB · +82 KB a token"));
    }

    void aRunThatDoesNotFitSaysWhy()
    {
        const StageScene scene = sceneOf(test::overflowingRun(), 0);
        QVERIFY(!scene.frame.fits);
        QVERIFY(scene.frame.overflowReason.contains(QStringLiteral("About 2 chips")));
        QCOMPARE(scene.frame.overflowShare, 140.0 / 80.0 - 1.0);
        QVERIFY(scene.now.houses.empty());
    }

    void theTransferMovesKvCacheBetweenTheHouses()
    {
        const StageScene scene = sceneOf(test::twoPoolRun(), 0.11);
        QCOMPARE(scene.frame.houses.size(), std::size_t { 2 });
        QVERIFY(scene.now.transferring);
        QVERIFY(std::abs(scene.now.transfer.inBlocks * scene.now.transfer.frame.quantum - 42e6)
            < 1e3); // half of 84 MB after half of 20 ms
        QVERIFY(scene.now.says.title.text().contains(QStringLiteral("KV cache travels")));
    }

    void afterTheLastTokenEverythingWaits()
    {
        const StageScene scene = sceneOf(test::wallRun(), 10.0);
        QCOMPARE(scene.now.says.title.text(), QStringLiteral("Every answer is written"));
        QVERIFY(!scene.now.houses.front().working);
    }

    void noRunIsAnEmptyScene()
    {
        const StageScene scene = sceneOf(nullptr, 0);
        QVERIFY(scene.frame.houses.empty());
        QVERIFY(scene.now.says.title.isEmpty());
    }
};

MEMWALL_TEST(TestStageScene, QApplication)

} // namespace tst_stage_scene

#include "tst_stage_scene.moc"
