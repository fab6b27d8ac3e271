// Decode steps without a KV cache: the whole context is worked on for every token.
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/built_pass.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_recompute
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Machine forgetful(const Model& model)
{
    Machine machine = big(model);
    machine.kvCache = false;
    return machine;
}

} // namespace

class TestRecompute : public QObject
{
    Q_OBJECT

private slots:
    void aStepWorksOnTheWholeContext()
    {
        const auto built = build(forgetful(llama70b()), PassKind::Decode, { { 2047, 1 } });
        const auto prefill = build(forgetful(llama70b()), PassKind::Prefill, { { 0, 2048 } });
        QCOMPARE(built->pass.kind, PassKind::Decode);
        QCOMPARE(built->pass.tokens, 2048);
        for (const OperatorKind kind : { OperatorKind::Qkv, OperatorKind::Attention, OperatorKind::LmHead })
            QCOMPARE(flopsOf(built->pass, kind), flopsOf(prefill->pass, kind));
        QCOMPARE(built->pass.duration.base, prefill->pass.duration.base);
    }

    void itsCostHoldsForOneStep()
    {
        const auto built = build(forgetful(llama70b()), PassKind::Decode, { { 99, 1 } });
        QCOMPARE(built->steps, 1.0);
        QCOMPARE(built->pass.duration.slope, 0.0);
    }

    void nothingIsCached()
    {
        const Machine machine = forgetful(llama70b());
        const auto built = build(machine, PassKind::Decode, { { 99, 1 } });
        QCOMPARE(bytesOf(built->pass, Kind::KvCache), 0.0);
        QCOMPARE(kvPerChip(machine, machine.pools[0], 1000), 0.0);
    }

    void keysAndValuesOfALayerPassAsActivations()
    {
        Machine machine = big(llama70b());
        const auto cached = build(machine, PassKind::Prefill, { { 0, 100 } });
        const auto forgot = build(forgetful(llama70b()), PassKind::Prefill, { { 0, 100 } });
        const auto all = [](const Pass& pass) {
            return bytesOf(pass, Kind::KvCache) + bytesOf(pass, Kind::Activations);
        };
        QCOMPARE(all(forgot->pass), all(cached->pass));
    }

    void everyUserIsRecomputed()
    {
        const auto built = build(forgetful(llama70b()), PassKind::Decode, { { 99, 1 }, { 199, 1 } });
        QCOMPARE(built->pass.tokens, 300);
        QCOMPARE(flopsOf(built->pass, OperatorKind::LmHead), 2 * 2.0 * 8192 * 128'256);
    }

    void aRunWithoutCacheGetsSlowerWithEveryToken()
    {
        const Catalog catalog = shippedCatalog();
        nlohmann::json scenario = fourH100();
        const auto with = readScenario(scenario.dump(), catalog);
        scenario["systems"][0]["kv_cache"] = false;
        const auto without = readScenario(scenario.dump(), catalog);
        QVERIFY2(without.has_value(), without ? "" : listOf(without.error()).c_str());
        const SimulationResult fast = simulate(*with, catalog), slow = simulate(*without, catalog);
        QCOMPARE(slow.systems[0].report.bytesPerToken.kv, 0.0);
        QVERIFY(slow.systems[0].report.tpotS > 3 * fast.systems[0].report.tpotS);
        QCOMPARE(slow.systems[0].run->segments.size(), 256U);
    }

    void whatNeedsACacheIsRefusedWithoutOne()
    {
        const Catalog catalog = shippedCatalog();
        nlohmann::json scenario = fourH100();
        nlohmann::json& system = scenario["systems"][0];
        system["kv_cache"] = false;
        system["speculation"] = { { "method", "draft-model" }, { "draft_model", "llama-3.2-1b" },
            { "draft_tokens", 4 }, { "acceptance", 0.7 } };
        const auto read = readScenario(scenario.dump(), catalog);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().size(), 1U);
        QCOMPARE(read.error().front().pointer, std::string("/systems/0/kv_cache"));
        system.erase("speculation");
        system["batching"] = { { "policy", "chunked" } };
        QVERIFY(!readScenario(scenario.dump(), catalog).has_value());
    }
};

MEMWALL_TEST(TestRecompute, memwall::tests::NoApplication)

} // namespace tst_recompute

#include "tst_recompute.moc"
