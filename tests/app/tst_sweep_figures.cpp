// The columns of a sweep are figures of the JSON, with their values.
#include "app/cli/sweep.h"
#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/export/report_json.h"
#include "tests/support/shipped_scenarios.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_sweep_figures
{

using namespace memwall;
using namespace memwall::app;

namespace
{

/// Every record of a sweep of one point, the head first; the title comes before all else.
std::vector<std::vector<std::string>> recordsOf(
    const core::Scenario& scenario, const core::Catalog& catalog, const std::filesystem::path& folder)
{
    std::string text;
    const bool whole = sweepCsv({ .axes = { { "/title", { "swept" } } },
                                    .scenario = scenario,
                                    .catalog = catalog,
                                    .folder = QString::fromStdString(folder.string()) },
        [&text](const std::string& piece) { text += piece; });
    std::vector<std::vector<std::string>> records;
    core::CsvReader reader(text);
    for (core::CsvRecord record; whole && reader.next(record);)
        records.push_back(record.fields);
    return records;
}

/// What a cell says of a member of the JSON.
std::string cellOf(const nlohmann::ordered_json& value)
{
    if (value.is_number())
        return core::significantText(value.get<double>(), 9);
    return value.is_null() ? std::string() : value.get<std::string>();
}

} // namespace

class TestSweepFigures : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreFiguresOfTheJson()
    {
        const core::Catalog catalog = tests::shippedCatalog();
        for (const auto& path : tests::shippedScenarios()) {
            const core::Scenario scenario = tests::shippedScenario(path, catalog);
            const auto systems
                = core::reportJson(core::simulate(scenario, catalog), ui::wordingOfFiles())["systems"];
            const auto records = recordsOf(scenario, catalog, path.parent_path());
            QCOMPARE(records.size(), systems.size() + 1);
            const std::vector<std::string>& head = records[0];
            QCOMPARE(head.size(), std::size_t { 11 });
            for (std::size_t i = 0; i < systems.size(); ++i) {
                QCOMPARE(records[i + 1].size(), head.size());
                QCOMPARE(records[i + 1][1], systems[i]["name"].get<std::string>());
                for (std::size_t column = 4; column < head.size(); ++column) {
                    QVERIFY2(systems[i].contains(head[column]), head[column].c_str());
                    QCOMPARE(records[i + 1][column], cellOf(systems[i][head[column]]));
                }
            }
        }
    }
};

MEMWALL_TEST(TestSweepFigures, QCoreApplication)

} // namespace tst_sweep_figures

#include "tst_sweep_figures.moc"
