// More of a resource and yet slower: what the report says about it.
#include "core/figures/report_steps.h"
#include "core/figures/slower.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_slower
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

struct Timed
{
    Run run;
    Report report;
};

/// Four users on two chips of so many bytes: the weights take 71 GB of each.
Timed withCapacity(double bytes)
{
    Machine machine = plainMachine(llama70b(), 2);
    machine.physics.runtimeReserveBytes = 0;
    machine.pools[0].chip.levels[0].capacity->value = { bytes };
    const Workload workload = together(4, 2000, 50);
    Timed timed { schedule(machine, workload), {} };
    timed.report = explain(machine, workload, timed.run);
    return timed;
}

} // namespace

class TestSlower : public QObject
{
    Q_OBJECT

private slots:
    void aLargerBatchIsNamed()
    {
        const Timed one = withCapacity(71.2e9), four = withCapacity(90e9);
        QVERIFY(four.report.tpotS > one.report.tpotS);
        const std::string why = memwall::ui::english(
            whySlower(kLevers[2], { one.run, one.report.tpotS }, { four.run, four.report.tpotS }));
        QVERIFY2(why.starts_with("Twice the capacity would make a token take "), why.c_str());
        QVERIFY2(why.find("4 requests share a step instead of 1") != std::string::npos, why.c_str());
    }

    void nothingIsSaidWhereNothingIsSlower()
    {
        const Timed one = withCapacity(90e9);
        QVERIFY(!isSlower({ one.run, one.report.tpotS }, { one.run, one.report.tpotS }));
    }

    void aCostIsNotCalledASaving()
    {
        Timed timed = withCapacity(90e9);
        timed.report.tpotSensitivity = { 0.02, -0.3, 0.1, 0.05, 0 };
        reportBottleneck(timed.run, timed.report);
        const std::string text = memwall::ui::english(timed.report.bottleneckText);
        QVERIFY2(text.find("Twice the arithmetic would save 30") != std::string::npos, text.c_str());
        QVERIFY2(text.find("half the latencies would cost 5") != std::string::npos, text.c_str());
    }
};

MEMWALL_TEST(TestSlower, memwall::tests::NoApplication)

} // namespace tst_slower

#include "tst_slower.moc"
