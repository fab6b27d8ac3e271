// Who runs when: batching, admission, speculation, transfers between pools.
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_schedule
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Machine roomy(const Model& model, int chips = 4)
{
    Machine machine = plainMachine(model, chips);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    return machine;
}

/// Prefill on one pool, decode on another, a link of 10 GB/s between them.
Machine split(double linkRate)
{
    Machine machine = roomy(llama70b(), 1);
    machine.pools.push_back(machine.pools[0]);
    machine.pools[0].role = PoolRole::Prefill;
    machine.pools[1].role = PoolRole::Decode;
    machine.between = plainLink();
    machine.between->bandwidth.value = { linkRate };
    return machine;
}

std::int64_t tokensOf(const RequestRun& request)
{
    std::int64_t sum = 0;
    for (const RequestRun::Piece& piece : request.pieces)
        sum += piece.count;
    return sum;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotPublishedIsAbsent()
    {
        Machine machine = plainMachine(llama70b(), 2);
        const PoolInfo known = schedule(machine, together(1, 100, 10)).pools[0];
        QVERIFY(known.link && !known.farLink && !known.dieAreaMm2);
        QVERIFY(known.link->bandwidth == machine.pools[0].scaleUp->bandwidth.value);
        QVERIFY(known.levels[0].capacity == machine.pools[0].chip.levels[0].capacity->value);
        QVERIFY(known.levels[0].kvCapacity < known.levels[0].capacity);
        machine = plainMachine(llama1b(), 1);
        machine.pools[0].chip.levels[0].capacity.reset();
        machine.pools[0].chip.levels[0].bandwidth.reset();
        const PoolInfo unknown = schedule(machine, together(1, 100, 10)).pools[0];
        QVERIFY(!unknown.link && !unknown.levels[0].capacity && !unknown.levels[0].kvCapacity);
        QVERIFY(!unknown.levels[0].bandwidth);
    }

    void oneUserIsOnePrefillAndOneDecodeSegment()
    {
        const Run run = schedule(roomy(llama70b()), together(1, 1024, 256));
        QCOMPARE(run.segments.size(), 2U);
        QCOMPARE(run.segments[0].kind, SegmentKind::Prefill);
        QCOMPARE(run.segments[1].kind, SegmentKind::Decode);
        QCOMPARE(run.segments[1].steps, 255);
        QCOMPARE(run.requests[0].firstToken, run.segments[0].end);
        QCOMPARE(run.requests[0].finish, run.end());
    }

    void everyRequestGetsItsTokens()
    {
        Workload workload = together(12, 100, 1);
        workload.outputTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 1, 60 };
        Machine machine = roomy(llama70b());
        machine.maxBatch = 5;
        for (const bool speculative : { false, true }) {
            if (speculative) {
                machine.draft = llama1b();
                machine.draftTokens = 4;
                machine.acceptance = 0.6;
            }
            const Run run = schedule(machine, workload);
            for (const RequestRun& request : run.requests)
                QCOMPARE(tokensOf(request), request.outputTokens);
        }
    }

    void theBatchNeverPassesItsLimit()
    {
        Machine machine = roomy(llama70b());
        machine.maxBatch = 3;
        const Run run = schedule(machine, together(10, 50, 20));
        std::size_t most = 0;
        for (const Segment& segment : run.segments)
            if (segment.kind == SegmentKind::Decode)
                most = std::max(most, segment.requests.size());
        QCOMPARE(most, 3U);
        QVERIFY(run.waitingPeak >= 7);
    }

    void kvCacheNeverPassesItsCapacity()
    {
        Machine machine = plainMachine(llama70b(), 2);
        // Two chips of 80 GB hold 70.6 GB of weights each; little is left for KV cache.
        const Run run = schedule(machine, together(64, 4000, 200));
        QVERIFY(run.fits);
        const double capacity = run.pools[0].levels[0].kvCapacity->value;
        double peak = 0;
        for (const Segment& segment : run.segments)
            peak = std::max(
                { peak, segment.kvAfter, segment.kvBytes.at(static_cast<double>(segment.steps - 1)) });
        QVERIFY(peak > 0.5 * capacity);
        QVERIFY(peak <= capacity);
    }

    void aLatePromptStopsTheReaders()
    {
        Workload workload = together(2, 500, 2000);
        workload.events = { { 1.0, 32000, 10 } };
        const Run run = schedule(roomy(llama70b()), workload);
        const auto prefills = std::count_if(run.segments.begin(), run.segments.end(),
            [](const Segment& segment) { return segment.kind == SegmentKind::Prefill; });
        QCOMPARE(prefills, 2);
        const auto late = std::find_if(run.segments.begin() + 1, run.segments.end(),
            [](const Segment& segment) { return segment.kind == SegmentKind::Prefill; });
        // It begins at the first step boundary after it arrives.
        QVERIFY(late->begin >= instantAt(1.0));
        QVERIFY(toSeconds(late->begin) < 1.0 + 0.1);
    }

    void segmentsOfAPoolNeverOverlap()
    {
        Workload workload = together(6, 700, 300);
        workload.events = { { 0.5, 9000, 50 }, { 0.6, 100, 5 } };
        for (const Machine& machine : { roomy(llama70b()), split(10e9) }) {
            const Run run = schedule(machine, workload);
            for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
                Instant last {};
                for (const std::int64_t index : run.segmentsOf(pool)) {
                    const Segment& segment = run.segments[static_cast<std::size_t>(index)];
                    QVERIFY(segment.begin >= last);
                    last = segment.end;
                }
            }
        }
    }

    void aFastLinkHidesAllButTheLastLayersTransfer()
    {
        const Run run = schedule(split(1e12), together(1, 8192, 10));
        QCOMPARE(run.transferSegments().size(), 1U);
        const RequestRun& request = run.requests[0];
        // 8,192 tokens of 327,680 B; one layer of 80 is left to send after the prefill, and 1 µs latency.
        const double last = 8192 * 327'680.0 / 80 / 1e12 + 1e-6;
        QVERIFY(std::abs(toSeconds(request.firstToken - request.prefillEnd) - last) < 1e-9);
    }

    void aSlowLinkIsFelt()
    {
        const Run run = schedule(split(0.5e9), together(1, 8192, 10));
        const double total = 8192 * 327'680.0 / 0.5e9;
        const RequestRun& request = run.requests[0];
        const double prefill = toSeconds(request.prefillEnd);
        const double layer = run.segments[0].shape->passes[0].layerKinds[0].duration.base;
        QVERIFY(std::abs(toSeconds(request.firstToken) - (layer + total + 1e-6)) < 1e-6);
        QVERIFY(toSeconds(request.firstToken) > prefill);
    }

    void closedUsersSendTheNextRequestWhenOneIsDone()
    {
        Workload workload = together(2, 100, 10);
        workload.arrivals = Arrivals::Closed;
        workload.requests = 7;
        for (const Machine& machine : { roomy(llama70b()), split(10e9) }) {
            const Run run = schedule(machine, workload);
            QCOMPARE(run.requests.size(), 7U);
            for (const RequestRun& request : run.requests)
                QCOMPARE(tokensOf(request), 10);
            QVERIFY(run.requests[2].arrival == run.requests[0].finish
                || run.requests[2].arrival == run.requests[1].finish);
        }
    }

    void allDraftsKeptGiveOneMoreTokenThanDrafted()
    {
        Machine machine = roomy(llama70b());
        machine.draft = llama1b();
        machine.draftTokens = 4;
        machine.acceptance = 1.0;
        const Run run = schedule(machine, together(1, 100, 51));
        QCOMPARE(run.requests[0].cycles.size(), 10U);
        QCOMPARE(run.requests[0].cycles[0].emitted, 5);
        QCOMPARE(run.tokenFate(0, 0), TokenFate::Plain);
        QCOMPARE(run.tokenFate(0, 1), TokenFate::Accepted);
        QCOMPARE(run.tokenFate(0, 5), TokenFate::Bonus);
        machine.acceptance = 0.0;
        const Run rejected = schedule(machine, together(1, 100, 11));
        QCOMPARE(rejected.requests[0].cycles.size(), 10U);
        QCOMPARE(rejected.tokenFate(0, 1), TokenFate::Corrected);
    }

    void acceptanceFollowsTheExpectation()
    {
        Machine machine = roomy(llama70b());
        machine.draft = llama1b();
        machine.draftTokens = 4;
        machine.acceptance = 0.8;
        const Run run = schedule(machine, together(1, 100, 8000));
        double emitted = 0;
        for (const Cycle& cycle : run.requests[0].cycles)
            emitted += cycle.emitted;
        // E(0.8, 4) = 3.3616; the standard error over about 2,400 cycles is 0.033.
        QVERIFY(std::abs(emitted / static_cast<double>(run.requests[0].cycles.size()) - 3.3616) < 0.14);
    }

    void theSameScenarioGivesTheSameRunToTheBit()
    {
        Machine machine = roomy(llama70b());
        machine.draft = llama1b();
        machine.draftTokens = 5;
        machine.acceptance = 0.7;
        const Run a = schedule(machine, together(3, 321, 123));
        const Run b = schedule(machine, together(3, 321, 123));
        QCOMPARE(a.segments.size(), b.segments.size());
        for (std::size_t i = 0; i < a.segments.size(); ++i)
            QCOMPARE(a.segments[i].end, b.segments[i].end);
    }

    void replicasShareTheRequests()
    {
        Machine machine = roomy(llama70b(), 4);
        machine.pools[0].chips = 8;
        machine.pools[0].replicas = 2;
        const Run run = schedule(machine, together(5, 100, 10));
        QCOMPARE(run.requests.size(), 3U);
        QVERIFY(!run.notes.empty());
    }

    void whatDoesNotFitIsAResultWithAReason()
    {
        const Run run = schedule(plainMachine(llama70b()), together(1, 10, 10));
        QVERIFY(!run.fits);
        QVERIFY(!run.fitReason.empty());
        QVERIFY(run.segments.empty());
        QCOMPARE(run.end(), Instant {});
    }

    void aRequestThatIsToComeHoldsBackNobody()
    {
        Workload workload = together(1, 100, 10);
        workload.arrivals = Arrivals::Closed;
        workload.requests = 2;
        workload.events = { { 1000, 100, 10 } };
        const Run run = schedule(roomy(llama70b()), workload);
        QCOMPARE(run.requests[2].arrival, run.requests[0].finish);
        QCOMPARE(run.requests[2].prefillBegin, run.requests[2].arrival);
    }

    void aUserWhoIsTurnedAwaySendsTheNextRequest()
    {
        Machine machine = plainMachine(llama70b(), 2);
        Workload workload = together(1, 1, 20);
        workload.arrivals = Arrivals::Closed;
        workload.requests = 6;
        workload.promptTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 1, 60'000 };
        int firstTurnedAway = 0;
        for (workload.seed = 1; workload.seed < 20; ++workload.seed) {
            const Run run = schedule(machine, workload);
            firstTurnedAway += run.fits && run.requests[0].rejected;
            for (const RequestRun& request : run.requests)
                QVERIFY(!run.fits || request.rejected || !request.pieces.empty());
        }
        QVERIFY(firstTurnedAway > 0);
    }

    void everyRequestWaitsForTheServerToTakeItIn()
    {
        Machine machine = roomy(llama70b());
        machine.pools[0].engine.firstTokenOffset.value = { 25e-3 };
        Workload workload = together(1, 100, 10);
        workload.arrivals = Arrivals::Closed;
        workload.requests = 2;
        const Run run = schedule(machine, workload);
        for (const RequestRun& request : run.requests)
            QCOMPARE(request.prefillBegin - request.arrival, fromSeconds(25e-3));
    }

    void aRunBeyondTheClockIsAResultWithAReason()
    {
        Machine machine = roomy(llama70b());
        machine.pools[0].chip.levels[0].bandwidth->value = { 1e3 };
        const Run run = schedule(machine, together(1, 100, 10));
        QVERIFY(!run.fits && run.segments.empty());
        QVERIFY(memwall::ui::english(run.fitReason).find("104 days") != std::string::npos);
    }
};

MEMWALL_TEST(TestSchedule, memwall::tests::NoApplication)

} // namespace tst_schedule

#include "tst_schedule.moc"
