#include "tests/support/run_builder.h"
#include "tests/support/sample_runs.h"
#include "widgets/stage/belt.h"

#include <QtTest>

#include <cmath>

using namespace memwall;
using namespace memwall::ui;

namespace
{

constexpr std::uint8_t kHbm = 1;
constexpr double kQuantum = 500e6;

/// Five blocks' worth have passed, of weights only.
Belt evenBelt(double passed)
{
    Belt belt;
    belt.passed = passed;
    belt.quantum = 100;
    belt.slices = { { 0, passed, core::Kind::Weights } };
    return belt;
}

/// Inside the feed-forward of a layer in the middle of a token of the hand-built run.
core::Instant duringFeedForward()
{
    // prefill 100 ms; layer 40 of token 3 begins after 3 × 13.3 ms + 40 × 166.25 µs; feed-forward after 39 µs
    return core::instantAt(0.1 + 3 * 13.3e-3 + 40 * 166.25e-6 + 60e-6);
}

} // namespace

class TestBelt : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheCacheCrossesTheLinkBetweenPools()
    {
        core::Machine machine = tests::roomyMachine();
        machine.pools.push_back(machine.pools[0]);
        machine.pools[0].role = core::PoolRole::Prefill;
        machine.pools[1].role = core::PoolRole::Decode;
        machine.between = tests::plainLink();
        const auto sample = tests::sampleOf(machine, tests::together(1, 4000, 50));
        const core::Run& run = *sample.run;
        // The decoding chips' all-reduces are on the same meter and stay inside their room.
        QVERIFY(run.doorBytes(1, core::kLinkDoor, core::Kind::Communication, run.end()) > 0);
        const Belt belt = beltAt(run, 1, core::kLinkDoor, run.end(), 1e6, 1e9);
        QVERIFY(!belt.slices.empty());
        for (const BeltSlice& slice : belt.slices)
            QCOMPARE(slice.kind, core::Kind::KvCache);
    }

    void blocksEnterAtTheirMultipleOfTheQuantum()
    {
        // 250 passed: block 2 began at 200, half a block ago; block 1 at 100; block 0 at 0
        const auto blocks = blocksOf(evenBelt(250), 10);
        QCOMPARE(blocks.size(), std::size_t { 3 });
        QCOMPARE(blocks[0].index, 2);
        QCOMPARE(blocks[0].position, 0.5);
        QCOMPARE(blocks[2].index, 0);
        QCOMPARE(blocks[2].position, 2.5);
    }

    void blocksLeaveWhenThePipeIsFull()
    {
        for (double passed = 0; passed < 3000; passed += 37) {
            // entered: floor(c / q) + 1; left: those that are `content` blocks or more ahead
            const auto entered = passed > 0 ? static_cast<std::int64_t>(passed / 100) + 1 : 0;
            const double ahead = passed / 100 - 12.0;
            const auto left = ahead >= 0 ? static_cast<std::int64_t>(ahead) + 1 : 0;
            QCOMPARE(static_cast<std::int64_t>(blocksOf(evenBelt(passed), 12).size()), entered - left);
        }
    }

    void aBlockMovesByFlowTimesTime()
    {
        const auto run = test::wallRun();
        const core::Instant t = duringFeedForward();
        const auto dt = core::fromSeconds(10e-6);
        const Belt before = beltAt(*run, 0, kHbm, t, kQuantum, 20 * kQuantum);
        const Belt after = beltAt(*run, 0, kHbm, t + dt, kQuantum, 20 * kQuantum);
        // feed-forward: 3/4 of 400 MB in 3/4 of 156.25 µs = 2.56 TB/s; 10 µs carry 25.6 MB
        QVERIFY(std::abs(after.passed - before.passed - 25.6e6) < 1e3);
        const auto at = [](const std::vector<BeltBlock>& blocks, std::int64_t index) {
            const auto found = std::find_if(blocks.begin(), blocks.end(),
                [index](const BeltBlock& block) { return block.index == index && block.offset <= 0; });
            return found == blocks.end() ? -1.0 : found->position;
        };
        const auto one = blocksOf(before, 12), two = blocksOf(after, 12);
        const std::int64_t block = one[4].index;
        QVERIFY(at(one, block) > 0);
        QVERIFY(std::abs(at(two, block) - at(one, block) - 25.6e6 / kQuantum) < 1e-5);
    }

    void nothingMovesWhileNothingPasses()
    {
        const auto run = test::wallRun();
        // all-reduce after layer 40: from 156.25 µs to 166.25 µs of the layer
        const auto t = core::instantAt(0.1 + 3 * 13.3e-3 + 40 * 166.25e-6 + 158e-6);
        const Belt one = beltAt(*run, 0, kHbm, t, kQuantum, 20 * kQuantum);
        const Belt two = beltAt(*run, 0, kHbm, t + core::fromSeconds(5e-6), kQuantum, 20 * kQuantum);
        QVERIFY(one.passed > 0);
        QVERIFY(std::abs(one.passed - two.passed) < 1.0);
    }

    void theRibbonHasEveryByteOnceAndItsTrueKind()
    {
        const auto run = test::wallRun();
        const Belt belt = beltAt(*run, 0, kHbm, duringFeedForward(), kQuantum, 10 * kQuantum);
        double kv = 0, all = 0, end = 0;
        for (const BeltSlice& slice : belt.slices) {
            QCOMPARE(slice.from, end);
            end = slice.to;
            all += slice.to - slice.from;
            kv += slice.kind == core::Kind::KvCache ? slice.to - slice.from : 0.0;
        }
        QVERIFY(all >= 10 * kQuantum);
        // 300 MB of KV cache among 32.3 GB: 0.93 %
        QVERIFY(std::abs(kv / all - 0.3 / 32.3) < 0.002);
    }

    void aLittleKvCacheStillShows()
    {
        const auto run = test::wallRun();
        const auto blocks = blocksOf(beltAt(*run, 0, kHbm, duringFeedForward(), kQuantum, 20 * kQuantum), 12);
        const auto isKv = [](const BeltBlock& block) { return block.kind == core::Kind::KvCache; };
        QVERIFY(std::any_of(blocks.begin(), blocks.end(), isKv));
    }

    void theSameInstantGivesTheSameBelt()
    {
        const auto run = test::wallRun();
        const Belt one = beltAt(*run, 0, kHbm, duringFeedForward(), kQuantum, 20 * kQuantum);
        (void)beltAt(*run, 0, kHbm, core::instantAt(0.05), kQuantum, 20 * kQuantum);
        const Belt two = beltAt(*run, 0, kHbm, duringFeedForward(), kQuantum, 20 * kQuantum);
        QCOMPARE(one.passed, two.passed);
        QVERIFY(one.slices == two.slices);
    }

    void anEmptyDoorHasNoBlocks()
    {
        const auto run = test::wallRun();
        const Belt belt = beltAt(*run, 0, 0, duringFeedForward(), kQuantum, 20 * kQuantum);
        QCOMPARE(belt.passed, 0.0);
        QVERIFY(blocksOf(belt, 12).empty());
    }
};

QTEST_APPLESS_MAIN(TestBelt)

#include "tst_belt.moc"
