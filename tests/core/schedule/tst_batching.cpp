// Static groups and prefill in chunks: who waits for whom, and what it costs.
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/stepper.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_batching
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Machine roomy(BatchingPolicy policy)
{
    Machine machine = plainMachine(llama70b(), 4);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    machine.policy = policy;
    return machine;
}

std::vector<std::int64_t> timesWritten(const RequestRun& request)
{
    std::vector<std::int64_t> times(static_cast<std::size_t>(request.outputTokens), 0);
    for (const RequestRun::Piece& piece : request.pieces)
        for (std::int64_t i = 0; i < piece.count; ++i)
            ++times[static_cast<std::size_t>(piece.firstToken + i)];
    return times;
}

bool allOnce(const RequestRun& request)
{
    const auto times = timesWritten(request);
    return std::all_of(times.begin(), times.end(), [](std::int64_t n) { return n == 1; });
}

double kvBytesRead(const Segment& segment)
{
    double bytes = 0;
    for (const Pass& pass : segment.shape->passes)
        forEachOperator(pass, [&](const Operator& op, double times) {
            for (const Flow& flow : op.flows)
                if (flow.kind == Kind::KvCache)
                    bytes += flow.bytes.sumTo(static_cast<double>(segment.steps)) * times * pass.repeat;
        });
    return bytes;
}

double flopsOf(const Segment& segment)
{
    double flops = 0;
    for (const Pass& pass : segment.shape->passes)
        forEachOperator(pass, [&](const Operator& op, double times) {
            flops += op.flops.sumTo(static_cast<double>(segment.steps)) * times * pass.repeat;
        });
    return flops;
}

/// Ten readers, and a prompt of 32,000 tokens that comes while they read.
Report tenReaders(BatchingPolicy policy)
{
    Workload workload = together(10, 500, 400);
    workload.events = { { 4.0, 32000, 10 } };
    const Machine machine = roomy(policy);
    return explain(machine, workload, schedule(machine, workload));
}

} // namespace

