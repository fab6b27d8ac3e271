// Operators of a pass: bytes, flops and times computed by hand on a plain chip.
#include "core/catalog/model_size.h"
#include "tests/support/built_pass.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_pass
{

using namespace memwall::core;
using namespace memwall::tests;

class TestPass : public QObject
{
    Q_OBJECT

private slots:
    void aDecodeStepReadsWeightsAndKvExactly()
    {
        // 1,023 tokens cached and the new one: attention sees 1,024.
        const auto built = build(big(llama70b()), PassKind::Decode, { { 1023, 1 } });
        QCOMPARE(bytesOf(built->pass, Kind::Weights), 139'006'066'688.0);
        QCOMPARE(bytesOf(built->pass, Kind::KvCache), 335'544'320.0);
    }

    void aMemoryBoundStepTakesBytesOverBandwidth()
    {
        const auto built = build(big(llama70b()), PassKind::Decode, { { 1023, 1 } });
        const double bytes = bytesOf(built->pass, Kind::Weights) + bytesOf(built->pass, Kind::KvCache)
            + bytesOf(built->pass, Kind::Activations);
        QVERIFY(std::abs(built->pass.duration.base / (bytes / 2e12) - 1) < 1e-9);
    }

    void prefillFlopsAreExact()
    {
        const auto built = build(big(llama70b()), PassKind::Prefill, { { 0, 2048 } });
        const double linear = flopsOf(built->pass, OperatorKind::Qkv)
            + flopsOf(built->pass, OperatorKind::OutputProjection)
            + flopsOf(built->pass, OperatorKind::FeedForward);
        QVERIFY(std::abs(linear / 2.80375e14 - 1) < 1e-5);
        QVERIFY(std::abs(flopsOf(built->pass, OperatorKind::Attention) / 5.50024e12 - 1) < 1e-5);
        QVERIFY(std::abs(flopsOf(built->pass, OperatorKind::LmHead) / 2.10135e9 - 1) < 1e-5);
    }

    void prefillIsComputeBoundAndDecodeIsNot()
    {
        const auto prefill = build(big(llama70b()), PassKind::Prefill, { { 0, 2048 } });
        const auto decode = build(big(llama70b()), PassKind::Decode, { { 2048, 1 } });
        QCOMPARE(prefill->pass.layerKinds[0].operators[0].bound, Lane::Compute);
        QCOMPARE(decode->pass.layerKinds[0].operators[0].bound, Lane::Weights);
    }

    void latentAttentionAbsorbsInDecodeAndExpandsInPrefill()
    {
        Machine machine = big(deepseekV3());
        const auto decode = build(machine, PassKind::Decode, { { 1023, 1 } });
        QCOMPARE(flopsOf(decode->pass, OperatorKind::Attention), 278'528.0 * 1024 * 61);
        const auto prefill = build(machine, PassKind::Prefill, { { 0, 1000 } });
        QCOMPARE(flopsOf(prefill->pass, OperatorKind::Attention), 81'920.0 * 500'500 * 61);
    }

    void tensorParallelChipsDivideWeightsAndExchangeActivations()
    {
        const auto one = build(big(llama70b()), PassKind::Decode, { { 1023, 1 } });
        const auto eight = build(big(llama70b(), 8), PassKind::Decode, { { 1023, 1 } });
        const double norms = normParams(llama70b()) * 2;
        const double divided = bytesOf(one->pass, Kind::Weights) - norms;
        QCOMPARE(bytesOf(eight->pass, Kind::Weights), divided / 8 + norms);
        // Two all-reduces a layer of 57,344 bytes together, 80 layers.
        QCOMPARE(bytesOf(eight->pass, Kind::Communication), 57'344.0 * 80);
    }

    void kvHeadsRunOutUnderTensorParallelism()
    {
        const auto eight = build(big(llama70b(), 8), PassKind::Decode, { { 1023, 1 } });
        const auto sixteen = build(big(llama70b(), 16), PassKind::Decode, { { 1023, 1 } });
        QCOMPARE(bytesOf(sixteen->pass, Kind::KvCache), bytesOf(eight->pass, Kind::KvCache));
        QCOMPARE(bytesOf(eight->pass, Kind::KvCache), 335'544'320.0 / 8);
    }

    void aBatchSharesOneTripOfTheWeights()
    {
        const auto one = build(big(llama70b()), PassKind::Decode, { { 1023, 1 } });
        const auto four = build(
            big(llama70b()), PassKind::Decode, { { 1023, 1 }, { 1023, 1 }, { 1023, 1 }, { 1023, 1 } });
        QCOMPARE(bytesOf(four->pass, Kind::Weights), bytesOf(one->pass, Kind::Weights));
        QCOMPARE(bytesOf(four->pass, Kind::KvCache), 4 * bytesOf(one->pass, Kind::KvCache));
    }

    void aWindowCapsWhatHalfTheLayersRead()
    {
        const auto built = build(big(gptOss120b()), PassKind::Decode, { { 8191, 1 } });
        QCOMPARE(bytesOf(built->pass, Kind::KvCache), 306'708'480.0);
    }

    void layersAndOperatorsTileThePass()
    {
        const auto built = build(big(deepseekV3()), PassKind::Decode, { { 1023, 1 } });
        const Pass& pass = built->pass;
        double sum = 0;
        forEachOperator(pass, [&](const Operator& op, double times) { sum += op.duration.base * times; });
        QVERIFY(std::abs(sum / pass.duration.base - 1) < 1e-12);
        QCOMPARE(pass.layerKindOf.size(), 61U);
        QCOMPARE(pass.layerBegin.size(), 62U);
    }

    void fixedCostsLengthenALayerWithoutMovingBytes()
    {
        Machine machine = big(llama70b());
        const auto fast = build(machine, PassKind::Decode, { { 1023, 1 } });
        machine.pools[0].engine.perLayer.value = { 50e-6 };
        const auto slow = build(machine, PassKind::Decode, { { 1023, 1 } });
        QVERIFY(std::abs(slow->pass.duration.base - fast->pass.duration.base - 80 * 50e-6) < 1e-12);
        QCOMPARE(bytesOf(slow->pass, Kind::Weights), bytesOf(fast->pass, Kind::Weights));
    }

    void anEagerHostHoldsEveryLayerToItsFloor()
    {
        Machine machine = big(llama1b());
        machine.pools[0].engine.hostFloorPerLayer.value = { 1e-3 };
        const auto built = build(machine, PassKind::Decode, { { 15, 1 } });
        QVERIFY(std::abs(built->pass.layerKinds[0].duration.base - 1e-3) < 1e-15);
    }

    void hardwiredWeightsPassNoDoor()
    {
        Machine machine = big(llama70b());
        machine.pools[0].chip.hardwiredModel = machine.model.id;
        machine.format.etched = true;
        const auto built = build(machine, PassKind::Decode, { { 1023, 1 } });
        QCOMPARE(bytesOf(built->pass, Kind::Weights), 0.0);
        QCOMPARE(bytesOf(built->pass, Kind::KvCache), 335'544'320.0);
    }

    void stepsEndWhereAnotherDoorBecomesTheSlowest()
    {
        // Attention of one layer moves 32,768 bytes of activations and 4,096 bytes a token of cache. The near
        // door takes all at 1.5 TB/s, the home door activations at 2 and the cache at 1 TB/s: it is the
        // slower one from 4 tokens on.
        Machine machine = big(llama70b());
        machine.pools[0].engine.kvFactor.value = 0.5;
        MemoryLevel near = machine.pools[0].chip.levels[0];
        near.capacity.reset();
        near.bandwidth->value = { 1.5e12 };
        machine.pools[0].chip.levels.push_back(near);
        const auto built = build(machine, PassKind::Decode, { { 1, 1 } });
        QVERIFY(built->steps <= 3); // contexts of 2, 3 and 4 tokens
        const auto later = build(machine, PassKind::Decode, { { 3, 1 } });
        QVERIFY(later->steps > 1e6);
    }
};

MEMWALL_TEST(TestPass, memwall::tests::NoApplication)

} // namespace tst_pass

#include "tst_pass.moc"
