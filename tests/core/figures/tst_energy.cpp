// Joules and dollars of a run whose bytes, flops and seconds are round numbers, worked out on paper.
#include "core/export/report_json.h"
#include "core/figures/energy.h"
#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "core/simulate.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_energy
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

template <typename T> Sourced<T> sourced(double value)
{
    return { { value }, SourceId("test"), Confidence::Physics, {} };
}

/// 700 W, 5 pJ per bit of memory, 30,000 dollars.
Machine paperMachine(int chips = 1)
{
    Machine machine = plainMachine(llama70b(), chips);
    Chip& chip = machine.pools[0].chip;
    chip.levels[0].energy = sourced<JoulesPerBit>(5e-12);
    chip.power = sourced<Watts>(700);
    chip.price = sourced<UsDollars>(30'000);
    return machine;
}

/// Ten steps of 1 ms. Each chip reads 1 GB, does 2 Gflop and sends 10 MB per step; ten tokens come out.
Run paperRun(int chips = 1)
{
    Operator op;
    op.kind = OperatorKind::FeedForward;
    op.chips = chips;
    op.busy = op.duration = { 1e-3, 0 };
    op.flops = { 2e9, 0 };
    op.flows = { { 0, Kind::Weights, { 1e9, 0 } }, { kLinkDoor, Kind::Activations, { 10e6, 0 } } };
    Pass pass;
    pass.before = { op };
    pass.layerBegin = { op.duration };
    pass.duration = op.duration;
    auto shape = std::make_shared<StepShape>();
    shape->passes = { pass };
    shape->duration = pass.duration;
    Segment segment;
    segment.steps = 10;
    segment.shape = shape;
    segment.requests = { 0 };
    segment.end = Instant { std::chrono::duration_cast<Duration>(std::chrono::milliseconds(10)) };
    Run run;
    PoolInfo pool;
    pool.role = PoolRole::Both;
    pool.chips = chips;
    pool.levels.resize(1);
    run.pools = { pool };
    run.segments = { segment };
    RequestRun request;
    request.outputTokens = 10;
    request.pieces = { { 0, 0, 0 }, { 0, 0, 10 } };
    request.finish = segment.end;
    run.requests = { request };
    run.seal();
    return run;
}

Report reported(const Machine& machine, const Run& run)
{
    Report report;
    report.pools = { { PoolRole::Both, ChipId("plain"), 1.0 } };
    report.utilization.memory = 0.5;
    reportEnergy(machine, run, report);
    reportCost(machine, run, report);
    return report;
}

bool near(double value, double expected)
{
    return std::abs(value / expected - 1) < 1e-9;
}

} // namespace

class TestEnergy : public QObject
{
    Q_OBJECT

private slots:
    void partsAddUpByHand()
    {
        const PoolEnergy energy = poolEnergy(paperMachine(), paperRun(), 0);
        QVERIFY(near(energy.memory, 10 * 8e9 * 5e-12)); // 0.4 J
        QVERIFY(near(energy.link, 10 * 80e6 * 5.5e-12)); // 0.0044 J
        QVERIFY(near(energy.arithmetic, 10 * 2e9 * 0.5e-12)); // 0.01 J
        QVERIFY(near(energy.idle, 0.3 * 700 * 0.01)); // 2.1 J
        QVERIFY(near(*energy.most, 700 * 0.01)); // 7 J
        const Report report = reported(paperMachine(), paperRun());
        QVERIFY(near(report.energyJPerToken->value, 2.5144 / 10));
        QVERIFY(near(report.energyJPerToken->low, (2.5044 / 1.5 + 0.01 / 2) / 10));
        QVERIFY(near(report.energyJPerToken->high, (2.5044 * 1.5 + 0.01 * 2) / 10));
    }

    void everyChipInStepCounts()
    {
        const Report one = reported(paperMachine(), paperRun());
        const Report four = reported(paperMachine(4), paperRun(4));
        QVERIFY(near(four.energyJPerToken->value, 4 * one.energyJPerToken->value));
        QVERIFY(near(four.costUsdPerMtoken->value, 4 * one.costUsdPerMtoken->value));
    }

    void replicasDoMoreOfTheSame()
    {
        Machine machine = paperMachine();
        machine.pools[0].replicas = machine.pools[0].chips = 2;
        const Report two = reported(machine, paperRun());
        QVERIFY(
            near(two.energyJPerToken->value, reported(paperMachine(), paperRun()).energyJPerToken->value));
        QVERIFY(
            near(two.costUsdPerMtoken->value, reported(paperMachine(), paperRun()).costUsdPerMtoken->value));
    }

