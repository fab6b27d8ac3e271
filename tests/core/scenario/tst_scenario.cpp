// Scenario files: what is read, what is refused and how, round trips.
#include "core/machine/machine.h"
#include "core/scenario/scenario_io.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QTest>

#include <map>

namespace tst_scenario
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

class TestScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = shippedCatalog(); }

    void aMinimalFileGetsTheStatedDefaults()
    {
        const auto scenario = readScenario(
            R"({"memwall": 1, "workload": {}, "systems": [{"model": "llama-3.1-8b", "pools": [{"chip": "h100_sxm", "chips": 2}]}]})",
            m_catalog);
        QVERIFY2(scenario.has_value(), scenario ? "" : listOf(scenario.error()).c_str());
        const System& system = scenario->systems[0];
        QCOMPARE(system.name, std::string("2 × H100 SXM"));
        QCOMPARE(system.pools[0].tensorParallel, 2);
        QCOMPARE(scenario->workload.promptTokens.value, 1024);
        QCOMPARE(scenario->workload.arrivals, Arrivals::Together);
    }

    void wrongFilesSayWhereAndWhatWouldBeRight_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("fragment");
        const auto row = [](const char* set, const char* value, const char* pointer, const char* fragment) {
            QTest::addRow("%s = %s", set, value)
                << QByteArray(set) << QByteArray(value) << QByteArray(pointer) << QByteArray(fragment);
        };
        row("/memwall", "2", "/memwall", "version 1");
        row("/memwal", "1", "/memwal", "did you mean \"memwall\"");
        row("/workload/user", "3", "/workload/user", "did you mean \"users\"");
        row("/workload/users", "0", "/workload/users", "between 1 and 100000");
        row("/workload/users", "\"two\"", "/workload/users", "must be a number");
        row("/workload/users", "1.5", "/workload/users", "whole number");
        row("/workload/prompt_tokens", "200000", "/workload/prompt_tokens", "131072");
        row("/workload/prompt_tokens", R"({"distribution": "normal"})",
            "/workload/prompt_tokens/distribution", "lognormal");
        row("/workload/prompt_tokens", R"({"distribution": "uniform", "min": 9, "max": 3})",
            "/workload/prompt_tokens/max", "below min");
        row("/workload/arrivals", "\"trace\"", "/workload/trace", "give {\"file\"");
        row("/workload/trace", "\"x.csv\"", "/workload/trace", "must be an object");
        row("/workload/trace", R"({"format": "azure"})", "/workload/trace/file", "is missing");
        row("/workload/trace", R"({"file": "", "format": "azure"})", "/workload/trace/file", "is empty");
        row("/workload/trace", R"({"file": "x.csv"})", "/workload/trace/format", "burstgpt");
        row("/workload/trace", R"({"file": "x.csv", "format": "burstgtp"})", "/workload/trace/format",
            "did you mean \"burstgpt\"");
        row("/workload/trace", R"({"file": "x.csv", "format": "azure", "speed": 2})", "/workload/trace/speed",
            "did you mean \"speedup\"");
        row("/workload/trace", R"({"file": "x.csv", "format": "azure", "speedup": 0})",
            "/workload/trace/speedup", "out of range");
        row("/workload/trace", R"({"file": "x.csv", "format": "azure", "start_s": -1})",
            "/workload/trace/start_s", "out of range");
        row("/workload/trace", R"({"file": "x.csv", "format": "azure", "duration_s": 0})",
            "/workload/trace/duration_s", "out of range");
        row("/workload/events", R"([{"at_s": -1, "prompt_tokens": 1, "output_tokens": 1}])",
            "/workload/events/0/at_s", "out of range");
        row("/systems", "[]", "/systems", "1 to 4");
        row("/systems", "3", "/systems", "must be a list");
        row("/systems/0/model", "\"llama-3.1-70\"", "/systems/0/model", "did you mean \"llama-3.1-70b\"");
        row("/systems/0/model", R"({"id": "mine"})", "/systems/0/model/layers", "is missing");
        row("/systems/0/model",
            R"({"id": "m", "layers": 2, "hidden": 8, "vocab": 8, "attention": [{"kind": "gqa", "layers": 2,
                "head_dim": 8, "window": 4, "window_kind": "chunk"}], "ffn": [{"kind": "dense", "layers": 2}]})",
            "/systems/0/model/attention/0/window_kind", "chunked");
        row("/systems/0/weight_bits", "5", "/systems/0/weight_bits", "16, 8, 4");
        row("/systems/0/weight_bits", "\"fp9\"", "/systems/0/weight_bits", "did you mean");
        row("/systems/0/kv_bits", "3", "/systems/0/kv_bits", "16, 8 or 4");
        row("/systems/0/engine", "\"graph\"", "/systems/0/engine", "did you mean \"graphs\"");
        row("/systems/0/engine", "\"native\"", "/systems/0/engine", "no chip of this system");
        row("/systems/0/pools", "[]", "/systems/0/pools", "at least one");
        row("/systems/0/pools/0/chip", "\"h100\"", "/systems/0/pools/0/chip", "did you mean \"h100_");
        row("/systems/0/pools/0/chips", "8", "/systems/0/pools/0/tensor_parallel",
            "set tensor_parallel to 8");
        row("/systems/0/pools/0/role", "\"decode\"", "/systems/0/pools", "roles do not make a system");
        row("/systems/0/pools/0/expert_parallel", "4", "/systems/0/pools/0/expert_parallel", "no experts");
        row("/systems/0/pools/0/scale", R"({"bandwith": 2})", "/systems/0/pools/0/scale/bandwith",
            "did you mean \"bandwidth\"");
        row("/systems/0/batching", R"({"policy": "dynamic"})", "/systems/0/batching/policy", "chunked");
        row("/systems/0/batching", R"({"prefill_chunk_tokens": 0})",
            "/systems/0/batching/prefill_chunk_tokens", "between 1 and");
        row("/systems/0/speculation", R"({"method": "medusa"})", "/systems/0/speculation/method", "eagle");
        row("/systems/0/speculation", R"({"method": "ngram", "acceptance": [0.8, 1.1]})",
            "/systems/0/speculation/acceptance/1", "between 0 and 1");
        row("/systems/0/speculation", R"({"method": "mtp", "acceptance": []})",
            "/systems/0/speculation/acceptance", "is empty");
        row("/systems/0/speculation", R"({"method": "draft-model"})", "/systems/0/speculation/draft_model",
            "is missing");
        row("/systems/0/speculation", R"({"draft_model": "qwen3-0.6b"})",
            "/systems/0/speculation/draft_model", "shares the vocabulary");
        row("/systems/0/speculation", R"({"draft_model": "llama-3.2-1b", "acceptance": 1.2})",
            "/systems/0/speculation/acceptance", "between 0 and 1");
        row("/view", R"({"theme": "blue"})", "/view/theme", "dark");
        row("/view", R"({"panels": ["rooflin"]})", "/view/panels/0", "did you mean \"roofline\"");
        row("/lesson", R"({"steps": []})", "/lesson/steps", "is empty");
        row("/lesson", R"({"steps": [{"ask": {"question": "?", "choices": ["a", "b"], "answer": 2}}]})",
            "/lesson/steps/0/ask/answer", "between 0 and 1");
        row("/lesson", R"({"steps": [{"ask": {"question": "?", "choices": ["a", 3]}}]})",
            "/lesson/steps/0/ask/choices/1", "must be an object");
        row("/systems/0/pools/0/chip",
            R"({"id": "c", "class": "hardwired", "memory_far_to_near": [{"level": "ROM"}], "weights_level": "ROM",
                "native": {"per_layer_s": {"value": 0, "source": "x"}}})",
            "/systems/0/pools/0/chip/native/per_layer_s", "would take no time");
        // 65536 * 65536 is 0 in 32 bits.
        row("/systems/0/pools/0", R"({"chip": "h100_sxm", "pipeline_parallel": 65536, "replicas": 65536})",
            "/systems/0/pools/0/tensor_parallel", "takes 4294967296 chips");
        row("/systems/0/model",
            R"({"id": "m", "layers": 2, "hidden": 8, "vocab": 8, "attention": [{"kind": "gqa", "layers": 90000000, "head_dim": 8}], "ffn": []})",
            "/systems/0/model/attention/0/layers", "between 0 and 1000");
    }

    void wrongFilesSayWhereAndWhatWouldBeRight()
    {
        QFETCH(QByteArray, set);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, fragment);
        json file = fourH100();
        file[json::json_pointer(set.toStdString())] = json::parse(value.toStdString());
        const auto read = readScenario(file.dump(2), m_catalog);
        QVERIFY(!read.has_value());
        const auto found = std::find_if(read.error().begin(), read.error().end(),
            [&](const Problem& problem) { return problem.pointer == pointer.toStdString(); });
        QVERIFY2(found != read.error().end(), listOf(read.error()).c_str());
        const std::string text = describe(*found, memwall::ui::wordingOfFiles());
        QVERIFY2(text.find(fragment.toStdString()) != std::string::npos, text.c_str());
        QVERIFY(found->line.value_or(0) > 0);
        QVERIFY(!found->remedy.empty());
    }

    void aLayersGroupHasANumberOfOneByte()
    {
        json file = fourH100();
        json& model = file["systems"][0]["model"]
            = { { "id", "m" }, { "layers", 300 }, { "hidden", 8 }, { "vocab", 8 },
                  { "attention", { { { "kind", "gqa" }, { "layers", 300 }, { "head_dim", 8 } } } } };
        for (int i = 0; i < 300; ++i)
            model["ffn"].push_back({ { "kind", "dense" }, { "layers", 1 }, { "intermediate", 8 + i } });
        const auto read = readScenario(file.dump(), m_catalog);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().front().pointer, std::string("/systems/0/model/ffn"));
        QVERIFY(memwall::ui::english(read.error().front().message).find("300 groups") != std::string::npos);
    }

    void wordsMayBeShownAndPathsStayAsTheyAre()
    {
        json file = fourH100();
        const std::string bad = "a\x1b[2J\nb";
        file["title"] = file["description"] = file["workload"]["answer_text"] = bad;
        file["workload"]["trace"] = { { "file", bad }, { "format", "azure" } };
        file["lesson"]["steps"]
            = { { { "say", bad }, { "title", nullptr }, { "set", { { "/title", bad } } } } };
        const auto read = readScenario(file.dump(), m_catalog);
        QVERIFY2(read.has_value(), read ? "" : listOf(read.error()).c_str());
        QCOMPARE(read->title, std::string("a␛[2J b"));
        QCOMPARE(read->description, std::string("a␛[2J\nb"));
        QCOMPARE(read->workload.answerText.value_or(""), std::string("a␛[2J\nb"));
        QCOMPARE(read->workload.trace->file, bad);
        const json step = read->lesson->at("steps").at(0);
        QCOMPARE(step.at("say"), json("a␛[2J\nb"));
        QVERIFY(!step.contains("title")); // null is no text, and no title
        QCOMPARE(step.at("set").at("/title"), json(bad));
        const auto again = readScenario(writeScenario(*read), m_catalog);
        QVERIFY(again.has_value() && *again == *read);
    }

    void everyMistakeOfAFileIsReported()
    {
        json file = fourH100();
        file["workload"]["users"] = 0;
        file["systems"][0]["model"] = "none";
        file["systems"][0]["pools"][0]["chip"] = 7;
        file["extra"] = true;
        const auto read = readScenario(file.dump(2), m_catalog);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().size(), 4U);
    }

    void attentionAndFeedForwardPoolsComeInPairs()
    {
        json file = fourH100();
        file["workload"]["users"] = 20;
        file["systems"][0]["model"] = "mixtral-8x7b";
        file["systems"][0]["pools"] = json::parse(
            R"([{"role": "attention", "chip": "h100_sxm"}, {"role": "ffn", "chip": "h100_sxm", "chips": 4}])");
        QVERIFY(readScenario(file.dump(), m_catalog).has_value());
        file["systems"][0]["pools"][1]["replicas"] = 2;
        const auto read = readScenario(file.dump(), m_catalog);
        QVERIFY(!read.has_value());
        QVERIFY(memwall::ui::english(read.error()[0].message).find("in pairs") != std::string::npos);
    }

    void waysToBatchSpreadAndDraftSurviveARoundTrip()
    {
        json file = fourH100();
        json& system = file["systems"][0];
        system["model"] = "deepseek-v3";
        system["pools"] = json::parse(
            R"([{"role": "prefill", "chip": "h100_sxm", "chips": 96, "tensor_parallel": 8, "expert_parallel": 32, "replicas": 3},
                {"role": "decode", "chip": "h100_sxm", "chips": 128, "expert_parallel": 64, "replicas": 2}])");
        system["batching"]
            = { { "policy", "chunked" }, { "max_batch", 256 }, { "prefill_chunk_tokens", 2048 } };
        for (const char* method : { "mtp", "eagle", "ngram" }) {
            system["speculation"]
                = { { "method", method }, { "draft_tokens", 3 }, { "acceptance", { 0.9, 0.8, 0.7 } } };
            const auto read = readScenario(file.dump(), m_catalog);
            QVERIFY2(read.has_value(), read ? "" : listOf(read.error()).c_str());
            QCOMPARE(read->systems[0].speculation->acceptanceAt.size(), 3U);
            const auto again = readScenario(writeScenario(*read), m_catalog);
            QVERIFY(again.has_value() && *again == *read);
        }
    }

    void tracesSurviveARoundTrip()
    {
        json file = fourH100();
        file["workload"] = json::parse(R"({"arrivals": "trace", "trace": {"file": "../a b.csv",
            "format": "mooncake", "start_s": 60, "duration_s": 0.5, "speedup": 2.25}})");
        const auto read = readScenario(file.dump(), m_catalog);
        QVERIFY2(read.has_value(), read ? "" : listOf(read.error()).c_str());
        const TraceSource wanted { "../a b.csv", TraceFormat::Mooncake, 60, 0.5, 2.25 };
        QVERIFY(read->workload.trace == wanted);
        const auto again = readScenario(writeScenario(*read), m_catalog);
        QVERIFY(again.has_value() && *again == *read);
        QCOMPARE(json(toJson(*read))["workload"], file["workload"]);
        // A trace that is not played now is kept for later.
        file["workload"]["arrivals"] = "closed";
        QVERIFY(readScenario(file.dump(), m_catalog)->workload.trace == wanted);
    }

    void aTraceBringsItsOwnLengths()
    {
        json file = fourH100();
        file["systems"][0]["model"] = "bloom-176b"; // takes 2,048 tokens
        file["workload"] = json::parse(R"({"prompt_tokens": 4000})");
        QVERIFY(!readScenario(file.dump(), m_catalog).has_value());
        file["workload"]["arrivals"] = "trace";
        file["workload"]["trace"] = json::parse(R"({"file": "x.csv", "format": "azure"})");
        const auto read = readScenario(file.dump(), m_catalog);
        QVERIFY2(read.has_value(), read ? "" : listOf(read.error()).c_str());
    }

    void withoutACacheNoPromptComesInParts()
    {
        json file = fourH100();
        file["systems"][0]["kv_cache"] = false;
        QVERIFY(readScenario(file.dump(), m_catalog).has_value());
        file["systems"][0]["batching"]["policy"] = "chunked";
        const auto read = readScenario(file.dump(), m_catalog);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error()[0].pointer, std::string("/systems/0/kv_cache"));
    }

    void filesOfEveryKindDoNotCrash()
    {
        for (const char* text : { "", "null", "[]", "3", "\"x\"", "{}", "{\"memwall\": null}",
                 "{\"memwall\": 1, \"workload\": [], \"systems\": {}}",
                 "{\"memwall\": 1, \"workload\": {}, \"systems\": [null]}",
                 "{\"memwall\": 1, \"workload\": {}, \"systems\": [{\"pools\": [[]]}]}",
                 "{\"memwall\": 1e300, \"workload\": {\"seed\": -1}, \"systems\": [1,2,3,4,5]}" })
            QVERIFY(!readScenario(text, m_catalog).has_value());
    }

    void inlineChipsNameOnlyWhatExists()
    {
        json file = fourH100();
        json chip = { { "id", "mine" }, { "class", "gpu" }, { "weights_level", "HBM" },
            { "memory_far_to_near", { { { "level", "HBM" } } } }, { "default_engine", "graph" },
            { "scale_up", { { "link", "nvlink44" } } }, { "scale_out", { { "link", "nvlink4" } } } };
        file["systems"][0]["pools"][0]["chip"] = chip;
        const auto read = readScenario(file.dump(2), m_catalog);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().size(), 2U);
        QCOMPARE(read.error()[0].pointer, std::string("/systems/0/pools/0/chip/scale_up/link"));
        QCOMPARE(read.error()[1].pointer, std::string("/systems/0/pools/0/chip/default_engine"));
        QCOMPARE(read.error()[1].remedy, (Saying { "right.meant", { "graphs" } }));
    }

    void inlineCatalogObjectsTravelWithTheFile()
    {
        json file = fourH100();
        json chip = { { "id", "mine" }, { "short_name", "Mine" }, { "class", "gpu" },
            { "weights_level", "HBM" }, { "memory_far_to_near", json::array() },
            { "default_engine", "graphs" }, { "scale_up", { { "link", "nvlink4" }, { "max_chips", 8 } } } };
        chip["memory_far_to_near"].push_back(
            { { "level", "HBM" }, { "capacity_bytes", { { "value", 100e9 }, { "source", "mine" } } },
                { "bandwidth_Bps", { { "value", 5e12 }, { "source", "mine" } } } });
        file["systems"][0]["pools"][0]["chip"] = chip;
        const auto read = readScenario(file.dump(), m_catalog);
        QVERIFY2(read.has_value(), read ? "" : listOf(read.error()).c_str());
        const auto again = readScenario(writeScenario(*read), m_catalog);
        QVERIFY(again.has_value() && *again == *read);
    }

    void wordsOfClosedSetsAreReadAndWrittenAlike()
    {
        const std::map<std::string, DraftMethod> methods { { "draft-model", DraftMethod::DraftModel },
            { "mtp", DraftMethod::Mtp }, { "eagle", DraftMethod::Eagle }, { "ngram", DraftMethod::Ngram } };
        json file = fourH100();
        file["view"] = { { "theme", "light" }, { "stage", { { "widths", "true" } } } };
        for (const auto& [word, method] : methods) {
            file["systems"][0]["speculation"] = { { "method", word }, { "draft_model", "llama-3.2-1b" } };
            const auto read = scenarioFromJson(file, m_catalog);
            QVERIFY2(read.has_value(), word.c_str());
            QCOMPARE(read->systems[0].speculation->method, method);
            QCOMPARE(read->view.theme, ViewTheme::Light);
            QCOMPARE(read->view.stageWidths, StageWidths::True);
            const json written = toJson(*read);
            QCOMPARE(written["systems"][0]["speculation"]["method"].get<std::string>(), word);
            QCOMPARE(written["view"]["theme"].get<std::string>(), std::string("light"));
            QCOMPARE(written["view"]["stage"]["widths"].get<std::string>(), std::string("true"));
        }
        QCOMPARE(nameOf(PoolRole::Both), std::string_view("both"));
        QCOMPARE(nameOf(PoolRole::Attention), std::string_view("attention"));
        QCOMPARE(nameOf(PoolRole::Ffn), std::string_view("ffn"));
    }

    void theOrderOfPoolsInTheFileMeansNothing()
    {
        json file = fourH100();
        json& pools = file["systems"][0]["pools"];
        json prefill = pools[0], decode = pools[0];
        prefill["role"] = "prefill";
        decode["role"] = "decode";
        decode["scale"] = { { "link", 2 } };
        pools = { prefill, decode };
        const Machine one = resolve(scenarioFromJson(file, m_catalog)->systems[0], m_catalog);
        pools = { decode, prefill };
        const Machine other = resolve(scenarioFromJson(file, m_catalog)->systems[0], m_catalog);
        QCOMPARE(other.between->bandwidth.value.value, one.between->bandwidth.value.value);
        QCOMPARE(one.between->bandwidth.value.value,
            2 * m_catalog.link(LinkId("infiniband_ndr"))->bandwidth.value.value);
    }

private:
    Catalog m_catalog;
};

MEMWALL_TEST(TestScenario, memwall::tests::NoApplication)

} // namespace tst_scenario

#include "tst_scenario.moc"
