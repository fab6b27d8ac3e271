// Steps strung together as servers do, against sums by hand.
#include "core/catalog/model_size.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "core/validate/bench.h"
#include "tests/support/builders.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_serving
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

namespace
{

bool near(double a, double b)
{
    return std::abs(a / b - 1) < 1e-9;
}

} // namespace

class TestServing : public QObject
{
    Q_OBJECT

private slots:
    void aStepOfOneUserIsItsBytes()
    {
        const Bench bench(plainMachine(llama1b()));
        // 2 TB/s; decode of one user waits for memory in every operator.
        const double weights = activeBytes(llama1b(), weightBytes(bf16()));
        const double kv = kvBytesPerToken(llama1b(), 2) * 1000;
        QVERIFY(bench.step(1, 999) >= (weights + kv) / 2e12);
        QVERIFY(bench.step(1, 999) < (weights + kv) / 2e12 * 1.002); // activations
    }

    void aStaticBatchIsItsPrefillAndItsSteps()
    {
        const Bench bench(plainMachine(llama1b()));
        QVERIFY(near(staticBatchSeconds(bench, 8, 512, 64), bench.prefill(8, 512) + 64 * bench.step(8, 544)));
    }

    void readersWaitForThePrefillsOfOthers()
    {
        Machine machine = plainMachine(llama1b());
        machine.physics.interferenceShare = 1;
        const Bench bench(machine);
        const ClosedLoop alone = closedLoop(bench, 1, 512, 64);
        QVERIFY(near(alone.tpot, bench.step(1, 544)));
        const ClosedLoop ten = closedLoop(bench, 10, 512, 64);
        const double prefill = bench.prefillAmong(512, 9.0 / 64);
        QVERIFY(near(ten.tpot, bench.step(10, 544) + 9 * prefill / 64));
        QVERIFY(near(ten.round, 10 * prefill + 64 * bench.step(10, 544)));
    }

    void promptsOfOneStepShareAPass()
    {
        const Bench bench(plainMachine(llama1b()));
        const double alone = bench.prefill(1, 512), full = bench.prefill(16, 512) / 16;
        QVERIFY(full < alone);
        QVERIFY(near(bench.prefillAmong(512, 0), alone));
        QVERIFY(near(bench.prefillAmong(512, 1e3), full));
        // Two prompts a step: a pass has 2 / (1 - e^-2) = 2.313 of them, and 16 fill it.
        const double share = ((1 - std::exp(-2.0)) / 2 - 1.0 / 16) / (1 - 1.0 / 16);
        QVERIFY(near(bench.prefillAmong(512, 2), share * alone + (1 - share) * full));
        // A prompt that fills more than half of a pass has it for itself.
        QVERIFY(near(bench.prefillAmong(5000, 2), bench.prefill(1, 5000)));
    }

    void aPassOverPromptsTakesAsLongAsItsLaunches()
    {
        Machine machine = plainMachine(llama1b());
        machine.pools.front().engine.prefillFloorPerLayer
            = { Seconds { 2e-3 }, {}, Confidence::Estimate, {} };
        const Bench bench(machine);
        const double launches = machine.model.layers * 2e-3;
        QVERIFY(bench.prefill(1, 16) >= launches && bench.prefill(1, 16) < launches * 1.1);
        QVERIFY(near(bench.step(1, 16), Bench(plainMachine(llama1b())).step(1, 16)));
    }

    void aQueueIsServedInWaves()
    {
        const Bench bench(plainMachine(llama1b()));
        const double one = bench.prefillAmong(128, 4.0 / 32);
        // Ten requests, four at a time: two full waves and one of two.
        QVERIFY(near(saturatedSeconds(bench, 4, 10, 128, 32),
            10 * one + 2 * 32 * bench.step(4, 144) + 32 * bench.step(2, 144)));
    }