    void narrowFormatsSpendLessWhereTheChipHasTheirUnits()
    {
        Machine machine = paperMachine();
        machine.format.compute = ComputeType::Fp8;
        QVERIFY(near(poolEnergy(machine, paperRun(), 0).arithmetic, 0.01));
        machine.pools[0].chip.peak.fp8 = sourced<FlopsPerSecond>(1e15);
        QVERIFY(near(poolEnergy(machine, paperRun(), 0).arithmetic, 0.005));
    }

    void neverAboveThePublishedPower()
    {
        Machine machine = paperMachine();
        machine.pools[0].chip.levels[0].energy = sourced<JoulesPerBit>(1e-9); // 80 J of memory
        const Report report = reported(machine, paperRun());
        QVERIFY(near(report.energyJPerToken->value, 0.7));
        QVERIFY(near(report.energyJPerToken->high, 0.7));
        QVERIFY(near(report.energyJPerToken->low, 0.7));
    }

    void withoutEnergyPerBitThePowerDecidesAndANoteSaysSo()
    {
        Machine machine = paperMachine();
        machine.pools[0].chip.levels[0].energy.reset();
        const Report report = reported(machine, paperRun());
        // Half busy: 30 % of 700 W and half of the rest, 455 W for 10 ms and ten tokens.
        QVERIFY(near(report.energyJPerToken->value, 0.455));
        QVERIFY(near(report.energyJPerToken->low, 0.21));
        QVERIFY(near(report.energyJPerToken->high, 0.7));
        QVERIFY(memwall::ui::english(report.notes.front()).find("HBM") != std::string::npos);
    }

    void nearerLevelsWithoutAFigureTakeThatOfSram()
    {
        Machine machine = paperMachine();
        machine.pools[0].chip.levels.push_back({ "L2", "SRAM", {}, {}, {}, {}, {} });
        Run run = paperRun();
        auto shape = std::make_shared<StepShape>(*run.segments[0].shape);
        shape->passes[0].before[0].flows.push_back({ 1, Kind::Weights, { 1e9, 0 } });
        run.segments[0].shape = shape;
        const PoolEnergy energy = poolEnergy(machine, run, 0);
        QVERIFY(energy.unknownLevel.empty());
        QVERIFY(near(energy.memory, 10 * 8e9 * (5e-12 + 0.22e-12)));
    }

    void costByHand()
    {
        const Report report = reported(paperMachine(), paperRun());
        // 4 years of 31,557,600 s at 80 %: 100,984,320 s; 1 ms of it for a token.
        const double chips = 30'000 / 100'984'320.0 * 1e-3 * 1e6; // 0.297 dollars
        const double electricity = 0.25144 * 1e6 / 3.6e6 * 0.10 * 1.3; // 0.009 dollars
        QVERIFY(near(report.costUsdPerMtoken->value, chips + electricity));
        QVERIFY(report.costUsdPerMtoken->low < report.costUsdPerMtoken->value);
        QVERIFY(report.costUsdPerMtoken->high < 1.5 * report.costUsdPerMtoken->value);
        QVERIFY(memwall::ui::english(report.notes.back()).find("4 years at 80") != std::string::npos);
    }

    void noPriceNoCost()
    {
        Machine machine = paperMachine();
        machine.pools[0].chip.price.reset();
        const Report report = reported(machine, paperRun());
        QVERIFY(!report.costUsdPerMtoken);
        QVERIFY(report.notes.empty());
        SimulationResult result;
        result.systems = { { std::make_shared<Run>(paperRun()), report } };
        const auto json = reportJson(result, memwall::ui::wordingOfFiles())["systems"][0];
        QVERIFY(json["cost_usd_per_mtoken"].is_null());
        QVERIFY(json["cost_band"].is_null());
        QVERIFY(near(json["energy_j_per_token"].get<double>(), 0.25144));
    }

    void noPowerNoEnergyButACostThatSaysSo()
    {
        Machine machine = paperMachine();
        machine.pools[0].chip.power.reset();
        const Report report = reported(machine, paperRun());
        QVERIFY(!report.energyJPerToken);
        QVERIFY(near(report.costUsdPerMtoken->value, 30'000 / 100'984'320.0 * 1e3));
        QVERIFY(memwall::ui::english(report.notes.back()).find("Nor is electricity") != std::string::npos);
    }

    void aWholeRunStaysUnderItsPower()
    {
        Machine machine = paperMachine(4);
        machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
        const Workload workload = together(4, 300, 50);
        const Report report = explain(machine, workload, schedule(machine, workload));
        QVERIFY(report.energyJPerToken->low > 0);
        QVERIFY(report.energyJPerToken->low < report.energyJPerToken->value);
        QVERIFY(report.energyJPerToken->value < report.energyJPerToken->high);
        QVERIFY(report.energyJPerToken->high <= 4 * 700 / report.throughputTokensPerS * 1.001);
    }
};

MEMWALL_TEST(TestEnergy, memwall::tests::NoApplication)

} // namespace tst_energy

#include "tst_energy.moc"
