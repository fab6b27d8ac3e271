// Times at the end of their range.
#include "core/base/time.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_time
{

using namespace memwall::core;

class TestTime : public QObject
{
    Q_OBJECT
private slots:
    void secondsBeyondTheRangeAreItsEnd()
    {
        QCOMPARE(fromSeconds(1.5e-12).count(), 2);
        QCOMPARE(fromSeconds(9e6).count(), 9'000'000'000'000'000'000);
        QVERIFY(fromSeconds(1e7) > fromSeconds(9.2e6));
        QVERIFY(fromSeconds(1e300) > fromSeconds(9.2e6));
        QVERIFY(fromSeconds(-1e300) < fromSeconds(-9.2e6));
        QCOMPARE(fromSeconds(-1e300), -fromSeconds(1e300));
    }

    void aProductBeyondTheRangeIsItsEnd()
    {
        const Duration day = fromSeconds(86400);
        QCOMPARE(multiplied(day, 64), fromSeconds(64 * 86400));
        QCOMPARE(multiplied(day, -64), -fromSeconds(64 * 86400));
        QCOMPARE(multiplied(day, 128), Duration::max());
        QCOMPARE(multiplied(-day, 128), -Duration::max());
        QCOMPARE(multiplied(-day, -128), Duration::max());
    }

    void aSumBeyondTheRangeIsItsEnd()
    {
        const Instant late = instantAt(9e6);
        QCOMPARE(later(late, fromSeconds(-1)), instantAt(9e6 - 1));
        QCOMPARE(later(late, fromSeconds(9e6)), Instant::max());
        QVERIFY(later(Instant { -Duration::max() }, fromSeconds(-1)) < instantAt(-9.2e6));
    }

    void aSpanBeyondTheRangeIsAsLongAsTheRange()
    {
        QCOMPARE(between(instantAt(3), instantAt(1)), fromSeconds(-2));
        QCOMPARE(between(instantAt(-9e6), instantAt(9e6)), Duration::max());
        QCOMPARE(between(instantAt(9e6), instantAt(-9e6)), -Duration::max());
        const TimeSpan span { instantAt(-9e6), instantAt(9e6) };
        QCOMPARE(span.length(), Duration::max());
    }
};

MEMWALL_TEST(TestTime, QCoreApplication)

} // namespace tst_time

#include "tst_time.moc"
