// Where weights and KV cache go, and what is said when they find no room.
#include "core/machine/placement.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_placement
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

/// Host memory of 64 GB behind a 20 GB/s door, then 24 GB of card memory.
Machine spilling(const Model& model)
{
    Machine machine = plainMachine(model);
    Chip& chip = machine.pools[0].chip;
    MemoryLevel host = chip.levels[0];
    host.name = "host DRAM";
    host.capacity->value = { 200e9 };
    host.bandwidth->value = { 20e9 };
    chip.levels.insert(chip.levels.begin(), host);
    chip.levels[1].capacity->value = { 24e9 };
    chip.homeLevel = chip.kvLevel = 1;
    machine.physics.runtimeReserveBytes = 0;
    return machine;
}

} // namespace

class TestPlacement : public QObject
{
    Q_OBJECT

private slots:
    void aModelThatIsTooLargeDoesNotFitAndSaysHowManyChipsWould()
    {
        const Machine machine = plainMachine(llama70b());
        const Placement placement = place(machine, machine.pools[0], 0);
        QVERIFY(!placement.fits);
        // 141.1 GB over 76.5 GB free on each: two.
        QVERIFY(memwall::ui::english(placement.reason).find("About 2 chips") != std::string::npos);
    }

    void weightsSpillOutwardWhereThereIsRoom()
    {
        const Machine machine = spilling(llama70b());
        const Placement placement = place(machine, machine.pools[0], 0);
        QVERIFY(placement.fits);
        QCOMPARE(placement.levels[1].weights, 24e9);
        QCOMPARE(placement.levels[0].weights, placement.weights - 24e9);
        const Chip& chip = machine.pools[0].chip;
        QCOMPARE(placement.weightsThrough(chip, 1), 1.0);
        QCOMPARE(placement.weightsThrough(chip, 0), 1 - 24e9 / placement.weights);
    }

    void kvCacheKeepsTheNearLevelAndWeightsGiveWay()
    {
        Machine machine = spilling(llama70b());
        machine.physics.usableShare = 1;
        const Placement placement = place(machine, machine.pools[0], 4e9);
        QCOMPARE(placement.levels[1].weights, 20e9);
        QCOMPARE(placement.levels[1].kv, 4e9);
    }

    void anUnknownHostCapacityIsNotASpillTarget()
    {
        Machine machine = spilling(llama70b());
        machine.pools[0].chip.levels[0].capacity.reset();
        QVERIFY(!place(machine, machine.pools[0], 0).fits);
    }

    void aHardwiredChipRefusesAnotherModel()
    {
        Machine machine = plainMachine(llama70b());
        machine.pools[0].chip.hardwiredModel = ModelId("llama-3.1-8b");
        const Placement placement = place(machine, machine.pools[0], 0);
        QVERIFY(!placement.fits);
        QVERIFY(memwall::ui::english(placement.reason).find("new chip") != std::string::npos);
    }

    void theLatentCacheIsNotDividedByTensorParallelism()
    {
        const Machine machine = plainMachine(deepseekV3(), 8);
        // (512 + 64) elements × 2 bytes × 61 layers, whole on each rank.
        QCOMPARE(kvPerChip(machine, machine.pools[0], 1), 576.0 * 2 * 61);
        const Machine heads = plainMachine(llama70b(), 8);
        QCOMPARE(kvPerChip(heads, heads.pools[0], 1), 327'680.0 / 8);
    }

    void pipelineStagesDivideLayersAndKvCache()
    {
        Machine machine = plainMachine(llama70b(), 1);
        machine.pools[0].chips = machine.pools[0].stages = 4;
        machine.pools[0].scaleUp = plainLink();
        QCOMPARE(kvPerChip(machine, machine.pools[0], 1), 327'680.0 / 4);
        QVERIFY(place(machine, machine.pools[0], 0).fits);
    }
};

MEMWALL_TEST(TestPlacement, memwall::tests::NoApplication)

} // namespace tst_placement

#include "tst_placement.moc"
