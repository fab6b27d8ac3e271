// Attention and feed-forward on separate pools with many users: micro-batches take turns.
#include "core/cost/turns.h"
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_turns
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Operator taking(std::uint8_t pool, OperatorKind kind, double seconds)
{
    Operator op;
    op.kind = kind;
    op.pool = pool;
    op.duration = op.busy = { seconds, 0 };
    return op;
}

/// Ten equal layers with these times.
Pass layers(double attention, double experts, double hop)
{
    Pass pass;
    Layer layer;
    layer.operators = { taking(0, OperatorKind::Attention, attention), taking(0, OperatorKind::Hop, hop),
        taking(1, OperatorKind::Experts, experts), taking(0, OperatorKind::Hop, hop) };
    layer.duration = { attention + experts + 2 * hop, 0 };
    pass.layerKinds = { layer };
    pass.layerKindOf.assign(10, 0);
    return pass;
}

double stepOf(double attention, double experts, double hop, int turns)
{
    Pass pass = layers(attention, experts, hop);
    double steps = 1;
    addTurns(pass, turns, steps);
    return pass.layerKinds[0].duration.base * 10;
}

Machine pair(int users)
{
    Machine machine = plainMachine(mixtral(), 4);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    machine.maxBatch = users;
    machine.pools.push_back(machine.pools[0]);
    machine.pools[0].role = PoolRole::Attention;
    machine.pools[1].role = PoolRole::Ffn;
    machine.between = plainLink();
    return machine;
}

} // namespace

class TestTurns : public QObject
{
    Q_OBJECT

private slots:
    void oneStepFollowsTheFormula()
    {
        // T_a = T_e = 10, T_c = 5 µs, L = 10: with three, (10 + 10 + 10) + 10 · (3 · 10 − 1).
        QVERIFY(std::abs(stepOf(10e-6, 10e-6, 5e-6, 3) - 320e-6) < 1e-12);
        // The slower of the two pools sets the pace: 42 + 20 · 29.
        QVERIFY(std::abs(stepOf(12e-6, 20e-6, 5e-6, 3) - 622e-6) < 1e-12);
        // The link may be the slowest too: (4 + 4 + 20) + 10 · (4 · 10 − 1).
        QVERIFY(std::abs(stepOf(4e-6, 4e-6, 10e-6, 4) - 418e-6) < 1e-12);
    }

    void tooFewMicroBatchesLeaveBothPoolsWaiting()
    {
        // Two of them: each goes round in 30 µs, while the pools have work for 20. 300 and 10 for the second.
        QVERIFY(std::abs(stepOf(10e-6, 10e-6, 5e-6, 2) - 310e-6) < 1e-12);
        // m ≥ 2 (1 + T_c / T_f) = 3 is just enough.
        QVERIFY(stepOf(10e-6, 10e-6, 5e-6, 3) / 3 < stepOf(10e-6, 10e-6, 5e-6, 2) / 2);
    }

    void oneUserIsAsBefore()
    {
        const Run run = schedule(pair(64), together(1, 1000, 20));
        QCOMPARE(run.microBatches, 1);
        for (const Saying& note : run.notes)
            QVERIFY(note.what != "micro_batches");
        const Pass& pass = run.segments[1].shape->passes[0];
        double fixed = 0;
        forEachOperator(pass, [&](const Operator& op, double) { fixed += op.duration.base - op.busy.base; });
        QVERIFY(std::abs(fixed) < 1e-15);
    }

    void manyUsersTakeTurns()
    {
        const Run run = schedule(pair(512), together(512, 1000, 20));
        QVERIFY(run.microBatches > 1);
        QVERIFY(!run.notes.empty());
        const Segment& segment = *std::find_if(run.segments.begin(), run.segments.end(),
            [](const Segment& s) { return s.kind == SegmentKind::Decode && s.requests.size() == 512; });
        const int turns = run.microBatches;
        QCOMPARE(segment.shape->passes[0].tokens, (512 + turns - 1) / turns);
        // The step is that of the formula: T_f of a layer times 32 layers and turns, and what begins it.
        const Pass& pass = segment.shape->passes[0];
        double attention = 0, experts = 0, hop = 0, loop = 0;
        for (const Operator& op : pass.layerKinds[0].operators) {
            const double seconds = op.kind == OperatorKind::Hop ? op.busy.base : op.duration.base;
            loop += seconds;
            (op.kind == OperatorKind::Hop ? hop
                    : op.pool == 0        ? attention
                                          : experts)
                += op.kind == OperatorKind::Hop ? 0 : seconds;
            hop = op.kind == OperatorKind::Hop ? std::max(hop, seconds) : hop;
        }
        const double turn = std::max({ attention, experts, hop });
        const double expected = std::max(loop + turn * (turns * 32 - 1), 32 * loop + (turns - 1) * turn);
        QVERIFY(std::abs(pass.layerKinds[0].duration.base * 32 / expected - 1) < 1e-9);
    }

    void noStepIsShorterThanThatOfOneUser()
    {
        for (const int users : { 2, 8, 64, 256 }) {
            const Run run = schedule(pair(users), together(users, 1000, 20));
            const Workload workload = together(users, 1000, 20);
            const Report report = explain(pair(users), workload, run);
            double alone = 0;
            for (const Segment& segment : schedule(pair(1), together(1, 1000, 20)).segments)
                alone = segment.kind == SegmentKind::Decode ? segment.shape->duration.base : alone;
            QVERIFY(report.tpotS >= alone * 0.999);
            QVERIFY(report.throughputTokensPerS > 0);
            QVERIFY(std::abs(report.breakdown.total() / report.tpotS - 1) < 1e-6);
        }
    }

    void everyTokenIsWrittenUnderEveryPolicy()
    {
        Workload workload = together(40, 300, 1);
        workload.outputTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 1, 50 };
        workload.events = { { 0.1, 4000, 20 } };
        for (const auto policy :
            { BatchingPolicy::Continuous, BatchingPolicy::Chunked, BatchingPolicy::Static }) {
            Machine machine = pair(16);
            machine.policy = policy;
            const Run run = schedule(machine, workload);
            for (std::size_t r = 0; r < run.requests.size(); ++r) {
                std::int64_t next = 0;
                for (const RequestRun::Piece& piece : run.requests[r].pieces) {
                    QCOMPARE(piece.firstToken, next);
                    next += piece.count;
                }
                QCOMPARE(next, run.requests[r].outputTokens);
            }
        }
    }
};

MEMWALL_TEST(TestTurns, memwall::tests::NoApplication)

} // namespace tst_turns

#include "tst_turns.moc"
