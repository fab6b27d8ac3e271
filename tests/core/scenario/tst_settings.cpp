// Values set at JSON pointers of a scenario: what changes, what stays, what is refused.
#include "core/scenario/scenario_io.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_settings
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

namespace
{

std::shared_ptr<const Trace> traceOf(std::vector<TraceRequest> requests)
{
    Trace trace;
    trace.requests = std::move(requests);
    return std::make_shared<const Trace>(std::move(trace));
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = shippedCatalog(); }

    void settingsChangeTheCopyOnly()
    {
        const Scenario before = *scenarioFromJson(fourH100(), m_catalog);
        const auto after
            = withSettings(before, { { "/workload/users", 8 }, { "/systems/0/kv_bits", 8 } }, m_catalog);
        QVERIFY(after.has_value());
        QCOMPARE(after->workload.users, 8);
        QCOMPARE(after->systems[0].kvBits, 8);
        QCOMPARE(before.workload.users, 1);
    }

    void nullRemovesAndDashAppends()
    {
        const Scenario before = *scenarioFromJson(fourH100(), m_catalog);
        const json drafts { { "draft_model", "llama-3.2-1b" } };
        const auto on = withSettings(before, { { "/systems/0/speculation", drafts } }, m_catalog);
        QVERIFY(on.has_value() && on->systems[0].speculation.has_value());
        const auto off = withSettings(*on, { { "/systems/0/speculation", nullptr } }, m_catalog);
        QVERIFY(off.has_value() && *off == before);
        const auto race = withSettings(before, { { "/systems/-", fourH100()["systems"][0] } }, m_catalog);
        QVERIFY(race.has_value());
        QCOMPARE(race->systems.size(), 2U);
    }

    void chipsAloneCanBeSetWhereTheDegreeFollows()
    {
        const Scenario before = *scenarioFromJson(fourH100(), m_catalog);
        const auto after = withSettings(before, { { "/systems/0/pools/0/chips", 8 } }, m_catalog);
        QVERIFY(after.has_value());
        QCOMPARE(after->systems[0].pools[0].tensorParallel, 8);
    }

    void aNameMadeFromTheHardwareFollowsIt()
    {
        json file = fourH100();
        file["systems"][0].erase("name");
        const Scenario before = *scenarioFromJson(file, m_catalog);
        QCOMPARE(before.systems[0].name, std::string("4 × H100 SXM"));
        const auto after = withSettings(before, { { "/systems/0/pools/0/chips", 8 } }, m_catalog);
        QCOMPARE(after->systems[0].name, std::string("8 × H100 SXM"));
    }

