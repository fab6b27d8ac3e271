// One time per token with what doubling each resource would change, and sweeps.
#include "app/cli/sweep.h"
#include "app/files/catalog_location.h"
#include "app/files/scenario_file.h"
#include "core/validate/bench.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace bench_evaluate
{

using namespace memwall;
using namespace memwall::app;

namespace
{

/// Seconds per token in the middle of the answer of one user, as the machine is and with each resource
/// doubled. The machine comes out as it went in.
double timePerTokenAndSensitivities(core::Machine& machine, const core::Workload& workload)
{
    const auto tokens = static_cast<double>(workload.promptTokens.value + workload.outputTokens.value / 2);
    double sum = core::Bench(std::as_const(machine)).step(1, tokens);
    for (auto resource : { &core::ResourceScale::bandwidth, &core::ResourceScale::flops,
             &core::ResourceScale::capacity, &core::ResourceScale::latency, &core::ResourceScale::link }) {
        core::ResourceScale twice, back;
        twice.*resource = 2;
        back.*resource = 0.5;
        core::rescale(machine, twice);
        sum += core::Bench(std::as_const(machine)).step(1, tokens);
        core::rescale(machine, back);
    }
    return sum;
}

} // namespace

class BenchEvaluate : public QObject
{
    Q_OBJECT
private slots:
    void timePerToken_data() { scenarios(); }
    void timePerToken()
    {
        const auto [scenario, catalog] = loaded();
        core::Machine machine = core::resolve(scenario.systems[0], catalog);
        QBENCHMARK
        {
            QVERIFY(timePerTokenAndSensitivities(machine, scenario.workload) > 0);
        }
    }

    void tenThousandPointsOfASweep_data() { scenarios(); }
    void tenThousandPointsOfASweep()
    {
        const auto [scenario, catalog] = loaded();
        std::vector<SweepAxis> axes { { "/systems/0/pools/0/scale/bandwidth", {} },
            { "/systems/0/pools/0/scale/flops", {} } };
        for (int i = 0; i < 100; ++i)
            for (SweepAxis& axis : axes)
                axis.values.emplace_back(0.5 + 0.02 * i);
        std::size_t bytes = 0;
        QBENCHMARK
        {
            QVERIFY(sweepCsv({ axes, scenario, catalog, QString() },
                [&bytes](const std::string& rows) { bytes += rows.size(); }));
        }
        QVERIFY(bytes > 0);
    }

private:
    static void scenarios()
    {
        QTest::addColumn<QString>("path");
        for (const ShippedScenario& scenario : shippedScenarios(findFolders()))
            if (scenario.path.contains(QLatin1String("/machines/")))
                QTest::newRow(qPrintable(scenario.title)) << scenario.path;
    }

    static std::pair<core::Scenario, core::Catalog> loaded()
    {
        const auto catalog = loadCatalog(findFolders());
        QFETCH(QString, path);
        auto scenario = loadScenario(path, *catalog);
        return { std::move(*scenario), std::move(*catalog) };
    }
};

MEMWALL_TEST(BenchEvaluate, QCoreApplication)

} // namespace bench_evaluate

#include "bench_evaluate.moc"
