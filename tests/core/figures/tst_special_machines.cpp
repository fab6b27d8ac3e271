// What lessons quote of machines that are no GPU, and of caches that travel: the shipped catalog's figures
// held against what was published or follows by hand.
#include "core/figures/report_steps.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_special_machines
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

const Catalog& catalog()
{
    static const Catalog shipped = shippedCatalog();
    return shipped;
}

SimulationResult played(const nlohmann::json& scenario)
{
    const auto read = readScenario(scenario.dump(), catalog());
    if (!read)
        throw std::runtime_error(listOf(read.error()));
    return simulate(*read, catalog());
}

Report reportOf(const nlohmann::json& scenario)
{
    return played(scenario).systems.front().report;
}

nlohmann::json scenarioOf(nlohmann::json system, int users, int prompt, int output)
{
    return { { "memwall", 1 },
        { "workload",
            { { "arrivals", "together" }, { "users", users }, { "prompt_tokens", prompt },
                { "output_tokens", output } } },
        { "systems", nlohmann::json::array({ std::move(system) }) } };
}

nlohmann::json hardwired()
{
    return nlohmann::json::parse(R"({"name": "HC1", "model": "llama-3.1-8b", "weight_bits": "hc1",
        "pools": [{"role": "both", "chip": "taalas_hc1", "chips": 1}]})");
}

nlohmann::json wafer()
{
    return nlohmann::json::parse(R"({"name": "WSE-3", "model": "llama-3.1-8b", "weight_bits": 16,
        "pools": [{"role": "both", "chip": "wse3", "chips": 1}]})");
}

nlohmann::json rubinAndGroq()
{
    return nlohmann::json::parse(
        R"({"name": "both", "model": "qwen3-235b-a22b", "weight_bits": 8, "kv_bits": 8,
        "link": "ethernet_800g", "pools": [{"role": "attention", "chip": "rubin", "chips": 1},
            {"role": "ffn", "chip": "groq_lp30", "chips": 512, "tensor_parallel": 1, "expert_parallel": 512}]})");
}

nlohmann::json gaming(int maxBatch)
{
    return { { "name", "4090" }, { "model", "llama-3.1-8b" }, { "weight_bits", 16 }, { "engine", "vllm" },
        { "pools", { { { "role", "both" }, { "chip", "rtx4090" }, { "chips", 1 } } } },
        { "batching", { { "policy", "continuous" }, { "max_batch", maxBatch } } } };
}

bool near(double value, double expected, double share)
{
    return std::abs(value / expected - 1) < share;
}

} // namespace

class TestSpecialMachines : public QObject
{
    Q_OBJECT

private slots:
    void aLargerBatchDoesNotDriveWeightsOutOfMemory()
    {
        const auto speed = [](int maxBatch) {
            return reportOf(scenarioOf(gaming(maxBatch), 64, 512, 128)).throughputTokensPerS;
        };
        const double few = speed(32), many = speed(64);
        QVERIFY2(many > 0.95 * few, qPrintable(QStringLiteral("%1 then %2").arg(few).arg(many)));
        const Report report = reportOf(scenarioOf(gaming(64), 64, 512, 128));
        for (const auto& level : report.memory.levels)
            QVERIFY(level.level.find("DRAM") == std::string::npos || level.weights == 0);
    }

    void aHardwiredLayerTakesOneTokenAtATime()
    {
        const double stage = 1.838e-6; // 1 / 17,000 s over 32 layers
        const Report report = reportOf(scenarioOf(hardwired(), 1, 1024, 1024));
        QVERIFY(near(report.tpotS, 32 * stage, 1e-3));
        // The first word of a prompt of 1,024 leaves the last of 32 stages after 1,024 + 31 turns.
        QVERIFY(near(report.ttftS, (1024 + 31) * stage, 1e-3));
        // However many users: at most one word a turn.
        const Report many = reportOf(scenarioOf(hardwired(), 64, 16, 16));
        QVERIFY(many.throughputTokensPerS <= 1 / stage);
        QVERIFY(near(many.tpotS, 64 * stage, 1e-3));
    }

    void theRoomForKvCacheOfAHardwiredChipEnds()
    {
        const Report report = reportOf(scenarioOf(hardwired(), 64, 1024, 1024));
        QCOMPARE(report.memory.maxUsers, 1);
        const SimulationResult result = played(scenarioOf(hardwired(), 1, 4096, 1024));
        QVERIFY(!result.systems.front().run->fits);
        QVERIFY(memwall::ui::english(result.systems.front().run->fitReason).find("KV cache")
            != std::string::npos);
    }

