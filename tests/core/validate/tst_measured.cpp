// Predictions against published measurements: decode of Llama-family models in 16 bits, one user. All rows
// share one catalog; none has a constant of its own.
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_measured
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

class TestMeasured : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = shippedCatalog(); }

    void decodeIsWithinFifteenPercent_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("chip");
        QTest::addColumn<int>("chips");
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<int>("prompt");
        QTest::addColumn<int>("output");
        QTest::addColumn<int>("kvBits");
        QTest::addColumn<double>("seconds");
        const auto row = [](const char* id, const char* model, const char* chip, int chips,
                             const char* engine, int prompt, int output, double seconds, int kvBits = 16) {
            QTest::newRow(id) << QByteArray(model) << QByteArray(chip) << chips << QByteArray(engine)
                              << prompt << output << kvBits << seconds;
        };
        // gpt-fast README: A100-80GB, bf16, tokens/s over 200 tokens from a 5-token prompt. Left out: 3.1 70B
        // on two GPUs, listed 25 % slower than Llama 2 70B of the same size.
        row("GPTFAST-0001", "llama-2-7b", "a100_sxm_80", 1, "gpt-fast", 5, 200, 1 / 104.9);
        row("GPTFAST-0007", "llama-2-7b", "a100_sxm_80", 2, "gpt-fast", 5, 200, 1 / 168.84);
        row("GPTFAST-0009", "llama-2-7b", "a100_sxm_80", 4, "gpt-fast", 5, 200, 1 / 254.02);
        row("GPTFAST-0011", "llama-2-7b", "a100_sxm_80", 8, "gpt-fast", 5, 200, 1 / 328.43);
        row("GPTFAST-0017", "llama-2-70b", "a100_sxm_80", 2, "gpt-fast", 5, 200, 1 / 21.32);
        row("GPTFAST-0019", "llama-2-70b", "a100_sxm_80", 4, "gpt-fast", 5, 200, 1 / 38.01);
        row("GPTFAST-0021", "llama-2-70b", "a100_sxm_80", 8, "gpt-fast", 5, 200, 1 / 62.5);
        row("GPTFAST-0027", "llama-3.1-8b", "a100_sxm_80", 1, "gpt-fast", 5, 200, 1 / 93.89);
        row("GPTFAST-0031", "llama-3.1-8b", "a100_sxm_80", 2, "gpt-fast", 5, 200, 1 / 149.1);
        row("GPTFAST-0033", "llama-3.1-8b", "a100_sxm_80", 4, "gpt-fast", 5, 200, 1 / 217.21);
        row("GPTFAST-0035", "llama-3.1-8b", "a100_sxm_80", 8, "gpt-fast", 5, 200, 1 / 276.01);
        row("GPTFAST-0039", "llama-3.1-70b", "a100_sxm_80", 4, "gpt-fast", 5, 200, 1 / 37.45);
        row("GPTFAST-0041", "llama-3.1-70b", "a100_sxm_80", 8, "gpt-fast", 5, 200, 1 / 58.78);
        // vLLM blog, fp8 KV cache: published linear fit evaluated at 100,000 tokens of context.
        row("VLLMFP8KV-0003", "llama-3.1-8b", "h100_sxm", 1, "vllm", 100000, 128, 0.01081);
        row("VLLMFP8KV-0006", "llama-3.1-8b", "h100_sxm", 1, "vllm", 100000, 128, 0.00895, 8);
        row("VLLMFP8KV-0009", "llama-3.1-8b", "b200_sxm", 1, "vllm", 100000, 128, 0.00573);
        // Splitwise's published tables: an eager stack of 2023, held by its host.
        row("SPLITWISE-0052", "llama-2-70b", "a100_sxm_80", 2, "vllm-2023", 512, 128, 0.054856);
        row("SPLITWISE-0054", "llama-2-70b", "a100_sxm_80", 4, "vllm-2023", 512, 128, 0.044991);
        row("SPLITWISE-0056", "llama-2-70b", "a100_sxm_80", 8, "vllm-2023", 512, 128, 0.044852);
        row("SPLITWISE-0093", "llama-2-70b", "a100_sxm_80", 2, "vllm-2023", 2048, 128, 0.054886);
        row("SPLITWISE-0097", "llama-2-70b", "a100_sxm_80", 8, "vllm-2023", 2048, 128, 0.045437);
        // Cards without NVLink behind one PCIe root, MLC-LLM's and vLLM's published runs.
        row("MLCPERF-0014", "llama-2-70b", "a100_pcie_80", 2, "vllm-2023", 7, 256, 1 / 15.27);
        row("MLCPERF-0013", "llama-2-70b", "a100_pcie_80", 2, "mlc", 7, 256, 1 / 17.0);
        row("MLCPERF-0015", "llama-2-70b", "a100_pcie_80", 4, "mlc", 7, 256, 1 / 26.6);
        row("MLCPERF-0016", "llama-2-70b", "a100_pcie_80", 4, "vllm-2023", 7, 256, 1 / 17.64);
        row("MLCPERF-0017", "llama-2-70b", "a100_pcie_80", 8, "mlc", 7, 256, 1 / 38.8);
        row("MLCPERF-0018", "llama-2-70b", "a100_pcie_80", 8, "vllm-2023", 7, 256, 1 / 14.32);
    }

    void decodeIsWithinFifteenPercent()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, chip);
        QFETCH(int, chips);
        QFETCH(QByteArray, engine);
        QFETCH(int, prompt);
        QFETCH(int, output);
        QFETCH(int, kvBits);
        QFETCH(double, seconds);
        const json file { { "memwall", 1 },
            { "workload", { { "users", 1 }, { "prompt_tokens", prompt }, { "output_tokens", output } } },
            { "systems",
                json::array({ { { "model", model.toStdString() }, { "engine", engine.toStdString() },
                    { "kv_bits", kvBits },
                    { "pools",
                        json::array({ { { "chip", chip.toStdString() }, { "chips", chips } } }) } } }) } };
        auto scenario = scenarioFromJson(file, m_catalog);
        if (!scenario && model == "llama-2-70b") {
            // Longer than the model's context: the published run padded it.
            QSKIP("longer than the model's context");
        }
        QVERIFY2(scenario.has_value(),
            scenario ? "" : describe(scenario.error()[0], memwall::ui::wordingOfFiles()).c_str());
        const Report report = simulate(*scenario, m_catalog).systems[0].report;
        QVERIFY2(report.fits, memwall::ui::english(report.fitReason).c_str());
        const double error = report.tpotS / seconds - 1;
        qInfo("%s %s x%d: %.2f ms predicted, %.2f ms measured, %+.1f %%", engine.constData(),
            model.constData(), chips, report.tpotS * 1e3, seconds * 1e3, error * 100);
        QVERIFY(std::abs(error) <= 0.15);
    }

private:
    Catalog m_catalog;
};

MEMWALL_TEST(TestMeasured, memwall::tests::NoApplication)

} // namespace tst_measured

#include "tst_measured.moc"
