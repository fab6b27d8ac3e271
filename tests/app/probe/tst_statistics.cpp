// One figure and its scatter from many timings, and two constants from a few kernels.
#include "app/probe/statistics.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_statistics
{

using namespace memwall::probe;

class TestStatistics : public QObject
{
    Q_OBJECT
private slots:
    void theMedianIgnoresOneDisturbance()
    {
        const Figure figure = figureOf({ 10, 11, 9, 10, 1000 });
        QCOMPARE(figure.median, 10.0);
        QCOMPARE(figure.repetitions, 5);
    }

    void scatterHoldsTheMiddleTwoThirds()
    {
        // 1 to 7: a sixth of the way is 2, five sixths 6, the middle 4.
        const Figure figure = figureOf({ 7, 1, 6, 2, 5, 3, 4 });
        QCOMPARE(figure.median, 4.0);
        QVERIFY(std::abs(figure.scatter - 0.5) < 1e-12);
        QCOMPARE(figureOf({ 3, 3, 3 }).scatter, 0.0);
        QCOMPARE(figureOf({ 3 }).median, 3.0);
    }

    void quantilesLieBetweenNeighbours()
    {
        QCOMPARE(quantile({ 0, 10 }, 0.25), 2.5);
        QCOMPARE(quantile({ 0, 10, 20 }, 1.0), 20.0);
    }

    void twoConstantsAreFoundAgain()
    {
        // 10 GB/s and 0.05 ns a weight, read at 20 GB/s.
        const DecodeCost cost
            = decodeCostOf({ { 2.0, 0.25e-9 }, { 1.0625, 0.15625e-9 }, { 0.5625, 0.10625e-9 } }, 1 / 20e9);
        QVERIFY(std::abs(cost.perByte * 10e9 - 1) < 1e-9);
        QVERIFY(std::abs(cost.perWeight / 0.05e-9 - 1) < 1e-9);
        QVERIFY(cost.error < 1e-9);
        QVERIFY(std::abs(cost.secondsPerWeight(1.0) / 0.15e-9 - 1) < 1e-9);
    }

    void noKernelReadsFasterThanPlainReading()
    {
        // A line through these would give bytes at 30 GB/s; memory gives 10.
        const DecodeCost cost = decodeCostOf({ { 2.0, 0.25e-9 }, { 0.5, 0.2e-9 } }, 1 / 10e9);
        QCOMPARE(cost.perByte, 1 / 10e9);
        QVERIFY(cost.perWeight > 0.05e-9 && cost.perWeight < 0.15e-9);
        QVERIFY(cost.error > 0.05);
    }

    void noWeightIsAGift()
    {
        // Arithmetic hidden behind the loads, and a 4-bit kernel that was lucky: the line would start below
        // zero.
        const DecodeCost cost
            = decodeCostOf({ { 2.0, 0.22e-9 }, { 1.0, 0.1e-9 }, { 0.5, 0.04e-9 } }, 1 / 20e9);
        QCOMPARE(cost.perWeight, 0.0);
        QVERIFY(cost.perByte > 0.08e-9 && cost.perByte < 0.11e-9);
    }

    void oneKernelLeavesTheBytesToPlainReading()
    {
        const DecodeCost cost = decodeCostOf({ { 1.0, 0.15e-9 } }, 0.1e-9);
        QCOMPARE(cost.perByte, 0.1e-9);
        QVERIFY(std::abs(cost.perWeight - 0.05e-9) < 1e-15);
    }
};

MEMWALL_TEST(TestStatistics, QCoreApplication)

} // namespace tst_statistics

#include "tst_statistics.moc"
