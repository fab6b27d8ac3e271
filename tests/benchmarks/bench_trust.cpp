// What a page of "Where does this number come from?" costs while a slider is dragged.
#include "app/files/catalog_location.h"
#include "app/files/scenario_file.h"
#include "app/files/text_file.h"
#include "core/simulate.h"
#include "core/validate/nearest.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace bench_trust
{

using namespace memwall;
using namespace memwall::app;

class BenchTrust : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const Folders folders = findFolders();
        auto catalog = loadCatalog(folders);
        QVERIFY(catalog);
        m_catalog = *std::move(catalog);
        const auto scenario = loadScenario(defaultScenario(folders), m_catalog);
        QVERIFY(scenario);
        m_scenario = *scenario;
        m_result = core::simulate(m_scenario, m_catalog);
        const auto text = readWholeFile(folders.catalog + QStringLiteral("/measurements.json"));
        QVERIFY(text);
        m_measurements = text->toStdString();
        const auto set = core::measurementsFromText(m_measurements);
        QVERIFY(set);
        m_check = core::checkModel(*set, m_catalog);
    }

    void theWholeCheck()
    {
        QBENCHMARK
        {
            m_check = core::checkModel(*core::measurementsFromText(m_measurements), m_catalog);
        }
    }

    void allFigures()
    {
        QBENCHMARK
        {
            QVERIFY(
                !core::originOf(m_scenario.systems[0], m_scenario.workload, m_catalog, m_result.systems[0])
                     .empty());
        }
    }

    void nearestMeasurements()
    {
        QBENCHMARK
        {
            QVERIFY(!core::nearestMeasurements(
                m_check, m_scenario.systems[0], m_result.systems[0], m_catalog, core::Headline::Tpot, 5)
                         .empty());
        }
    }

private:
    core::Catalog m_catalog;
    core::Scenario m_scenario;
    core::SimulationResult m_result;
    std::string m_measurements;
    core::ModelCheck m_check;
};

MEMWALL_TEST(BenchTrust, QApplication)

} // namespace bench_trust

#include "bench_trust.moc"
