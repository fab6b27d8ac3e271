// A figure is named once: its key, its unit and its value are those of the JSON, and the JSON has no others.
#include "core/export/report_json.h"
#include "core/export/target_text.h"
#include "core/figures/figure_table.h"
#include "core/figures/levers.h"
#include "core/origin/origin.h"
#include "tests/support/shipped_scenarios.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace tst_figure_table
{

using namespace memwall::core;

namespace
{

using Json = nlohmann::ordered_json;

/// Every member of an object and of those in it by its place, as often as it stands there. What is in a list
/// has no place of its own.
void collect(const Json& object, const std::string& place, std::multimap<std::string, Json>& members)
{
    for (const auto& [key, value] : object.get_ref<const Json::object_t&>()) {
        const std::string here = place.empty() ? key : place + '/' + key;
        if (value.is_object())
            collect(value, here, members);
        else
            members.emplace(here, value);
    }
}

std::multimap<std::string, Json> membersOf(const Json& system)
{
    std::multimap<std::string, Json> members;
    collect(system, {}, members);
    return members;
}

/// All places of figures: of the table, of the causes of time, of the levers.
std::vector<std::string> allPlaces()
{
    std::vector<std::string> places;
    for (const ReportFigure& figure : kReportFigures)
        places.emplace_back(figure.key);
    for (const TimeCause& cause : kTimeCauses)
        places.push_back("breakdown/" + std::string(cause.key));
    for (const std::string_view figure : { "tpot_s", "ttft_s" })
        for (const Lever& lever : kLevers)
            places.push_back("sensitivity/" + std::string(figure) + '/' + std::string(lever.key));
    return places;
}

bool isBelow(const std::string& place, const std::string& group)
{
    return place.starts_with(group + '/');
}

/// Whether a member of the JSON may hold this value of a figure: null where there is none, a whole number
/// only where the figure is one.
bool agrees(const Json& member, const ReportFigure& figure, const std::optional<double>& value)
{
    if (!value)
        return member.is_null();
    return member.is_number() && member.get<double>() == *value
        && member.is_number_integer() == (figure.unit == FigureUnit::Whole);
}

} // namespace

class TestFigureTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_catalog = memwall::tests::shippedCatalog();
        for (const auto& path : memwall::tests::shippedScenarios())
            for (SystemResult& system :
                simulate(memwall::tests::shippedScenario(path, m_catalog), m_catalog).systems)
                m_systems.push_back(std::move(system));
        QVERIFY(m_systems.size() > 20);
    }

    void keysAreUnique()
    {
        const std::vector<std::string> places = allPlaces();
        QCOMPARE(std::set<std::string>(places.begin(), places.end()).size(), places.size());
    }

    void aKeyFindsItsFigure()
    {
        for (const ReportFigure& figure : kReportFigures)
            QCOMPARE(figureNamed(figure.key), &figure);
        QVERIFY(figureNamed("tpot") == nullptr);
        QCOMPARE(ReportFigure("band/low").key, std::string_view("band/low"));
    }

    void noTwoFiguresAreOfTheSameMember()
    {
        std::set<ReportFigure::Of> members;
        for (const ReportFigure& figure : kReportFigures)
            QVERIFY2(members.insert(figure.of).second, std::string(figure.key).c_str());
    }

    /// By hand: JSON, tables, sweeps and races all read the table, so none of them can tell.
    void headlinesAreTheMembersThatTheirKeysName()
    {
        const auto of
            = [](const ReportFigure& figure, const Report& report) { return figure.of(report).value_or(0); };
        for (const SystemResult& system : m_systems) {
            const Report& report = system.report;
            QCOMPARE(of("ttft_s", report), report.ttftS);
            QCOMPARE(of("tpot_s", report), report.tpotS);
            QCOMPARE(of("tokens_per_s_per_user", report), report.tokensPerSPerUser);
            QCOMPARE(of("throughput_tokens_per_s", report), report.throughputTokensPerS);
            QCOMPARE(of("energy_j_per_token", report), report.energyJPerToken.value_or(Band {}).value);
            QCOMPARE(of("energy_band/low", report), report.energyJPerToken.value_or(Band {}).low);
            QCOMPARE(of("cost_usd_per_mtoken", report), report.costUsdPerMtoken.value_or(Band {}).value);
            QCOMPARE(of("cost_band/low", report), report.costUsdPerMtoken.value_or(Band {}).low);
            QCOMPARE(of("band/low", report), report.bandLow);
            QCOMPARE(of("ideal/tpot_s", report), report.idealTpotS);
            QCOMPARE(of("memory/max_users", report), static_cast<double>(report.memory.maxUsers));
            QCOMPARE(of("bytes_per_token/weights", report), report.bytesPerToken.weights);
        }
    }

    void eachFigureStandsOnceAtItsPlaceWithItsValue()
    {
        for (const SystemResult& system : m_systems) {
            const auto members = membersOf(jsonOf(system));
            for (const ReportFigure& figure : kReportFigures) {
                std::string place(figure.key);
                const auto value = figure.of(system.report);
                if (!value && members.count(place) == 0) // the whole group is null
                    place.resize(place.rfind('/'));
                QVERIFY2(members.count(place) == 1, place.c_str());
                QVERIFY2(agrees(members.find(place)->second, figure, value), place.c_str());
            }
        }
    }

    void figuresStandInTheOrderOfTheTable()
    {
        for (const SystemResult& system : m_systems) {
            std::vector<std::string_view> members, figures;
            const Json json = jsonOf(system);
            for (const auto& [key, value] : json.get_ref<const Json::object_t&>())
                members.push_back(key);
            for (const ReportFigure& figure : kReportFigures) {
                const std::string_view member = figure.key.substr(0, figure.key.find('/'));
                if (figures.empty() || figures.back() != member)
                    figures.push_back(member);
            }
            std::erase_if(members, [&](std::string_view member) {
                return std::find(figures.begin(), figures.end(), member) == figures.end();
            });
            QVERIFY(members == figures);
        }
    }

    void aNumberOfTheJsonIsInATable()
    {
        const std::vector<std::string> places = allPlaces();
        for (const SystemResult& system : m_systems)
            for (const auto& [place, value] : membersOf(jsonOf(system)))
                if (value.is_number() || value.is_null())
                    QVERIFY2(std::any_of(places.begin(), places.end(),
                                 [&, &here = place, none = value.is_null()](const std::string& known) {
                                     return known == here || (none && isBelow(known, here));
                                 }),
                        place.c_str());
    }

    void theCausesOfTimeAddUpToTheTimePerToken()
    {
        for (const SystemResult& system : m_systems) {
            const Json json = jsonOf(system);
            double sum = 0;
            for (const TimeCause& cause : kTimeCauses) {
                const double seconds = system.report.breakdown.*cause.seconds;
                QCOMPARE(json["breakdown"][std::string(cause.key)].get<double>(), seconds);
                sum += seconds;
            }
            QCOMPARE(json["breakdown"].size(), kTimeCauses.size());
            QVERIFY2(std::abs(sum / system.report.tpotS - 1) < 1e-9, system.report.name.c_str());
        }
    }

    /// What has no row in its table would be missing from every list.
    void theTablesHaveEveryCauseAndEveryLever()
    {
        const Breakdown parts;
        const Sensitivity changes;
        std::set<const double*> members, changed;
        for (const TimeCause& cause : kTimeCauses)
            members.insert(&(parts.*cause.seconds));
        for (const Lever& lever : kLevers)
            changed.insert(&(changes.*lever.change));
        QCOMPARE(members.size() * sizeof(double), sizeof(Breakdown));
        QCOMPARE(changed.size() * sizeof(double), sizeof(Sensitivity));
        for (const Lane lane :
            { Lane::Compute, Lane::Weights, Lane::KvCache, Lane::Communication, Lane::Fixed })
            QVERIFY(causeOf(lane).lane == lane);
    }

    void theBottleneckIsTheCauseThatTakesLongest()
    {
        for (const SystemResult& system : m_systems) {
            std::map<Bottleneck, double> seconds;
            for (const TimeCause& cause : kTimeCauses)
                seconds[cause.holds] += system.report.breakdown.*cause.seconds;
            for (const auto& [bottleneck, sum] : seconds)
                QVERIFY2(sum <= seconds[system.report.bottleneck], system.report.name.c_str());
        }
    }

    void aTargetIsAFigureOfTheTableOrThatItFits()
    {
        QCOMPARE(kMetrics.size(), kSpeeds.size() + 1);
        for (const TargetMetric metric : kMetrics) {
            QVERIFY(metricNamed(nameOf(metric)) == metric);
            if (metric == TargetMetric::Fits) {
                QVERIFY(figureOf(metric) == nullptr && !isTime(metric));
                continue;
            }
            QVERIFY(std::any_of(kSpeeds.begin(), kSpeeds.end(),
                [&](const ReportFigure& figure) { return figure.key == nameOf(metric); }));
            QCOMPARE(isTime(metric), metric == TargetMetric::Tpot || metric == TargetMetric::Ttft);
        }
    }

    void originsAreThoseOfTheReportsFigures()
    {
        for (const auto& path : memwall::tests::shippedScenarios()) {
            const Scenario scenario = memwall::tests::shippedScenario(path, m_catalog);
            const SimulationResult result = simulate(scenario, m_catalog);
            for (std::size_t i = 0; i < scenario.systems.size(); ++i)
                for (const Origin& origin :
                    originOf(scenario.systems[i], scenario.workload, m_catalog, result.systems[i])) {
                    const ReportFigure* figure = figureOf(origin.headline);
                    const bool own
                        = origin.headline != Headline::Bottleneck && origin.headline != Headline::Memory;
                    QCOMPARE(figure != nullptr, own);
                    if (own)
                        QVERIFY(figure->of(result.systems[i].report) == origin.figure.value
                            && symbolOf(figure->unit) == origin.figure.unit);
                }
        }
    }

private:
    static Json jsonOf(const SystemResult& system)
    {
        return reportJson({ { system } }, memwall::ui::wordingOfFiles())["systems"][0];
    }

    Catalog m_catalog;
    std::vector<SystemResult> m_systems;
};

MEMWALL_TEST(TestFigureTable, memwall::tests::NoApplication)

} // namespace tst_figure_table

#include "tst_figure_table.moc"
