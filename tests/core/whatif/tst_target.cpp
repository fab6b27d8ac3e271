// What would it take: factors that paper and pencil give too, walls that no amount moves, steps, laws.
#include "core/export/target_text.h"
#include "core/simulate.h"
#include "core/whatif/root_finding.h"
#include "core/whatif/target.h"
#include "tests/support/builders.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QTest>

#include <cmath>
#include <limits>

namespace tst_target
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

constexpr double kFixedSeconds = 80 * 20e-6; ///< 80 layers of 20 µs

/// Round numbers only: a chip of 2 TB/s and 500 Tflop/s that reaches all of it.
Catalog paperCatalog(double perLayer = 20e-6)
{
    Catalog catalog;
    catalog.chips = { plainChip() };
    catalog.engines = { idealEngine() };
    catalog.engines[0].perLayer.value = { perLayer };
    catalog.formats = { bf16() };
    catalog.models = { llama70b() };
    catalog.models[0].id = ModelId("llama");
    catalog.links = { plainLink() };
    catalog.physics = plainMachine(llama70b()).physics;
    return catalog;
}

/// Memory of 400 GB holds the 141 GB of Llama's weights on one chip.
System paperSystem(double capacity = 5)
{
    Pool pool;
    pool.chip.id = ChipId("plain");
    pool.scale.capacity = capacity;
    System system;
    system.model.id = ModelId("llama");
    system.pools = { pool };
    return system;
}

Reach ask(const System& system, Resource resource, Target target, const Catalog& catalog = paperCatalog(),
    const Workload& workload = together(1, 1024, 256))
{
    return reach(system, workload, catalog, resource, target);
}

Report reportOf(const System& system, const Catalog& catalog = paperCatalog())
{
    Scenario scenario;
    scenario.workload = together(1, 1024, 256);
    scenario.systems = { system };
    return simulate(scenario, catalog).systems[0].report;
}

bool near(double value, double expected, double tolerance = 2e-4)
{
    return std::abs(value / expected - 1) < tolerance;
}

} // namespace

class TestTarget : public QObject
{
    Q_OBJECT

private slots:
    void aStepCostsNoMoreThanBisection()
    {
        int calls = 0;
        const auto step = [&calls](double x) {
            ++calls;
            return x < 0.3 ? std::numeric_limits<double>::infinity() : -1.0;
        };
        const Bracket found = narrowed({ 0, 1, step(0), step(1) }, 1e-4, step);
        QVERIFY(found.above < 0.3 && found.reached >= 0.3);
        QVERIFY(found.reached - found.above <= 1e-4);
        QVERIFY(calls <= 2 + 14 + 1);
        // From right to left, as where a target is met already.
        const auto turned = [](double x) { return x > 0.7 ? 1.0 : -1.0; };
        const Bracket other = narrowed({ 1, 0, 1.0, -1.0 }, 1e-4, turned);
        QVERIFY(other.above > 0.7 && other.reached <= 0.7);
        QVERIFY(other.above - other.reached <= 1e-4);
    }

    void aSmoothCurveCostsAFewLooks()
    {
        int calls = 0;
        const auto curve = [&calls](double x) {
            ++calls;
            return std::log(0.3 + std::exp(-x)) - std::log(0.55);
        };
        const Bracket found = narrowed({ 0, 3, curve(0), curve(3) }, 1e-4, curve);
        QVERIFY(near(std::exp(-found.reached), 0.25));
        QVERIFY2(calls <= 2 + 9, qPrintable(QString::number(calls)));
    }

    void bandwidthOfAMemoryBoundTokenByHand()
    {
        // Without fixed costs a token takes its bytes over the bandwidth: 2.5 times the speed, 2.5 times it.
        const Catalog catalog = paperCatalog(0);
        const double now = reportOf(paperSystem(), catalog).tpotS;
        const Reach found
            = ask(paperSystem(), Resource::Bandwidth, { TargetMetric::Tpot, now / 2.5 }, catalog);
        QCOMPARE(found.outcome, Reach::Outcome::Reached);
        QVERIFY2(near(found.factor, 2.5), qPrintable(QString::number(found.factor, 'g', 8)));
        QCOMPARE(found.amountNow.value(), 2e12);
        QVERIFY(near(found.amount.value(), 5e12));
        QCOMPARE(found.unit, std::string("B/s"));
        QCOMPARE(memwall::ui::english(found.what), std::string("HBM"));
        QCOMPARE(memwall::ui::english(sentence(found, { TargetMetric::Tpot, now / 2.5 })),
            std::string("2.5 ×: 5 TB/s instead of 2 TB/s"));
        QVERIFY(found.evaluations < 20);
    }

