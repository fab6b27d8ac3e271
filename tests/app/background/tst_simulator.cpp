// The thread that plays scenarios: the newest request wins, nobody waits for what is outdated, and what goes
// wrong on it is a sentence.
#include "app/background/interrupt.h"
#include "app/background/simulator.h"
#include "app/files/failure.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <thread>

namespace tst_simulator
{

using namespace memwall;
using namespace memwall::app;

namespace
{

Simulator::Scenario withUsers(std::int64_t users)
{
    core::Scenario scenario;
    scenario.workload.users = users;
    return std::make_shared<const core::Scenario>(std::move(scenario));
}

/// Ends only when it is asked to.
std::optional<core::SimulationResult> forEver(const std::stop_token& stop)
{
    while (!stop.stop_requested())
        std::this_thread::yield();
    return std::nullopt;
}

core::SimulationResult named(const core::Scenario& scenario)
{
    core::SimulationResult result;
    result.systems.emplace_back().report.name = std::to_string(scenario.workload.users);
    return result;
}

/// A scenario without users takes for ever.
std::optional<core::SimulationResult> play(const core::Scenario& scenario, const std::stop_token& stop)
{
    return scenario.workload.users == 0 ? forEver(stop) : named(scenario);
}

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT
private slots:
    void aNewerRequestEndsWhatTakesForEver()
    {
        Simulator simulator(play);
        QStringList names;
        connect(&simulator, &Simulator::finished, this, [&](const Simulator::Result& result) {
            names << QString::fromStdString(result->systems.front().report.name);
        });
        simulator.request(withUsers(0));
        simulator.request(withUsers(7));
        QVERIFY(simulator.isBusy());
        QTRY_COMPARE(names, QStringList { QStringLiteral("7") });
        QVERIFY(!simulator.isBusy());
    }

    void cancellingEndsItToo()
    {
        Simulator simulator(play);
        const QSignalSpy finished(&simulator, &Simulator::finished);
        simulator.request(withUsers(0));
        simulator.cancel();
        QVERIFY(!simulator.isBusy());
        simulator.request(withUsers(3));
        QTRY_COMPARE(finished.count(), 1);
    }

    void closingDoesNotWait()
    {
        auto simulator = std::make_unique<Simulator>(play);
        simulator->request(withUsers(0));
        simulator.reset(); // or this test takes for ever
        QVERIFY(!simulator);
    }

    void whatGoesWrongOnTheThreadIsASentence()
    {
        Simulator simulator([](const core::Scenario& scenario, const std::stop_token&) {
            if (scenario.workload.users == 1)
                throw std::bad_alloc();
            if (scenario.workload.users == 2)
                throw std::runtime_error("of a kind");
            return std::optional(named(scenario));
        });
        QSignalSpy failed(&simulator, &Simulator::failed);
        const QSignalSpy finished(&simulator, &Simulator::finished);
        simulator.request(withUsers(1));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.takeFirst().front().toString().contains(QLatin1String("not enough memory")));
        QVERIFY(!simulator.isBusy());
        simulator.request(withUsers(2));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.takeFirst().front().toString().contains(QLatin1String("of a kind")));
        simulator.request(withUsers(3)); // the thread lives on
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void anythingCanBeThrown()
    {
        QVERIFY(!failureOf([] {}));
        QVERIFY(!failureOf([] { throw 7; })->isEmpty());
    }

    void anInterruptAsksToStop()
    {
        const InterruptWatch watch;
        QVERIFY(!watch.interrupted() && !watch.token().stop_requested());
        std::raise(SIGINT);
        QVERIFY(watch.interrupted());
        QTRY_VERIFY(watch.token().stop_requested());
    }
};

MEMWALL_TEST(TestSimulator, QCoreApplication)

} // namespace tst_simulator

#include "tst_simulator.moc"
