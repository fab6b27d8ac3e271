// Ways to draft: what each costs, what is kept, and when it does not pay.
#include "core/catalog/model_size.h"
#include "core/figures/report_steps.h"
#include "core/machine/drafter.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_speculation
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Machine roomy(const Model& model, int chips = 4)
{
    Machine machine = plainMachine(model, chips);
    machine.pools[0].chip.levels[0].capacity->value = { 1000e9 };
    return machine;
}

Machine withOwn(Machine machine, const Model& layer, int drafted)
{
    machine.draft = layer;
    machine.draftIsOwn = true;
    machine.draftTokens = drafted;
    machine.acceptance = 0.8;
    return machine;
}

const Segment& firstOf(const Run& run, SegmentKind kind)
{
    return *std::find_if(
        run.segments.begin(), run.segments.end(), [kind](const Segment& s) { return s.kind == kind; });
}

double bytesOf(const Pass& pass, Kind kind)
{
    double bytes = 0;
    forEachOperator(pass, [&](const Operator& op, double times) {
        for (const Flow& flow : op.flows)
            bytes += flow.kind == kind && flow.door == 0 ? flow.bytes.base * times : 0;
    });
    return bytes;
}

bool mentions(const Run& run, const char* text)
{
    return std::any_of(run.notes.begin(), run.notes.end(),
        [&](const Saying& note) { return memwall::ui::english(note).find(text) != std::string::npos; });
}

} // namespace

class TestSpeculation : public QObject
{
    Q_OBJECT

private slots:
    void tokensOfARoundFollowFromTheAcceptance()
    {
        Machine machine;
        machine.draftTokens = 4;
        machine.acceptance = 0.8;
        QVERIFY(std::abs(machine.tokensPerRound() - expectedTokensPerPass(0.8, 4)) < 1e-12);
        machine.acceptanceAt = { 0.9, 0.5 };
        // 1 + 0.9 + 0.45 + 0.225 + 0.1125: the last holds for all further positions.
        QVERIFY(std::abs(machine.tokensPerRound() - 2.6875) < 1e-12);
    }

    void acceptanceMayDifferByPosition()
    {
        Machine machine = roomy(llama70b());
        machine.draft = llama1b();
        machine.draftTokens = 3;
        machine.acceptanceAt = { 1.0, 1.0, 0.0 };
        const Run run = schedule(machine, together(1, 100, 31));
        QCOMPARE(run.requests[0].cycles.size(), 10U);
        for (const Cycle& cycle : run.requests[0].cycles)
            QCOMPARE(cycle.accepted, 2);
    }

    void anExtraLayerDraftsForTheCostOfALayerAndTheHead()
    {
        const Machine plain = roomy(deepseekV3());
        const Run without = schedule(plain, together(1, 1000, 10));
        const Run with = schedule(withOwn(plain, extraLayer(plain.model), 1), together(1, 1000, 10));
        const Pass& step = firstOf(without, SegmentKind::Decode).shape->passes[0];
        const Pass& draft = firstOf(with, SegmentKind::Speculation).shape->passes[0];
        QCOMPARE(draft.kind, PassKind::Draft);
        QCOMPARE(draft.layerKindOf.size(), 1U);
        const double expected = step.before[0].duration.base
            + step.layerKinds[step.layerKindOf.back()].duration.base + step.after[0].duration.base;
        QVERIFY(std::abs(draft.duration.base / expected - 1) < 1e-9);
        QCOMPARE(with.drafterName, std::string("Extra layer (MTP)"));
    }

    void anExtraLayerStoresOneLayerMore()
    {
        const Machine plain = roomy(deepseekV3());
        const Run without = schedule(plain, together(1, 100, 2));
        const Run with = schedule(withOwn(plain, extraLayer(plain.model), 1), together(1, 100, 2));
        // 256 experts and a shared one of 3 · 7168 · 2048, a router of 7168 · 256, MLA attention, two norms:
        // 11.51e9 parameters in 2 bytes; embedding and head are the model's own. Router, norms and the MLA
        // down-projections are not all divided by the four chips.
        const double more = with.pools[0].levels[0].weightBytes - without.pools[0].levels[0].weightBytes;
        QVERIFY(std::abs(more / (11.51e9 * 2 / 4) - 1) < 0.005);
    }

