// Recorded requests on a machine: worked by hand, with events beside them, and what is reported of them.
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

#include <thread>

namespace tst_trace_run
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Machine roomy(int maxBatch = 64)
{
    Machine machine = plainMachine(llama70b(), 4);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    machine.maxBatch = maxBatch;
    return machine;
}

Workload played(std::vector<TraceRequest> requests)
{
    Workload workload = together(1, 1, 1);
    workload.arrivals = Arrivals::Trace;
    Trace trace;
    trace.requests = std::move(requests);
    workload.traceRequests.read = std::make_shared<const Trace>(std::move(trace));
    return workload;
}

/// Seconds from the first to the last token of one request alone.
double answerSeconds(const Machine& machine, std::int64_t prompt, std::int64_t output)
{
    const Run run = schedule(machine, together(1, prompt, output));
    return toSeconds(run.requests[0].finish - run.requests[0].firstToken);
}

double firstTokenSeconds(const Machine& machine, std::int64_t prompt)
{
    const Run run = schedule(machine, together(1, prompt, 1));
    return toSeconds(run.requests[0].firstToken);
}

} // namespace

class TestTraceRun : public QObject
{
    Q_OBJECT

private slots:
    void requestsFarApartAreEachAlone()
    {
        const Machine machine = roomy();
        const Run run = schedule(machine, played({ { 5, 1000, 50 }, { 100, 3000, 10 } }));
        QCOMPARE(run.requests.size(), 2U);
        for (const RequestRun& request : run.requests) {
            const double ttft = firstTokenSeconds(machine, request.promptTokens);
            const double rest = answerSeconds(machine, request.promptTokens, request.outputTokens);
            QVERIFY(std::abs(toSeconds(request.firstToken - request.arrival) - ttft) < 1e-11);
            QVERIFY(std::abs(toSeconds(request.finish - request.firstToken) - rest) < 1e-11);
        }
        QCOMPARE(run.requests[1].arrival, instantAt(100));
    }

    void whoComesWhileAnotherIsServedAloneWaits()
    {
        const Machine machine = roomy(1);
        const double first = firstTokenSeconds(machine, 1000) + answerSeconds(machine, 1000, 50);
        const Workload workload = played({ { 0, 1000, 50 }, { 0.1, 1000, 1 } });
        const Run run = schedule(machine, workload);
        QVERIFY(first > 0.1);
        QCOMPARE(run.requests[1].prefillBegin, run.requests[0].finish);
        const Report report = explain(machine, workload, run);
        const double alone = firstTokenSeconds(machine, 1000);
        QVERIFY(std::abs(report.ttftPercentilesS.p50 - alone) < 1e-9);
        QVERIFY(std::abs(report.ttftPercentilesS.max - (first - 0.1 + alone)) < 1e-9);
        QCOMPARE(report.requests.waitingPeak, 1);
    }

    void promisesAreCountedOverAllRequests()
    {
        const Machine machine = roomy();
        Workload workload = played({ { 0, 1000, 2 }, { 100, 4000, 2 }, { 200, 1000, 2 }, { 300, 1000, 2 } });
        const auto attained = [&](std::optional<double> ttft, std::optional<double> tpot) {
            workload.slo = { ttft, tpot };
            return explain(machine, workload, schedule(machine, workload)).sloAttainment;
        };
        const double middle = (firstTokenSeconds(machine, 1000) + firstTokenSeconds(machine, 4000)) / 2;
        QCOMPARE(attained(middle, {}), 0.75);
        QCOMPARE(attained({}, {}), 1.0);
        QCOMPARE(attained(middle, 1e-9), 0.0);
        QCOMPARE(attained({}, 10.0), 1.0);
    }

    void whoIsTurnedAwayWasPromisedToo()
    {
        Machine machine = roomy();
        machine.pools[0].chip.levels[0].capacity->value = { 40e9 };
        Workload workload = played({ { 0, 1000, 2 }, { 100, 100000, 2 } });
        workload.slo.ttftS = 100;
        const Report report = explain(machine, workload, schedule(machine, workload));
        QVERIFY2(report.fits, memwall::ui::english(report.fitReason).c_str());
        QCOMPARE(report.requests.rejected, 1);
        QCOMPARE(report.sloAttainment, 0.5);
    }

    void anEventWaitsForNobodyWhoFollowsAFinish()
    {
        // Three users in turn; somebody else comes long after. The second and third must not wait for that.
        Workload workload = together(1, 1000, 10);
        workload.arrivals = Arrivals::Closed;
        workload.requests = 3;
        workload.events = { { 1000, 500, 5 } };
        const Run run = schedule(roomy(), workload);
        QCOMPARE(run.requests.size(), 4U);
        for (const RequestRun& request : run.requests)
            if (request.promptTokens == 1000)
                QVERIFY(toSeconds(request.finish) < 100);
            else
                QCOMPARE(request.prefillBegin, instantAt(1000));
    }

    void theSameTraceGivesTheSameRunOnAnyThread()
    {
        const Machine machine = roomy(8);
        std::vector<TraceRequest> requests;
        for (int i = 0; i < 300; ++i)
            requests.push_back({ 0.05 * i, 100 + 37 * (i % 50), 1 + i % 90 });
        const Workload workload = played(std::move(requests));
        const Run here = schedule(machine, workload);
        Run there;
        std::thread([&] { there = schedule(machine, workload); }).join();
        QCOMPARE(here.requests.size(), there.requests.size());
        for (std::size_t i = 0; i < here.requests.size(); ++i)
            QCOMPARE(here.requests[i].finish, there.requests[i].finish);
        QCOMPARE(here.end(), there.end());
    }

    void cutRequestsAreReported()
    {
        const Machine machine = roomy();
        const Workload workload = played({ { 0, 200000, 10 }, { 60, 100, 10 } });
        const Run run = schedule(machine, workload);
        QCOMPARE(
            run.requests[0].promptTokens + run.requests[0].outputTokens, machine.model.maxContext.value());
        const Report report = explain(machine, workload, run);
        QCOMPARE(report.requests.clamped, 1);
        QVERIFY(memwall::ui::english(report.notes.front()).starts_with("1 of 2 requests"));
    }
};

MEMWALL_TEST(TestTraceRun, memwall::tests::NoApplication)

} // namespace tst_trace_run

#include "tst_trace_run.moc"
