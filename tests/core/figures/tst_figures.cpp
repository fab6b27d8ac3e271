// The short way to the figures of a sweep gives the same numbers as the long way of the window, to the bit.
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <fstream>
#include <sstream>

namespace tst_figures
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

std::vector<double> numbersOf(const Report& report)
{
    return { report.ttftS, report.tpotS, report.tokensPerSPerUser, report.throughputTokensPerS,
        report.energyJPerToken.value_or(Band {}).value, report.costUsdPerMtoken.value_or(Band {}).value,
        static_cast<double>(report.bottleneck), report.fits ? 1.0 : 0.0 };
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = shippedCatalog(); }

    void aSweepSeesWhatTheWindowSees_data()
    {
        QTest::addColumn<QString>("path");
        const std::filesystem::path folder
            = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios" / "machines";
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }

    void aSweepSeesWhatTheWindowSees()
    {
        QFETCH(QString, path);
        std::stringstream text;
        text << std::ifstream(path.toStdString()).rdbuf();
        const auto scenario = readScenario(text.str(), m_catalog);
        QVERIFY(scenario.has_value());
        Figures figures(m_catalog);
        const char* last = scenario->systems[0].pools.size() > 1 ? "1" : "0";
        const std::string pool = std::string("/systems/0/pools/").append(last);
        // The factors alone change, then something else, then the factors again.
        for (const Settings& settings : { Settings {}, Settings { { pool + "/scale/bandwidth", 3.7 } },
                 Settings { { pool + "/scale/latency", 0.3 }, { pool + "/scale/link", 1.9 } },
                 Settings { { "/systems/0/kv_bits", 8 }, { pool + "/scale/flops", 0.7 } },
                 Settings { { "/workload/users", 3 } },
                 Settings { { pool + "/scale/capacity", 0.01 }, { pool + "/scale/flops", 0.7 } } }) {
            const auto changed = withSettings(*scenario, settings, m_catalog);
            QVERIFY(changed.has_value());
            const std::vector<Report> quick = figures.of(*changed).value();
            const SimulationResult whole = simulate(*changed, m_catalog);
            QCOMPARE(quick.size(), whole.systems.size());
            for (std::size_t i = 0; i < quick.size(); ++i)
                QCOMPARE(numbersOf(quick[i]), numbersOf(whole.systems[i].report));
        }
    }

private:
    Catalog m_catalog;
};

MEMWALL_TEST(TestFigures, memwall::tests::NoApplication)

} // namespace tst_figures

#include "tst_figures.moc"
