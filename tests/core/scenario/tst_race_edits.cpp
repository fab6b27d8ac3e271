// What a race asks of a scenario: lanes added, removed and swapped.
#include "core/catalog/catalog.h"
#include "core/scenario/race_edits.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_race_edits
{

using namespace memwall;
using namespace memwall::core;

namespace
{

Scenario named(const std::vector<std::string>& names)
{
    Scenario scenario;
    for (const std::string& name : names) {
        System& system = scenario.systems.emplace_back();
        system.name = name;
        system.model.id = ModelId("llama-3.1-8b");
        system.pools.emplace_back().chip.id = ChipId("h100_sxm");
    }
    return scenario;
}

std::vector<std::string> namesOf(const Scenario& scenario)
{
    std::vector<std::string> names;
    for (const System& system : scenario.systems)
        names.push_back(system.name);
    return names;
}

} // namespace

class TestRaceEdits : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void aFreeNameIsKept() { QCOMPARE(freeLaneName(named({ "left" }), "new"), "new"); }

    void copiesAreNumberedOneAfterTheOther()
    {
        Scenario scenario = named({ "left" });
        while (scenario.systems.size() < kMostLanes)
            scenario = withSettings(scenario, addLane(scenario, scenario.systems.back()), m_catalog).value();
        QCOMPARE(
            namesOf(scenario), (std::vector<std::string> { "left", "left (2)", "left (3)", "left (4)" }));
        QVERIFY(addLane(scenario, scenario.systems.front()).empty());
    }

    void onlyAWholeNumberAtTheEndCounts()
    {
        for (const std::string name : { "a (b)", "a (2) b", "(2)", "a (2b)", "a ()" })
            QCOMPARE(freeLaneName(named({ name }), name), name + " (2)");
        QCOMPARE(freeLaneName(named({ "other" }), "a (7)"), "a (7)"); // as it was wanted
    }

    void theLastLaneStays()
    {
        const Scenario one = named({ "left" });
        QVERIFY(removeLane(one, 0).empty());
        const Scenario two = named({ "left", "right" });
        QVERIFY(removeLane(two, 2).empty());
        QCOMPARE(namesOf(withSettings(two, removeLane(two, 0), m_catalog).value()),
            std::vector<std::string> { "right" });
    }

    void swappedLanesChangePlaces()
    {
        const Scenario three = named({ "a", "b", "c" });
        QVERIFY(swapLanes(three, 1, 1).empty());
        QVERIFY(swapLanes(three, 0, 3).empty());
        QCOMPARE(namesOf(withSettings(three, swapLanes(three, 0, 2), m_catalog).value()),
            (std::vector<std::string> { "c", "b", "a" }));
    }

private:
    Catalog m_catalog;
};

MEMWALL_TEST(TestRaceEdits, QCoreApplication)

} // namespace tst_race_edits

#include "tst_race_edits.moc"
