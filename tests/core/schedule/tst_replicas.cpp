// Many chips: replicas of separate pools, pipelines over several racks, thousands of chips.
#include "core/figures/report_steps.h"
#include "core/machine/links.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_replicas
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Machine roomy(int chips = 4)
{
    Machine machine = plainMachine(llama70b(), chips);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    return machine;
}

Machine split(int prefillReplicas, int decodeReplicas)
{
    Machine machine = roomy(1);
    machine.pools.push_back(machine.pools[0]);
    machine.pools[0].role = PoolRole::Prefill;
    machine.pools[1].role = PoolRole::Decode;
    machine.pools[0].replicas = machine.pools[0].chips = prefillReplicas;
    machine.pools[1].replicas = machine.pools[1].chips = decodeReplicas;
    machine.between = plainLink();
    return machine;
}

Workload stream(double rate, std::int64_t requests)
{
    Workload workload = together(1, 4000, 20);
    workload.arrivals = Arrivals::Poisson;
    workload.ratePerS = rate;
    workload.requests = requests;
    return workload;
}

double meanTtft(const Run& run)
{
    double sum = 0;
    for (const RequestRun& request : run.requests)
        sum += toSeconds(request.firstToken - request.arrival);
    return sum / static_cast<double>(run.requests.size());
}

} // namespace

class TestReplicas : public QObject
{
    Q_OBJECT

private slots:
    void theRunShowsTheRequestsOfOneDecodeReplica()
    {
        const Workload workload = stream(0.5, 60);
        for (const auto& [prefill, decode] : { std::pair { 1, 1 }, { 2, 2 }, { 3, 1 }, { 1, 3 }, { 4, 6 } }) {
            const Run run = schedule(split(prefill, decode), workload);
            QCOMPARE(run.requests.size(), 60U / static_cast<unsigned>(decode));
            for (std::size_t r = 0; r < run.requests.size(); ++r) {
                const RequestRun& request = run.requests[r];
                QVERIFY(request.prefillBegin >= request.arrival);
                QVERIFY(request.prefillEnd > request.prefillBegin);
                QVERIFY(request.firstToken > request.prefillEnd);
                QCOMPARE(request.finish, run.tokenTime(r, 19));
            }
            QCOMPARE(run.notes.empty(), prefill == 1 && decode == 1);
        }
    }

    void segmentsOfThePoolsShownNeverOverlap()
    {
        for (const auto& [prefill, decode] : { std::pair { 3, 1 }, { 1, 3 }, { 2, 3 } }) {
            const Run run = schedule(split(prefill, decode), stream(3, 60));
            for (std::size_t pool = 0; pool < 2; ++pool) {
                Instant last {};
                for (const std::int64_t index : run.segmentsOf(pool)) {
                    const Segment& segment = run.segments[static_cast<std::size_t>(index)];
                    QVERIFY(segment.begin >= last);
                    last = segment.end;
                }
            }
        }
    }

    void moreReplicasForPromptsShortenTheQueue()
    {
        // A prompt of 4,000 tokens takes 1.1 s on one chip; two come each second.
        const double one = meanTtft(schedule(split(1, 1), stream(2, 60)));
        const double two = meanTtft(schedule(split(2, 1), stream(2, 60)));
        const double eight = meanTtft(schedule(split(8, 1), stream(2, 60)));
        QVERIFY(one > 2 * two);
        QVERIFY(two > eight);
        QVERIFY(eight < 2.5);
    }

    void sharedPromptsWaitForEachOther()
    {
        // Three decode replicas fed by one prefill replica: every prompt of the three is worked on there.
        const Run run = schedule(split(1, 3), stream(2, 60));
        const Run all = schedule(split(1, 1), stream(2, 60));
        double tokens = 0, expected = 0;
        for (const auto& [which, sum] : { std::pair { &run, &tokens }, { &all, &expected } })
            for (const std::int64_t index : which->segmentsOf(0))
                *sum += which->segments[static_cast<std::size_t>(index)].shape->passes[0].tokens;
        QCOMPARE(tokens, expected);
        for (std::size_t r = 0; r < run.requests.size(); ++r)
            QCOMPARE(run.requests[r].prefillEnd, all.requests[3 * r].prefillEnd);
    }