    void fixedTimeIsSubtractedBeforeDividing()
    {
        const double now = reportOf(paperSystem()).tpotS;
        const double target = now / 3;
        const double expected = (now - kFixedSeconds) / (target - kFixedSeconds);
        const Reach time = ask(paperSystem(), Resource::Bandwidth, { TargetMetric::Tpot, target });
        QVERIFY2(near(time.factor, expected), qPrintable(QString::number(time.factor / expected)));
        const Reach rate = ask(paperSystem(), Resource::Bandwidth, { TargetMetric::UserRate, 1 / target });
        QVERIFY(near(rate.factor, expected));
        // Half the fixed part gone: half the latencies.
        const Reach latency
            = ask(paperSystem(), Resource::Latency, { TargetMetric::Tpot, now - kFixedSeconds / 2 });
        QVERIFY(near(latency.factor, 0.5, 2e-3));
        QVERIFY(near(latency.amountNow.value(), kFixedSeconds, 1e-6));
        QVERIFY(near(latency.amount.value(), kFixedSeconds / 2, 2e-3));
    }

    void aTargetThatIsMetAsksForLess()
    {
        const Catalog catalog = paperCatalog(0);
        const double now = reportOf(paperSystem(), catalog).tpotS;
        const Reach less = ask(paperSystem(), Resource::Bandwidth, { TargetMetric::Tpot, now * 4 }, catalog);
        QCOMPARE(less.outcome, Reach::Outcome::Reached);
        QVERIFY(near(less.factor, 0.25));
        const Reach link = ask(paperSystem(), Resource::Link, { TargetMetric::Tpot, now * 4 });
        QCOMPARE(link.outcome, Reach::Outcome::Absent);
    }

    void whatNoBandwidthReachesNamesTheWall()
    {
        const Target target { TargetMetric::Tpot, 1.5e-3 };
        const Reach never = ask(paperSystem(), Resource::Bandwidth, target);
        QCOMPARE(never.outcome, Reach::Outcome::Never);
        // 80 layers of 20 µs, and 2 · 69.5e9 multiplications and additions at 500 Tflop/s.
        QVERIFY(never.limit.value() > kFixedSeconds + 0.27e-3);
        QVERIFY(never.limit.value() < kFixedSeconds + 0.31e-3);
        QCOMPARE(memwall::ui::english(never.wall), std::string("fixed latencies remain"));
        QVERIFY(memwall::ui::english(sentence(never, target)).starts_with("Infinite bandwidth gives 1.8"));
        QVERIFY(never.settings.empty());
        const Reach flops = ask(paperSystem(), Resource::Arithmetic, target);
        QCOMPARE(flops.outcome, Reach::Outcome::Never);
        QCOMPARE(memwall::ui::english(flops.wall), std::string("HBM bandwidth remains"));
        QCOMPARE(
            memwall::ui::english(sentence(flops, target)), std::string("no effect: HBM bandwidth remains"));
        QVERIFY(near(flops.limit.value(), reportOf(paperSystem()).tpotS, 1e-2));
    }

    void roomIsAStep()
    {
        const Target fits { TargetMetric::Fits, 1 };
        const Reach room = ask(paperSystem(1), Resource::Capacity, fits);
        QCOMPARE(room.outcome, Reach::Outcome::Reached);
        QVERIFY(!room.metricNow);
        QVERIFY(room.factor > 141.1 / 80); // the weights alone
        QVERIFY(room.factor < 141.1 / 80 * 1.15);
        QVERIFY(reportOf(paperSystem(room.factor)).fits);
        QVERIFY(!reportOf(paperSystem(room.factor * (1 - 2e-4))).fits);
        const Reach speed = ask(paperSystem(1), Resource::Bandwidth, fits);
        QCOMPARE(speed.outcome, Reach::Outcome::Never);
        QVERIFY(!speed.limit);
        QVERIFY(!speed.wall.empty());
    }

    void chipsAreCounted()
    {
        const Reach fits = ask(paperSystem(1), Resource::Chips, { TargetMetric::Fits, 1 });
        QCOMPARE(fits.outcome, Reach::Outcome::Reached);
        QCOMPARE(fits.amount.value(), 2.0);
        QCOMPARE(fits.amountNow.value(), 1.0);
        // The plain link joins eight chips: no more than that many times the bandwidth.
        const double now = reportOf(paperSystem()).tpotS;
        const Reach some = ask(paperSystem(), Resource::Chips, { TargetMetric::Tpot, now / 2.5 });
        QCOMPARE(some.amount.value(), 4.0);
        const Reach never = ask(paperSystem(), Resource::Chips, { TargetMetric::Tpot, now / 20 });
        QCOMPARE(never.outcome, Reach::Outcome::Never);
        QCOMPARE(never.amount.value(), 8.0);
        QVERIFY(never.limit.value() > now / 8);
        Catalog alone = paperCatalog();
        alone.chips[0].scaleUp = {};
        const Reach one = ask(paperSystem(), Resource::Chips, { TargetMetric::Tpot, now / 2 }, alone);
        QCOMPARE(one.outcome, Reach::Outcome::Absent);
    }

