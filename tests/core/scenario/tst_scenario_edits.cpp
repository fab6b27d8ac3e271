// What a choice of the toolbar does to a scenario: everything that must follow follows.
#include "core/scenario/scenario_edits.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_scenario_edits
{

using namespace memwall;
using namespace memwall::core;

namespace
{

const core::Catalog& catalog()
{
    static const core::Catalog value
        = core::readCatalog(std::string { MEMWALL_SOURCE_DIR } + "/resources/catalog").value();
    return value;
}

core::Pool pool(const std::string& chip, int chips, core::PoolRole role = core::PoolRole::Both)
{
    core::Pool made;
    made.role = role;
    made.chip.id = core::ChipId(chip);
    made.chips = chips;
    const bool wafer = chip.starts_with("wse");
    made.tensorParallel = wafer ? 1 : chips;
    made.pipelineParallel = wafer ? chips : 1;
    return made;
}

core::Scenario scenario(const std::string& model, const std::vector<core::Pool>& pools)
{
    core::Scenario made;
    made.systems.resize(1);
    made.systems[0].model.id = core::ModelId(model);
    made.systems[0].pools = pools;
    return made;
}

/// The scenario after the settings, and a failure where they do not lead to a valid one.
core::Scenario after(const core::Scenario& before, const core::Settings& settings)
{
    const auto changed = core::withSettings(before, settings, catalog());
    if (changed)
        return *changed;
    for (const core::Problem& problem : changed.error())
        QTest::qFail(core::describe(problem, memwall::ui::wordingOfFiles()).c_str(), __FILE__, __LINE__);
    return before;
}

constexpr auto kPrefill = core::PoolRole::Prefill;
constexpr auto kDecode = core::PoolRole::Decode;

} // namespace

class TestScenarioEdits : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression { QStringLiteral(".") }); }

    void everyChipLeadsToAValidScenarioFromEveryOther()
    {
        for (const core::Chip& from : catalog().chips) {
            const core::ModelId model = from.hardwiredModel.value_or(core::ModelId("llama-3.1-70b"));
            core::Scenario before = scenario(model.text(), { pool(from.id.text(), 1) });
            if (from.hardwiredModel)
                before.systems[0].weightBits = core::kEtched;
            before.systems[0].engine = from.defaultEngine;
            for (const core::Chip& to : catalog().chips) {
                const auto counts = chipCounts(to, *catalog().model(model));
                const auto changed = after(
                    before, setHardware({ catalog(), before }, { .id = to.id, .object = {} }, counts.back()));
                QCOMPARE(changed.systems[0].pools.back().chip.id, to.id);
            }
        }
    }

    void bandwidthIsThatOfOnePool()
    {
        const core::Scenario before = scenario("llama-3.1-70b",
            { pool("sn40l", 16, kDecode), pool("h100_sxm", 8, kPrefill) }); // not in the order of a run
        const auto wider = after(before, setBandwidth({ catalog(), before }, kPrefill, 2.4));
        QCOMPARE(wider.systems[0].pools[0].scale, ResourceScale {});
        QCOMPARE(wider.systems[0].pools[1].scale, (ResourceScale { .bandwidth = 2.4 }));
        QCOMPARE(after(wider, setBandwidth({ catalog(), wider }, kPrefill, 1)), before);
    }

    void waferChipsStandInARowAndOthersWorkInStep()
    {
        const core::Scenario before = scenario("llama-3.1-70b", { pool("h100_sxm", 4) });
        const auto wafers = after(
            before, setHardware({ catalog(), before }, { .id = core::ChipId("wse3"), .object = {} }, 4));
        QCOMPARE(wafers.systems[0].pools[0].pipelineParallel, 4);
        QCOMPARE(wafers.systems[0].pools[0].tensorParallel, 1);
        const auto gpus = after(
            wafers, setHardware({ catalog(), wafers }, { .id = core::ChipId("b200_sxm"), .object = {} }, 8));
        QCOMPARE(gpus.systems[0].pools[0].pipelineParallel, 1);
        QCOMPARE(gpus.systems[0].pools[0].tensorParallel, 8);
    }

    void theEngineGoesWhenItDoesNotSuit_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("kept");
        const auto row
            = [](const char* name, const char* from, const char* engine, const char* to, const char* kept) {
                  QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(engine)
                                      << QString::fromLatin1(to) << QString::fromLatin1(kept);
              };
        row("software to native", "h100_sxm", "vllm", "wse3", "");
        row("native to software", "wse3", "native", "h100_sxm", "");
        row("native to native", "wse3", "native", "groq_lpu1", "native");
        row("same software", "h100_sxm", "vllm", "b200_sxm", "vllm");
        row("a class goes anywhere", "h100_sxm", "eager", "m4_max", "eager");
        row("a server's engine stays on servers", "h100_sxm", "tensorrt-llm", "m4_max", "");
    }

    void theEngineGoesWhenItDoesNotSuit()
    {
        QFETCH(QString, from);
        QFETCH(QString, engine);
        QFETCH(QString, to);
        QFETCH(QString, kept);
        core::Scenario before = scenario("llama-3.1-8b", { pool(from.toStdString(), 1) });
        if (!engine.isEmpty())
            before.systems[0].engine = core::EngineId(engine.toStdString());
        const auto changed = after(before,
            setHardware({ catalog(), before }, { .id = core::ChipId(to.toStdString()), .object = {} }, 1));
        QCOMPARE(changed.systems[0].engine.value_or(core::EngineId {}), core::EngineId(kept.toStdString()));
    }

    void aHardwiredChipBringsItsModelAndItsBits()
    {
        core::Scenario before = scenario("llama-3.1-70b", { pool("h100_sxm", 4) });
        before = after(before, setSpeculative({ catalog(), before }, true));
        const auto wired = after(before,
            setHardware({ catalog(), before }, { .id = core::ChipId("taalas_hc1"), .object = {} }, 1));
        QCOMPARE(wired.systems[0].model.id, core::ModelId("llama-3.1-8b"));
        QCOMPARE(std::get<core::FormatId>(wired.systems[0].weightBits), core::kEtched);
        QVERIFY(!wired.systems[0].speculation);
        QVERIFY(!whyNotSpeculative({ catalog(), wired }).empty());
        const auto left = after(
            wired, setHardware({ catalog(), wired }, { .id = core::ChipId("h100_sxm"), .object = {} }, 1));
        QCOMPARE(std::get<int>(left.systems[0].weightBits), 16);
    }

    void onlyThePoolThatDecodesChanges()
    {
        core::Scenario before
            = scenario("llama-3.1-70b", { pool("trainium2", 16, kPrefill), pool("h100_sxm", 4, kDecode) });
        const auto changed = after(
            before, setHardware({ catalog(), before }, { .id = core::ChipId("wse3"), .object = {} }, 4));
        QCOMPARE(changed.systems[0].pools[0].chip.id, core::ChipId("trainium2"));
        QCOMPARE(changed.systems[0].pools[0].chips, 16);
        QCOMPARE(changed.systems[0].pools[1].chip.id, core::ChipId("wse3"));
        QCOMPARE(changed.systems[0].pools[1].pipelineParallel, 4);
    }

    void poolsOfOneChipChangeTogether()
    {
        core::Scenario before
            = scenario("llama-3.1-70b", { pool("h100_sxm", 4, kPrefill), pool("h100_sxm", 4, kDecode) });
        const auto changed = after(
            before, setHardware({ catalog(), before }, { .id = core::ChipId("b200_sxm"), .object = {} }, 8));
        for (const core::Pool& each : changed.systems[0].pools) {
            QCOMPARE(each.chip.id, core::ChipId("b200_sxm"));
            QCOMPARE(each.chips, 8);
        }
    }

    void thePoolThatDecodesIsFoundByItsRole()
    {
        const core::Scenario before
            = scenario("llama-3.1-70b", { pool("wse3", 4, kDecode), pool("trainium2", 16, kPrefill) });
        QCOMPARE(EditContext({ catalog(), before }).decodePool().chip.id, core::ChipId("wse3"));
    }

    void chipCountsDoubleOverTheDomainAndNameItsEnd()
    {
        const core::Model& model = *catalog().model(core::ModelId("llama-3.1-70b"));
        const auto rack = chipCounts(*catalog().chip(core::ChipId("gb200_nvl72")), model);
        QVERIFY(std::is_sorted(rack.begin(), rack.end()));
        QVERIFY(std::find(rack.begin(), rack.end(), 72) != rack.end());
        QVERIFY(std::find(rack.begin(), rack.end(), 64) != rack.end());
        // A pipeline has at most as many stages as the model has layers: 80.
        QCOMPARE(chipCounts(*catalog().chip(core::ChipId("wse3")), model).back(), 64);
        QCOMPARE(chipCounts(*catalog().chip(core::ChipId("m4_max")), model), std::vector<int> { 1 });
        QCOMPARE(nearestCount({ 1, 2, 4, 8 }, 64), 8);
        QCOMPARE(nearestCount({ 1 }, 4), 1);
    }

    void disaggregatingHalvesAndMergingAdds_data()
    {
        QTest::addColumn<int>("chips");
        QTest::addColumn<int>("prefill");
        QTest::addColumn<int>("decode");
        QTest::addColumn<int>("merged");
        QTest::newRow("one chip gets a second") << 1 << 1 << 1 << 2;
        QTest::newRow("eight") << 8 << 4 << 4 << 8;
        QTest::newRow("an odd one decodes") << 5 << 2 << 3 << 5;
    }

    void disaggregatingHalvesAndMergingAdds()
    {
        QFETCH(int, chips);
        QFETCH(int, prefill);
        QFETCH(int, decode);
        QFETCH(int, merged);
        const core::Scenario before = scenario("llama-3.1-70b", { pool("h100_sxm", chips) });
        const auto split = after(before, setDisaggregated({ catalog(), before }, true));
        QVERIFY(isDisaggregated(split.systems[0]));
        QCOMPARE(split.systems[0].pools[0].chips, prefill);
        QCOMPARE(split.systems[0].pools[1].chips, decode);
        QCOMPARE(split.systems[0].link->id, core::LinkId("infiniband_ndr"));
        const auto whole = after(split, setDisaggregated({ catalog(), split }, false));
        QCOMPARE(whole.systems[0].pools.size(), std::size_t { 1 });
        QCOMPARE(whole.systems[0].pools[0].chips, merged);
        QVERIFY(!whole.systems[0].link);
    }

    void splitLayersAndReplicasCannotBeDisaggregated()
    {
        core::Scenario split = scenario("mixtral-8x7b",
            { pool("h100_sxm", 4, core::PoolRole::Attention), pool("groq_lpu1", 64, core::PoolRole::Ffn) });
        QVERIFY(!whyNotDisaggregated({ catalog(), split }).empty());
        QVERIFY(!whyNotSpeculative({ catalog(), split }).empty());
        QVERIFY(!whyOneUser({ catalog(), split }).empty());
        QCOMPARE(after(split, setUsers({ catalog(), split }, 8)).workload.users, 1);
        const auto wafers = after(
            split, setHardware({ catalog(), split }, { .id = core::ChipId("wse3"), .object = {} }, 2));
        QCOMPARE(wafers.systems[0].pools[1].tensorParallel, 2);
        core::Scenario copies = scenario("llama-3.1-8b", { pool("h100_sxm", 4) });
        QVERIFY(whyNotDisaggregated({ catalog(), copies }).empty());
        copies.systems[0].pools[0].tensorParallel = 1;
        copies.systems[0].pools[0].replicas = 4;
        QVERIFY(!whyNotDisaggregated({ catalog(), copies }).empty());
    }

    void theDrafterSharesTheVocabularyAndIsSmaller_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("drafter");
        QTest::newRow("Llama 3") << QStringLiteral("llama-3.1-70b") << QStringLiteral("llama-3.2-1b");
        QTest::newRow("Llama 2") << QStringLiteral("llama-2-70b") << QStringLiteral("tinyllama-1.1b");
        QTest::newRow("Qwen3") << QStringLiteral("qwen3-32b") << QStringLiteral("qwen3-0.6b");
        QTest::newRow("the smallest") << QStringLiteral("llama-3.2-1b") << QString {};
        QTest::newRow("alone") << QStringLiteral("gemma-2-27b") << QString {};
    }

    void theDrafterSharesTheVocabularyAndIsSmaller()
    {
        QFETCH(QString, target);
        QFETCH(QString, drafter);
        const core::Scenario before = scenario(target.toStdString(), { pool("h100_sxm", 8) });
        const core::Model* found
            = drafterFor(catalog(), *catalog().model(core::ModelId(target.toStdString())));
        QCOMPARE(found == nullptr ? QString {} : QString::fromStdString(found->id.text()), drafter);
        QCOMPARE(whyNotSpeculative({ catalog(), before }).empty(), found != nullptr);
        if (found == nullptr)
            return;
        const auto on = after(before, setSpeculative({ catalog(), before }, true));
        QCOMPARE(on.systems[0].speculation->draftTokens, 5);
        QCOMPARE(on.systems[0].speculation->acceptance, 0.7);
        QVERIFY(!after(on, setSpeculative({ catalog(), on }, false)).systems[0].speculation);
    }

    void anotherVocabularyDropsTheDrafter()
    {
        core::Scenario before = scenario("llama-3.1-70b", { pool("h100_sxm", 8) });
        before = after(before, setSpeculative({ catalog(), before }, true));
        const auto kin = after(
            before, setModel({ catalog(), before }, { .id = core::ModelId("llama-3.1-405b"), .object = {} }));
        QVERIFY(kin.systems[0].speculation);
        const auto other = after(
            before, setModel({ catalog(), before }, { .id = core::ModelId("qwen3-32b"), .object = {} }));
        QVERIFY(!other.systems[0].speculation);
    }

    void aSmallerContextShortensPromptAnswerAndExtraRequests()
    {
        core::Scenario before = scenario("llama-3.1-70b", { pool("h100_sxm", 8) });
        before.workload.promptTokens.value = 32'000;
        before.workload.outputTokens.value = 256;
        before.workload.events = { { 1.0, 9'000, 200 }, { 2.0, 100, 100 } };
        const auto changed = after(
            before, setModel({ catalog(), before }, { .id = core::ModelId("llama-2-7b"), .object = {} }));
        QCOMPARE(changed.workload.outputTokens.value, 256);
        QCOMPARE(changed.workload.promptTokens.value, 4096 - 256);
        QCOMPARE(changed.workload.events[0].promptTokens, 4096 - 200);
        QCOMPARE(changed.workload.events[1].promptTokens, 100);
    }

    void everyModelOfTheCatalogIsAValidChoice()
    {
        const core::Scenario before = scenario("llama-3.1-70b", { pool("h100_sxm", 8) });
        for (const core::Model& model : catalog().models) {
            const auto settings = setModel({ catalog(), before }, { .id = model.id, .object = {} });
            QVERIFY2(core::withSettings(before, settings, catalog()).has_value(), model.id.text().c_str());
        }
    }

    void promptAndAnswerShareTheSmallestContextOfARace()
    {
        core::Scenario race = scenario("llama-3.1-70b", { pool("h100_sxm", 8) });
        race.systems.push_back(scenario("llama-2-7b", { pool("h100_sxm", 1) }).systems[0]);
        const EditContext context { catalog(), race, 0 };
        QCOMPARE(contextLimit(context), 4096);
        QCOMPARE(after(race, setPromptTokens(context, 50'000)).workload.promptTokens.value, 4096 - 256);
        QCOMPARE(after(race, setOutputTokens(context, 50'000)).workload.outputTokens.value, 4096 - 1024);
        QCOMPARE(after(race, setPromptTokens(context, 0)).workload.promptTokens.value, 1);
    }

    void aStreamOfUsersHasRequests()
    {
        core::Scenario before = scenario("llama-3.1-70b", { pool("h100_sxm", 8) });
        QCOMPARE(after(before, setUsers({ catalog(), before }, 64)).workload.users, 64);
        before.workload.arrivals = core::Arrivals::Poisson;
        QCOMPARE(after(before, setUsers({ catalog(), before }, 64)).workload.requests, 64);
    }

    void formatsGoWithTheHardware()
    {
        const core::Scenario gpu = scenario("llama-3.1-8b", { pool("h100_sxm", 1) });
        core::Scenario wired = scenario("llama-3.1-8b", { pool("taalas_hc1", 1) });
        wired.systems[0].weightBits = core::kEtched;
        QVERIFY(!whyFormatRefused({ catalog(), gpu }, core::kEtched).empty());
        QVERIFY(whyFormatRefused({ catalog(), gpu }, 8).empty());
        QVERIFY(whyFormatRefused({ catalog(), wired }, core::kEtched).empty());
        QVERIFY(!whyFormatRefused({ catalog(), wired }, 16).empty());
        QCOMPARE(std::get<int>(after(gpu, setWeights({ catalog(), gpu }, 4)).systems[0].weightBits), 4);
        QCOMPARE(std::get<core::FormatId>(
                     after(gpu, setWeights({ catalog(), gpu }, core::kFp8)).systems[0].weightBits),
            core::kFp8);
    }

    void otherSystemsOfARaceStayAsTheyAre()
    {
        core::Scenario race = scenario("llama-3.1-70b", { pool("h100_sxm", 8) });
        race.systems.push_back(scenario("llama-3.1-70b", { pool("h200_sxm", 4) }).systems[0]);
        const auto changed = after(
            race, setHardware({ catalog(), race, 1 }, { .id = core::ChipId("b200_sxm"), .object = {} }, 2));
        QCOMPARE(changed.systems[0].pools, race.systems[0].pools);
        QCOMPARE(changed.systems[1].pools[0].chip.id, core::ChipId("b200_sxm"));
    }
};

MEMWALL_TEST(TestScenarioEdits, QCoreApplication)

} // namespace tst_scenario_edits

#include "tst_scenario_edits.moc"
