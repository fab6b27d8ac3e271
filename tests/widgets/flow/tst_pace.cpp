// The way a stream is drawn is chosen by its speed on screen, and so is the size of its blocks.
#include "tests/support/test_program.h"
#include "widgets/flow/pace.h"

#include <QTest>

#include <cmath>

namespace tst_pace
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

bool isRound(double number)
{
    const double lead = number / std::pow(10.0, std::floor(std::log10(number) + 1e-9));
    return std::abs(lead - 1) < 1e-9 || std::abs(lead - 2) < 1e-9 || std::abs(lead - 5) < 1e-9;
}

Pace paceOf(double speed, int fps = 60)
{
    return { .speed = speed, .exposureS = 1.0 / fps, .running = true };
}

} // namespace

class TestPace : public QObject
{
    Q_OBJECT

private slots:
    void blocksAreRoundAndNeitherTooManyNorTooFew()
    {
        for (double step = 1.3e3; step < 1e15; step *= 1.7)
            for (double speed = 1e-9; speed < 10; speed *= 1.9)
                for (const int rows : { 1, 2, 8, 20 }) {
                    const double rate = step / 0.0179;
                    const double block = blockAt(paceOf(speed), step, rate, rows);
                    QVERIFY2(isRound(block), qPrintable(QString::number(block)));
                    QVERIFY(block <= step / 50 * 1.0001 && block >= step / 1000 * 0.9999);
                    // As fast as can be followed, and no faster, where the bytes of a step allow it.
                    const double r = blocksPerSecond(paceOf(speed), rate, block, rows);
                    if (r > 6.0001)
                        QVERIFY(block * 2.5001 > step / 50);
                    if (r < 1.5)
                        QVERIFY(block / 2.5001 < step / 1000 || r * 2.5 > 5.999);
                }
    }

    void fourH100AtAMillisecondASecond()
    {
        // 34.8 GB a token, at most 2.75 TB/s, one row: 5.5 blocks of 500 MB a second
        const Pace pace = paceOf(1e-3);
        QCOMPARE(blockAt(pace, 34.8e9, 2.75e12, 1), 500e6);
        QCOMPARE(blocksPerSecond(pace, 2.75e12, 500e6, 1), 5.5);
        QCOMPARE(wayAt(5.5, pace), Way::Blocks);
    }

    void theWayFollowsTheSpeed()
    {
        const Pace pace = paceOf(1);
        QCOMPARE(wayAt(0, pace), Way::Blocks);
        QCOMPARE(wayAt(6, pace), Way::Blocks);
        QCOMPARE(wayAt(6.2, pace), Way::Streaks);
        QCOMPARE(wayAt(kGapOfPitch * 30 + 0.1, pace), Way::Stream); // streaks would touch
        QCOMPARE(wayAt(1e6, pace), Way::Stream);
        // A picture that stands for longer blurs more.
        QCOMPARE(wayAt(6.2, paceOf(1, 24)), Way::Stream);
        QCOMPARE(wayAt(6, paceOf(1, 24)), Way::Blocks);
    }

    void whatIsShownHoldsForAThirdOfASecond()
    {
        const Pace pace = paceOf(0.003); // a third of a second is a millisecond
        QCOMPARE(pace.held(core::instantAt(0.0123)), core::instantAt(0.012));
        QCOMPARE(pace.held(core::instantAt(0.012)), core::instantAt(0.012));
        Pace still = pace;
        still.running = false;
        QCOMPARE(still.held(core::instantAt(0.0123)), core::instantAt(0.0123));
    }

    void aBlockIsARoundNumberOfBytes_data()
    {
        QTest::addColumn<double>("bytes");
        QTest::addColumn<double>("block");
        QTest::newRow("32.3 GB a token") << 32.3e9 << 500e6; // / 64 = 505 MB
        QTest::newRow("nearest on a log scale") << 18e9 << 200e6; // / 64 = 281 MB, below 284
        QTest::newRow("just below ten") << 6.1e9 << 100e6; // / 64 = 95 MB
        QTest::newRow("nothing") << 0.0 << 0.0;
    }
    void aBlockIsARoundNumberOfBytes()
    {
        QFETCH(double, bytes);
        QFETCH(double, block);
        QCOMPARE(roundQuantum(bytes), block);
    }
};

MEMWALL_TEST(TestPace, memwall::tests::NoApplication)

} // namespace tst_pace

#include "tst_pace.moc"
