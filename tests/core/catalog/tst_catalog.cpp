// The shipped catalog reads, refers only to what it has, and its models have their published sizes.
#include "core/catalog/catalog.h"
#include "core/catalog/model_size.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_catalog
{

using namespace memwall::core;

namespace
{

std::filesystem::path shipped()
{
    return std::filesystem::path(MEMWALL_SOURCE_DIR) / "resources/catalog";
}

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto read = readCatalog(shipped());
        if (!read)
            for (const Problem& problem : read.error())
                qInfo("%s", describe(problem, memwall::ui::wordingOfFiles()).c_str());
        QVERIFY(read.has_value());
        m_catalog = std::move(*read);
    }

    void theRequiredEntriesAreThere()
    {
        for (const char* id :
            { "a100_sxm_80", "h100_sxm", "h200_sxm", "b200_sxm", "mi300x", "rtx4090", "m4_max", "m3_ultra",
                "groq_lpu1", "wse3", "taalas_hc1", "trainium2", "sn40l", "rubin", "groq_lp30" })
            QVERIFY2(m_catalog.chip(ChipId(id)) != nullptr, id);
        for (const char* id : { "llama-3.1-8b", "llama-3.1-70b", "llama-3.1-405b", "llama-3.2-1b",
                 "llama-3.2-3b", "qwen3-8b", "mixtral-8x7b", "deepseek-v3", "gpt-oss-120b" })
            QVERIFY2(m_catalog.model(ModelId(id)) != nullptr, id);
        for (const char* id : { "nvlink3", "nvlink4", "nvlink5", "nvlink_switch72", "pcie4_x16", "pcie5_x16",
                 "infiniband_ndr", "ethernet_400g", "wafer_fabric" })
            QVERIFY2(m_catalog.link(LinkId(id)) != nullptr, id);
        for (const char* id : { "eager", "graphs", "megakernel", "native", "llama.cpp-cuda", "vllm",
                 "tensorrt-llm", "gpt-fast" })
            QVERIFY2(m_catalog.engine(EngineId(id)) != nullptr, id);
    }

    void whatAnEntryIsStandsInItNotInItsName()
    {
        QFile file(QString::fromStdString((shipped() / "chips.json").string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = nlohmann::json::parse(file.readAll().toStdString());
        for (const auto& entry : json.at("chips")) {
            const Chip* chip = m_catalog.chip(ChipId(entry.at("id").get<std::string>()));
            QVERIFY(chip != nullptr);
            QCOMPARE(std::string(nameOf(chip->chipClass)), entry.at("class").get<std::string>());
        }
        for (const Format& format : m_catalog.formats)
            QCOMPARE(format.etched, format.id == kEtched);
        const std::vector<std::string> classes { "eager", "graphs", "megakernel", "native" };
        for (const Engine& engine : m_catalog.engines)
            QCOMPARE(engine.isClass, std::count(classes.begin(), classes.end(), engine.id.text()) > 0);
    }

    void modelsHaveTheirPublishedSizes_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<double>("billions");
        // Published totals of the model cards.
        QTest::newRow("8B") << QByteArray("llama-3.1-8b") << 8.03;
        QTest::newRow("405B") << QByteArray("llama-3.1-405b") << 405.9;
        QTest::newRow("1B") << QByteArray("llama-3.2-1b") << 1.236;
        QTest::newRow("Mixtral") << QByteArray("mixtral-8x7b") << 46.7;
        QTest::newRow("DeepSeek-V3") << QByteArray("deepseek-v3") << 671.0;
        QTest::newRow("Kimi K2") << QByteArray("kimi-k2") << 1026.0;
        QTest::newRow("gpt-oss-120b") << QByteArray("gpt-oss-120b") << 116.83;
        QTest::newRow("gpt-oss-20b") << QByteArray("gpt-oss-20b") << 20.91;
        QTest::newRow("Qwen3 235B") << QByteArray("qwen3-235b-a22b") << 235.1;
        QTest::newRow("GPT-2") << QByteArray("gpt-2") << 0.1244;
    }

    void modelsHaveTheirPublishedSizes()
    {
        QFETCH(QByteArray, id);
        QFETCH(double, billions);
        const Model* model = m_catalog.model(ModelId(id.toStdString()));
        QVERIFY(model != nullptr);
        QVERIFY(std::abs(totalParams(*model) / (billions * 1e9) - 1) < 0.002);
    }

    void everyLayerHasItsAttentionAndFeedForward()
    {
        for (const Model& model : m_catalog.models) {
            QCOMPARE(model.attentionOf.size(), static_cast<std::size_t>(model.layers));
            QCOMPARE(model.feedForwardOf.size(), static_cast<std::size_t>(model.layers));
            for (std::size_t g = 0; g < model.attention.size(); ++g)
                QCOMPARE(std::count(model.attentionOf.begin(), model.attentionOf.end(),
                             static_cast<std::uint8_t>(g)),
                    static_cast<std::ptrdiff_t>(model.attention[g].layers));
        }
    }

    void slidingWindowsAlternateAsPublished()
    {
        const Model* model = m_catalog.model(ModelId("gpt-oss-120b"));
        QVERIFY(model->attention[model->attentionOf[0]].window.has_value());
        QVERIFY(!model->attention[model->attentionOf[1]].window.has_value());
        const Model* gemma = m_catalog.model(ModelId("gemma-3-27b"));
        QVERIFY(!gemma->attention[gemma->attentionOf[5]].window.has_value());
        QVERIFY(gemma->attention[gemma->attentionOf[61]].window.has_value());
    }

    void mistakesNameFileAndPointer()
    {
        QTemporaryDir folder;
        for (const auto& entry : std::filesystem::directory_iterator(shipped()))
            std::filesystem::copy(
                entry.path(), std::filesystem::path(folder.path().toStdString()) / entry.path().filename());
        QFile links(folder.filePath(QStringLiteral("links.json")));
        QVERIFY(links.open(QIODevice::ReadOnly));
        QByteArray text = links.readAll();
        links.close();
        text.replace("\"id\": \"nvlink4\"", "\"id\": \"nvlink9\", \"speed\": 1");
        QVERIFY(links.open(QIODevice::WriteOnly));
        links.write(text);
        links.close();
        const auto read = readCatalog(folder.path().toStdString());
        QVERIFY(!read.has_value());
        std::string all;
        for (const Problem& problem : read.error())
            all += describe(problem, memwall::ui::wordingOfFiles()) + '\n';
        QVERIFY2(all.find("links.json /links/1/speed") != std::string::npos, all.c_str());
        QVERIFY2(all.find("names \"nvlink4\"") != std::string::npos, all.c_str());
    }

    void aFileOfTheWrongShapeIsAProblemNotACrash_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("fragment");
        QTest::newRow("list") << QByteArray("[]") << QByteArray("must be an object");
        QTest::newRow("schema is a number")
            << QByteArray("{\"schema\": 1, \"links\": []}") << QByteArray("/schema");
        QTest::newRow("entries are no list")
            << QByteArray("{\"schema\": \"memwall-links/1\", \"links\": 5}") << QByteArray("must be a list");
        QTest::newRow("no entries") << QByteArray("{\"schema\": \"memwall-links/1\"}")
                                    << QByteArray("/links: is missing");
    }

    void aFileOfTheWrongShapeIsAProblemNotACrash()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, fragment);
        QTemporaryDir folder;
        const std::filesystem::path copy(folder.path().toStdString());
        for (const auto& entry : std::filesystem::directory_iterator(shipped()))
            std::filesystem::copy(entry.path(), copy / entry.path().filename());
        QFile links(folder.filePath(QStringLiteral("links.json")));
        QVERIFY(links.open(QIODevice::WriteOnly));
        links.write(text);
        links.close();
        const auto read = readCatalog(copy);
        QVERIFY(!read.has_value());
        std::string all;
        for (const Problem& problem : read.error())
            all += describe(problem, memwall::ui::wordingOfFiles()) + '\n';
        QVERIFY2(all.find(fragment.toStdString()) != std::string::npos, all.c_str());
    }

    void aMissingFolderIsAProblemNotACrash() { QVERIFY(!readCatalog("/nonexistent").has_value()); }

private:
    Catalog m_catalog;
};

MEMWALL_TEST(TestCatalog, memwall::tests::NoApplication)

} // namespace tst_catalog

#include "tst_catalog.moc"
