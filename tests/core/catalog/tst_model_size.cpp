// Sizes and counts against the exact test vectors of the physics page.
#include "core/catalog/model_size.h"
#include "core/cost/layer_operators.h"
#include "core/cost/work.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_model_size
{

using namespace memwall::core;
using namespace memwall::tests;

class TestModelSize : public QObject
{
    Q_OBJECT

private slots:
    void parametersOfOneLayerAreExact()
    {
        const Model model = llama70b();
        const AttentionParams attention = attentionParams(model, model.attention.front());
        QCOMPARE(attention.qkv, 83'886'080.0);
        QCOMPARE(attention.output, 67'108'864.0);
        QCOMPARE(feedForwardParams(model, model.feedForward.front()).dense, 704'643'072.0);
    }

    void totalsMatchTheCheckpoints()
    {
        QCOMPARE(totalParams(llama70b()), 70'553'706'496.0);
        QCOMPARE(totalParams(gptOss120b()), 116'829'156'672.0);
        // DeepSeek-V3 is published as 671 billion.
        QVERIFY(std::abs(totalParams(deepseekV3()) / 671e9 - 1) < 0.001);
    }

    void aDecodeStepOf70BStreams139GB()
    {
        QCOMPARE(activeBytes(llama70b(), weightBytes(bf16())), 139'006'066'688.0);
    }

    void kvCacheBytesAreExact()
    {
        QCOMPARE(kvBytesAt(llama70b(), 1024, 2), 335'544'320.0);
        QCOMPARE(kvBytesAt(gptOss120b(), 1024, 2), 42'467'328.0);
        QCOMPARE(kvBytesAt(gptOss120b(), 8192, 2), 306'708'480.0);
        QCOMPARE(kvBytesAt(deepseekV3(), 4096, 2) * 32, 9'210'691'584.0);
    }

    void causalPairsAreExact()
    {
        QCOMPARE(causalPairs(2048, 0), 2'098'176.0);
        QCOMPARE(windowPairs(4096, 1024), 3'670'528.0);
        // A cached prefix of 100 is seen by each of 10 new tokens, and they see each other: 1000 + 55.
        QCOMPARE(causalPairs(10, 100), 1055.0);
    }

    void distinctExpertsFollowTheFormula()
    {
        QVERIFY(std::abs(distinctExperts(256, 8, 32) - 163.3138) < 1e-4);
        QVERIFY(std::abs(distinctExperts(256, 8, 1) - 8) < 1e-9);
    }

    void oneTokenAlwaysTouchesItsActiveExperts()
    {
        const PhysicsConstants physics;
        const FeedForward group = mixtral().feedForward.front();
        QVERIFY(std::abs(touchedExperts(physics, group, 1) - 2) < 1e-9);
        QVERIFY(touchedExperts(physics, group, 1000) <= 8.0);
    }

    void expectedTokensPerPassAreExact()
    {
        QVERIFY(std::abs(expectedTokensPerPass(0.8, 4) - 3.3616) < 1e-12);
        QVERIFY(std::abs(expectedTokensPerPass(0.75, 7) - 3.5995) < 1e-4);
        QCOMPARE(expectedTokensPerPass(1.0, 5), 6.0);
        QCOMPARE(expectedTokensPerPass(0.0, 5), 1.0);
    }

    void aGrowingWindowStopsGrowingWhenFull()
    {
        PassWork work;
        work.kind = PassKind::Decode;
        work.sequences = { { 100, 1 }, { 500, 1 } };
        double steps = 1e9;
        // The first sees 101 tokens and grows; the second is past the window of 128.
        const AttentionLoad load = attentionLoad(work, { 128 }, steps);
        QCOMPARE(load.keys.base, 101.0 + 128.0);
        QCOMPARE(load.keys.slope, 1.0);
        QCOMPARE(steps, 27.0);
    }

    void theLargerOfTwoLinesSaysHowLongItHolds()
    {
        double steps = 1e9;
        // 10 against 1 + 2k: they meet at k = 4.5, so five steps (0 … 4) keep the first.
        const Affine larger = largerOf({ 10, 0 }, { 1, 2 }, steps);
        QCOMPARE(larger.base, 10.0);
        QCOMPARE(steps, 5.0);
    }
};

MEMWALL_TEST(TestModelSize, memwall::tests::NoApplication)

} // namespace tst_model_size

#include "tst_model_size.moc"
