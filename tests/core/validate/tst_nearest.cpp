// Which published measurements stand beside a scenario.
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "core/validate/figure_kind.h"
#include "core/validate/nearest.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

#include <fstream>
#include <set>
#include <sstream>

namespace tst_nearest
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

class TestNearest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_catalog = shippedCatalog();
        std::ifstream file(std::string(MEMWALL_SOURCE_DIR) + "/resources/catalog/measurements.json");
        std::stringstream text;
        text << file.rdbuf();
        const auto set = measurementsFromText(text.str());
        QVERIFY(set.has_value());
        m_check = checkModel(*set, m_catalog);
    }

    void theSameMachineAndModelComeFirst()
    {
        // gpt-fast ran Llama 2 7B in 16 bits on one A100: its own conditions.
        json file = fourH100();
        file["systems"][0]["model"] = "llama-2-7b";
        file["systems"][0]["engine"] = "gpt-fast";
        file["systems"][0]["pools"] = json::array({ { { "role", "both" }, { "chip", "a100_sxm_80" } } });
        const auto near = nearestTo(file, Headline::Tpot);
        QCOMPARE(near.size(), std::size_t(5));
        const CheckedPoint& first = m_check.points[near.front().index];
        QCOMPARE(first.chip, ChipId("a100_sxm_80"));
        QCOMPARE(first.engine, EngineId("gpt-fast"));
        QCOMPARE(first.model, ModelId("llama-2-7b"));
        for (std::size_t i = 1; i < near.size(); ++i)
            QVERIFY(near[i - 1].distance <= near[i].distance);
    }

    void eachSeriesStandsThereOnce()
    {
        const auto near = nearestTo(fourH100(), Headline::Tpot);
        std::set<std::string> series;
        for (const NearestPoint& point : near)
            QVERIFY(series.insert(m_check.points[point.index].point.group).second);
    }

    void figuresAreComparedWithTheirOwnKind()
    {
        for (const NearestPoint& point : nearestTo(fourH100(), Headline::Ttft))
            QCOMPARE(kindOf(m_check.points[point.index].point), FigureKind::Prefill);
        for (const NearestPoint& point : nearestTo(fourH100(), Headline::Throughput))
            QCOMPARE(kindOf(m_check.points[point.index].point), FigureKind::Throughput);
        QVERIFY(nearestTo(fourH100(), Headline::Energy).empty());
        QVERIFY(!isMeasured(Headline::Energy));
    }

    void whatDiffersIsSaidInWords()
    {
        json file = fourH100();
        file["systems"][0]["model"] = "llama-2-7b";
        file["systems"][0]["weight_bits"] = 8;
        file["workload"]["users"] = 1;
        for (const NearestPoint& point : nearestTo(file, Headline::Tpot)) {
            const CheckedPoint& there = m_check.points[point.index];
            const auto says = [&point](const std::string& word) {
                return worded(point.differs, memwall::ui::wordingOfFiles()).find(word) != std::string::npos;
            };
            QCOMPARE(says(m_catalog.model(there.model)->name), there.model != ModelId("llama-2-7b"));
            QCOMPARE(says(m_catalog.chip(there.chip)->shortName), there.chip != ChipId("h100_sxm"));
        }
    }

    void ratiosPointTheSameWayAsTheFigure()
    {
        for (const Headline headline : { Headline::Tpot, Headline::TokensPerUser })
            for (const NearestPoint& point : nearestTo(fourH100(), headline)) {
                const CheckedPoint& there = m_check.points[point.index];
                QCOMPARE(point.ratio, there.point.value / *there.predicted);
                const bool same
                    = (there.point.metric == Metric::TokensPerUser) == (headline == Headline::TokensPerUser);
                QCOMPARE(point.figureRatio, same ? point.ratio : 1 / point.ratio);
            }
    }

    void draftsAreComparedWithDrafts()
    {
        json file = fourH100();
        file["systems"][0]["speculation"]
            = { { "method", "draft-model" }, { "draft_model", "llama-3.2-1b" }, { "draft_tokens", 5 } };
        const auto near = nearestTo(file, Headline::Tpot);
        QVERIFY(!near.empty());
        QVERIFY(m_check.points[near.front().index].point.speculation.has_value()
            || worded(near.front().differs, memwall::ui::wordingOfFiles()).find("without drafts")
                != std::string::npos);
    }

    void theTextNamesPointValuesAndSource()
    {
        const auto near = nearestTo(fourH100(), Headline::Tpot);
        const std::string text = nearestText(near, m_check, m_catalog, memwall::ui::wordingOfFiles());
        for (const NearestPoint& point : near)
            QVERIFY(text.find(m_check.points[point.index].point.id) != std::string::npos);
        QVERIFY(text.find("http") != std::string::npos);
    }

private:
    std::vector<NearestPoint> nearestTo(const json& file, Headline headline)
    {
        const auto scenario = scenarioFromJson(file, m_catalog);
        if (!scenario)
            qFatal("%s", listOf(scenario.error()).c_str());
        const SimulationResult result = simulate(*scenario, m_catalog);
        return nearestMeasurements(
            m_check, scenario->systems.front(), result.systems.front(), m_catalog, headline, 5);
    }

    Catalog m_catalog;
    ModelCheck m_check;
};

MEMWALL_TEST(TestNearest, memwall::tests::NoApplication)

} // namespace tst_nearest

#include "tst_nearest.moc"