    void machinesOfFixedLatencyDrawTheirPublishedPowerAtTheirPublishedSpeed()
    {
        const Report circuit = reportOf(scenarioOf(hardwired(), 1, 16, 1024));
        QVERIFY(near(circuit.energyJPerToken->value, 200.0 / 17'000, 0.02));
        QVERIFY(near(circuit.energyJPerToken->high, 250.0 / 17'000, 0.02));
        const Report whole = reportOf(scenarioOf(wafer(), 1, 16, 1024));
        QVERIFY(near(whole.energyJPerToken->value, 23'000 * whole.tpotS, 0.02));
    }

    void onePassReadsTheRouterOnce()
    {
        const Report report = reportOf(scenarioOf(rubinAndGroq(), 1, 1024, 64));
        const auto& model = report.model;
        QVERIFY2(near(report.bytesPerToken.weights, model.activeWeightBytes, 0.03),
            qPrintable(QString::number(report.bytesPerToken.weights / 1e9)));
    }

    void promptsAreWorkedOnWhereTheWholeModelIs()
    {
        const SimulationResult result = played(scenarioOf(rubinAndGroq(), 1, 1024, 64));
        const Run& run = *result.systems.front().run;
        QCOMPARE(run.segments.front().kind, SegmentKind::Prefill);
        forEachOperator(run.segments.front().shape->passes.front(), [](const Operator& op, double) {
            QCOMPARE(int(op.pool), 0);
            QVERIFY(op.kind != OperatorKind::Hop);
        });
        // 235 GB of weights at 22 TB/s are read once; 211 of 218 ms were messages.
        QVERIFY(result.systems.front().report.ttftS < 0.05);
    }

    void aTransferIsAllPortsTogetherAndItsHiddenShareIsOfTheirTime()
    {
        // 8,192 tokens of 327,680 B through eight ports of 50 GB/s.
        nlohmann::json system = nlohmann::json::parse(R"({"name": "apart", "model": "llama-3.1-70b",
            "weight_bits": 16, "link": "infiniband_ndr",
            "pools": [{"role": "prefill", "chip": "h100_sxm", "chips": 8, "tensor_parallel": 8},
                {"role": "decode", "chip": "h100_sxm", "chips": 8, "tensor_parallel": 8}]})");
        const Report report = reportOf(scenarioOf(system, 1, 8192, 16));
        const double bytes = 8192 * 327'680.0;
        QVERIFY(near(report.transfer.bytes, bytes, 1e-9));
        const Link& link = *catalog().link(LinkId("infiniband_ndr"));
        const double seconds = bytes / 8 / (link.bandwidth.value.value * link.share.value);
        QVERIFY(near(report.transfer.totalS, seconds + link.latency.value.value, 1e-6));
        // Only the last of 80 layers, and the latency, come behind the prefill.
        const double exposed = seconds / 80 + link.latency.value.value;
        QVERIFY(near(1 - report.transfer.hiddenShare, exposed / report.transfer.totalS, 1e-6));
    }

    void everyWaferOfAPipelineHasAPort()
    {
        const auto decodedOn = [](int wafers) {
            nlohmann::json system = nlohmann::json::parse(R"({"name": "apart", "model": "llama-3.1-8b",
                "weight_bits": 16, "link": "ethernet_400g",
                "pools": [{"role": "prefill", "chip": "trainium2", "chips": 16, "tensor_parallel": 16},
                    {"role": "decode", "chip": "wse3"}]})");
            system["pools"][1]["chips"] = system["pools"][1]["pipeline_parallel"] = wafers;
            return reportOf(scenarioOf(system, 1, 8192, 16)).transfer;
        };
        const auto one = decodedOn(1), four = decodedOn(4);
        QVERIFY(near(one.bytes, four.bytes, 1e-9));
        const double latency = catalog().link(LinkId("ethernet_400g"))->latency.value.value;
        QVERIFY(near(one.totalS - latency, 4 * (four.totalS - latency), 1e-6));
    }
};

MEMWALL_TEST(TestSpecialMachines, memwall::tests::NoApplication)

} // namespace tst_special_machines

#include "tst_special_machines.moc"
