// The shipped catalog against the shipped measurements, and how measurements are read.
#include "core/validate/check_text.h"
#include "core/validate/figure_kind.h"
#include "core/validate/names.h"
#include "core/validate/predict.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

#include <fstream>
#include <sstream>

namespace tst_model_check
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

namespace
{

std::string shippedText()
{
    std::ifstream file(std::string(MEMWALL_SOURCE_DIR) + "/resources/catalog/measurements.json");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

Measurement named(const char* hardware, const char* engine, const char* source = "")
{
    Measurement m;
    m.hardware = hardware;
    m.engine = engine;
    m.source = PublicationId(source);
    return m;
}

} // namespace

class TestModelCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_catalog = shippedCatalog();
        auto set = measurementsFromText(shippedText());
        QVERIFY(set.has_value());
        m_set = std::move(*set);
        m_check = checkModel(m_set, m_catalog);
    }

    void nearlyEveryPublishedPointIsCovered()
    {
        QVERIFY(m_set.points.size() > 1400);
        QVERIFY2(
            m_check.covered * 100 >= m_set.points.size() * 98, qPrintable(QString::number(m_check.covered)));
        for (const CheckedPoint& point : m_check.points)
            QVERIFY(point.predicted || !point.whyNot.empty());
    }

    void errorsStayWhereTheManualSaysTheyAre()
    {
        qInfo("all %.1f / %.1f %%, decode %.1f / %.1f %%, inside their band %.0f %%",
            m_check.all.median * 100, m_check.all.p90 * 100, m_check.byKind["decode"].median * 100,
            m_check.byKind["decode"].p90 * 100, m_check.insideBand * 100);
        QVERIFY(m_check.all.median <= 0.09);
        QVERIFY(m_check.all.p90 <= 0.31);
        QVERIFY(m_check.byKind["decode"].median <= 0.07);
        QVERIFY(m_check.byKind["decode"].p90 <= 0.27);
        QVERIFY(m_check.insideBand >= 0.667);
    }

    void whatIsFarOffWasFlaggedBefore()
    {
        std::string far;
        for (const std::string& id : m_check.unflagged)
            far += id + ' ';
        QVERIFY2(far.empty(), far.c_str());
    }

    void theJsonIsTheContract()
    {
        const json check = checkJson(m_check, memwall::ui::wordingOfFiles());
        QCOMPARE(check["points"].size(), m_set.points.size());
        for (const char* key : { "id", "predicted", "measured", "in_range", "why_not" })
            QVERIFY2(check["points"][0].contains(key), key);
        const std::string table = checkTable(m_check, memwall::ui::wordingOfFiles());
        QVERIFY(table.find(m_set.points.front().id) != std::string::npos);
        QVERIFY(table.find("median") != std::string::npos);
    }

    void namesOfSoftwareGiveItsClass()
    {
        const auto engineOf
            = [this](const char* hardware, const char* engine, int year, const char* source = "") {
                  const Measurement m = named(hardware, engine, source);
                  return engineNamed(m, *m_catalog.chip(chipNamed(m, m_catalog).value()), year);
              };
        QCOMPARE(engineOf("H100-SXM-80GB", "TensorRT-LLM 0.5.0", 2023), EngineId("tensorrt-llm-0.5"));
        QCOMPARE(engineOf("H100-SXM-80GB", "TensorRT-LLM 0.9.0", 2024), EngineId("tensorrt-llm-0.9"));
        QCOMPARE(
            engineOf("B200-180GB", "TensorRT-LLM 1.0 (PyTorch backend)", 2025), EngineId("tensorrt-llm"));
        QCOMPARE(engineOf("H100-SXM-80GB", "vLLM 0.16.0", 2026), EngineId("vllm"));
        QCOMPARE(engineOf("H100-SXM-80GB", "vLLM (Nov 2024)", 2024), EngineId("vllm-2024"));
        QCOMPARE(engineOf("A100 (PCIe)", "vLLM", 2023), EngineId("vllm-2023"));
        QCOMPARE(engineOf("H200-SXM-141GB", "vLLM (Mar 2025)", 2025), EngineId("vllm-early-2025"));
        QCOMPARE(engineOf("RTX 4090", "llama.cpp (May 2024)", 2024), EngineId("llama.cpp-cuda-2024"));
        QCOMPARE(engineOf("Apple M2 Ultra (76-core GPU)", "llama.cpp Metal", 2023, "LCPP4167"),
            EngineId("llama.cpp-metal-2023"));
        QCOMPARE(engineOf("RX 7900 XTX", "Ollama / llama.cpp", 2025), EngineId("llama.cpp-vulkan"));
        QCOMPARE(engineOf("Cerebras WSE-3", "vendor cloud API", 2024), EngineId("native"));
    }

    void namesOfFormatsGiveIds()
    {
        const Chip& chip = *m_catalog.chip(ChipId("rtx4090"));
        QCOMPARE(formatNamed("gguf Q4_K_M", chip), FormatId("q4_k_m"));
        QCOMPARE(formatNamed("mxfp4 (MoE), bf16 rest", chip), FormatId("mxfp4"));
        QCOMPARE(formatNamed("exl2 2.5 bpw", chip), FormatId("exl2-2.5"));
        QCOMPARE(formatNamed("int4 awq g128", chip), FormatId("awq-g128"));
        QCOMPARE(formatNamed("fp16", chip), FormatId("bf16"));
    }

    void modelsAreFoundUnderOtherNames()
    {
        QCOMPARE(modelNamed("Vicuna-13B-v1.3", m_catalog).value(), ModelId("llama-2-13b"));
        QCOMPARE(modelNamed("Llama-3.1-8B", m_catalog).value(), ModelId("llama-3.1-8b"));
        QVERIFY(!modelNamed("Unheard-of-9B", m_catalog));
    }

    void everyWordOfTheShippedPointsIsKnown()
    {
        for (const Measurement& point : m_set.points) {
            QVERIFY2(point.phase != MeasuredPhase::Other, point.id.c_str());
            QVERIFY2(point.grade != Grade::None, point.id.c_str());
            QVERIFY2(kindOf(point) != FigureKind::Unknown, point.id.c_str());
        }
    }

    void kindsOfFiguresStandInTheOrderOfTheirWords()
    {
        for (auto kind = FigureKind::Bandwidth; kind != FigureKind::Unknown;) {
            const auto next = static_cast<FigureKind>(static_cast<int>(kind) + 1);
            QVERIFY2(nameOf(kind) < nameOf(next), std::string(nameOf(kind)).c_str());
            kind = next;
        }
    }

    void anUnknownChipIsAReasonNotAnError()
    {
        const auto set = measurementsFromJson(json { { "points",
            json::array({ { { "id", "x" }, { "hardware", "Abacus 9000" }, { "model", "Llama-3.1-8B" },
                { "metric", "tpot_s" }, { "value", 1.0 } } }) } });
        QVERIFY(set.has_value());
        const ModelCheck check = checkModel(*set, m_catalog);
        QVERIFY(!check.points[0].predicted);
        QVERIFY(memwall::ui::english(check.points[0].whyNot).find("Abacus 9000") != std::string::npos);
        QVERIFY(checkJson(check, memwall::ui::wordingOfFiles())["points"][0]["predicted"].is_null());
    }

    void aKernelWhoseWordsSayNothingHasNoFigure()
    {
        const auto set = measurementsFromJson(json { { "points",
            json::array({ { { "id", "x" }, { "hardware", "H100-SXM-80GB" }, { "model", "attention" },
                              { "phase", "attention" }, { "batch", 0 }, { "metric", "op_time_s" },
                              { "value", 1.0 } },
                { { "id", "y" }, { "hardware", "H100-SXM-80GB" }, { "model", "all-reduce" }, { "chips", 1 },
                    { "phase", "collective" }, { "metric", "collective_time_s" }, { "value", 1.0 } } }) } });
        QVERIFY(set.has_value());
        const ModelCheck check = checkModel(*set, m_catalog);
        QVERIFY(!check.points[1].predicted && !check.points[1].whyNot.empty());
    }

    void absurdConditionsAreReasonsNotErrors_data()
    {
        QTest::addColumn<QByteArray>("conditions");
        QTest::newRow("a format without its bits")
            << QByteArray(R"({"weights_precision": "exl2-3.0", "phase": "gemm", "metric": "op_time_s"})");
        QTest::newRow("a format of nothing") << QByteArray(R"({"weights_precision": "exl2"})");
        QTest::newRow("a machine of all chips")
            << QByteArray(R"({"parallelism": {"ep": 100000, "pp": 100000}, "chips": 100000})");
        QTest::newRow("a pipeline without layers")
            << QByteArray(R"({"parallelism": {"pp": 1000}, "chips": 1000})");
        QTest::newRow("everybody at once")
            << QByteArray(R"({"parallelism": {"ep": 100000}, "chips": 1, "batch": 100000})");
    }
    void absurdConditionsAreReasonsNotErrors()
    {
        QFETCH(QByteArray, conditions);
        json point { { "id", "x" }, { "hardware", "H100-SXM-80GB" }, { "model", "Llama-3.1-8B" },
            { "metric", "tpot_s" }, { "value", 1.0 } };
        point.update(json::parse(conditions.toStdString()));
        const auto set = measurementsFromJson(json { { "points", json::array({ point }) } });
        QVERIFY(set.has_value());
        const ModelCheck check = checkModel(*set, m_catalog);
        QVERIFY(!check.points[0].predicted);
        QVERIFY(!check.points[0].whyNot.empty());
    }

    void brokenFilesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("pointer");
        QTest::newRow("no list") << QByteArray(R"({"schema": 1})") << QByteArray("/points");
        QTest::newRow("no object") << QByteArray(R"({"points": [3]})") << QByteArray("/points/0");
        QTest::newRow("no id") << QByteArray(R"({"points": [{"value": 1}]})") << QByteArray("/points/0/id");
        QTest::newRow("no value") << QByteArray(R"({"points": [{"id": "a"}]})")
                                  << QByteArray("/points/0/value");
        QTest::newRow("negative") << QByteArray(R"({"points": [{"id": "a", "value": -1}]})")
                                  << QByteArray("/points/0/value");
        QTest::newRow("endless") << QByteArray(
            R"({"points": [{"id": "a", "value": 1, "input_tokens": 1e300}]})")
                                 << QByteArray("/points/0/input_tokens");
        QTest::newRow("next to nothing")
            << QByteArray(R"({"points": [{"id": "a", "value": 1, "input_tokens": 1e-6}]})")
            << QByteArray("/points/0/input_tokens");
        QTest::newRow("words for a number")
            << QByteArray(R"({"points": [{"id": "a", "value": 1, "batch": "8"}]})")
            << QByteArray("/points/0/batch");
        QTest::newRow("no plan") << QByteArray(R"({"points": [{"id": "a", "value": 1, "parallelism": 8}]})")
                                 << QByteArray("/points/0/parallelism");
        QTest::newRow("endless drafts")
            << QByteArray(R"({"points": [{"id": "a", "value": 1, "spec_decode": {"k": 1e12}}]})")
            << QByteArray("/points/0/spec_decode/k");
        QTest::newRow("no JSON") << QByteArray("points: 1") << QByteArray("");
    }

    void brokenFilesAreAnswered()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, pointer);
        const auto set = measurementsFromText(text.toStdString());
        QVERIFY(!set.has_value());
        QCOMPARE(set.error().front().pointer, pointer.toStdString());
        QVERIFY(!set.error().front().message.empty());
    }

private:
    Catalog m_catalog;
    MeasurementSet m_set;
    ModelCheck m_check;
};

MEMWALL_TEST(TestModelCheck, memwall::tests::NoApplication)

} // namespace tst_model_check

#include "tst_model_check.moc"
