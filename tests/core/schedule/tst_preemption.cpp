// Memory in blocks, and what happens when it runs out: the youngest gives way and is computed anew.
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/stepper.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_preemption
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

/// Bytes of one token's KV cache: 2 · 8 heads · 128 · 80 layers · 2 bytes.
constexpr double kToken = 327'680;

/// One chip with room for so many tokens of KV cache beside the weights.
Machine tight(double tokens, BatchingPolicy policy = BatchingPolicy::Continuous)
{
    Machine machine = plainMachine(llama70b());
    machine.policy = policy;
    machine.physics.runtimeReserveBytes = 0;
    machine.physics.usableShare = 1;
    machine.pools[0].chip.levels[0].capacity->value = { 1e15 };
    const Run run = schedule(machine, together(1, 10, 1));
    const double weights = run.pools[0].levels[0].weightBytes;
    machine.pools[0].chip.levels[0].capacity->value = { weights + (tokens + 0.5) * kToken };
    return machine;
}

Machine tightSplit(double tokens)
{
    Machine machine = tight(tokens);
    machine.pools.push_back(machine.pools[0]);
    machine.pools[0].role = PoolRole::Prefill;
    machine.pools[1].role = PoolRole::Decode;
    machine.between = plainLink();
    return machine;
}

int preemptions(const Run& run)
{
    int sum = 0;
    for (const RequestRun& request : run.requests)
        sum += request.preemptions;
    return sum;
}

void checkTokens(const Run& run)
{
    for (std::size_t r = 0; r < run.requests.size(); ++r) {
        const RequestRun& request = run.requests[r];
        std::int64_t next = 0;
        for (const RequestRun::Piece& piece : request.pieces) {
            QCOMPARE(piece.firstToken, next);
            next += piece.count;
        }
        QCOMPARE(next, request.outputTokens);
        QCOMPARE(request.finish, run.tokenTime(r, request.outputTokens - 1));
    }
}

void checkMemory(const Run& run)
{
    const double capacity = run.pools.back().levels[0].kvCapacity->value;
    for (const Segment& segment : run.segments) {
        if (segment.kind == SegmentKind::Transfer || segment.pool + 1U != run.pools.size())
            continue;
        QVERIFY(segment.kvBytes.at(static_cast<double>(segment.steps - 1)) <= capacity);
        QVERIFY(segment.kvAfter <= capacity);
    }
}

} // namespace

class TestPreemption : public QObject
{
    Q_OBJECT

private slots:
    void aRequestComesInOnItsPromptAndOneBlock()
    {
        // Three prompts of 160 tokens with a block ahead take 3 · 176 = 528 tokens; their answers of 100
        // would reserve 3 · 272 = 816. All three start at once.
        const Run run = schedule(tight(528), together(3, 160, 100));
        QCOMPARE(run.segments[0].requests.size(), 3U);
        const Run less = schedule(tight(527), together(3, 160, 100));
        QCOMPARE(less.segments[0].requests.size(), 2U);
    }

    void theYoungestGivesWayWhenMemoryRunsOut()
    {
        const Run run = schedule(tight(544), together(3, 160, 100));
        // 34 blocks of 16 tokens: 11 for each until 16 steps are done, then each needs a twelfth. The third
        // has to go, and 17 blocks for each of the others last to the end.
        QCOMPARE(run.requests[0].preemptions, 0);
        QCOMPARE(run.requests[1].preemptions, 0);
        QCOMPARE(run.requests[2].preemptions, 1);
        QCOMPARE(run.segments[1].steps, 16);
        QCOMPARE(run.segments[2].requests.size(), 2U);
        QCOMPARE(run.requests[0].finish, run.requests[1].finish);
        const Segment& again = run.segments[3];
        QCOMPARE(again.kind, SegmentKind::Prefill);
        QCOMPARE(again.begin, run.requests[0].finish);
        // Its prompt and the 17 words that it had: computed anew, with one word more.
        QCOMPARE(again.shape->passes[0].tokens, 177);
        QCOMPARE(run.tokenTime(2, 17), again.end);
        QCOMPARE(run.requests[2].firstToken, run.segments[0].end);
        checkTokens(run);
    }

