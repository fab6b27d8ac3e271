// The figures of the race's table and of the insight column are those of the JSON, for every shipped
// scenario.
#include "core/export/report_json.h"
#include "tests/support/shipped_scenarios.h"
#include "tests/support/test_program.h"
#include "widgets/base/format.h"
#include "widgets/charts/breakdown_card.h"
#include "widgets/race/race_table.h"
#include "widgets/words/sayings.h"

#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_race_figures
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

using Json = nlohmann::ordered_json;

QString dollars(double value)
{
    return formatNumber(value) + QStringLiteral("\u2009USD");
}

/// A cell, by hand.
QString cellOf(const Json& value, QString (*format)(double))
{
    return value.is_null() || value.get<double>() <= 0 ? QStringLiteral("—") : format(value.get<double>());
}

} // namespace

class TestRaceFigures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void cellsAreFiguresOfTheJson()
    {
        for (const auto& path : tests::shippedScenarios()) {
            const core::Scenario scenario = tests::shippedScenario(path, m_catalog);
            const core::SimulationResult result = core::simulate(scenario, m_catalog);
            const Json systems = core::reportJson(result, ui::wordingOfFiles())["systems"];
            std::vector<RaceLane> lanes;
            for (std::size_t i = 0; i < result.systems.size(); ++i)
                lanes.push_back(raceLane(result.systems[i], &scenario.systems[i]));
            const std::vector<RaceRow> rows = raceRows(lanes);
            QCOMPARE(rows.size(), systems.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const Json& json = systems[i];
                const QStringList expected { cellOf(json["ttft_s"], formatSeconds),
                    cellOf(json["tpot_s"], formatSeconds), cellOf(json["tokens_per_s_per_user"], formatCount),
                    cellOf(json["throughput_tokens_per_s"], formatCount),
                    cellOf(json["itl_s"]["max"], formatSeconds),
                    cellOf(json["energy_j_per_token"], formatEnergy),
                    cellOf(json["cost_usd_per_mtoken"], dollars),
                    formatSeconds(core::toSeconds(result.systems[i].run->end())) };
                QCOMPARE(rows[i].cells.mid(0, expected.size()), expected);
                QCOMPARE(rows[i].cells.size(), raceColumns().size() - 1);
            }
        }
    }

    /// A part that is too small to see is left out, none is twice or of another cause.
    void theBarOfATokensTimeHasItsCauses()
    {
        core::Breakdown breakdown;
        double seconds = 1;
        for (const core::TimeCause& cause : core::kTimeCauses)
            breakdown.*cause.seconds = seconds++;
        const Theme theme = Theme::darkTheme();
        const std::vector<BreakdownPart> parts = breakdownParts(breakdown, theme);
        QCOMPARE(parts.size(), core::kTimeCauses.size());
        std::vector<BarFill> fills;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            QCOMPARE(parts[i].seconds, breakdown.*core::kTimeCauses[i].seconds);
            QCOMPARE(parts[i].fill.pattern, core::kTimeCauses[i].kind);
            for (const BarFill& other : fills)
                QVERIFY(other.colour != parts[i].fill.colour || other.pattern != parts[i].fill.pattern);
            fills.push_back(parts[i].fill);
        }
    }

private:
    core::Catalog m_catalog;
};

MEMWALL_TEST(TestRaceFigures, QApplication)

} // namespace tst_race_figures

#include "tst_race_figures.moc"
