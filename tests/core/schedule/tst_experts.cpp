// Experts spread over chips: who holds which sequence, what travels, what each chip reads.
#include "core/figures/report_steps.h"
#include "core/machine/links.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_experts
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

/// DeepSeek-V3 with its experts on so many chips, attention on groups of `tensor`.
Machine spread(int experts, int tensor = 1)
{
    Machine machine = plainMachine(deepseekV3(), experts);
    machine.pools[0].chip.levels[0].capacity->value = { 4000e9 };
    machine.pools[0].tensor = tensor;
    machine.pools[0].experts = experts;
    return machine;
}

/// The decode step of the run with the whole batch, and its last layer (with experts).
const Segment& decodeOf(const Run& run)
{
    return *std::find_if(run.segments.begin(), run.segments.end(),
        [](const Segment& segment) { return segment.kind == SegmentKind::Decode; });
}

const Layer& expertLayer(const Segment& segment)
{
    const Pass& pass = segment.shape->passes[0];
    return pass.layerKinds[pass.layerKindOf.back()];
}

std::vector<Operator> operatorsOf(const Layer& layer, OperatorKind kind)
{
    std::vector<Operator> found;
    for (const Operator& op : layer.operators)
        if (op.kind == kind)
            found.push_back(op);
    return found;
}

double bytesOf(const Operator& op, Kind kind)
{
    double bytes = 0;
    for (const Flow& flow : op.flows)
        bytes += flow.kind == kind ? flow.bytes.base : 0;
    return bytes;
}

/// Cached tokens that attention of one layer reads on all chips, at 1,152 B of latent each.
double tokensRead(const Segment& segment)
{
    const Operator score = operatorsOf(expertLayer(segment), OperatorKind::Attention)[0];
    return bytesOf(score, Kind::KvCache) * score.chips / (576 * 2);
}

} // namespace

class TestExperts : public QObject
{
    Q_OBJECT

private slots:
    void copiesToOneRankAreMerged()
    {
        // 7 · (1 − (7/8)^8) and 143 · (1 − (143/144)^8)
        QVERIFY(std::abs(remoteRanks(8, 8) - 4.594738) < 1e-6);
        QVERIFY(std::abs(remoteRanks(144, 8) - 7.754009) < 1e-6);
        QCOMPARE(remoteRanks(1, 8), 0.0);
    }

