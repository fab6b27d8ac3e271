// Every shipped scenario and every example opens, keeps its content, runs, and keeps the laws.
#include "core/export/report_json.h"
#include "core/export/tables.h"
#include "core/simulate.h"
#include "tests/support/scenario_with_trace.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_shipped
{

using namespace memwall::core;

using memwall::tests::scenarioIn;
using memwall::tests::textOf;

class TestShipped : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto read = readCatalog(std::filesystem::path(MEMWALL_SOURCE_DIR) / "resources/catalog");
        QVERIFY(read.has_value());
        m_catalog = std::move(*read);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios"))
            if (entry.path().string().ends_with(".memwall.json"))
                m_files.push_back(entry.path());
        QVERIFY(m_files.size() >= 10);
    }

    void filesRoundTripToTheBit()
    {
        for (const auto& file : m_files) {
            const auto scenario = readScenario(textOf(file), m_catalog);
            QVERIFY2(scenario.has_value(), file.c_str());
            const auto again = readScenario(writeScenario(*scenario), m_catalog);
            QVERIFY2(again.has_value() && *again == *scenario, file.c_str());
            QVERIFY2(!scenario->title.empty() && !scenario->description.empty(), file.c_str());
        }
    }

    void allRunAndFit()
    {
        for (const auto& file : m_files) {
            const SimulationResult result = simulate(scenarioIn(file, m_catalog), m_catalog);
            for (const SystemResult& system : result.systems) {
                const Report& report = system.report;
                QVERIFY2(report.fits, memwall::ui::english(report.fitReason).c_str());
                QVERIFY2(report.tpotS > 0 && report.ttftS > 0, file.c_str());
                QVERIFY2(std::abs(report.breakdown.total() / report.tpotS - 1) < 1e-6, file.c_str());
                QVERIFY2(report.idealTpotS <= report.tpotS, file.c_str());
                QVERIFY2(!report.bottleneckTitle.empty() && !report.bottleneckText.empty(), file.c_str());
            }
        }
    }

    void moreOfAResourceNeverSlowsARun()
    {
        for (const auto& file : m_files)
            for (const SystemResult& system : simulate(scenarioIn(file, m_catalog), m_catalog).systems)
                for (const Sensitivity* gain :
                    { &system.report.tpotSensitivity, &system.report.ttftSensitivity })
                    // A prompt that is ready earlier shares more steps with readers: that much, no more.
                    for (const double change : { gain->bandwidth, gain->flops, gain->latency, gain->link })
                        QVERIFY2(change <= 2e-4, file.c_str());
    }

    void theSameFileGivesTheSameBytesOfOutput()
    {
        for (const auto& file : m_files) {
            const Scenario scenario = scenarioIn(file, m_catalog);
            QCOMPARE(reportJson(simulate(scenario, m_catalog), memwall::ui::wordingOfFiles()).dump(),
                reportJson(simulate(scenario, m_catalog), memwall::ui::wordingOfFiles()).dump());
        }
    }

    void hardwiredWeightsAreNeverMoved()
    {
        const auto file
            = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/machines/taalas-hc1.memwall.json";
        const SimulationResult result = simulate(scenarioIn(file, m_catalog), m_catalog);
        QCOMPARE(result.systems[0].report.bytesPerToken.weights, 0.0);
        QVERIFY(result.systems[0].report.bytesPerToken.kv > 0);
    }

    void anotherModelOnAHardwiredChipIsAResultWithAReason()
    {
        const auto file
            = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/machines/taalas-hc1.memwall.json";
        const auto other = withSettings(
            *readScenario(textOf(file), m_catalog), { { "/systems/0/model", "llama-3.1-70b" } }, m_catalog);
        QVERIFY(other.has_value());
        const SimulationResult result = simulate(*other, m_catalog);
        QVERIFY(!result.systems[0].report.fits);
        QVERIFY(
            memwall::ui::english(result.systems[0].report.fitReason).find("new chip") != std::string::npos);
    }

    void examplesOpenAndRun_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : { "one-user", "ten-readers", "race", "attention-ffn", "azure-hour" })
            QTest::newRow(name) << QByteArray(name);
    }

    void examplesOpenAndRun()
    {
        QFETCH(QByteArray, name);
        const auto file = std::filesystem::path(MEMWALL_SOURCE_DIR) / "tests/data/examples"
            / (name.toStdString() + ".memwall.json");
        for (const SystemResult& system : simulate(scenarioIn(file, m_catalog), m_catalog).systems)
            QVERIFY(system.report.fits);
    }

    void aTraceThatWasNotReadIsAResultWithAReason()
    {
        const auto file
            = std::filesystem::path(MEMWALL_SOURCE_DIR) / "tests/data/examples/azure-hour.memwall.json";
        const SimulationResult result = simulate(*readScenario(textOf(file), m_catalog), m_catalog);
        QVERIFY(!result.systems[0].report.fits);
        QVERIFY(
            memwall::ui::english(result.systems[0].report.fitReason).find("not read") != std::string::npos);
        QVERIFY(!requestsCsv(result).empty() && !timelineCsv(result).empty()
            && !reportTable(result, memwall::ui::wordingOfFiles()).empty());
    }

    void theTableOfRequestsIsATrace()
    {
        const auto file
            = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/traffic/real-conversations.memwall.json";
        Scenario scenario = scenarioIn(file, m_catalog);
        const SimulationResult first = simulate(scenario, m_catalog);
        scenario.workload.trace->format = TraceFormat::Memwall;
        const auto trace = readTrace(requestsCsv(first), *scenario.workload.trace);
        QVERIFY(trace.has_value());
        scenario.workload.traceRequests.read = std::make_shared<const Trace>(*trace);
        const SimulationResult second = simulate(scenario, m_catalog);
        QCOMPARE(second.systems[0].run->requests.size(), 456U);
        QVERIFY(std::abs(second.systems[0].report.ttftS / first.systems[0].report.ttftS - 1) < 1e-6);
    }

private:
    Catalog m_catalog;
    std::vector<std::filesystem::path> m_files;
};

MEMWALL_TEST(TestShipped, memwall::tests::NoApplication)

} // namespace tst_shipped

#include "tst_shipped.moc"