    void equalReplicasAreAsFastAsOnePairWithItsShare()
    {
        const Run four = schedule(split(4, 4), together(4, 1000, 20));
        const Run one = schedule(split(1, 1), together(1, 1000, 20));
        QCOMPARE(four.end(), one.end());
    }

    void closedUsersOfAllReplicasSendTheirNextRequests()
    {
        Workload workload = together(6, 500, 10);
        workload.arrivals = Arrivals::Closed;
        workload.requests = 30;
        for (const auto& [prefill, decode] : { std::pair { 1, 3 }, { 3, 1 }, { 2, 3 } }) {
            const Run run = schedule(split(prefill, decode), workload);
            QCOMPARE(run.requests.size(), 30U / static_cast<unsigned>(decode));
            for (const RequestRun& request : run.requests)
                QVERIFY(request.finish > request.firstToken);
        }
    }

    void aPipelineCrossesTheNetworkBetweenRacksOnly()
    {
        PoolMachine pool = roomy(2).pools[0];
        pool.stages = 8;
        pool.scaleOut = plainLink();
        pool.scaleOut->id = LinkId("network");
        // Two chips a stage, eight in a rack: after stages 3 and 7, of which 7 is the last.
        for (int stage = 0; stage < 7; ++stage)
            QCOMPARE(stageLink(pool, stage)->id, LinkId(stage == 3 ? "network" : "plain"));
        // A stage as wide as a rack, or wider: every boundary.
        pool.tensor = 8;
        QCOMPARE(stageLink(pool, 0)->id, LinkId("network"));
        pool.tensor = 3;
        QCOMPARE(stageLink(pool, 0)->id, LinkId("plain"));
        QCOMPARE(stageLink(pool, 1)->id, LinkId("network"));
    }

    void hopsOfAPipelineOverRacksAreCounted()
    {
        Machine machine = roomy(2);
        machine.pools[0].chips = 16;
        machine.pools[0].stages = 8;
        machine.pools[0].scaleOut = plainLink();
        machine.pools[0].scaleOut->latency.value = { 21e-6 };
        const Run run = schedule(machine, together(1, 100, 5));
        double seconds = 0;
        forEachOperator(run.segments[1].shape->passes[0], [&](const Operator& op, double times) {
            seconds += op.kind == OperatorKind::Hop ? op.duration.base * times : 0;
        });
        // Seven boundaries of 16,384 B at 100 GB/s: six at 1 µs, one at 21 µs.
        QVERIFY(std::abs(seconds - (7 * 0.16384e-6 + 6 * 1e-6 + 21e-6)) < 1e-12);
    }

    void tensorParallelOverRacksPaysASecondCollective()
    {
        Machine near = roomy(8), far = roomy(16);
        far.pools[0].scaleOut = plainLink();
        far.pools[0].scaleOut->latency.value = { 20e-6 };
        const double inside = allReduce(near.pools[0], 16384).seconds;
        const double across = allReduce(far.pools[0], 16384).seconds;
        // Within eight as before; then two domains, 2,048 B a chip: 4 + 1 µs and 2,048 B at half rate.
        QVERIFY(std::abs(across - inside - (5e-6 + 2048 / 50e9)) < 1e-12);
    }

    void thousandsOfChipsRun()
    {
        Workload workload = stream(200, 20000);
        workload.outputTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 10, 400 };
        Machine machine = roomy(8);
        machine.pools[0].chips = 2304;
        machine.pools[0].stages = 8;
        machine.pools[0].replicas = 36;
        machine.pools[0].scaleOut = plainLink();
        const Run run = schedule(machine, workload);
        QCOMPARE(run.requests.size(), 556U);
        const Report report = explain(machine, workload, run);
        QCOMPARE(report.chipsTotal, 2304);
        QCOMPARE(report.requests.finished, 556 * 36);
    }
};

MEMWALL_TEST(TestReplicas, memwall::tests::NoApplication)

} // namespace tst_replicas

#include "tst_replicas.moc"
