// Whether the hop between racks is worth it: the same work on the chips of one rack alone.
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "core/whatif/one_domain.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_one_domain
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

/// The fast link joins 8 chips, the network as many as one likes.
Machine racks(int chips, double networkS)
{
    Machine machine = plainMachine(llama70b(), chips);
    Link network = plainLink();
    network.latency.value = { networkS };
    network.allReduceAlpha0->value = { networkS };
    machine.pools[0].scaleOut = network;
    machine.physics.runtimeReserveBytes = 0;
    return machine;
}

std::optional<Report::OneDomain> aloneOf(const Machine& machine)
{
    const Workload workload = together(1, 500, 50);
    const Run run = schedule(machine, workload);
    Report report = explain(machine, workload, run);
    addOneDomain(machine, workload, run, report);
    return report.oneDomain;
}

double tpotOf(const Machine& machine)
{
    return meanTimes(schedule(machine, together(1, 500, 50))).tpotS;
}

} // namespace

class TestOneDomain : public QObject
{
    Q_OBJECT

private slots:
    void oneRackIsTheSameWorkOnItsChipsAlone()
    {
        const Report::OneDomain alone = aloneOf(racks(16, 100e-6)).value();
        QCOMPARE(alone.chips, 8);
        QCOMPARE(*alone.tpotS, tpotOf(racks(8, 100e-6)));
        QVERIFY(*alone.tpotS < tpotOf(racks(16, 100e-6))); // a slow network makes twice the chips slower
        QVERIFY(*alone.tpotS > tpotOf(racks(16, 1e-9)));
    }

    void aPipelineAcrossRacksHasFewerStagesInOne()
    {
        Machine machine = racks(16, 100e-6);
        machine.pools[0].tensor = 4;
        machine.pools[0].stages = 4;
        Machine half = racks(8, 100e-6);
        half.pools[0].tensor = 4;
        half.pools[0].stages = 2;
        const Report::OneDomain alone = aloneOf(machine).value();
        QCOMPARE(alone.chips, 8);
        QCOMPARE(*alone.tpotS, tpotOf(half));
    }

    void aMachineOfOneRackHasNothingToCompare() { QVERIFY(!aloneOf(racks(8, 100e-6))); }

    void aModelThatOneRackCannotHoldHasNoTimeThere()
    {
        Machine machine = racks(16, 100e-6);
        machine.pools[0].chip.levels[0].capacity->value = { 12e9 }; // 141 GB on 16 chips, not on 8
        const Report::OneDomain alone = aloneOf(machine).value();
        QCOMPARE(alone.chips, 8);
        QVERIFY(!alone.tpotS);
    }
};

MEMWALL_TEST(TestOneDomain, memwall::tests::NoApplication)

} // namespace tst_one_domain

#include "tst_one_domain.moc"