    void aLoneTokenUsesOneChipForAttentionAndAllForItsExperts()
    {
        const Run run = schedule(spread(8), together(1, 1000, 10));
        const Layer& layer = expertLayer(decodeOf(run));
        const Operator qkv = operatorsOf(layer, OperatorKind::Qkv)[0];
        QCOMPARE(qkv.chips, 1.0);
        QCOMPARE(operatorsOf(layer, OperatorKind::Attention)[0].chips, 1.0);
        // Eight experts on eight chips: one each, 3 · 7168 · 2048 parameters of 2 bytes.
        const Operator experts = operatorsOf(layer, OperatorKind::Experts)[0];
        QCOMPARE(experts.chips, 8.0);
        QVERIFY(std::abs(bytesOf(experts, Kind::Weights) - 88'080'384) < 1);
        QVERIFY(operatorsOf(layer, OperatorKind::AllReduce).empty());
        // 4.594738 copies of 7,168 B out, twice that back; 1 µs and 100 GB/s.
        const auto exchange = operatorsOf(layer, OperatorKind::AllToAll);
        QCOMPARE(exchange.size(), 2U);
        QVERIFY(std::abs(bytesOf(exchange[0], Kind::Communication) - 32'935.08) < 0.1);
        QVERIFY(std::abs(exchange[0].duration.base - (1e-6 + 32'935.08e-11)) < 1e-11);
        QVERIFY(std::abs(exchange[1].duration.base - (1e-6 + 65'870.16e-11)) < 1e-11);
    }

    void theExchangeStandsAroundTheExperts()
    {
        const Run run = schedule(spread(8), together(1, 1000, 10));
        std::vector<OperatorKind> order;
        for (const Operator& op : expertLayer(decodeOf(run)).operators)
            order.push_back(op.kind);
        QCOMPARE(order,
            (std::vector { OperatorKind::Qkv, OperatorKind::Attention, OperatorKind::OutputProjection,
                OperatorKind::Router, OperatorKind::AllToAll, OperatorKind::Experts,
                OperatorKind::SharedExpert, OperatorKind::AllToAll }));
    }

    void whatLeavesTheDomainTakesTheNetwork()
    {
        PoolMachine pool = spread(16).pools[0];
        pool.scaleOut = plainLink();
        pool.scaleOut->bandwidth.value = { 25e9 };
        pool.scaleOut->latency.value = { 10e-6 };
        // 7 of 15 destinations inside the domain of 8: 7 MB at 100 GB/s, 8 MB at 25 GB/s meanwhile.
        QVERIFY(std::abs(allToAll(pool, 15e6).seconds - (10e-6 + 320e-6)) < 1e-12);
        pool.chip.scaleUp->maxChips = 72;
        QVERIFY(std::abs(allToAll(pool, 15e6).seconds - (1e-6 + 150e-6)) < 1e-12);
    }

    void everySequenceIsReadOnOneChipOnly()
    {
        for (const int users : { 1, 3, 8, 13, 40 }) {
            const Run run = schedule(spread(8), together(users, 1000, 10));
            QVERIFY(std::abs(tokensRead(decodeOf(run)) - users * 1001.0) < 1e-6);
        }
        // Tensor parallel instead: the latent is not divided, each of the eight reads all of it.
        Machine machine = spread(8);
        machine.pools[0].tensor = 8;
        machine.pools[0].experts = 1;
        const Run run = schedule(machine, together(3, 1000, 10));
        QVERIFY(std::abs(tokensRead(decodeOf(run)) - 8 * 3 * 1001.0) < 1e-6);
    }

    void theBusiestChipDecides()
    {
        // Nine users on eight chips: one has two of them, as slow as sixteen users are.
        const auto score = [](int users) {
            const Run run = schedule(spread(8), together(users, 1000, 10));
            return operatorsOf(expertLayer(decodeOf(run)), OperatorKind::Attention)[0].duration.base;
        };
        QCOMPARE(score(1), score(8));
        QCOMPARE(score(9), score(16));
        QVERIFY(score(9) > score(8));
    }

    void rowsAndPartsOfPromptsBusyAsManyGroupsAsTheLongerOfThem()
    {
        // Two readers on eight chips, and parts of one prompt, then of three: two groups at work, then three.
        for (const std::size_t prompts : { 1U, 3U }) {
            Machine machine = spread(8);
            machine.policy = BatchingPolicy::Chunked;
            machine.chunkTokens = 512;
            Workload workload = together(2, 100, 400);
            workload.events.assign(prompts, { 2.0, 170, 10 });
            const Run run = schedule(machine, workload);
            const auto mixed = std::find_if(run.segments.begin(), run.segments.end(),
                [](const Segment& s) { return s.shape->passes[0].kind == PassKind::Mixed; });
            QVERIFY(mixed != run.segments.end());
            QCOMPARE(mixed->requests.size(), 2 + prompts);
            const double groups = prompts == 1 ? 2 : 3;
            QCOMPARE(operatorsOf(expertLayer(*mixed), OperatorKind::Qkv)[0].chips, groups);
        }
    }

    void tensorParallelGroupsShareTheirTokensAndGatherThem()
    {
        const Run run = schedule(spread(8, 4), together(8, 1000, 10));
        const Layer& layer = expertLayer(decodeOf(run));
        // Two groups of four tokens: each chip sends one, and has all four after a gather.
        const auto exchange = operatorsOf(layer, OperatorKind::AllToAll);
        QVERIFY(std::abs(bytesOf(exchange[0], Kind::Communication) - 32'935.08) < 0.1);
        QCOMPARE(exchange[0].chips, 8.0);
        const auto reduce = operatorsOf(layer, OperatorKind::AllReduce);
        QCOMPARE(reduce.size(), 2U);
        // 2 · 3/4 of 4 · 7168 · 2 bytes, then half of it.
        QCOMPARE(bytesOf(reduce[0], Kind::Communication), 86'016.0);
        QCOMPARE(bytesOf(reduce[1], Kind::Communication), 43'008.0);
    }

    void aDenseLayerIsDividedOverAllChips()
    {
        const Run run = schedule(spread(8), together(8, 1000, 10));
        const Pass& pass = decodeOf(run).shape->passes[0];
        const Layer& dense = pass.layerKinds[pass.layerKindOf.front()];
        QVERIFY(operatorsOf(dense, OperatorKind::AllToAll).empty());
        // All eight tokens on every chip: 2 · 7/8 of 8 · 7168 · 2 bytes.
        QCOMPARE(bytesOf(operatorsOf(dense, OperatorKind::AllReduce)[0], Kind::Communication), 200'704.0);
    }

    void cacheIsKeptByGroupsAndNoneOverflows()
    {
        Machine machine = spread(8);
        machine.physics.runtimeReserveBytes = 0;
        machine.physics.dataParallelReserveBytes = 0;
        machine.physics.usableShare = 1;
        const Run first = schedule(machine, together(1, 10, 1));
        // Room for 600 tokens on each chip, 70,272 B a token: two requests of 250, a third never.
        machine.pools[0].chip.levels[0].capacity->value
            = { first.pools[0].levels[0].weightBytes + 600.5 * 70'272 };
        const Run run = schedule(machine, together(20, 240, 10));
        QCOMPARE(run.segments[0].requests.size(), 16U);
        // The mean over chips: sixteen prompts on eight.
        QVERIFY(std::abs(run.segments[0].kvAfter - 2 * 240 * 70'272.0) < 1);
        for (const RequestRun& request : run.requests)
            QVERIFY(request.finish > request.firstToken && !request.rejected);
    }

    void longAnswersArePreemptedInTheirOwnGroup()
    {
        Machine machine = spread(4);
        machine.physics.runtimeReserveBytes = 0;
        machine.physics.dataParallelReserveBytes = 0;
        machine.physics.usableShare = 1;
        const Run first = schedule(machine, together(1, 10, 1));
        machine.pools[0].chip.levels[0].capacity->value
            = { first.pools[0].levels[0].weightBytes + 512.5 * 70'272 };
        const Run run = schedule(machine, together(8, 200, 100));
        int preempted = 0;
        for (std::size_t r = 0; r < run.requests.size(); ++r) {
            preempted += run.requests[r].preemptions;
            std::int64_t next = 0;
            for (const RequestRun::Piece& piece : run.requests[r].pieces) {
                QCOMPARE(piece.firstToken, next);
                next += piece.count;
            }
            QCOMPARE(next, 100);
        }
        // Two on each chip until their blocks meet: one of the two gives way on every chip.
        QCOMPARE(preempted, 4);
    }

    void moreChipsReadFewerExpertsEach()
    {
        double last = 1e18;
        for (const int chips : { 8, 16, 64, 256 }) {
            const Run run = schedule(spread(chips), together(256, 100, 5));
            const double bytes
                = bytesOf(operatorsOf(expertLayer(decodeOf(run)), OperatorKind::Experts)[0], Kind::Weights);
            QVERIFY(bytes < last);
            last = bytes;
        }
    }
};

MEMWALL_TEST(TestExperts, memwall::tests::NoApplication)

} // namespace tst_experts

#include "tst_experts.moc"
