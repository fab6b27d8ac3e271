// Chunks, states, sparse attention and layers with one half: sizes and traffic by hand.
#include "core/catalog/linear_attention.h"
#include "tests/support/built_pass.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_architectures
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

PassWork decodeOf(std::vector<Sequence> sequences)
{
    PassWork work;
    work.kind = PassKind::Decode;
    work.sequences = std::move(sequences);
    return work;
}

/// Two layers of 1,024: a Mamba-2 mixer alone, then a feed-forward alone.
Model halves()
{
    Model model = llama1b();
    model.layers = 2;
    model.hidden = 1024;
    model.normsPerLayer = 1;
    Attention mixer, none;
    mixer.kind = AttentionKind::Linear;
    mixer.linear = { LinearKind::Mamba2, 32, 8, 128, 64, 4 };
    none.kind = AttentionKind::None;
    mixer.layers = none.layers = 1;
    FeedForward wide = model.feedForward.front(), noWidth;
    noWidth.none = true;
    wide.layers = noWidth.layers = 1;
    model.attention = { mixer, none };
    model.feedForward = { noWidth, wide };
    model.attentionOf = model.feedForwardOf = { 0, 1 };
    return model;
}

} // namespace

class TestArchitectures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = shippedCatalog(); }

    void pairsInChunksAreCounted()
    {
        // 10 tokens in chunks of 4: 1+2+3+4, the same again, 1+2.
        QCOMPARE(chunkPairs(10, 4), 23.0);
        QCOMPARE(chunkPairs(8, 4), 20.0);
        QCOMPARE(chunkPairs(3, 4), 6.0);
    }

    void aTokenSeesItsChunkFromTheBeginning()
    {
        const Sight sight { 8192, true };
        QCOMPARE(sight.seen(8192), 8192.0);
        QCOMPARE(sight.seen(8193), 1.0);
        QCOMPARE(sight.seen(20000), 3616.0);
    }

    void aSegmentEndsWhereAChunkDoes()
    {
        double steps = 1e9;
        // 20,000 tokens with the new one: the 3,616th of its chunk, 4,577 steps until the last of it.
        const AttentionLoad load = attentionLoad(decodeOf({ { 19999, 1 } }), { 8192, true }, steps);
        QCOMPARE(load.keys.base, 3616.0);
        QCOMPARE(load.keys.slope, 1.0);
        QCOMPARE(steps, 4577.0);
        QCOMPARE(load.keys.at(steps - 1), 8192.0);
    }

    void aContinuedPrefillCountsWhatItsChunksSee()
    {
        PassWork work;
        work.kind = PassKind::Prefill;
        work.sequences = { { 6, 4 } };
        double steps = 1;
        // Tokens 7 to 10 in chunks of 4: the 3rd and 4th of one, the 1st and 2nd of the next.
        QCOMPARE(attentionLoad(work, { 4, true }, steps).pairs.base, 3.0 + 4 + 1 + 2);
        // In a sliding window of 4 each of them sees 4.
        QCOMPARE(attentionLoad(work, { 4 }, steps).pairs.base, 16.0);
    }

    void llama4ReadsItsChunksAndItsFullLayers()
    {
        const auto built
            = build(big(*m_catalog.model(ModelId("llama-4-scout"))), PassKind::Decode, { { 19999, 1 } });
        const double perToken = 2 * 8 * 128 * 2;
        QCOMPARE(bytesOf(built->pass, Kind::KvCache), perToken * (36 * 3616.0 + 12 * 20000.0));
        QCOMPARE(built->steps, 4577.0);
    }

    void minimaxM1ReadsAndWrites587MBOfStatePerToken()
    {
        const Model& model = *m_catalog.model(ModelId("minimax-m1"));
        QCOMPARE(stateElements(model.attention.front().linear) * 70, 73'400'320.0);
        const auto built = build(big(model), PassKind::Decode, { { 1023, 1 } });
        const double cache = 10 * 2 * 8 * 128 * 2 * 1024.0;
        QCOMPARE(bytesOf(built->pass, Kind::KvCache), 587'202'560.0 + cache);
        // Only the ten full layers grow with the context.
        QCOMPARE(bytesThrough(built->pass, Kind::KvCache).slope, 10 * 2 * 8 * 128 * 2.0);
    }

    void aStateIsKeptOnceASequenceAndDividedByHeads()
    {
        const Model& model = *m_catalog.model(ModelId("minimax-m1"));
        const double states = 73'400'320.0 * 4;
        QCOMPARE(kvBytesAt(model, 100, 2), states + 100 * 40'960.0);
        QCOMPARE(kvBytesPerToken(model, 2), 40'960.0);
        const Machine machine = plainMachine(model, 8);
        QCOMPARE(kvPerChip(machine, machine.pools[0], 100), kvBytesAt(model, 100, 2) / 8);
    }

    void deltaRulesCostSevenFlopsAnElementInDecode()
    {
        const LinearAttention& linear
            = m_catalog.model(ModelId("qwen3-next-80b-a3b"))->attention.front().linear;
        QCOMPARE(stateElements(linear), 32.0 * 128 * 128);
        QCOMPARE(recurrentFlops(linear, 2), 2 * 7 * 524'288.0);
        // Chunks of 64: 6·128² with the state, 2·64·(256 + 384) inside, for each of 32 heads and 64 tokens.
        QCOMPARE(chunkedFlops(linear, 64), 64 * 32 * (98'304.0 + 81'920.0));
    }

    void anIndexerReadsEveryKeyAndAttentionTheBest2048()
    {
        const auto built
            = build(big(*m_catalog.model(ModelId("deepseek-v3.2"))), PassKind::Decode, { { 99'999, 1 } });
        QCOMPARE(bytesOf(built->pass, Kind::KvCache), 61 * (100'000 * 128.0 + 2048 * 576 * 2.0));
        QCOMPARE(flopsOf(built->pass, OperatorKind::Attention),
            61 * (100'000 * 2.0 * 64 * 128 + 2048 * 278'528.0));
        QCOMPARE(bytesThrough(built->pass, Kind::KvCache).slope, 61 * 128.0);
    }

    void aSparseCacheIsStoredInFull()
    {
        QCOMPARE(
            kvBytesAt(*m_catalog.model(ModelId("deepseek-v3.2")), 100'000, 2), 61 * 100'000 * (1152.0 + 128));
    }

    void sparsePrefillAbsorbsOnceQueriesChoose()
    {
        const Machine machine = big(*m_catalog.model(ModelId("deepseek-v3.2")));
        const auto few = build(machine, PassKind::Prefill, { { 0, 1000 } });
        const double index = 2.0 * 64 * 128 * 500'500;
        QCOMPARE(flopsOf(few->pass, OperatorKind::Attention), 61 * (81'920.0 * 500'500 + index));
        const auto many = build(machine, PassKind::Prefill, { { 0, 4096 } });
        const double pairs = windowPairs(4096, 2048);
        QCOMPARE(flopsOf(many->pass, OperatorKind::Attention),
            61 * (278'528.0 * pairs + 2.0 * 64 * 128 * causalPairs(4096, 0)));
    }

    void aCachedPrefixOfALatentCacheIsExpandedAgain()
    {
        const Machine machine = big(deepseekV3());
        const auto fresh = build(machine, PassKind::Prefill, { { 0, 500 } });
        const auto after = build(machine, PassKind::Prefill, { { 1000, 500 } });
        QCOMPARE(flopsOf(after->pass, OperatorKind::Qkv) - flopsOf(fresh->pass, OperatorKind::Qkv),
            61 * 2.0 * 1000 * 512 * 128 * 256);
        // Beside a prompt, one who writes has the same products as one more token of it.
        auto beside = build(machine, PassKind::Prefill, { { 0, 501 } });
        PassWork work;
        work.kind = PassKind::Mixed;
        work.model = &beside->machine.model;
        work.sequences = { { 5000, 1 }, { 0, 500 } };
        const Pass mixed
            = buildPass({ &beside->rates, &beside->rates, nullptr }, work, beside->steps, { 1, false });
        QCOMPARE(flopsOf(mixed, OperatorKind::Qkv), flopsOf(beside->pass, OperatorKind::Qkv));
    }

    void anOutputGateDoublesTheQueries()
    {
        Model model = llama70b();
        const double plain = attentionParams(model, model.attention.front()).qkv;
        model.attention.front().outputGate = true;
        QCOMPARE(attentionParams(model, model.attention.front()).qkv, plain + 8192.0 * 64 * 128);
    }

    void halfALayerHasHalfTheOperatorsAndFixedCosts()
    {
        Machine machine = big(halves());
        machine.pools[0].engine.perLayer.value = { 40e-6 };
        const auto built = build(machine, PassKind::Decode, { { 99, 1 } });
        const Pass& pass = built->pass;
        QCOMPARE(pass.layerKinds[0].operators.size(), 3U);
        QCOMPARE(pass.layerKinds[1].operators.size(), 1U);
        QCOMPARE(pass.layerKinds[1].operators[0].kind, OperatorKind::FeedForward);
        const double fixed = pass.layerKinds[1].operators[0].lanes[indexOf(Lane::Fixed)].base;
        QVERIFY(std::abs(fixed - 20e-6) < 1e-15);
        // Everything but the embedding, which is the head, is read once.
        QCOMPARE(bytesOf(pass, Kind::Weights), totalParams(halves()) * 2);
    }

    void mamba2HasItsPublishedMatrices()
    {
        // In: 2·2048 + 2·8·128 + 32 columns; out 2048; convolution over 4,096 channels.
        const AttentionParams params = attentionParams(halves(), halves().attention.front());
        QCOMPARE(params.qkv, 1024.0 * (4096 + 2048 + 32));
        QCOMPARE(params.output, 2048.0 * 1024);
        QCOMPARE(params.small, 4096.0 * 4 + 4096 + 96 + 2048);
    }

    void everyModelOfTheCatalogReadsItsActiveWeightsOnce()
    {
        for (const Model& model : m_catalog.models) {
            const auto decode = build(big(model), PassKind::Decode, { { 4999, 1 } });
            const double read = bytesOf(decode->pass, Kind::Weights);
            QVERIFY2(
                std::abs(read / activeBytes(model, weightBytes(bf16())) - 1) < 1e-6, model.id.text().c_str());
            QVERIFY2(decode->steps >= 1 && decode->pass.duration.base > 0, model.id.text().c_str());
            const auto prefill = build(big(model), PassKind::Prefill, { { 0, 5000 } });
            QVERIFY2(prefill->pass.duration.base > decode->pass.duration.base, model.id.text().c_str());
        }
    }

private:
    Catalog m_catalog;
};

MEMWALL_TEST(TestArchitectures, memwall::tests::NoApplication)

} // namespace tst_architectures

#include "tst_architectures.moc"