    void oneVariationAfterTheOtherIsAsGoodAsEachAlone()
    {
        const Scenario before = *scenarioFromJson(fourH100(), m_catalog);
        const json drafts { { "draft_model", "llama-3.2-1b" } };
        const char* on = "/systems/0/speculation";
        const char* within = "/systems/0/speculation/draft_tokens";
        const std::vector<Settings> all {
            { { "/workload/users", 2 }, { "/systems/0/kv_bits", 8 } },
            { { "/workload/users", 3 }, { "/systems/0/kv_bits", 7 } }, // no such format
            { { "/workload/users", 4 }, { "/systems/0/kv_bits", 16 } },
            { { "/systems/0/kv_bits", 8 } },
            { { on, drafts }, { within, 3 } },
            { { on, 5 }, { within, 3 } }, // leads through a number
            { { on, drafts }, { within, 4 } },
            { { within, 2 }, { on, drafts } },
            { { within, 3 }, { on, nullptr } },
            { { within, 4 }, { on, drafts } },
            { { "/systems/-", fourH100()["systems"][0] } },
            { { "/systems/-", fourH100()["systems"][0] } },
            { { "/systems/0/name", "6 × H100 SXM" }, { "/systems/0/pools/0/chips", 8 } },
            { { "/systems/0/name", before.systems[0].name }, { "/systems/0/pools/0/chips", 8 } },
            { { "nowhere", 1 } },
        };
        Variations variations(before, m_catalog);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto alone = withSettings(before, all[i], m_catalog);
            const auto here = variations.with(all[i]);
            QVERIFY2(alone.has_value() == here.has_value(), std::to_string(i).c_str());
            QVERIFY2(!alone || *alone == *here, std::to_string(i).c_str());
        }
    }

    void whatWasReadOfATraceStaysWithTheTrace()
    {
        Scenario before = *scenarioFromJson(fourH100(), m_catalog);
        before.workload.arrivals = Arrivals::Trace;
        before.workload.trace = TraceSource { "x.csv", TraceFormat::Azure, 0, {}, 1 };
        before.workload.traceRequests.read = traceOf({ { 0, 7, 7 } });
        const auto same = withSettings(before, { { "/systems/0/kv_bits", 8 } }, m_catalog);
        QVERIFY(same.has_value());
        QCOMPARE(same->workload.traceRequests.read.get(), before.workload.traceRequests.read.get());
        for (const auto& [pointer, value] : Settings { { "/workload/trace/speedup", 2 },
                 { "/workload/trace/file", "y.csv" }, { "/workload/arrivals", "closed" } }) {
            const auto other = withSettings(before, { { pointer, value } }, m_catalog);
            QVERIFY(other.has_value());
            QVERIFY(other->workload.traceRequests.read == nullptr);
        }
    }

    void whatWasReadDecidesWhetherScenariosAreTheSame()
    {
        Scenario one = *scenarioFromJson(fourH100(), m_catalog);
        Scenario two = one;
        one.workload.traceRequests.read = traceOf({ { 0, 7, 7 } });
        QVERIFY(!(one == two));
        two.workload.traceRequests.read = traceOf({ { 0, 7, 7 } });
        QVERIFY(one == two);
        two.workload.traceRequests.read = traceOf({ { 0, 7, 8 } });
        QVERIFY(!(one == two));
    }

    void wrongPointersAreProblems()
    {
        const Scenario before = *scenarioFromJson(fourH100(), m_catalog);
        for (const char* pointer :
            { "workload", "/systems/7/model", "/systems/x", "/workload/users/deep", "/nothing" }) {
            const auto after = withSettings(before, { { pointer, 1 } }, m_catalog);
            QVERIFY2(!after.has_value(), pointer);
            QVERIFY(!after.error()[0].remedy.empty());
        }
    }

    void settingsOfTheWrongKindAreProblemsNotCrashes_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QByteArray>("value");
        for (const auto& [set, value] :
            { std::pair { "/systems", "\"text\"" }, { "/systems", "{}" }, { "/systems", "null" },
                { "/systems/0", "7" }, { "/systems/0/name", "5" }, { "/systems/-", "null" } })
            QTest::addRow("%s = %s", set, value) << QByteArray(set) << QByteArray(value);
    }

    void settingsOfTheWrongKindAreProblemsNotCrashes()
    {
        QFETCH(QByteArray, set);
        QFETCH(QByteArray, value);
        json file = fourH100();
        file["systems"][0].erase("name");
        const Scenario before = *scenarioFromJson(file, m_catalog);
        const auto after
            = withSettings(before, { { set.toStdString(), json::parse(value.toStdString()) } }, m_catalog);
        QVERIFY(!after.has_value());
        QVERIFY(after.error()[0].pointer.starts_with("/systems"));
    }

    void removingWhatIsNotThereChangesNothing()
    {
        const Scenario before = *scenarioFromJson(fourH100(), m_catalog);
        const auto after
            = withSettings(before, { { "/systems/0/speculation/acceptance", nullptr } }, m_catalog);
        QVERIFY2(after.has_value(), after ? "" : listOf(after.error()).c_str());
        QVERIFY(*after == before);
    }

    void textThatCannotBeWrittenIsRefused()
    {
        const Scenario before = *scenarioFromJson(fourH100(), m_catalog);
        const auto after = withSettings(before, { { "/title", "caf\xe9" } }, m_catalog);
        QVERIFY(!after.has_value());
        QCOMPARE(after.error()[0].pointer, std::string("/title"));
    }

private:
    Catalog m_catalog;
};

MEMWALL_TEST(TestSettings, memwall::tests::NoApplication)

} // namespace tst_settings

#include "tst_settings.moc"
