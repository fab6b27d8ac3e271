// Caches found in a curve of bandwidth over size.
#include "app/probe/curve.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_curve
{

using namespace memwall::probe;

namespace
{

std::vector<CurvePoint> curve(const std::vector<double>& bandwidths)
{
    std::vector<CurvePoint> points;
    double bytes = 8;
    for (const double bandwidth : bandwidths) {
        points.push_back({ bytes, bandwidth });
        bytes *= 2;
    }
    return points;
}

} // namespace

class TestCurve : public QObject
{
    Q_OBJECT
private slots:
    void stepsAreLevelsAndTheLastIsMemory()
    {
        const auto levels = levelsOf(curve({ 200, 190, 100, 98, 95, 50, 48, 10, 10 }));
        QCOMPARE(levels.size(), std::size_t { 3 });
        QCOMPARE(levels[0].bytes, 16.0);
        QCOMPARE(levels[1].bytes, 128.0);
        QCOMPARE(levels[2].bytes, 512.0);
        QCOMPARE(levels[1].point, std::size_t { 2 });
    }

    void aSlopeBetweenTwoLevelsIsNone()
    {
        const auto levels = levelsOf(curve({ 200, 200, 120, 50, 50, 10, 10 }));
        QCOMPARE(levels.size(), std::size_t { 2 });
        QCOMPARE(levels[1].bytes, 128.0);
    }

    void aDipIsAnotherProgramsDoing()
    {
        const auto levels = levelsOf(curve({ 30, 200, 60, 190, 10, 10 }));
        QCOMPARE(levels.size(), std::size_t { 1 });
        QCOMPARE(levels[0].bytes, 64.0);
        QCOMPARE(levels[0].point, std::size_t { 1 });
    }

    void aFlatCurveIsMemoryAlone()
    {
        QVERIFY(levelsOf(curve({ 10, 11, 10, 9 })).empty());
        QVERIFY(levelsOf({}).empty());
    }
};

MEMWALL_TEST(TestCurve, QCoreApplication)

} // namespace tst_curve

#include "tst_curve.moc"
