#include "app/files/catalog_location.h"
#include "app/files/scenario_file.h"
#include "core/simulate.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace bench_simulate
{

using namespace memwall;
using namespace memwall::app;

class BenchSimulate : public QObject
{
    Q_OBJECT
private slots:
    void everyShippedScenario_data()
    {
        QTest::addColumn<QString>("path");
        for (const ShippedScenario& scenario : shippedScenarios(findFolders()))
            QTest::newRow(qPrintable(scenario.title)) << scenario.path;
    }
    void everyShippedScenario()
    {
        QFETCH(QString, path);
        const auto catalog = loadCatalog(findFolders());
        QVERIFY(catalog);
        const auto scenario = loadScenario(path, *catalog);
        QVERIFY(scenario);
        QBENCHMARK
        {
            QVERIFY(!core::simulate(*scenario, *catalog).systems.empty());
        }
    }
};

MEMWALL_TEST(BenchSimulate, QCoreApplication)

} // namespace bench_simulate

#include "bench_simulate.moc"
