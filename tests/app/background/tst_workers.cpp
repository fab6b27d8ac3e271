// Workers under a hail of requests: what comes home belongs to the newest one, each thing once and whole, and
// nothing comes after it was cancelled. With ThreadSanitizer: and no thread touches what is another's.
#include "app/background/chart_worker.h"
#include "app/background/target_seeker.h"
#include "app/background/worker.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace tst_workers
{

using namespace memwall;
using namespace memwall::app;

namespace
{

/// Answers each list of numbers with its sum.
class Adder : public QObject
{
public:
    explicit Adder()
        : m_worker(
            *this,
            [this](const auto& task) {
                const int sum = std::accumulate(task.job.begin(), task.job.end(), 0);
                if (sum < 0)
                    throw std::runtime_error("negative");
                std::vector<int> answer { sum, static_cast<int>(task.number) };
                m_worker.deliver(task, [this, answer = std::move(answer)] { answers.push_back(answer); });
            },
            [this](const QString& sentence, quint64 number) { failures.emplace_back(sentence, number); })
    {
    }

    void request(std::vector<int> job) { m_worker.request(std::move(job)); }
    void cancel() { m_worker.cancel(); }
    [[nodiscard]] quint64 newest() const { return m_worker.newest(); }

    std::vector<std::vector<int>> answers;
    std::vector<std::pair<QString, quint64>> failures;

private:
    Worker<std::vector<int>> m_worker; ///< last: it uses all of the above
};

} // namespace

class TestWorkers : public QObject
{
    Q_OBJECT
private slots:
    void theNewestOfManyRequestsIsAnsweredOnce()
    {
        Adder adder;
        for (int round = 1; round <= 40; ++round) {
            for (int i = 0; i < 25; ++i)
                adder.request({ round, i, 1000 });
            const quint64 newest = adder.newest();
            QTRY_VERIFY(!adder.answers.empty() && adder.answers.back().at(1) == int(newest));
            QCOMPARE(adder.answers.back().front(), round + 24 + 1000);
            QCOMPARE(std::ranges::count(adder.answers, adder.answers.back()), 1);
        }
        QVERIFY(adder.failures.empty());
    }

    void whatIsCancelledDoesNotCome()
    {
        Adder adder;
        for (int round = 0; round < 200; ++round) {
            adder.request({ 1, 2 });
            if (round % 3 == 0)
                QCoreApplication::processEvents();
            adder.answers.clear();
            adder.cancel();
            QCoreApplication::processEvents();
            QVERIFY(adder.answers.empty());
        }
        adder.request({ 3, 4 });
        QTRY_COMPARE(adder.answers.size(), 1U);
        QCOMPARE(adder.answers.front().front(), 7);
    }

    void failuresComeHomeWithTheirNumber()
    {
        Adder adder;
        for (int i = 1; i <= 20; ++i) {
            adder.request({ -1 });
            QTRY_COMPARE(adder.failures.size(), std::size_t(i));
            QVERIFY(adder.failures.back().first.contains(QLatin1String("negative")));
            QCOMPARE(adder.failures.back().second, adder.newest());
        }
    }

    void whoGoesTakesItsMessagesAlong()
    {
        for (int round = 0; round < 100; ++round) {
            Adder adder;
            adder.request({ 1 });
            adder.request({ 2 });
        }
        QCoreApplication::processEvents();
    }

    void chartsAndTargetsOfTheNewestSystemCome()
    {
        const core::Catalog catalog = tests::shippedCatalog();
        const auto scenario = *core::readScenario(tests::fourH100().dump(), catalog);
        const core::SimulationResult result = core::simulate(scenario, catalog);
        const core::SystemResult& first = result.systems.front();
        int points = 0, curves = 0, reaches = 0;
        ChartWorker charts(catalog);
        TargetSeeker seeker(catalog);
        connect(&charts, &ChartWorker::pointFound, this, [&] { ++points; });
        connect(&charts, &ChartWorker::curveComplete, this, [&] { ++curves; });
        connect(&seeker, &TargetSeeker::found, this, [&] { ++reaches; });
        for (int i = 0; i < 3; ++i) {
            points = curves = reaches = 0; // a fast machine has answered the request before this one
            charts.request(scenario.systems.front(), scenario.workload, first);
            seeker.request(scenario.systems.front(), scenario.workload, { core::TargetMetric::Tpot, 0.02 });
            QTest::qWait(20);
        }
        QTRY_VERIFY_WITH_TIMEOUT(curves > 0 && !seeker.isBusy(), 60'000);
        QCOMPARE(curves, 1);
        QVERIFY(points > 1);
        QCOMPARE(reaches, int(std::size(core::kResources)));
    }
};

MEMWALL_TEST(TestWorkers, QCoreApplication)

} // namespace tst_workers

#include "tst_workers.moc"