    void aLongPromptReadsTheWeightsOncePerPass()
    {
        Machine machine = plainMachine(llama1b());
        machine.pools.front().engine.prefillChunk = 512;
        const Bench chunked(machine);
        Machine wider = machine;
        wider.pools.front().engine.prefillChunk = 8192;
        const Bench whole(wider);
        QVERIFY(chunked.prefill(1, 4096) > whole.prefill(1, 4096));
        QVERIFY(near(chunked.prefill(1, 512), whole.prefill(1, 512)));
        QVERIFY(near(chunked.prefill(3, 4096), 3 * chunked.prefill(1, 4096)));
    }

    void shortPromptsShareAPass()
    {
        const Bench bench(plainMachine(llama1b()));
        // 70 prompts of 128 tokens: 64 in the first pass of 8,192 tokens, 6 in the second.
        QVERIFY(near(bench.prefill(70, 128), bench.prefill(64, 128) + bench.prefill(6, 128)));
        QVERIFY(bench.prefill(64, 128) < 64 * bench.prefill(1, 128));
    }

    void noPromptTakesNoTime()
    {
        const Bench bench(plainMachine(llama1b()));
        QCOMPARE(bench.prefill(1, 0), 0.0);
        QCOMPARE(bench.prefill(1e5, 0), 0.0);
        QCOMPARE(bench.prefillAmong(0, 8), 0.0);
        QVERIFY(near(saturatedSeconds(bench, 4, 8, 0, 32), 2 * 32 * bench.step(4, 16)));
    }

    void aPassHoldsAMillionPromptsAtMost()
    {
        Machine machine = plainMachine(llama1b());
        machine.pools.front().engine.prefillChunk = 1'000'000'000;
        const Bench bench(machine);
        QVERIFY(near(bench.prefill(3e6, 1), 3 * bench.prefill(1e6, 1)));
        QVERIFY(bench.prefillAmong(1, 1e12) <= bench.prefill(1, 1));
    }

    void usersThatFitShareTheRoomForKvCache()
    {
        const Machine machine = plainMachine(llama1b());
        const Bench bench(machine);
        const double room = bench.rates().placement.kvCapacity.value();
        const double each = kvBytesAt(llama1b(), 10'000, 2);
        QCOMPARE(bench.usersThatFit(10'000, 1e9), std::floor(room / each));
        QCOMPARE(bench.usersThatFit(10'000, 3), 3.0);
    }

    void theReportCountsTheSameUsers()
    {
        const Catalog catalog = shippedCatalog();
        json file = fourH100();
        file["systems"][0]["model"] = "deepseek-v3";
        file["systems"][0]["weight_bits"] = "fp8";
        file["systems"][0]["pools"][0]
            = { { "chip", "h200_sxm" }, { "chips", 8 }, { "tensor_parallel", 1 }, { "expert_parallel", 8 } };
        const auto scenario = scenarioFromJson(file, catalog);
        QVERIFY2(scenario.has_value(),
            scenario ? "" : describe(scenario.error()[0], memwall::ui::wordingOfFiles()).c_str());
        const Report report = simulate(*scenario, catalog).systems[0].report;
        const Bench bench(resolve(scenario->systems[0], catalog));
        QCOMPARE(static_cast<double>(report.memory.maxUsers), bench.usersThatFit(1024 + 256, 1e9));
        QCOMPARE(report.memory.maxUsers % 8, std::int64_t { 0 }); // each chip keeps whole sequences
    }

    void verificationCostsAtLeastAStep()
    {
        const Bench bench(plainMachine(llama1b()));
        QVERIFY(bench.verify(1, 1000, 4) >= bench.step(1, 1000));
        QVERIFY(bench.verify(1, 1000, 4) < 5 * bench.step(1, 1000));
        QVERIFY(bench.ownDraft(1, 1000) < bench.step(1, 1000) / 2);
    }

    void weightsThatDoNotFitAreSaid()
    {
        const Bench bench(plainMachine(llama70b()));
        QVERIFY(!bench.fits());
        QVERIFY(!bench.reason().empty());
    }
};

MEMWALL_TEST(TestServing, memwall::tests::NoApplication)

} // namespace tst_serving

#include "tst_serving.moc"
