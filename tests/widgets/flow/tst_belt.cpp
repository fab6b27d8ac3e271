#include "tests/support/run_builder.h"
#include "tests/support/sample_runs.h"
#include "tests/support/test_program.h"
#include "widgets/flow/belt.h"
#include "widgets/flow/door_meter.h"

#include <QTest>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace tst_belt
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

constexpr std::uint8_t kHbm = 1;
constexpr double kQuantum = 500e6;

BeltFrame hbm(double quantum = kQuantum)
{
    return { .door = kHbm, .quantum = quantum };
}

/// Weights only, in blocks of 100 bytes.
Belt evenBelt(double passed)
{
    Belt belt;
    belt.frame.quantum = 100;
    belt.passed[core::indexOf(core::Kind::Weights)] = passed;
    belt.inBlocks = passed / 100;
    return belt;
}

double totalOf(const core::KindBytes& kinds)
{
    return std::accumulate(kinds.begin(), kinds.end(), 0.0);
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
        const Belt belt = beltAt(run, 1, { .door = core::kLinkDoor, .quantum = 1e6 }, run.end());
        const auto blocks = blocksOf(belt, 1000);
        QVERIFY(!blocks.empty());
        for (const BeltBlock& block : blocks)
            QCOMPARE(block.kind, core::Kind::KvCache);
    }

    void blocksEnterWhenTheirBytesHavePassed()
    {
        // 250 passed: the second hundred was complete half a block ago, the first one and a half
        const auto blocks = blocksOf(evenBelt(250), 10);
        QCOMPARE(blocks.size(), std::size_t { 2 });
        QCOMPARE(blocks[0].index, 2);
        QCOMPARE(blocks[0].position, 0.5);
        QCOMPARE(blocks[1].index, 1);
        QCOMPARE(blocks[1].position, 1.5);
    }

    void blocksLeaveWhenThePipeIsFull()
    {
        for (double passed = 0; passed < 3000; passed += 37) {
            // entered: floor(c / q); left: those that are `content` blocks or more ahead
            const auto entered = static_cast<std::int64_t>(passed / 100);
            const double ahead = passed / 100 - 12.0;
            const auto left = ahead >= 1 ? static_cast<std::int64_t>(ahead) : 0;
            QCOMPARE(static_cast<std::int64_t>(blocksOf(evenBelt(passed), 12).size()), entered - left);
        }
    }

    void noPipeIsTooLong()
    {
        const auto run = test::wallRun();
        const Belt belt = beltAt(*run, 0, hbm(1e6), duringFeedForward());
        QCOMPARE(blocksOf(belt, 5000).size(), std::size_t { 5000 });
    }

    /// A step of days: looking back in doubled strides comes to the end of the range.
    void lookingBackEndsHoweverLongAgoItWas()
    {
        core::Machine machine = tests::roomyMachine();
        machine.pools[0].engine.perStep.value = { 2e5 };
        const auto sample = tests::sampleOf(machine, tests::together(1, 500, 40));
        const core::Run& run = *sample.run;
        QVERIFY(run.fits && run.end() > core::instantAt(7e6));
        const DoorMeter door { run, 0, 0 };
        const double all = door.totalAt(run.end());
        QVERIFY(all > 0);
        for (double share = 0; share < 0.1; share += 0.003) {
            const core::Instant t = whenPassed(door, all * share, run.end());
            QVERIFY(t >= core::Instant {} && t < run.end() && door.totalAt(t) <= all * share);
        }
        const Belt belt = beltAt(run, 0, { .door = 0, .quantum = all / 100 }, run.end());
        QCOMPARE(blocksOf(belt, 1000).size(), std::size_t { 100 });
    }

    void aBlockMovesByFlowTimesTime()
    {
        const auto run = test::wallRun();
        const core::Instant t = duringFeedForward();
        const auto dt = core::fromSeconds(10e-6);
        const Belt before = beltAt(*run, 0, hbm(), t);
        const Belt after = beltAt(*run, 0, hbm(), t + dt);
        // feed-forward: 3/4 of 400 MB in 3/4 of 156.25 µs = 2.56 TB/s; 10 µs carry 25.6 MB
        QVERIFY(std::abs(totalOf(after.passed) - totalOf(before.passed) - 25.6e6) < 1e3);
        const auto at = [](const std::vector<BeltBlock>& blocks, std::int64_t index) {
            const auto found = std::find_if(blocks.begin(), blocks.end(),
                [index](const BeltBlock& block) { return block.index == index; });
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
        const Belt one = beltAt(*run, 0, hbm(), t);
        const Belt two = beltAt(*run, 0, hbm(), t + core::fromSeconds(5e-6));
        QVERIFY(one.inBlocks > 0);
        QVERIFY(std::abs(one.inBlocks - two.inBlocks) < 1e-6);
    }

    void thePiecesHaveEveryByteOnceAndItsTrueKind()
    {
        const auto run = test::wallRun();
        const Belt belt = beltAt(*run, 0, hbm(), duringFeedForward());
        double kv = 0, all = 0;
        for (const BeltPiece& piece : passageOf(belt, 10 * kQuantum, core::Depth::Operator).pieces) {
            QVERIFY(std::abs(totalOf(piece.kinds) - piece.bytes) < 1);
            all += piece.bytes;
            kv += piece.kinds[core::indexOf(core::Kind::KvCache)];
        }
        QVERIFY(all >= 10 * kQuantum);
        // 300 MB of KV cache among 32.3 GB: 0.93 %
        QVERIFY(std::abs(kv / all - 0.3 / 32.3) < 0.002);
    }

    void asManyBlocksAreOfAKindAsItsBytesDemand()
    {
        const auto run = test::wallRun();
        for (const double quantum : { 2e6, 20e6, 50e6 }) {
            const Belt belt = beltAt(*run, 0, hbm(quantum), run->end());
            const auto blocks = blocksOf(belt, 1e9);
            const auto kv = std::count_if(blocks.begin(), blocks.end(),
                [](const BeltBlock& block) { return block.kind == core::Kind::KvCache; });
            const double wanted = belt.passed[core::indexOf(core::Kind::KvCache)] / quantum;
            QVERIFY(wanted > 1);
            // Over a whole answer, layers are equal pieces of time: a block more or less.
            QVERIFY2(std::abs(static_cast<double>(kv) - wanted) <= 1 + wanted * 0.01,
                qPrintable(QStringLiteral("%1 blocks for %2").arg(kv).arg(wanted)));
        }
    }

    void aBlockKeepsItsKindOnItsWay()
    {
        const auto run = test::wallRun();
        std::map<std::int64_t, core::Kind> kinds;
        int kv = 0;
        for (int i = 0; i < 400; ++i) {
            const core::Instant t = duringFeedForward() + core::fromSeconds(7e-6) * i;
            for (const BeltBlock& block : blocksOf(beltAt(*run, 0, hbm(20e6), t), 60)) {
                kv += block.kind == core::Kind::KvCache ? 1 : 0;
                const auto [known, fresh] = kinds.try_emplace(block.index, block.kind);
                if (!fresh)
                    QCOMPARE(block.kind, known->second);
            }
        }
        QVERIFY(kv > 0);
    }

    void theSameInstantGivesTheSameBelt()
    {
        const auto run = test::wallRun();
        const Belt one = beltAt(*run, 0, hbm(), duringFeedForward());
        (void)beltAt(*run, 0, hbm(), core::instantAt(0.05));
        const Belt two = beltAt(*run, 0, hbm(), duringFeedForward());
        QCOMPARE(one.inBlocks, two.inBlocks);
        QVERIFY(blocksOf(one, 20) == blocksOf(two, 20));
    }

    void howFullADoorIsIsAveraged()
    {
        const auto run = test::wallRun();
        BeltFrame frame = hbm();
        frame.fastest = 2.56e12;
        const core::Instant begin = core::instantAt(0.1), end = core::instantAt(0.1 + 13.3e-3);
        const Belt belt = beltAt(*run, 0, frame, end, {}, { begin, end });
        // a token of 13.3 ms: 32 GB of weights and 300 MB of KV cache
        QVERIFY(std::abs(totalOf(belt.recent) - 32.3e9) < 1e3);
        QVERIFY(std::abs(belt.full - 32.3e9 / (2.56e12 * 13.3e-3)) < 1e-6);
    }

    void rowsOfNeighboursLieApart()
    {
        for (int rows = 1; rows <= 20; ++rows) {
            std::set<int> seen;
            for (int block = 0; block < rows; ++block)
                seen.insert(rowOf(block, rows));
            QCOMPARE(seen.size(), static_cast<std::size_t>(rows)); // each row has its share
        }
    }

    void anEmptyDoorHasNoBlocks()
    {
        const auto run = test::wallRun();
        const Belt belt = beltAt(*run, 0, { .door = 0, .quantum = kQuantum }, duringFeedForward());
        QCOMPARE(belt.inBlocks, 0.0);
        QVERIFY(blocksOf(belt, 12).empty());
    }
};

MEMWALL_TEST(TestBelt, memwall::tests::NoApplication)

} // namespace tst_belt

#include "tst_belt.moc"