    void nothingIsLostHoweverTightMemoryIs()
    {
        Workload workload = together(20, 1, 1);
        workload.promptTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 1, 300 };
        workload.outputTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 1, 200 };
        workload.events = { { 0.5, 40, 30 }, { 1.5, 200, 100 } };
        int most = 0;
        for (const double tokens : { 512.0, 530.0, 700.0, 1000.0, 3000.0 })
            for (const bool speculative : { false, true })
                for (const auto policy : { BatchingPolicy::Continuous, BatchingPolicy::Chunked }) {
                    Machine machine = tight(tokens, policy);
                    machine.chunkTokens = 100;
                    if (speculative) {
                        machine.draft = llama1b();
                        machine.draftTokens = 16;
                        machine.acceptance = 0.7;
                        // Weights of the drafter, and its cache: 32,768 B a token.
                        machine.pools[0].chip.levels[0].capacity->value = {
                            machine.pools[0].chip.levels[0].capacity->value.value + 3e9 + tokens * 32'768
                        };
                    }
                    const Run run = schedule(machine, workload);
                    checkTokens(run);
                    checkMemory(run);
                    most = std::max(most, preemptions(run));
                }
        QVERIFY(most > 5);
    }

    void apartFromPrefillTheDecodePoolComputesAnew()
    {
        const Run run = schedule(tightSplit(528), together(6, 160, 100));
        checkTokens(run);
        checkMemory(run);
        QVERIFY(preemptions(run) > 0);
        const bool anew = std::any_of(run.segments.begin(), run.segments.end(),
            [](const Segment& s) { return s.kind == SegmentKind::Prefill && s.pool == 1; });
        QVERIFY(anew);
    }

    void aStaticBatchReservesAndPreemptsNobody()
    {
        const Run run = schedule(tight(528, BatchingPolicy::Static), together(3, 160, 100));
        QCOMPARE(preemptions(run), 0);
        QCOMPARE(run.segments[0].requests.size(), 2U);
        checkTokens(run);
    }

    void preemptionsAreTheSameEveryTime()
    {
        Workload workload = together(12, 200, 150);
        const Run a = schedule(tight(900), workload);
        const Run b = schedule(tight(900), workload);
        QVERIFY(preemptions(a) > 0);
        QCOMPARE(preemptions(a), preemptions(b));
        QCOMPARE(a.end(), b.end());
    }

    void moreMemoryNeverPreemptsMore()
    {
        int last = 1'000'000;
        for (const double tokens : { 600.0, 1200.0, 2400.0, 4800.0 }) {
            const int now = preemptions(schedule(tight(tokens), together(12, 200, 150)));
            QVERIFY(now <= last);
            last = now;
        }
        QCOMPARE(last, 0);
    }

    void aPoolForPromptsTakesWhatItHolds()
    {
        Machine machine = tightSplit(10'000);
        machine.pools[0] = tight(350).pools[0];
        machine.pools[0].role = PoolRole::Prefill;
        Workload workload = together(8, 100, 5);
        workload.events = { { 0.0, 400, 5 } };
        const Run run = schedule(machine, workload);
        for (const Segment& segment : run.segments)
            if (segment.kind == SegmentKind::Prefill)
                QVERIFY(segment.requests.size() <= 3 && segment.kvAfter <= 350.5 * kToken);
        QCOMPARE(std::count_if(run.requests.begin(), run.requests.end(),
                     [](const RequestRun& request) { return request.rejected; }),
            1);
        const std::string note = memwall::ui::english(run.notes.front());
        QVERIFY2(note.find("1 of 9 requests turned away") == 0, note.c_str());
        QVERIFY2(note.find("it needs 131 MB on each chip and 114 MB are left in the pool for prompts")
                != std::string::npos,
            note.c_str());
    }

    void whatSpillingWeightsLeaveIsEnoughForWhatWasAskedFor()
    {
        Machine machine = plainMachine(llama70b());
        MemoryLevel host = machine.pools[0].chip.levels[0];
        host.capacity->value = { 400e9 };
        host.bandwidth->value = { 50e9 };
        auto& chip = machine.pools[0].chip;
        chip.levels.insert(chip.levels.begin(), host);
        chip.homeLevel = chip.kvLevel = 1;
        // The room is computed back from the need: no last bit may turn anybody away.
        for (std::int64_t prompt = 500; prompt < 700; ++prompt)
            QVERIFY(schedule(machine, together(1, prompt, 2)).fits);
    }

    void theCacheOfAllMicroBatchesIsCountedWhereWindowsFill()
    {
        Machine machine = plainMachine(gptOss120b(), 4);
        machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
        machine.pools[0].tensor = machine.pools[0].stages = 2;
        // The first has filled its window of 128, the second fills it while it writes.
        Workload workload = together(1, 500, 60);
        workload.events = { { 0.0, 100, 60 } };
        const Run run = schedule(machine, workload);
        const Replay again = replay(machine, run);
        QVERIFY2(again.worst() < 1e-9, again.where.c_str());
    }
};

MEMWALL_TEST(TestPreemption, memwall::tests::NoApplication)

} // namespace tst_preemption

#include "tst_preemption.moc"
