// What charts show is what the run and its report say.
#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/export/chart_csv.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/scenario_with_trace.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

#include <cmath>

namespace tst_chart_data
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

bool near(double value, double expected, double share = 1e-9)
{
    return std::abs(value - expected) <= share * std::abs(expected) + 1e-30;
}

/// Rows by column name.
std::vector<std::map<std::string, std::string>> rowsOf(const std::string& csv)
{
    CsvReader reader(csv);
    CsvRecord record;
    std::vector<std::map<std::string, std::string>> rows;
    std::vector<std::string> head;
    while (reader.next(record)) {
        if (head.empty()) {
            head = record.fields;
            continue;
        }
        std::map<std::string, std::string> row;
        for (std::size_t i = 0; i < head.size() && i < record.fields.size(); ++i)
            row[head[i]] = record.fields[i];
        if (record.fields.size() == head.size())
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

class TestChartData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = shippedCatalog(); }

    void thePresentPointLiesOnTheCurve_data()
    {
        QTest::addColumn<QByteArray>("workload");
        QTest::newRow("users together") << QByteArray(R"({"arrivals": "together", "users": 5})");
        QTest::newRow("more users than a batch") << QByteArray(R"({"arrivals": "together", "users": 80})");
        QTest::newRow("closed loop") << QByteArray(R"({"arrivals": "closed", "users": 6, "requests": 20})");
        QTest::newRow("poisson") << QByteArray(
            R"({"arrivals": "poisson", "requests": 30, "rate_per_s": 4, "seed": 3})");
    }

    void thePresentPointLiesOnTheCurve()
    {
        QFETCH(QByteArray, workload);
        const Scenario scenario = scenarioWith(workload);
        const Report report = simulate(scenario, m_catalog).systems.front().report;
        const auto curve = curveOf(scenario);
        QVERIFY(curve.size() >= 4);
        const auto present
            = std::find_if(curve.begin(), curve.end(), [](const BatchPoint& point) { return point.present; });
        QVERIFY(present != curve.end());
        QCOMPARE(present->tpotS, report.tpotS);
        QCOMPARE(present->throughputTokensPerS, report.throughputTokensPerS);
        QCOMPARE(present->ttftS, report.ttftS);
        QCOMPARE(
            std::count_if(curve.begin(), curve.end(), [](const auto& point) { return point.present; }), 1);
    }

    void largerBatchesTradeLatencyForThroughput()
    {
        const auto curve = curveOf(scenarioWith(R"({"arrivals": "together", "users": 1})"));
        for (std::size_t i = 1; i < curve.size(); ++i) {
            QVERIFY(curve[i].batch > curve[i - 1].batch);
            QVERIFY(curve[i].tpotS >= curve[i - 1].tpotS);
        }
        QVERIFY(curve[3].throughputTokensPerS > 3 * curve[0].throughputTokensPerS);
        // Every point is the scenario with so many users.
        const auto direct
            = Figures(m_catalog).of(scenarioWith(R"({"arrivals": "together", "users": 8})")).value().front();
        const auto eight = std::find_if(
            curve.begin(), curve.end(), [](const BatchPoint& point) { return point.batch == 8; });
        QCOMPARE(eight->tpotS, direct.tpotS);
    }

    void theCurveStopsWhenAskedTo()
    {
        const Scenario scenario = scenarioWith(R"({"arrivals": "together", "users": 1})");
        std::stop_source stop;
        int found = 0;
        batchCurve(
            scenario.systems.front(), scenario.workload, m_catalog,
            [&](const BatchPoint&) {
                if (++found == 2)
                    stop.request_stop();
            },
            stop.get_token());
        QCOMPARE(found, 2);
    }

    void operatorsOfAStepAddUpToIt()
    {
        const auto result = systemOf(R"({"arrivals": "together", "users": 4})");
        const Instant middle = instantAt(0.5 * toSeconds(result.run->end()));
        const auto steps = stepsUnderRoof(*result.run, middle);
        QCOMPARE(steps.size(), std::size_t(1));
        double seconds = 0;
        for (const OperatorPoint& op : steps.front().operators) {
            seconds += op.seconds;
            // No dot above the roof.
            QVERIFY(op.flopsPerSecond() <= steps.front().peakFlops->value * (1 + 1e-9));
            QVERIFY(
                op.bytes == 0 || op.bytes / op.seconds <= steps.front().peakBandwidth->value * (1 + 1e-9));
        }
        QVERIFY(near(seconds, toSeconds(steps.front().time.length()), 1e-6));
        QVERIFY(steps.front().time.contains(middle));
        QVERIFY(near(*steps.front().ridge(), *result.report.decode.ridge()));
        QVERIFY(stepsUnderRoof(*result.run, result.run->end()).size() == 1);
        QVERIFY(stepsUnderRoof(*result.run, Instant {}).front().kind == SegmentKind::Prefill);
    }

    void gapsAreTheRunsOwn()
    {
        const auto result = systemOf(
            R"({"arrivals": "together", "users": 3, "events": [{"at_s": 2.0, "prompt_tokens": 20000, "output_tokens": 20}]})");
        double longest = 0;
        for (std::size_t user = 0; user < result.run->requests.size(); ++user) {
            const auto gaps = tokenGaps(*result.run, user);
            const RequestRun& request = result.run->requests[user];
            QCOMPARE(std::int64_t(gaps.size()), request.outputTokens - 1);
            double sum = 0;
            for (const TokenGap& gap : gaps) {
                sum += gap.gapS;
                longest = std::max(longest, gap.gapS);
            }
            QVERIFY(near(sum, toSeconds(request.finish - request.firstToken), 1e-9));
        }
        QVERIFY(near(longest, result.report.itlS.max, 1e-9));
        QVERIFY(longest > 5 * result.report.itlS.p50); // the long prompt made the others wait
    }

    void memoryEndsWhereTheReportSays()
    {
        const auto result = systemOf(R"({"arrivals": "together", "users": 4})");
        const MemoryOverTime memory = memoryOverTime(*result.run);
        QCOMPARE(memory.places.size(), std::size_t(1));
        const MemoryPlace& place = memory.places.front();
        QVERIFY(near(place.weights, result.report.memory.weights));
        QVERIFY(near(place.capacity->value, result.report.memory.levels.front().capacity));
        const double peak = *std::max_element(place.kv.begin(), place.kv.end());
        QVERIFY(peak <= result.report.memory.kv * (1 + 1e-9));
        QVERIFY(peak >= result.report.memory.kv * 0.98);
        QCOMPARE(memory.timeS.back(), toSeconds(result.run->end()));
    }

    void partsOfTheEnergyAddUp_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios"))
            if (entry.path().string().ends_with(".memwall.json"))
                QTest::newRow(entry.path().filename().c_str())
                    << QString::fromStdString(entry.path().string());
    }

    void partsOfTheEnergyAddUp()
    {
        QFETCH(QString, file);
        const auto scenario = scenarioIn(file.toStdString(), m_catalog);
        const SimulationResult result = simulate(scenario, m_catalog);
        for (std::size_t i = 0; i < result.systems.size(); ++i) {
            const Report& report = result.systems[i].report;
            const EnergyParts energy
                = energyParts(scenario.systems[i], m_catalog, *result.systems[i].run, report);
            double sum = 0;
            for (const EnergyPart& part : energy.parts) {
                QVERIFY(part.joules > 0 && !part.formula.empty());
                sum += part.joules;
            }
            QVERIFY2(near(sum, report.energyJPerToken->value, 1e-6),
                qPrintable(QStringLiteral("%1 of %2").arg(sum).arg(report.energyJPerToken->value)));
            QVERIFY(!energy.parts.empty() || !energy.notes.empty());
        }
    }

    void aTableOfGapsHasABound()
    {
        const auto result = systemOf(R"({"arrivals": "together", "users": 3})");
        const std::string all = gapsCsv(*result.run, memwall::ui::wordingOfFiles());
        const auto perUser = static_cast<std::size_t>(result.run->requests.front().outputTokens - 1);
        for (const std::size_t most : { std::size_t { 0 }, std::size_t { 7 }, perUser, perUser + 1 }) {
            std::size_t end = 0;
            for (std::size_t line = 0; line <= most; ++line) // the head and so many rows
                end = all.find('\n', end) + 1;
            QCOMPARE(gapsCsv(*result.run, memwall::ui::wordingOfFiles(), most),
                all.substr(0, end) + "# more gaps follow; " + std::to_string(most) + " rows are the limit\n");
        }
        QCOMPARE(tokenGaps(*result.run, 0, 7).size(), std::size_t { 7 });
    }

    void csvGivesTheValuesBack()
    {
        const auto result = systemOf(R"({"arrivals": "together", "users": 3})");
        const auto curve = curveOf(scenarioWith(R"({"arrivals": "together", "users": 3})"));
        const auto rows = rowsOf(batchCurveCsv(curve));
        QCOMPARE(rows.size(), curve.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QVERIFY(near(numberIn(rows[i].at("tpot_s")).value(), curve[i].tpotS));
            QCOMPARE(std::stoll(rows[i].at("batch")), curve[i].batch);
        }
        const std::string allGaps = gapsCsv(*result.run, memwall::ui::wordingOfFiles());
        const auto gaps = rowsOf(allGaps);
        QCOMPARE(std::int64_t(gaps.size()), 3 * (result.run->requests.front().outputTokens - 1));
        QCOMPARE(gapsCsv(*result.run, memwall::ui::wordingOfFiles(), gaps.size()), allGaps);
        double total = 0;
        for (const auto& row : rowsOf(breakdownCsv(result.report.breakdown, memwall::ui::wordingOfFiles())))
            total += numberIn(row.at("time_s")).value();
        QVERIFY(near(total, result.report.breakdown.total(), 1e-9));
        const MemoryOverTime memory = memoryOverTime(*result.run);
        QCOMPARE(rowsOf(memoryCsv(memory)).size(), memory.timeS.size() * memory.places.size());
        QCOMPARE(rowsOf(kvOverTimeCsv(result.report)).size(), result.report.kvOverTime.size());
        QCOMPARE(rowsOf(sensitivityCsv(result.report)).size(), std::size_t(5));
        QCOMPARE(rowsOf(phasesCsv(result.report)).size(), std::size_t(2));
        // A sentence with commas is one field.
        QCOMPARE(rowsOf(bottleneckCsv(result.report, memwall::ui::wordingOfFiles())).front().at("text"),
            memwall::ui::english(result.report.bottleneckText));
        QVERIFY(!rowsOf(figuresCsv(result.report)).empty());
        const auto steps = stepsUnderRoof(*result.run, result.run->end());
        QCOMPARE(rowsOf(operatorsCsv(steps)).size(), steps.front().operators.size());
    }

private:
    [[nodiscard]] Scenario scenarioWith(const QByteArray& workload) const
    {
        nlohmann::json json = fourH100();
        nlohmann::json changes = nlohmann::json::parse(workload.toStdString());
        changes["prompt_tokens"] = 1024;
        changes["output_tokens"] = 128;
        json["workload"] = changes;
        auto scenario = scenarioFromJson(json, m_catalog);
        if (!scenario)
            throw std::runtime_error(listOf(scenario.error()));
        return *std::move(scenario);
    }

    [[nodiscard]] SystemResult systemOf(const QByteArray& workload) const
    {
        return simulate(scenarioWith(workload), m_catalog).systems.front();
    }

    [[nodiscard]] std::vector<BatchPoint> curveOf(const Scenario& scenario) const
    {
        std::vector<BatchPoint> curve;
        batchCurve(scenario.systems.front(), scenario.workload, m_catalog,
            [&curve](const BatchPoint& point) { curve.push_back(point); });
        return curve;
    }

    Catalog m_catalog;
};

MEMWALL_TEST(TestChartData, memwall::tests::NoApplication)

} // namespace tst_chart_data

#include "tst_chart_data.moc"
