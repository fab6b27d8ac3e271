// What a run means: sums, means, percentiles and laws that hold for every machine.
#include "core/figures/batch_cap.h"
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_report
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Machine roomy(const Model& model, int chips = 4)
{
    Machine machine = plainMachine(model, chips);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    machine.pools[0].engine.perLayer.value = { 20e-6 };
    return machine;
}

Report reportOf(const Machine& machine, const Workload& workload)
{
    return explain(machine, workload, schedule(machine, workload));
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void breakdownAddsUpToTheTimePerToken()
    {
        Workload workload = together(5, 300, 100);
        workload.events = { { 0.3, 5000, 30 } };
        Machine machine = roomy(llama70b());
        for (const bool speculative : { false, true }) {
            if (speculative) {
                machine.draft = llama1b();
                machine.draftTokens = 4;
                machine.acceptance = 0.7;
            }
            const Report report = reportOf(machine, workload);
            QVERIFY(std::abs(report.breakdown.total() / report.tpotS - 1) < 1e-6);
            QVERIFY(report.breakdown.queue > 0);
            QCOMPARE(report.breakdown.draft > 0, speculative);
        }
    }

    void bandwidthIsNamedByWhatLimitsIt()
    {
        Machine machine = roomy(llama70b(), 1);
        const auto titleOf = [&machine] {
            const Workload workload = together(1, 500, 20);
            const Run run = schedule(machine, workload);
            Report report = explain(machine, workload, run);
            reportBottleneck(run, report);
            return memwall::ui::english(report.bottleneckTitle);
        };
        QCOMPARE(titleOf(), std::string("HBM bandwidth"));
        Chip& chip = machine.pools[0].chip;
        chip.levels.insert(chip.levels.begin(), chip.levels[0]);
        chip.levels[0].name = "host DRAM";
        chip.levels[0].door = "PCIe 4.0 x16";
        chip.levels[0].bandwidth->value = { 32e9 };
        chip.levels[1].capacity->value = { 60e9 }; // 141 GB of weights: most of them lie outside
        chip.homeLevel = chip.kvLevel = 1;
        QCOMPARE(titleOf(), std::string("PCIe 4.0 x16 bandwidth"));
    }

    void oneUserOnAPlainChipTakesBytesOverBandwidth()
    {
        Machine machine = roomy(llama70b(), 1);
        machine.pools[0].engine.perLayer.value = { 0 };
        const Report report = reportOf(machine, together(1, 1024, 256));
        // Contexts 1,025 … 1,279, mean 1,152: 139,006,066,688 B + 1,152 · 327,680 B at 2 TB/s; activations
        // add a little.
        const double expected = (139'006'066'688.0 + 1152 * 327'680.0) / 2e12;
        QVERIFY(report.tpotS > expected);
        QVERIFY(report.tpotS < expected * 1.001);
        QCOMPARE(report.bottleneck, Bottleneck::Memory);
        QVERIFY(std::abs(report.bytesPerToken.weights - 139'006'066'688.0) < 1);
        QVERIFY(std::abs(report.bytesPerToken.kv - 1152 * 327'680.0) < 1);
        QVERIFY(std::abs(report.idealTpotS / report.tpotS - 1) < 1e-6);
        QVERIFY(std::abs(report.utilization.memory - 1) < 1e-3);
    }

    void usersShareTheTripOfTheWeights()
    {
        const Report one = reportOf(roomy(llama70b()), together(1, 500, 600));
        const Report eight = reportOf(roomy(llama70b()), together(8, 500, 600));
        QVERIFY(std::abs(eight.bytesPerToken.weights * 8 / one.bytesPerToken.weights - 1) < 1e-9);
        QVERIFY(std::abs(eight.bytesPerPass.weights / one.bytesPerPass.weights - 1) < 1e-9);
        QVERIFY(eight.throughputTokensPerS > 6 * one.throughputTokensPerS);
    }

    void aCapOfTheBatchIsNamedWhereMemoryHadRoom()
    {
        Machine machine = roomy(llama70b());
        machine.maxBatch = 8;
        const Report capped = reportOf(machine, together(20, 500, 60));
        QCOMPARE(capped.requests.cappedAt.value(), std::int64_t { 8 });
        QCOMPARE(memwall::ui::english(batchCap(capped)),
            std::string {
                "8 run at once, 12 wait: the batch is capped at 8, though memory has room for more." });
        machine.maxBatch = 20;
        QVERIFY(batchCap(reportOf(machine, together(20, 500, 60))).empty());
        QVERIFY(batchCap(reportOf(machine, together(3, 500, 60))).empty());
        QVERIFY(memwall::ui::english(batchCap(reportOf(machine, together(21, 500, 60))))
                    .ends_with("room for more."));
    }

    void aFullMemoryIsNoCapOfTheBatch()
    {
        // 139 GB of weights and 327,680 B a token of KV cache: three users of 40,560 tokens take 40 GB.
        Machine machine = roomy(llama70b());
        machine.pools[0].chip.levels[0].capacity->value = { 47e9 };
        machine.maxBatch = 8;
        const Report full = reportOf(machine, together(20, 40'500, 60));
        QVERIFY(full.fits);
        QVERIFY(full.requests.waitingPeak > 0);
        QVERIFY(full.memory.maxUsers < 8);
        QVERIFY(batchCap(full).empty());
    }

    void prefillStandsRightOfTheRidgeAndDecodeLeft()
    {
        const Report report = reportOf(roomy(llama70b()), together(1, 2048, 50));
        QCOMPARE(report.prefill.ridge().value(), 250.0);
        QVERIFY(report.prefill.flopPerByte > 250);
        QVERIFY(report.decode.flopPerByte < 2);
        QCOMPARE(report.prefill.bottleneck, Bottleneck::Compute);
    }

    void gapsOfOneUserAreItsTimePerToken()
    {
        const Report report = reportOf(roomy(llama70b()), together(1, 1024, 256));
        QVERIFY(std::abs(report.itlS.p50 / report.tpotS - 1) < 1e-3);
        QVERIFY(report.itlS.max >= report.itlS.p99 && report.itlS.p99 >= report.itlS.p50);
    }

    void aLongPromptShowsInTheTailOfTheGaps()
    {
        Workload workload = together(10, 500, 600);
        workload.events = { { 2.0, 32000, 20 } };
        const Report report = reportOf(roomy(llama70b()), workload);
        QVERIFY(report.itlS.max > 20 * report.itlS.p50);
    }

    void bandHoldsTheFigureAndTheIdealIsFaster()
    {
        const Report report = reportOf(roomy(llama70b()), together(4, 500, 50));
        QVERIFY(report.bandLow < report.tpotS && report.tpotS < report.bandHigh);
        QVERIFY(report.idealTpotS < report.tpotS);
    }

    void pipelineStagesDoNotShortenOneUsersToken()
    {
        Machine one = roomy(llama70b(), 1);
        Machine four = one;
        four.pools[0].chips = four.pools[0].stages = 4;
        four.pools[0].scaleUp = plainLink();
        const Report a = reportOf(one, together(1, 100, 20));
        const Report b = reportOf(four, together(1, 100, 20));
        QVERIFY(b.tpotS > a.tpotS);
        QVERIFY(b.tpotS < a.tpotS * 1.01);
        // Four users in four micro-batches pass at the same pace each: four times the throughput.
        const Report full = reportOf(four, together(4, 100, 400));
        QVERIFY(full.tpotS < a.tpotS * 1.03);
    }

    void attentionAndFeedForwardApartAddTwoHopsALayer()
    {
        Machine machine = roomy(mixtral(), 1);
        const Report one = reportOf(machine, together(1, 100, 20));
        machine.pools.push_back(machine.pools[0]);
        machine.pools[0].role = PoolRole::Attention;
        machine.pools[1].role = PoolRole::Ffn;
        machine.between = plainLink();
        machine.between->latency.value = { 10e-6 };
        const Report two = reportOf(machine, together(1, 100, 20));
        // 32 layers, two hops of 10 µs and 2 experts · 4,096 · (1 + 2) B at 100 GB/s each pair.
        const double hops = 32 * (2 * 10e-6 + 2 * 4096 * 3 / 100e9);
        QVERIFY(std::abs(two.breakdown.communication / hops - 1) < 1e-9);
        QVERIFY(std::abs(two.tpotS - one.tpotS - hops) < 1e-3 * hops);
    }

    void aTransferIsReportedWithItsHiddenShare()
    {
        Machine machine = roomy(llama70b(), 1);
        machine.pools.push_back(machine.pools[0]);
        machine.pools[0].role = PoolRole::Prefill;
        machine.pools[1].role = PoolRole::Decode;
        machine.between = plainLink();
        const Report report = reportOf(machine, together(1, 8192, 20));
        QCOMPARE(report.transfer.bytes, 8192 * 327'680.0);
        QVERIFY(report.transfer.hiddenShare > 0.9);
        QCOMPARE(report.pools.size(), 2U);
    }
};

MEMWALL_TEST(TestReport, memwall::tests::NoApplication)

} // namespace tst_report

#include "tst_report.moc"