    void eagleIsADenseLayer()
    {
        const Model own = eagleLayer(llama70b());
        QCOMPARE(own.layers, 1);
        QCOMPARE(own.feedForward[0].intermediate, 28672);
        // DeepSeek-V3 has dense layers, Mixtral none: two experts of 14,336 in one.
        QCOMPARE(eagleLayer(deepseekV3()).feedForward[0].intermediate, 18432);
        QVERIFY(!eagleLayer(mixtral()).feedForward[0].moe);
        QCOMPARE(eagleLayer(mixtral()).feedForward[0].intermediate, 28672);
        // One of 80 layers and the head: 855.7e6 + 1,050.7e6 parameters.
        const Machine machine = withOwn(roomy(llama70b(), 1), own, 4);
        const Run run = schedule(machine, together(1, 100, 10));
        const Pass& draft = firstOf(run, SegmentKind::Speculation).shape->passes[0];
        QCOMPARE(draft.repeat, 4);
        // One chip: the head's 2 bytes and the layer's, and 8,192 · 6 bytes of norms and so on.
        const double cache = 2 * 8 * 128 * 2 * 102.5;
        QVERIFY(std::abs(bytesOf(draft, Kind::Draft) - cache - 2 * (855.65e6 + 1'050.67e6)) < 2e6);
    }

    void lookingUpCostsTheChipsNothing()
    {
        Machine machine = roomy(llama70b());
        machine.draftTokens = 4;
        machine.acceptance = 0.5;
        machine.pools[0].engine.perStep.value = { 1e-3 };
        const Run run = schedule(machine, together(2, 100, 40));
        const Segment& cycle = firstOf(run, SegmentKind::Speculation);
        QCOMPARE(cycle.shape->passes[0].kind, PassKind::Draft);
        QCOMPARE(bytesOf(cycle.shape->passes[0], Kind::Draft), 0.0);
        // A quarter of the host's millisecond a step.
        QVERIFY(std::abs(cycle.shape->passes[0].duration.base - 0.25e-3) < 1e-12);
        QCOMPARE(cycle.shape->passes[1].kind, PassKind::Verify);
        QCOMPARE(run.drafterName, std::string("n-gram lookup"));
        for (std::size_t r = 0; r < 2; ++r)
            QCOMPARE(run.requests[r].finish, run.tokenTime(r, 39));
        // The same without any time on the host: a pass of no length.
        machine.pools[0].engine.perStep.value = { 0 };
        const Run ideal = schedule(machine, together(2, 100, 40));
        QVERIFY(ideal.at(0, firstOf(ideal, SegmentKind::Speculation).begin)->op != nullptr);
    }

    void everyMethodWritesEveryToken()
    {
        for (int method = 0; method < 4; ++method)
            for (const auto policy :
                { BatchingPolicy::Continuous, BatchingPolicy::Chunked, BatchingPolicy::Static }) {
                Machine machine = roomy(mixtral());
                machine.policy = policy;
                machine.draftTokens = 3;
                machine.acceptance = 0.6;
                if (method == 1)
                    machine.draft = llama1b();
                else if (method > 1)
                    machine = withOwn(
                        machine, method == 2 ? extraLayer(machine.model) : eagleLayer(machine.model), 3);
                Workload workload = together(5, 700, 30);
                workload.events = { { 0.1, 2000, 20 } };
                const Run run = schedule(machine, workload);
                for (const RequestRun& request : run.requests) {
                    std::int64_t next = 0;
                    for (const RequestRun::Piece& piece : request.pieces) {
                        QCOMPARE(piece.firstToken, next);
                        next += piece.count;
                    }
                    QCOMPARE(next, request.outputTokens);
                }
            }
    }

    void aRunSaysWhenSpeculationLoses()
    {
        Machine machine = roomy(llama70b());
        machine.draft = llama1b();
        machine.draftTokens = 5;
        machine.acceptance = 0.8;
        QVERIFY(!mentions(schedule(machine, together(1, 500, 100)), "Speculation loses"));
        // Half of the drafts thrown away at once: 1.2 tokens a round.
        machine.acceptance = 0.15;
        machine.draftTokens = 16;
        QVERIFY(mentions(schedule(machine, together(1, 500, 100)), "Speculation loses time here"));
        // With 256 answers at once, checking five tokens each is arithmetic that a plain step does not have.
        machine.draftTokens = 4;
        machine.acceptance = 0.7;
        machine.maxBatch = 256;
        QVERIFY(!mentions(schedule(machine, together(8, 500, 100)), "Speculation loses"));
        QVERIFY(mentions(schedule(machine, together(256, 500, 100)), "for each of 256 answers"));
    }

    void theNoteAgreesWithTheRuns()
    {
        Machine machine = roomy(llama70b());
        machine.maxBatch = 256;
        const Machine plain = machine;
        machine.draft = llama1b();
        machine.draftTokens = 4;
        machine.acceptance = 0.7;
        for (const int users : { 1, 16, 64, 128, 256 }) {
            const Workload workload = together(users, 500, 200);
            const Run with = schedule(machine, workload);
            const bool slower = explain(machine, workload, with).tpotS
                > 1.05 * explain(plain, workload, schedule(plain, workload)).tpotS;
            if (slower)
                QVERIFY(mentions(with, "Speculation loses"));
        }
    }
};

MEMWALL_TEST(TestSpeculation, memwall::tests::NoApplication)

} // namespace tst_speculation

#include "tst_speculation.moc"
