// Totals of a range are differences of the run's meters, and add up over ranges that touch.
#include "core/timeline/totals.h"
#include "tests/core/timeline/sample_schedules.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_totals
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Instant part(const Run& run, double share)
{
    return instantAt(toSeconds(run.end()) * share);
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({ 1e-9, std::abs(a), std::abs(b) });
}

} // namespace

class TestTotals : public QObject
{
    Q_OBJECT

private slots:
    void totalsAreDifferencesOfTheMeters()
    {
        for (const auto& [name, run] : sampleSchedules()) {
            const TimeSpan range { part(run, 0.31), part(run, 0.77) };
            const RangeTotals totals = totalsOf(run, range);
            QCOMPARE(totals.pools.size(), run.pools.size());
            std::int64_t tokens = 0;
            for (std::size_t i = 0; i < run.requests.size(); ++i)
                tokens += run.tokensWritten(i, range.end) - run.tokensWritten(i, range.begin);
            QCOMPARE(totals.tokens, tokens);
            for (std::size_t pool = 0; pool < run.pools.size(); ++pool)
                for (const Kind kind : kAllKinds) {
                    const auto door = static_cast<std::uint8_t>(wallLevel(run.pools[pool]));
                    QVERIFY2(near(totals.pools[pool].wallBytes[indexOf(kind)],
                                 run.doorBytes(pool, door, kind, range.end)
                                     - run.doorBytes(pool, door, kind, range.begin)),
                        name);
                    QVERIFY2(near(totals.pools[pool].linkBytes[indexOf(kind)],
                                 run.doorBytes(pool, kLinkDoor, kind, range.end)
                                     - run.doorBytes(pool, kLinkDoor, kind, range.begin)),
                        name);
                }
        }
    }

    void rangesThatTouchAddUpToTheWhole()
    {
        for (const auto& [name, run] : sampleSchedules()) {
            const RangeTotals whole = totalsOf(run, { {}, run.end() });
            std::int64_t tokens = 0;
            double wall = 0, link = 0, flops = 0;
            constexpr int kParts = 7;
            for (int i = 0; i < kParts; ++i) {
                const Instant end = i + 1 == kParts ? run.end() : part(run, (i + 1.0) / kParts);
                const RangeTotals some = totalsOf(run, { part(run, double(i) / kParts), end });
                tokens += some.tokens;
                wall += some.pools.back().throughWall();
                link += some.pools.back().throughLink();
                flops += some.pools.back().flops;
            }
            QCOMPARE(tokens, whole.tokens);
            std::int64_t answers = 0;
            for (const RequestRun& request : run.requests)
                answers += request.outputTokens;
            QCOMPARE(tokens, answers);
            QVERIFY2(near(wall, whole.pools.back().throughWall()) && wall > 0, name);
            QVERIFY2(near(link, whole.pools.back().throughLink()), name);
            QVERIFY2(near(flops, whole.pools.back().flops) && flops > 0, name);
        }
    }
};

MEMWALL_TEST(TestTotals, QCoreApplication)

} // namespace tst_totals

#include "tst_totals.moc"