class TestBatching : public QObject
{
    Q_OBJECT

private slots:
    void everyTokenIsWrittenExactlyOnceUnderEveryPolicy()
    {
        Workload workload = together(11, 100, 1);
        workload.promptTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 1, 1500 };
        workload.outputTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 1, 60 };
        workload.events = { { 0.3, 9000, 50 }, { 0.4, 100, 1 }, { 2.5, 700, 3 } };
        for (const auto policy :
            { BatchingPolicy::Continuous, BatchingPolicy::Chunked, BatchingPolicy::Static })
            for (const bool speculative : { false, true }) {
                Machine machine = roomy(policy);
                machine.maxBatch = 5;
                if (speculative) {
                    machine.draft = llama1b();
                    machine.draftTokens = 4;
                    machine.acceptance = 0.6;
                }
                const Run run = schedule(machine, workload);
                QCOMPARE(run.requests.size(), 14U);
                for (std::size_t r = 0; r < run.requests.size(); ++r) {
                    const RequestRun& request = run.requests[r];
                    QVERIFY(allOnce(request));
                    QVERIFY(request.prefillBegin >= request.arrival);
                    QVERIFY(request.prefillEnd > request.prefillBegin);
                    QCOMPARE(request.firstToken, run.tokenTime(r, 0));
                    QCOMPARE(request.finish, run.tokenTime(r, request.outputTokens - 1));
                }
            }
    }

    void closedUsersAreServedUnderEveryPolicy()
    {
        Workload workload = together(3, 700, 10);
        workload.arrivals = Arrivals::Closed;
        workload.requests = 8;
        workload.outputTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 1, 20 };
        for (const auto policy : { BatchingPolicy::Chunked, BatchingPolicy::Static }) {
            const Run run = schedule(roomy(policy), workload);
            QCOMPARE(run.requests.size(), 8U);
            for (const RequestRun& request : run.requests)
                QVERIFY(allOnce(request) && request.firstToken > request.arrival);
        }
    }

    void aStaticGroupRunsUntilItsLongestAnswerEnds()
    {
        Machine machine = roomy(BatchingPolicy::Static);
        machine.maxBatch = 2;
        Workload workload = together(1, 1000, 100);
        workload.events = { { 0, 1000, 10 }, { 0, 1000, 5 } };
        const Run run = schedule(machine, workload);
        // 0 and 1 form the first group; 2 starts when the longer answer of the two has ended.
        QCOMPARE(run.requests[0].prefillBegin, run.requests[1].prefillBegin);
        QVERIFY(run.requests[1].finish < run.requests[0].finish);
        QCOMPARE(run.requests[2].prefillBegin, run.requests[0].finish);
    }

    void aFinishedRowStaysAsDeadWeight()
    {
        Workload workload = together(1, 1000, 100);
        workload.events = { { 0, 1000, 10 } };
        const Run fixed = schedule(roomy(BatchingPolicy::Static), workload);
        const Run freed = schedule(roomy(BatchingPolicy::Continuous), workload);
        // Prefill, nine steps together, 90 more: alone, or beside a row that nobody reads.
        QCOMPARE(fixed.segments.size(), 3U);
        QCOMPARE(freed.segments.size(), 3U);
        QCOMPARE(fixed.segments[2].steps, 90);
        QCOMPARE(fixed.segments[2].requests.size(), 2U);
        QCOMPARE(freed.segments[2].requests.size(), 1U);
        // Contexts 1,010 … 1,099, 81,920 B on each of four chips per token: twice with the dead row.
        const double once = 90 * 1054.5 * 81'920;
        QVERIFY(std::abs(kvBytesRead(freed.segments[2]) - once) < 1);
        QVERIFY(std::abs(kvBytesRead(fixed.segments[2]) - 2 * once) < 1);
    }

    void aStaticGroupReservesItsLongestAnswerForEveryRow()
    {
        Machine machine = plainMachine(llama70b(), 2);
        machine.policy = BatchingPolicy::Static;
        Workload workload = together(40, 1000, 1);
        workload.outputTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 10, 2000 };
        const Run run = schedule(machine, workload);
        const double capacity = run.pools[0].levels[0].kvCapacity->value;
        for (const Segment& segment : run.segments)
            QVERIFY(segment.kvBytes.at(static_cast<double>(segment.steps - 1)) <= capacity);
        for (const RequestRun& request : run.requests)
            QVERIFY(allOnce(request));
    }

    void aPassTakesPromptsUpToItsCap()
    {
        Machine machine = roomy(BatchingPolicy::Continuous);
        machine.pools[0].engine.prefillChunk = 2000;
        const auto tokensTogether = [&](const Workload& workload) {
            std::vector<int> tokens;
            for (const Segment& segment : schedule(machine, workload).segments)
                if (segment.kind == SegmentKind::Prefill) {
                    tokens.push_back(0);
                    for (const Pass& pass : segment.shape->passes)
                        tokens.back() += pass.tokens;
                }
            return tokens;
        };
        QCOMPARE(tokensTogether(together(5, 1000, 2)), (std::vector { 2000, 2000, 1000 }));
        QCOMPARE(tokensTogether(together(3, 1001, 2)), (std::vector { 1001, 1001, 1001 }));
        // One that is longer goes alone, in as many passes as it takes, whoever waits behind it.
        Workload workload = together(1, 5000, 2);
        workload.events = { { 0, 100, 2 }, { 0, 1900, 2 }, { 0, 1, 2 } };
        QCOMPARE(tokensTogether(workload), (std::vector { 5000, 2000, 1 }));
    }

    void theCacheGoesOnWhereItStopped()
    {
        // 80 layers, 8 heads of 128, keys and values of 2 bytes, over four chips.
        constexpr double kToken = 81'920;
        Machine machine = roomy(BatchingPolicy::Chunked);
        const Run alone = schedule(machine, together(1, 2000, 3));
        double held = 0;
        for (const Segment& segment : alone.segments) {
            if (segment.kind != SegmentKind::Prefill)
                break;
            QCOMPARE(segment.kvBytes, (Affine { held, 0 }));
            held += static_cast<double>(segment.steps) * segment.shape->passes[0].tokens * kToken;
            if (held < 2000 * kToken)
                QCOMPARE(segment.kvAfter, held);
        }
        QCOMPARE(held, 2000 * kToken);
        // Four readers grow by a token a step each, the prompt beside them by its part.
        Workload workload = together(4, 100, 400);
        workload.events = { { 1.0, 4000, 10 } };
        const Run run = schedule(machine, workload);
        int seen = 0;
        for (std::size_t i = 0; i < run.segments.size(); ++i) {
            const Segment& segment = run.segments[i];
            if (segment.shape->passes[0].tokens != 516 || segment.steps < 2)
                continue;
            ++seen;
            QCOMPARE(segment.kvBytes.slope, 516 * kToken);
            // In its first step the readers' new words and the part are there.
            QCOMPARE(segment.kvBytes.base, run.segments[i - 1].kvAfter + 516 * kToken);
        }
        QVERIFY(seen > 0);
    }

    void chunksTakeStepsOfTheirSize()
    {
        // 2,000 tokens in parts of 512: three equal ones, one of 464 that writes the first word.
        const Run run = schedule(roomy(BatchingPolicy::Chunked), together(1, 2000, 10));
        std::int64_t equal = 0;
        const Segment* last = nullptr;
        for (const Segment& segment : run.segments) {
            if (segment.kind != SegmentKind::Prefill)
                break;
            equal += segment.shape->passes[0].tokens == 512 ? segment.steps : 0;
            last = &segment;
        }
        QCOMPARE(equal, 3);
        QCOMPARE(last->steps, 1);
        QCOMPARE(last->shape->passes[0].tokens, 464);
        QCOMPARE(run.requests[0].firstToken, last->end);
        QCOMPARE(run.requests[0].prefillEnd, last->end);
    }

    void chunksDoTheSameArithmeticAndReadThePrefixAgain()
    {
        const Run whole = schedule(roomy(BatchingPolicy::Continuous), together(1, 2000, 1));
        const Run parts = schedule(roomy(BatchingPolicy::Chunked), together(1, 2000, 1));
        double flops = 0, bytes = 0;
        for (const Segment& segment : parts.segments) {
            flops += flopsOf(segment);
            bytes += kvBytesRead(segment);
        }
        QVERIFY(std::abs(flops / flopsOf(whole.segments[0]) - 1) < 1e-12);
        // Sum of the contexts 512, 1,024, 1,536, 2,000 read and 2,000 written, against 2,000 and 2,000.
        QVERIFY(std::abs(bytes - (5072.0 + 2000) * 81'920) < 1);
        QVERIFY(std::abs(kvBytesRead(whole.segments[0]) - 4000.0 * 81'920) < 1);
    }

    void readersAndAPartOfAPromptShareOnePass()
    {
        Workload workload = together(4, 100, 400);
        workload.events = { { 1.0, 4000, 10 } };
        const Run run = schedule(roomy(BatchingPolicy::Chunked), workload);
        const auto mixed = std::find_if(run.segments.begin(), run.segments.end(),
            [](const Segment& s) { return s.shape->passes[0].kind == PassKind::Mixed; });
        QVERIFY(mixed != run.segments.end());
        const Pass& pass = mixed->shape->passes[0];
        QCOMPARE(mixed->kind, SegmentKind::Decode);
        QCOMPARE(pass.tokens, 516);
        std::int64_t steps = 0;
        for (const Segment& segment : run.segments)
            steps += segment.shape->passes[0].tokens == 516 ? segment.steps : 0;
        QCOMPARE(steps, 7);
        QCOMPARE(mixed->requests.size(), 5U);
        // The weights pass once: 70.6e9 parameters less the embedding, 2 bytes, a quarter on each chip.
        double weights = 0;
        forEachOperator(pass, [&](const Operator& op, double times) {
            for (const Flow& flow : op.flows)
                weights += flow.kind == Kind::Weights ? flow.bytes.base * times : 0;
        });
        const Segment& plain = *std::prev(mixed);
        double alone = 0;
        forEachOperator(plain.shape->passes[0], [&](const Operator& op, double times) {
            for (const Flow& flow : op.flows)
                alone += flow.kind == Kind::Weights ? flow.bytes.base * times : 0;
        });
        QCOMPARE(weights, alone);
    }

    void aLongPromptIsFeltByReadersUnlessItComesInChunks()
    {
        const Report continuous = tenReaders(BatchingPolicy::Continuous);
        const Report chunked = tenReaders(BatchingPolicy::Chunked);
        QVERIFY(continuous.itlS.max > 40 * continuous.itlS.p50);
        // A part of 512 at the prompt's end: 36 ms of products, 21 of attention, 24 of all-reduces.
        QVERIFY(chunked.itlS.max < 5 * chunked.itlS.p50);
        QVERIFY(chunked.itlS.max < continuous.itlS.max / 10);
    }

    void longerChunksHoldReadersUpMoreAndFinishThePromptSooner()
    {
        Workload workload = together(10, 500, 400);
        workload.events = { { 4.0, 32000, 10 } };
        double lastGap = 0, lastFirst = 1e9;
        for (const int tokens : { 256, 512, 2048, 8192 }) {
            Machine machine = roomy(BatchingPolicy::Chunked);
            machine.chunkTokens = tokens;
            const Run run = schedule(machine, workload);
            const Report report = explain(machine, workload, run);
            const double first = toSeconds(run.requests.back().firstToken);
            QVERIFY(report.itlS.max > lastGap);
            QVERIFY(first <= lastFirst);
            lastGap = report.itlS.max;
            lastFirst = first;
        }
    }

    void windowsAreCountedStepByStep()
    {
        Machine machine = plainMachine(gptOss120b(), 4);
        machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
        machine.policy = BatchingPolicy::Chunked;
        const Run run = schedule(machine, together(2, 2000, 20));
        for (const Segment& segment : run.segments)
            if (segment.kind == SegmentKind::Prefill)
                QCOMPARE(segment.steps, 1);
        for (const RequestRun& request : run.requests)
            QVERIFY(allOnce(request));
    }

    void scoresThatAreNotFusedGrowFromChunkToChunk()
    {
        Machine machine = roomy(BatchingPolicy::Chunked);
        machine.chunkTokens = 100;
        machine.pools[0].engine.scoreBytes.value = 15;
        const Run run = schedule(machine, together(1, 2000, 2));
        QCOMPARE(run.segments.front().steps, 19);
        QVERIFY(replay(machine, run).worst() < 1e-9);
    }

    void aStaticRowIsPaddedToTheLongestAnswerWhateverDraftsAreKept()
    {
        Machine machine = roomy(BatchingPolicy::Static);
        machine.draftTokens = 4;
        machine.acceptance = 0.5;
        Workload workload = together(3, 100, 60);
        for (workload.seed = 1; workload.seed < 20; ++workload.seed) {
            const Run run = schedule(machine, workload);
            // 3 · 160 tokens of 2 · 8 heads · 128 · 80 layers · 2 bytes, over 4 chips.
            for (const Segment& segment : run.segments)
                QVERIFY(segment.kvAfter <= 3 * 160 * 327'680.0 / 4);
        }
    }
};

MEMWALL_TEST(TestBatching, memwall::tests::NoApplication)

} // namespace tst_batching

#include "tst_batching.moc"
