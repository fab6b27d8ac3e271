// What a run may store, and how it ends early: a value with a reason, and nothing half done.
#include "core/export/report_json.h"
#include "core/schedule/scheduler.h"
#include "core/simulate.h"
#include "tests/support/builders.h"
#include "tests/support/scenario_with_trace.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>

namespace tst_limits
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Machine roomy(const Model& model = llama70b())
{
    Machine machine = plainMachine(model, 4);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    return machine;
}

Workload poisson(std::int64_t requests)
{
    Workload workload = together(1, 100, 20);
    workload.arrivals = Arrivals::Poisson;
    workload.requests = requests;
    workload.ratePerS = 4;
    workload.promptTokens = { .shape = TokenCount::Shape::Uniform, .min = 20, .max = 180 };
    return workload;
}

bool showsNothing(const Run& run)
{
    return !run.fits && !run.fitReason.empty() && run.segments.empty() && run.end() == Instant {}
    && std::all_of(run.requests.begin(), run.requests.end(),
        [](const RequestRun& request) { return request.pieces.empty() && request.cycles.empty(); });
}

bool isWhole(const Run& run, const Run& other)
{
    return run.fits && run.segments.size() == other.segments.size() && run.end() == other.end();
}

Scenario shippedScenario(const char* name, const Catalog& catalog)
{
    return scenarioIn(std::string(MEMWALL_SOURCE_DIR "/scenarios/") + name, catalog);
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void aRunIsPlayedToItsEndOrNotAtAll()
    {
        for (const bool drafts : { false, true }) {
            Machine machine = roomy();
            if (drafts) {
                machine.draft = llama1b();
                machine.draftTokens = 4;
                machine.acceptance = 0.6;
            }
            const Run whole = schedule(machine, poisson(40));
            QVERIFY(whole.fits && !whole.tooLarge);
            int given = 0, enough = 0;
            for (double bytes = 1000; bytes < 1e8; bytes *= 1.3) {
                const Run run = schedule(machine, poisson(40), Keep::All, { .bytes = Bytes { bytes } });
                QVERIFY(run.tooLarge ? showsNothing(run) : isWhole(run, whole));
                ++(run.tooLarge ? given : enough);
            }
            QVERIFY(given > 10 && enough > 1);
        }
    }

    void moreRoomNeverMakesARunTooLarge()
    {
        bool fitted = false;
        for (double bytes = 1000; bytes < 1e8; bytes *= 1.3) {
            const bool fits = schedule(roomy(), poisson(40), Keep::All, { .bytes = Bytes { bytes } }).fits;
            QVERIFY(fits || !fitted);
            fitted = fits;
        }
        QVERIFY(fitted);
    }

    void whatIsNotKeptIsNotCounted()
    {
        const Limits small { .bytes = Bytes { 50e3 } };
        QVERIFY(schedule(roomy(), poisson(40), Keep::All, small).tooLarge);
        QVERIFY(schedule(roomy(), poisson(40), Keep::Times, small).fits);
    }

    void theFieldThatAsksForTooMuchIsNamed_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<int>("arrivals");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, BatchingPolicy policy, Arrivals arrivals, const char* pointer) {
            QTest::newRow(name) << static_cast<int>(policy) << static_cast<int>(arrivals)
                                << QString::fromLatin1(pointer);
        };
        row("many at random", BatchingPolicy::Continuous, Arrivals::Poisson, "/workload/requests");
        row("many one after the other", BatchingPolicy::Continuous, Arrivals::Closed, "/workload/requests");
        row("many at once", BatchingPolicy::Static, Arrivals::Together, "/workload/users");
        row("many recorded", BatchingPolicy::Continuous, Arrivals::Trace, "/workload/trace/duration_s");
        row("small parts", BatchingPolicy::Chunked, Arrivals::Poisson,
            "/systems/2/batching/prefill_chunk_tokens");
    }
    void theFieldThatAsksForTooMuchIsNamed()
    {
        QFETCH(int, policy);
        QFETCH(int, arrivals);
        QFETCH(QString, pointer);
        Machine machine = roomy();
        machine.policy = static_cast<BatchingPolicy>(policy);
        machine.chunkTokens = 1;
        Workload workload = poisson(3000);
        workload.users = 3000;
        workload.arrivals = static_cast<Arrivals>(arrivals);
        if (machine.policy == BatchingPolicy::Chunked)
            workload.promptTokens = { .value = 500 };
        workload.trace = TraceSource {};
        Trace trace;
        for (int i = 0; i < 3000; ++i)
            trace.requests.push_back({ i * 0.5, 100, 20 });
        workload.traceRequests.read = std::make_shared<const Trace>(trace);
        const Run run = schedule(machine, workload, Keep::All, { .bytes = Bytes { 6e5 }, .system = 2 });
        QVERIFY(showsNothing(run));
        QCOMPARE(QString::fromStdString(run.tooLarge->pointer), pointer);
        QVERIFY(memwall::ui::english(run.fitReason).starts_with(run.tooLarge->pointer));
        QVERIFY(!run.tooLarge->remedy.empty());
    }

    void longAnswersOfFewAreNamed()
    {
        Machine machine = roomy();
        machine.kvCache = false; // every token is a step of its own
        const Run run = schedule(machine, together(1, 10, 2000), Keep::All, { .bytes = Bytes { 2e6 } });
        QVERIFY(showsNothing(run));
        QCOMPARE(run.tooLarge->pointer, "/workload/output_tokens");
    }

    void extraRequestsAreNamed()
    {
        Workload workload = together(1, 100, 20);
        for (int i = 0; i < 3000; ++i)
            workload.events.push_back({ i * 0.5, 100, 20 });
        const Run run = schedule(roomy(), workload, Keep::All, { .bytes = Bytes { 6e5 } });
        QVERIFY(showsNothing(run));
        QCOMPARE(run.tooLarge->pointer, "/workload/events");
    }

    void theRemedyIsOne()
    {
        const Limits limits { .bytes = Bytes { 20e6 } };
        const Run run = schedule(roomy(), poisson(100'000), Keep::All, limits);
        QVERIFY(run.tooLarge);
        std::string digits = memwall::ui::english(run.tooLarge->remedy); // "at most about 1,200"
        std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
        const std::int64_t most = std::stoll(digits);
        QVERIFY(most > 1000 && most < 90'000);
        QVERIFY(schedule(roomy(), poisson(most), Keep::All, limits).fits);
        QVERIFY(schedule(roomy(), poisson(2 * most), Keep::All, limits).tooLarge);
    }

    void stepsThatCostTheSameShareTheirShape()
    {
        Workload workload = poisson(500);
        workload.promptTokens = { .value = 100 };
        const Run run = schedule(roomy(), workload);
        std::set<const StepShape*> shapes;
        for (const Segment& segment : run.segments)
            shapes.insert(segment.shape.get());
        QVERIFY(shapes.size() * 5 < run.segments.size());
    }

    void whoIsStoppedBeforehandDoesNothing()
    {
        const Catalog catalog = shippedCatalog();
        std::stop_source stop;
        stop.request_stop();
        const Run run = schedule(roomy(), poisson(40), Keep::All, { .stop = stop.get_token() });
        QVERIFY(run.stopped && showsNothing(run));
        const Scenario scenario = shippedScenario("machines/gpu-hbm.memwall.json", catalog);
        QVERIFY(!simulate(scenario, catalog, stop.get_token()));
        QVERIFY(!Figures(catalog).of(scenario, stop.get_token()));
    }

    void aStopAtAnyMomentLeavesNothingOrAll_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : { "machines/gpu-hbm.memwall.json", "machines/gpu-sambanova.memwall.json",
                 "machines/rubin-groq.memwall.json", "tricks/architect-and-intern.memwall.json" })
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void aStopAtAnyMomentLeavesNothingOrAll()
    {
        QFETCH(QString, file);
        const Catalog catalog = shippedCatalog();
        Scenario scenario = shippedScenario(file.toLatin1().constData(), catalog);
        scenario.workload.arrivals = Arrivals::Poisson;
        scenario.workload.requests = 60;
        const std::string whole
            = reportJson(simulate(scenario, catalog), memwall::ui::wordingOfFiles()).dump();
        for (int moment = 0; moment < 30; ++moment) {
            std::stop_source stop;
            std::atomic<bool> begun = false;
            std::jthread other([&] {
                begun.wait(false);
                std::this_thread::sleep_for(std::chrono::microseconds(moment * 50));
                stop.request_stop();
            });
            begun = true;
            begun.notify_one();
            const auto result = simulate(scenario, catalog, stop.get_token());
            QVERIFY(!result || reportJson(*result, memwall::ui::wordingOfFiles()).dump() == whole);
        }
    }
};

MEMWALL_TEST(TestLimits, memwall::tests::NoApplication)

} // namespace tst_limits

#include "tst_limits.moc"
