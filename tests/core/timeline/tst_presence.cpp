// Who is there at an instant is what a walk over all requests finds, and costs no walk.
#include "core/schedule/scheduler.h"
#include "tests/core/timeline/sample_schedules.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_presence
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

/// One comes every second and stays for five and a half; its prompt is begun after two.
std::vector<RequestRun> queueOf(std::size_t count)
{
    std::vector<RequestRun> requests(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto second = static_cast<double>(i);
        requests[i].arrival = instantAt(second);
        requests[i].prefillBegin = instantAt(second + 2);
        requests[i].finish = instantAt(second + 5.5);
    }
    return requests;
}

/// By looking at each.
std::vector<std::size_t> walk(const std::vector<RequestRun>& requests, Instant t, bool begun)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const RequestRun& r = requests[i];
        if (!r.rejected && r.arrival <= t && t < r.finish && (!begun || r.prefillBegin <= t))
            found.push_back(i);
    }
    return found;
}

void compareWithWalk(const std::vector<RequestRun>& requests, Instant t)
{
    const Presence presence { requests };
    const auto there = walk(requests, t, false);
    QCOMPARE(presence.count(t), std::int64_t(there.size()));
    QCOMPARE(presence.present(requests, t, requests.size()).requests, there);
    const std::size_t most = there.size() / 2;
    QCOMPARE(presence.present(requests, t, most).requests,
        std::vector<std::size_t>(there.begin(), there.begin() + std::ptrdiff_t(most)));
    QCOMPARE(presence.begun(requests, t).requests, walk(requests, t, true));
}

} // namespace

class TestPresence : public QObject
{
    Q_OBJECT
private slots:
    void itFindsWhatAWalkFinds()
    {
        for (const auto& [name, run] : sampleSchedules())
            for (double share = 0; share < 1.05; share += 0.05)
                compareWithWalk(run.requests, instantAt(toSeconds(run.end()) * share));
    }

    void atItsVeryEndsARequestIsThereAndIsNot()
    {
        std::vector<RequestRun> requests = queueOf(40);
        for (int second = -1; second < 50; ++second)
            for (const double part : { 0.0, 0.5 })
                compareWithWalk(requests, instantAt(second + part));
        requests[7].rejected = true;
        compareWithWalk(requests, instantAt(9));
        // In an order that is not that of time, as users have that ask again.
        std::reverse(requests.begin(), requests.end());
        compareWithWalk(requests, instantAt(9));
    }

    void nobodyIsThereWhereThereAreNoRequests()
    {
        QCOMPARE(Presence {}.count(Instant {}), 0);
        QVERIFY(Presence {}.present({}, Instant {}, 9).requests.empty());
        compareWithWalk({}, Instant {});
    }

    void aHundredThousandRequestsCostWhatAThousandDo()
    {
        const auto cost = [](std::size_t count) {
            const std::vector<RequestRun> requests = queueOf(count);
            const Presence presence { requests };
            std::size_t most = 0;
            for (int part = 0; part <= 100; ++part) {
                const Instant t = instantAt(static_cast<double>(count) * part / 100);
                most = std::max(
                    { most, presence.present(requests, t, 48).looked, presence.begun(requests, t).looked });
            }
            return most;
        };
        QVERIFY(cost(1000) < 100);
        QVERIFY(cost(100'000) < 2 * cost(1000));
    }
};

MEMWALL_TEST(TestPresence, QCoreApplication)

} // namespace tst_presence

#include "tst_presence.moc"
