// Trace events: valid JSON with the run's own times, children inside their parents, limits kept.
#include "core/export/perfetto.h"
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "core/simulate.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_perfetto
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

namespace
{

SimulationResult played(const Machine& machine, const Workload& workload)
{
    const auto run = std::make_shared<const Run>(schedule(machine, workload));
    return { { { run, explain(machine, workload, *run) } } };
}

double lengthOf(const json& events, const std::string& name)
{
    double sum = 0;
    for (const json& event : events)
        if (event["ph"] == "X" && event["pid"] == 1 && event["name"].get<std::string>().starts_with(name))
            sum += event["dur"].get<double>();
    return sum;
}

} // namespace

class TestTraceEvents : public QObject
{
    Q_OBJECT

private slots:
    void everyDepthTilesTheOneAbove()
    {
        const auto result = played(plainMachine(llama1b()), together(2, 100, 20));
        const json events = json::parse(perfettoJson(result))["traceEvents"];
        double operators = 0;
        for (const json& event : events)
            if (event["ph"] == "X" && event.contains("args") && event["args"].contains("flops"))
                operators += event["dur"].get<double>();
        const double end = toSeconds(result.systems[0].run->end()) * 1e6;
        QVERIFY(std::abs(lengthOf(events, "step ") - end) < 1e-5);
        QVERIFY(std::abs(lengthOf(events, "prefill") + lengthOf(events, "decode") - end) < 1e-5);
        QVERIFY(std::abs(operators - end) < 1e-5);
        QVERIFY(lengthOf(events, "layer ") < end);
    }

    void requestsHaveTheirTimes()
    {
        const auto result = played(plainMachine(llama1b()), together(3, 100, 20));
        const json events = json::parse(perfettoJson(result))["traceEvents"];
        const Run& run = *result.systems[0].run;
        int answers = 0;
        for (const json& event : events) {
            if (event["ph"] != "X" || event["name"] != "answer")
                continue;
            const RequestRun& request = run.requests[event["tid"].get<std::size_t>() - 1];
            QVERIFY(std::abs(event["ts"].get<double>() - toSeconds(request.firstToken) * 1e6) < 1e-6);
            QCOMPARE(event["args"]["tokens"].get<int>(), 20);
            ++answers;
        }
        QCOMPARE(answers, 3);
    }

    void timesAreExactToThePicosecond()
    {
        const auto result = played(plainMachine(llama1b()), together(1, 100, 2));
        const std::string text = perfettoJson(result);
        const std::int64_t end = result.systems[0].run->end().time_since_epoch().count();
        const std::string fraction = std::to_string(1'000'000 + end % 1'000'000).substr(1);
        QVERIFY(text.find("\"ts\":" + std::to_string(end / 1'000'000) + "." + fraction) != std::string::npos);
    }

    void aLimitLeavesOutTheDeepestFirst()
    {
        const auto result = played(plainMachine(llama1b()), together(1, 100, 50));
        const json events = json::parse(perfettoJson(result, 200))["traceEvents"];
        QVERIFY(lengthOf(events, "step ") > 0);
        QCOMPARE(lengthOf(events, "layer "), 0.0);
    }

    void whatDoesNotFitIsStillATrace()
    {
        Machine machine = plainMachine(llama70b());
        const auto result = played(machine, together(1, 100, 10));
        QVERIFY(!result.systems[0].run->fits);
        QVERIFY(json::parse(perfettoJson(result)).contains("traceEvents"));
    }
};

MEMWALL_TEST(TestTraceEvents, QCoreApplication)

} // namespace tst_perfetto

#include "tst_perfetto.moc"
