#include "app/session/playback.h"
#include "tests/support/run_builder.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace tst_playback
{

using namespace memwall;
using namespace memwall::app;

namespace
{

/// The run of 100 ms prompt and 40 more tokens of 13.3 ms: it ends at 0.632 s.
constexpr double kPrompt = 0.1;
constexpr double kToken = 80 * (156.25e-6 + 10e-6);
constexpr double kEnd = kPrompt + 40 * kToken;

/// A clock that moves only when told to.
struct Watch
{
    qint64 now = 0;

    Playback::Now reader()
    {
        return [this] { return now; };
    }
    void pass(double seconds) { now += static_cast<qint64>(std::llround(seconds * 1e9)); }
};

/// The same story on a machine that takes `factor` times as long.
std::shared_ptr<core::Run> slower(double factor)
{
    auto run = std::make_shared<core::Run>(*test::wallRun());
    for (core::Segment& segment : run->segments) {
        segment.begin = core::instantAt(core::toSeconds(segment.begin) * factor);
        segment.end = core::instantAt(core::toSeconds(segment.end) * factor);
        auto shape = std::make_shared<core::StepShape>(*segment.shape);
        shape->duration = shape->duration * factor;
        for (core::Pass& pass : shape->passes)
            pass.duration = pass.duration * factor;
        segment.shape = shape;
    }
    for (core::RequestRun& request : run->requests) {
        request.prefillEnd = core::instantAt(core::toSeconds(request.prefillEnd) * factor);
        request.firstToken = core::instantAt(core::toSeconds(request.firstToken) * factor);
        request.finish = core::instantAt(core::toSeconds(request.finish) * factor);
    }
    run->seal();
    return run;
}

bool near(core::Instant time, double seconds)
{
    return std::abs(core::toSeconds(time) - seconds) < 1e-9;
}

} // namespace

class TestPlayback : public QObject
{
    Q_OBJECT
private slots:
    void timeIsRealTimeOverTheScale()
    {
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.setTimeScale(200);
        playback.setPlaying(true);
        watch.pass(10);
        QVERIFY(near(playback.time(), 0.05)); // 10 s / 200
        QCOMPARE(playback.playedSeconds(), 10.0);
    }

    void aMillionFramesAddUpNoError()
    {
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.setTimeScale(1e5);
        playback.setPlaying(true);
        for (int i = 0; i < 1'000'000; ++i) {
            watch.now += 16'666'667;
            playback.advance();
        }
        QVERIFY(near(playback.time(), 16'666.667 / 1e5));
    }

    void pausingKeepsThePlayhead()
    {
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.setPlaying(true);
        watch.pass(0.2);
        playback.setPlaying(false);
        watch.pass(60);
        QVERIFY(near(playback.time(), 0.2));
        QCOMPARE(playback.playedSeconds(), 0.2);
        playback.setPlaying(true);
        watch.pass(0.1);
        QVERIFY(near(playback.time(), 0.3));
    }

    void changingTheSpeedKeepsThePlayhead()
    {
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.setTimeScale(10);
        playback.setPlaying(true);
        watch.pass(1);
        playback.setTimeScale(100);
        QVERIFY(near(playback.time(), 0.1));
        watch.pass(1);
        QVERIFY(near(playback.time(), 0.11));
    }

    void playingStopsAtTheEndAndStartsAgain()
    {
        Watch watch;
        Playback playback(watch.reader());
        QSignalSpy playing(&playback, &Playback::playingChanged);
        playback.startRun(test::wallRun());
        playback.setPlaying(true);
        watch.pass(5);
        playback.advance();
        QVERIFY(!playback.isPlaying());
        QVERIFY(near(playback.time(), kEnd));
        QCOMPARE(playing.size(), 2);
        playback.setPlaying(true);
        QVERIFY(near(playback.time(), 0));
    }

    void seekingStaysInsideTheRun()
    {
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.seek(core::instantAt(7));
        QVERIFY(near(playback.time(), kEnd));
        playback.seek(core::instantAt(-7));
        QVERIFY(near(playback.time(), 0));
    }

    void aStepStopsAtTheNextBoundary()
    {
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.seek(core::instantAt(kPrompt + 0.5 * kToken));
        playback.setPlaying(true);
        playback.step(core::Depth::Step, +1);
        QVERIFY(!playback.isPlaying());
        QVERIFY(near(playback.time(), kPrompt + kToken));
        playback.step(core::Depth::Layer, +1);
        QVERIFY(near(playback.time(), kPrompt + kToken + kToken / 80));
        playback.step(core::Depth::Layer, -1);
        QVERIFY(near(playback.time(), kPrompt + kToken));
    }

    void anotherMachineKeepsThePlace_data()
    {
        QTest::addColumn<double>("here");
        QTest::newRow("start") << 0.0;
        QTest::newRow("half of the prompt") << kPrompt / 2;
        QTest::newRow("a quarter into the 7th token") << kPrompt + 5.25 * kToken;
        QTest::newRow("end") << kEnd;
    }
    void anotherMachineKeepsThePlace()
    {
        QFETCH(double, here);
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.seek(core::instantAt(here));
        playback.setRun(slower(3));
        QVERIFY2(
            near(playback.time(), 3 * here), qPrintable(QString::number(core::toSeconds(playback.time()))));
        playback.setRun(test::wallRun());
        QVERIFY(near(playback.time(), here));
    }

    void anotherMachineKeepsPlaying()
    {
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.setPlaying(true);
        watch.pass(0.05);
        playback.setRun(slower(2));
        QVERIFY(playback.isPlaying());
        watch.pass(0.01);
        QVERIFY(near(playback.time(), 0.11)); // half of the prompt, and on from there
    }

    void aModelThatDoesNotFitKeepsThePlaceForLater()
    {
        Watch watch;
        Playback playback(watch.reader());
        playback.startRun(test::wallRun());
        playback.seek(core::instantAt(0.3));
        playback.setRun(test::overflowingRun());
        QVERIFY(near(playback.time(), 0));
        playback.setPlaying(true);
        QVERIFY(!playback.isPlaying());
        playback.setRun(test::wallRun());
        QVERIFY(near(playback.time(), 0.3));
    }

    void severalRunsShareOneClock()
    {
        Watch watch;
        Playback playback(watch.reader());
        const auto quick = test::wallRun();
        const auto slow = slower(3);
        playback.startRuns({ quick, test::overflowingRun(), slow });
        QCOMPARE(playback.end(), slow->end());
        playback.setTimeScale(1);
        playback.setPlaying(true);
        watch.pass(0.2);
        QVERIFY(near(playback.time(), 0.2)); // the same instant for all, at true speed
        playback.step(core::Depth::Step, +1);
        QCOMPARE(playback.time(),
            std::min(quick->nextBoundary(core::instantAt(0.2), core::Depth::Step),
                slow->nextBoundary(core::instantAt(0.2), core::Depth::Step)));
        // One that is done neither stops the others nor adds a boundary.
        playback.seek(quick->end());
        playback.step(core::Depth::Step, +1);
        QCOMPARE(playback.time(), slow->nextBoundary(quick->end(), core::Depth::Step));
        playback.step(core::Depth::Step, -1);
        QVERIFY(playback.time() <= quick->end());
    }

    void oneOfSeveralRunsKeepsTheClock()
    {
        Playback playback;
        const auto quick = test::wallRun();
        const auto slow = slower(3);
        playback.startRuns({ quick, slow });
        playback.seek(core::instantAt(0.4));
        playback.setRuns({ quick });
        QVERIFY(near(playback.time(), 0.4));
        playback.setRuns({ quick, slow });
        playback.seek(core::instantAt(1.5)); // quick is done long since
        playback.setRuns({ quick });
        QCOMPARE(playback.time(), quick->end());
        playback.setRuns({ test::overflowingRun() });
        QVERIFY(near(playback.time(), 0));
        playback.setRuns({ quick, slow });
        QVERIFY(near(playback.time(), 1.5));
        playback.setRuns({ quick });
        playback.seek(core::instantAt(0.1)); // moved meanwhile
        playback.setRuns({ quick, slow });
        QVERIFY(near(playback.time(), 0.1));
    }

    void aShorterAnswerPutsThePlayheadAtItsEnd()
    {
        const Place place { Place::Part::Token, 0, 39, 0.5 };
        const auto run = test::speculationRun(); // a handful of tokens
        QCOMPARE(instantOf(*run, place), run->tokenTime(0, run->requests[0].outputTokens - 1));
    }
};

MEMWALL_TEST(TestPlayback, QCoreApplication)

} // namespace tst_playback

#include "tst_playback.moc"