    void harderTargetsTakeMore()
    {
        const double now = reportOf(paperSystem()).tpotS;
        double before = 0;
        for (double times = 0.5; times < 20; times *= 1.5) {
            const Reach found = ask(paperSystem(), Resource::Bandwidth, { TargetMetric::Tpot, now / times });
            QCOMPARE(found.outcome, Reach::Outcome::Reached);
            QVERIFY(found.factor > before);
            QCOMPARE(found.factor > 1, times > 1);
            before = found.factor;
        }
    }

    void whatIsSetReachesTheTarget_data()
    {
        QTest::addColumn<int>("metric");
        for (const TargetMetric metric : kMetrics)
            QTest::newRow(std::string(nameOf(metric)).c_str()) << static_cast<int>(metric);
    }

    void whatIsSetReachesTheTarget()
    {
        QFETCH(int, metric);
        const Catalog catalog = shippedCatalog();
        auto json = fourH100();
        json["workload"]["users"] = 4;
        const Scenario scenario = scenarioFromJson(json, catalog).value();
        const Report now = simulate(scenario, catalog).systems[0].report;
        const double goals[] = { now.tpotS / 1.3, now.ttftS / 1.3, now.tokensPerSPerUser * 1.3,
            now.throughputTokensPerS * 1.3, 1 };
        const Target target { kMetrics[static_cast<std::size_t>(metric)], goals[metric] };
        int reached = 0;
        for (const Resource resource : kResources) {
            const Reach found = reach(scenario.systems[0], scenario.workload, catalog, resource, target);
            QVERIFY(found.evaluations <= 35);
            if (found.outcome != Reach::Outcome::Reached)
                continue;
            ++reached;
            const auto changed = withSettings(scenario, settingsFor(found, 0), catalog);
            QVERIFY2(changed.has_value(), changed ? "" : listOf(changed.error()).c_str());
            const Report then = simulate(*changed, catalog).systems[0].report;
            const double figures[] = { then.tpotS, then.ttftS, then.tokensPerSPerUser,
                then.throughputTokensPerS, then.fits ? 1.0 : 0.0 };
            if (metric < 2)
                QVERIFY2(figures[metric] <= target.value, std::string(nameOf(resource)).c_str());
            else
                QVERIFY2(figures[metric] >= target.value, std::string(nameOf(resource)).c_str());
        }
        QVERIFY(reached > 0);
    }

    void aStoppedSearchEndsAtOnce()
    {
        std::stop_source stop;
        stop.request_stop();
        const Reach found = reach(paperSystem(), together(1, 1024, 256), paperCatalog(), Resource::Bandwidth,
            { TargetMetric::Tpot, 1e-3 }, stop.get_token());
        QVERIFY(found.evaluations <= 3);
    }

    void rowsAreWrittenForPeopleAndPrograms()
    {
        const Target target { TargetMetric::Tpot, 1e-2 };
        std::vector<SystemReach> systems { { "one", {} } };
        for (const Resource resource : kResources)
            systems[0].rows.push_back(ask(paperSystem(), resource, target));
        const auto json = reachJson(systems, target, memwall::ui::wordingOfFiles());
        QCOMPARE(json["metric"].get<std::string>(), std::string("tpot_s"));
        const auto& rows = json["systems"][0]["rows"];
        QCOMPARE(rows.size(), kResources.size());
        QCOMPARE(rows[0]["outcome"].get<std::string>(), std::string("reached"));
        QVERIFY(rows[0]["set"].contains("/systems/0/pools/0/scale/bandwidth"));
        const std::string table = reachTable(systems, target, memwall::ui::wordingOfFiles());
        for (const Resource resource : kResources)
            QVERIFY(table.find("\n  " + std::string(nameOf(resource))) != std::string::npos);
        QVERIFY(table.find("tpot_s ≤ 10 ms") != std::string::npos);
    }

    void metricsHaveNames()
    {
        for (const TargetMetric metric : kMetrics)
            QCOMPARE(metricNamed(nameOf(metric)), std::optional(metric));
        QVERIFY(!metricNamed("speed"));
    }
};

MEMWALL_TEST(TestTarget, memwall::tests::NoApplication)

} // namespace tst_target

#include "tst_target.moc"
