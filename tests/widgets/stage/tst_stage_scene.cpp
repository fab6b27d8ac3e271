#include "tests/support/run_builder.h"
#include "widgets/stage/stage_scene.h"

#include <QtTest>

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
        QCOMPARE(scene.now.title, QStringLiteral("Decode · token 5 · layer 41 of 80 · feed-forward"));
        QCOMPARE(plain(scene.now.subtitle),
            QStringLiteral("Every token hauls 32.3 GB through this chip's opening. "
                           "4 chips work in step; this is one of them."));
        QCOMPARE(
            plain(scene.now.note), QStringLiteral("chip 1 of 4 · NVLink 450 GB/s · all-reduce 80 × 10 µs"));
    }

    void theWallIsTheNarrowestDoorThatIsUsed()
    {
        const StageScene scene = sceneOf(test::wallRun(), kFeedForward);
        const HouseFrame& house = scene.frame.houses.front();
        // the host's 64 GB/s door is narrower, but nothing passes it
        QCOMPARE(house.rooms.front().name, QStringLiteral("HBM3"));
        QVERIFY(house.doors.front().wall);
        QCOMPARE(plain(house.doors.front().caption), QStringLiteral("the straw · 80 % of peak reached"));
    }

    void openingsFollowTheirStatedScale()
    {
        QCOMPARE(openingOf(20e15, WidthScale::True), 1.0);
        QCOMPARE(openingOf(2e15, WidthScale::True), 0.1);
        QVERIFY(std::abs(openingOf(2e15, WidthScale::Log) - 0.5) < 1e-12);
        QVERIFY(std::abs(openingOf(20e12, WidthScale::Log) - 0.125) < 1e-12); // three decades: 1/8
        QCOMPARE(openingOf(1e18, WidthScale::Log), 1.0);
    }

    void computeShowsTheShareThatWorks()
    {
        const StageScene scene = sceneOf(test::wallRun(), kFeedForward);
        const HouseNow& now = scene.now.houses.front();
        // 35 Gflop in 12.5 ms of flow = 2.8 Tflop/s of 989; over the whole 13.3 ms 2.63 Tflop/s
        QVERIFY(std::abs(now.busyNow - 2.8 / 989) < 1e-5);
        QVERIFY(std::abs(now.busyMean - 2.6316 / 989) < 1e-5);
        QCOMPARE(now.waitTexts.front(), QStringLiteral("131 of 132 cores wait for data"));
    }

    void whileChipsTalkNothingFlowsThroughTheWall()
    {
        const StageScene scene = sceneOf(test::wallRun(), 0.1 + 3 * 13.3e-3 + 40 * 166.25e-6 + 158e-6);
        const HouseNow& now = scene.now.houses.front();
        QCOMPARE(now.belts.front().bytesPerSecond, 0.0);
        QVERIFY(now.link.bytesPerSecond > 0);
        QCOMPARE(now.busyNow, 0.0);
        QCOMPARE(now.waitTexts.front(), QStringLiteral("132 cores wait for the other chips"));
    }

    void theKvCacheGrows()
    {
        const HouseNow early = sceneOf(test::wallRun(), 0.101).now.houses.front();
        const HouseNow late = sceneOf(test::wallRun(), 0.1 + 13.3e-3 * 30).now.houses.front();
        QCOMPARE(early.kvBytes.front(), 84e6);
        QCOMPARE(late.kvBytes.front(), 84e6 + 30 * 82e3);
        QCOMPARE(plain(late.kvLabels.front()), QStringLiteral("KV 86.5 MB · +82 KB a token"));
    }

    void aRunThatDoesNotFitSaysWhy()
    {
        const StageScene scene = sceneOf(test::overflowingRun(), 0);
        QVERIFY(!scene.frame.fits);
        QVERIFY(scene.frame.overflowReason.contains(QStringLiteral("Two chips")));
        QCOMPARE(scene.frame.overflowShare, 140.0 / 80.0 - 1.0);
        QVERIFY(scene.now.houses.empty());
    }

    void theTransferMovesKvCacheBetweenTheHouses()
    {
        const StageScene scene = sceneOf(test::twoPoolRun(), 0.11);
        QCOMPARE(scene.frame.houses.size(), std::size_t { 2 });
        QVERIFY(scene.now.transferring);
        QVERIFY(std::abs(scene.now.transfer.inBlocks * scene.now.transfer.frame.quantum - 42e6) < 1e3); // half of 84 MB after half of 20 ms
        QVERIFY(scene.now.title.contains(QStringLiteral("KV cache travels")));
    }

    void afterTheLastTokenEverythingWaits()
    {
        const StageScene scene = sceneOf(test::wallRun(), 10.0);
        QCOMPARE(scene.now.title, QStringLiteral("Every answer is written"));
        QVERIFY(!scene.now.houses.front().working);
    }

    void noRunIsAnEmptyScene()
    {
        const StageScene scene = sceneOf(nullptr, 0);
        QVERIFY(scene.frame.houses.empty());
        QVERIFY(scene.now.title.isEmpty());
    }
};

QTEST_MAIN(TestStageScene)

#include "tst_stage_scene.moc"
