// Hugging Face configs give the shapes that the catalog has of the same models.
#include "core/catalog/hf_config.h"
#include "core/catalog/model_size.h"
#include "core/scenario/scenario_io.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QTest>

#include <fstream>

namespace tst_hf_config
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

class TestHfConfig : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_catalog = shippedCatalog();
        std::ifstream file(std::filesystem::path(MEMWALL_SOURCE_DIR) / "tests/data/hf_configs.json");
        m_configs = json::parse(file);
    }

    void aConfigGivesTheModelOfTheCatalog_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const auto& [id, config] : m_configs.items())
            QTest::newRow(id.c_str()) << QByteArray(id.c_str());
    }

    void aConfigGivesTheModelOfTheCatalog()
    {
        QFETCH(QByteArray, id);
        const auto made = modelFromHuggingFace(m_configs.at(id.toStdString()), "");
        QVERIFY2(made.has_value(), made ? "" : listOf(made.error()).c_str());
        QVERIFY2(made->at("notes").empty(), made->dump().c_str());
        const auto model = readModel(*made, "");
        QVERIFY2(model.has_value(), model ? "" : listOf(model.error()).c_str());
        const Model& shipped = *m_catalog.model(ModelId(id.toStdString()));
        QCOMPARE(totalParams(*model), totalParams(shipped));
        QCOMPARE(activeBytes(*model, {}), activeBytes(shipped, {}));
        for (const double tokens : { 1.0, 3000.0, 100'000.0 })
            QCOMPARE(kvBytesAt(*model, tokens, 2), kvBytesAt(shipped, tokens, 2));
        QCOMPARE(model->nativeFormat, shipped.nativeFormat);
        for (std::size_t layer = 0; layer < model->attentionOf.size(); ++layer)
            QCOMPARE(model->attention[model->attentionOf[layer]].window,
                shipped.attention[shipped.attentionOf[layer]].window);
    }

    void brokenConfigsGiveOneClearMessage_data()
    {
        QTest::addColumn<QByteArray>("of");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* of, const char* field, const char* value, const char* message) {
            QTest::addRow("%s %s", of, field)
                << QByteArray(of) << QByteArray(field) << QByteArray(value) << QByteArray(message);
        };
        row("llama-3.1-8b", "/hidden_size", "null", "/hidden_size: is missing; give the width of the layers");
        row("llama-3.1-8b", "/num_hidden_layers", "\"32\"", "/num_hidden_layers: must be a whole number");
        row("llama-3.1-8b", "/num_hidden_layers", "99999", "/num_hidden_layers: is more than 1000");
        row("llama-3.1-8b", "/vocab_size", "null", "/vocab_size: is missing; give the number of words");
        row("llama-3.1-8b", "/intermediate_size", "-1", "/intermediate_size: must be a whole number");
        row("mixtral-8x7b", "/num_experts_per_tok", "null", "/num_experts_per_tok: is missing");
        row("deepseek-v3", "/v_head_dim", "null", "/v_head_dim: is missing");
        row("gpt-oss-20b", "/layer_types", "[\"full_attention\"]", "/layer_types: has 1 entry for 24 layers");
        row("gemma-3-27b", "/text_config/hidden_size", "null", "/text_config/hidden_size: is missing");
        row("nemotron-3-nano-30b-a3b", "/hybrid_override_pattern", "\"M*\"", "has 2 letters for 52 layers");
        // Values of another kind, where they stand.
        row("kimi-linear-48b-a3b", "/linear_attn_config/head_dim", "[]",
            "/linear_attn_config/head_dim: must be");
        row("kimi-linear-48b-a3b", "/linear_attn_config/num_heads", "{}",
            "/linear_attn_config/num_heads: must be");
        row("llama-3.1-8b", "/tie_word_embeddings", "\"true\"",
            "/tie_word_embeddings: must be true or false");
        row("llama-3.1-8b", "/model_type", "7", "/model_type: must be text");
        row("gemma-3-27b", "/text_config/num_attention_heads", "\"32\"",
            "/text_config/num_attention_heads: must");
        // What no model has is said of the config's own fields, not of what was made from them.
        row("mixtral-8x7b", "/num_experts_per_tok", "9", "/num_experts_per_tok: must lie between 1 and");
        row("llama-3.1-8b", "/vocab_size", "1000000000", "/vocab_size: is 1000000000, out of range");
        row("llama-3.1-8b", "/num_key_value_heads", "1000000000", "/num_key_value_heads: is 1000000000, out");
        row("kimi-linear-48b-a3b", "/linear_attn_config/short_conv_kernel_size", "1000000000",
            "/linear_attn_config/short_conv_kernel_size: is 1000000000, out of range");
    }

    void brokenConfigsGiveOneClearMessage()
    {
        QFETCH(QByteArray, of);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, message);
        json config = m_configs.at(of.toStdString());
        config[json::json_pointer(field.toStdString())] = json::parse(value.toStdString());
        const auto made = modelFromHuggingFace(config, "broken");
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().size(), 1U);
        const std::string text = describe(made.error().front(), memwall::ui::wordingOfFiles());
        QVERIFY2(text.find(message.toStdString()) != std::string::npos, text.c_str());
        QVERIFY(!made.error().front().remedy.empty());
    }

    /// Every field of every config, at any depth, with a value of every other kind: a model or messages about
    /// the config.
    void noValueOfAnotherKindBreaksTheReader_data() { aConfigGivesTheModelOfTheCatalog_data(); }
    void noValueOfAnotherKindBreaksTheReader()
    {
        QFETCH(QByteArray, id);
        const json& good = m_configs.at(id.toStdString());
        const json others
            = json::parse(R"([null, true, -1, 0.5, 3, 1e300, 18446744073709551615, "x", [], {"a": {}}])");
        json shorter = good; // one entry of a list stands for the others
        for (json& field : shorter)
            if (field.is_array() && field.size() > 1)
                field = json::array({ field[0] });
        const json flat = shorter.flatten();
        for (const auto& [field, value] : flat.items())
            for (auto place = json::json_pointer(field); !place.empty(); place.pop_back())
                for (const json& other : others) {
                    json config = good;
                    config[place] = other;
                    const auto made = modelFromHuggingFace(config, "");
                    if (made)
                        QVERIFY2(readModel(*made, "").has_value(), config.dump().c_str());
                    else
                        for (const Problem& problem : made.error())
                            QVERIFY2(isOf(config, problem.pointer), problem.pointer.c_str());
                }
    }

    void anUnknownTypeIsReadLikeLlamaWithANote()
    {
        json config = m_configs.at("llama-3.1-8b");
        config["model_type"] = "somebodys_llama";
        const auto made = modelFromHuggingFace(config, "Somebody's 8B");
        QVERIFY(made.has_value());
        QCOMPARE(made->at("notes").size(), 1U);
        QCOMPARE(made->at("id"), json("somebody-s-8b"));
        QCOMPARE(totalParams(*readModel(*made, "")), totalParams(*m_catalog.model(ModelId("llama-3.1-8b"))));
    }

    void aConfigMayStandInAScenario()
    {
        json scenario = fourH100();
        scenario["systems"][0]["model"] = m_configs.at("gpt-oss-20b");
        const auto read = readScenario(scenario.dump(), m_catalog);
        QVERIFY2(read.has_value(), read ? "" : listOf(read.error()).c_str());
        const auto again = readScenario(writeScenario(*read), m_catalog);
        QVERIFY(again.has_value() && *again == *read);
        scenario["systems"][0]["model"].erase("vocab_size");
        const auto broken = readScenario(scenario.dump(), m_catalog);
        QVERIFY(!broken.has_value());
        QCOMPARE(broken.error().front().pointer, std::string("/systems/0/model/vocab_size"));
    }

private:
    /// Whether a pointer leads to a value of the config, or to one that an object of it lacks.
    static bool isOf(const json& config, const std::string& pointer)
    {
        json::json_pointer place(pointer);
        return place.empty() || config.contains(place)
            || (config.contains(place.parent_pointer()) && config.at(place.parent_pointer()).is_object());
    }

    Catalog m_catalog;
    json m_configs;
};

MEMWALL_TEST(TestHfConfig, memwall::tests::NoApplication)

} // namespace tst_hf_config

#include "tst_hf_config.moc"
