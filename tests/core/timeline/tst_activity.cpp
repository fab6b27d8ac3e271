// What chips do over any stretch of time is the sum of what their operators do in it, listed one by one:
// bytes and arithmetic pass evenly in an operator's busy part, latency in the rest.
#include "core/schedule/random.h"
#include "core/timeline/activity.h"
#include "core/timeline/totals.h"
#include "tests/core/timeline/sample_schedules.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <numeric>

namespace tst_activity
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

/// An operator that ran once.
struct Ran
{
    const Operator* op = nullptr;
    double step = 0;
    double beginS = 0;
    bool transfer = false;

    [[nodiscard]] double busyS() const { return op->busy.at(step); }
    [[nodiscard]] double restS() const { return op->duration.at(step) - busyS(); }
    /// Share of the busy part, and of the latency after it, that is over at t.
    [[nodiscard]] double busyOver(double t) const { return over(t - beginS, busyS()); }
    [[nodiscard]] double restOver(double t) const { return over(t - beginS - busyS(), restS()); }

private:
    static double over(double into, double length)
    {
        if (into <= 0)
            return 0;
        return into >= length ? 1 : into / length;
    }
};

/// Operators of a pool, the transfers that it receives among them.
std::vector<Ran> ranIn(const Run& run, std::size_t pool)
{
    std::vector<Ran> all;
    for (const Span& span : run.spans(pool, { {}, run.end() }, Depth::Operator, 10'000'000))
        if (span.op->pool == pool)
            all.push_back(
                { span.op, static_cast<double>(span.step), toSeconds(span.time.begin - Instant {}), false });
    for (const Segment& segment : run.segments)
        if (segment.kind == SegmentKind::Transfer && segment.pool == pool)
            all.push_back({ &segment.shape->passes.front().before.front(), 0,
                toSeconds(segment.begin - Instant {}), true });
    return all;
}

/// Up to t: what all operators listed have done.
struct Sum
{
    std::vector<KindBytes> doors; ///< of the levels, then the link
    double flops = 0;
    std::array<double, kLanes> lanes {}, paced {};
};

Sum sumUpTo(const std::vector<Ran>& all, std::size_t levels, double t)
{
    Sum sum;
    sum.doors.resize(levels + 1);
    for (const Ran& ran : all) {
        const double busy = ran.busyOver(t), rest = ran.restOver(t);
        for (const Flow& flow : ran.op->flows)
            sum.doors[flow.door == kLinkDoor ? levels : flow.door][indexOf(flow.kind)]
                += flow.bytes.at(ran.step) * busy;
        sum.flops += ran.op->flops.at(ran.step) * busy;
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            sum.lanes[lane]
                += ran.op->lanes[lane].at(ran.step) * (lane == indexOf(Lane::Fixed) ? rest : busy);
        if (ran.transfer)
            continue; // beside the pool's own work
        sum.paced[indexOf(ran.op->bound)] += ran.busyS() * busy;
        sum.paced[indexOf(Lane::Fixed)] += ran.restS() * rest;
    }
    return sum;
}

/// As far as the rounding of operators to whole units of the clock goes.
bool near(double a, double b, double all)
{
    return std::abs(a - b) <= 1e-8 * std::max(all, 1e-6);
}

template <typename Values> double total(const Values& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Ends of segments, and instants between.
std::vector<Instant> instantsOf(const Run& run)
{
    std::vector<Instant> instants { {}, run.end(), run.end() + Duration { 1000 } };
    for (std::size_t i = 0; i < run.segments.size(); i += 1 + run.segments.size() / 6)
        instants.insert(instants.end(),
            { run.segments[i].begin, run.segments[i].end, run.segments[i].end - Duration { 1 } });
    for (std::uint64_t i = 0; i < 24; ++i)
        instants.push_back(instantAt(uniform(11, 0, i) * toSeconds(run.end() - Instant {})));
    std::sort(instants.begin(), instants.end());
    return instants;
}

void compareMeters(const Run& run, std::size_t pool, Instant t, const Sum& expected, const Sum& whole)
{
    const std::size_t levels = run.pools[pool].levels.size();
    for (std::size_t row = 0; row <= levels; ++row) {
        const auto door = row == levels ? kLinkDoor : static_cast<std::uint8_t>(row);
        for (const Kind kind : kAllKinds)
            QVERIFY(near(run.doorBytes(pool, door, kind, t), expected.doors[row][indexOf(kind)],
                total(whole.doors[row])));
    }
    QVERIFY(near(run.flops(pool, t), expected.flops, whole.flops));
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        QVERIFY(near(
            run.laneSeconds(pool, static_cast<Lane>(lane), t), expected.lanes[lane], total(whole.lanes)));
}

void compareActivity(
    const Activity& did, const std::vector<Sum>& sums, std::size_t from, std::size_t to, const Sum& whole)
{
    const std::size_t levels = did.doors.size();
    for (std::size_t row = 0; row <= levels; ++row)
        for (const Kind kind : kAllKinds)
            QVERIFY(near((row == levels ? did.link : did.doors[row])[indexOf(kind)],
                sums[to].doors[row][indexOf(kind)] - sums[from].doors[row][indexOf(kind)],
                total(whole.doors[row])));
    QVERIFY(near(did.flops, sums[to].flops - sums[from].flops, whole.flops));
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        QVERIFY(near(did.paced[lane], sums[to].paced[lane] - sums[from].paced[lane], total(whole.paced)));
}

/// Prompts in one pool for 2 s, their cache on the link for 1 s, answers in the other for 4 s.
Run threePhases()
{
    const auto shape = [](double seconds) {
        auto made = std::make_shared<StepShape>();
        made->duration = { seconds, 0 };
        Operator op;
        op.busy = op.duration = made->duration;
        Pass pass;
        pass.duration = made->duration;
        pass.before = { op };
        made->passes = { pass };
        return made;
    };
    Run run;
    run.pools.resize(2);
    const auto add = [&](SegmentKind kind, std::uint8_t pool, double fromS, double toS) {
        Segment segment;
        segment.kind = kind;
        segment.pool = pool;
        segment.begin = instantAt(fromS);
        segment.end = instantAt(toS);
        segment.shape = shape(toS - fromS);
        run.segments.push_back(std::move(segment));
    };
    add(SegmentKind::Prefill, 0, 0, 2);
    add(SegmentKind::Transfer, 1, 2, 3);
    add(SegmentKind::Decode, 1, 3, 7);
    add(SegmentKind::Prefill, 0, 6, 8);
    run.seal(false);
    return run;
}

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT
private slots:
    void metersAndStretchesAreSumsOfOperators()
    {
        for (const auto& [name, run] : sampleSchedules())
            for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
                const std::vector<Ran> all = ranIn(run, pool);
                const std::vector<Instant> instants = instantsOf(run);
                std::vector<Sum> sums;
                for (const Instant t : instants)
                    sums.push_back(sumUpTo(all, run.pools[pool].levels.size(), toSeconds(t - Instant {})));
                const Sum whole = sums.back();
                QVERIFY2(whole.flops > 0 && total(whole.doors[0]) > 0, name);
                for (std::size_t i = 0; i < instants.size(); ++i) {
                    compareMeters(run, pool, instants[i], sums[i], whole);
                    for (const std::size_t from :
                        { i - std::min<std::size_t>(i, 1), i / 2, std::size_t { 0 } }) {
                        const TimeSpan span { instants[from], instants[i] };
                        const Activity did = activityOver(run, pool, span);
                        compareActivity(did, sums, from, i, whole);
                        QCOMPARE(did.seconds, toSeconds(span.length()));
                    }
                    if (QTest::currentTestFailed())
                        QFAIL(name);
                }
            }
    }

    void whatAnOperatorDoesNowIsItsBusyPartOrItsLatency()
    {
        for (const auto& [name, run] : sampleSchedules())
            for (std::size_t pool = 0; pool < run.pools.size(); ++pool)
                for (std::uint64_t i = 0; i < 60; ++i) {
                    const auto moment
                        = run.at(pool, instantAt(uniform(5, 1, i) * toSeconds(run.end() - Instant {})));
                    if (!moment)
                        continue;
                    const Operator& op = *moment->op;
                    const auto step = static_cast<double>(moment->step);
                    const Activity now = activityOf(run, pool, *moment);
                    const double rest = op.duration.at(step) - op.busy.at(step);
                    QCOMPARE(now.seconds, moment->flowing ? op.busy.at(step) : rest);
                    const bool here = op.pool == pool;
                    double bytes = 0, passed = total(now.link);
                    for (const Flow& flow : op.flows)
                        bytes += flow.bytes.at(step);
                    for (const KindBytes& door : now.doors)
                        passed += total(door);
                    QVERIFY2(near(passed, here && moment->flowing ? bytes : 0, bytes), name);
                    QCOMPARE(now.flops, here && moment->flowing ? op.flops.at(step) : 0.0);
                    QCOMPARE(now.pacedBy(moment->flowing ? op.bound : Lane::Fixed), here ? now.seconds : 0.0);
                    QCOMPARE(now.idleSeconds(), here ? 0.0 : now.seconds);
                }
        QCOMPARE(activityOf(threePhases(), 0, Moment {}).seconds, 0.0);
    }

    void anIdleStretchWaits()
    {
        Activity activity;
        activity.seconds = 10;
        activity.paced[indexOf(Lane::Weights)] = 4;
        activity.paced[indexOf(Lane::Fixed)] = 1;
        QCOMPARE(activity.idleSeconds(), 5.0);
        activity.seconds = 4.5;
        QCOMPARE(activity.idleSeconds(), 0.0);
        activity.seconds = 0;
        activity.flops = 6;
        PoolInfo pool;
        pool.peakFlops = FlopsPerSecond { 2 };
        QCOMPARE(activity.shareOfPeak(pool), 0.0);
        activity.seconds = 12;
        QCOMPARE(activity.shareOfPeak(pool), 0.25);
        activity.seconds = 0.5; // what is short counts like what is long
        QCOMPARE(activity.shareOfPeak(pool), 6.0);
        pool.peakFlops = FlopsPerSecond { 0.5 };
        QCOMPARE(activity.shareOfPeak(pool), 24.0);
        pool.peakFlops.reset(); // not published
        QCOMPARE(activity.shareOfPeak(pool), 0.0);
    }

    void answersComeBeforePromptsAndPromptsBeforeTransfers()
    {
        const Run run = threePhases();
        const auto at = [&](double t, double shortest = 0) {
            return phaseAt(run, instantAt(t), fromSeconds(shortest));
        };
        QCOMPARE(at(1), RunPhase::Prompt);
        QCOMPARE(at(1, 2), RunPhase::Prompt); // just long enough
        QCOMPARE(at(1, 2.1), RunPhase::Waiting);
        QCOMPARE(at(2.5), RunPhase::Transfer);
        QCOMPARE(at(2.5, 1), RunPhase::Transfer);
        QCOMPARE(at(2.5, 1.1), RunPhase::Waiting);
        QCOMPARE(at(5), RunPhase::Tokens);
        QCOMPARE(at(5, 100), RunPhase::Tokens);
        QCOMPARE(at(6.5), RunPhase::Tokens); // beside a prompt
        QCOMPARE(at(7.5), RunPhase::Prompt);
        QCOMPARE(at(8), RunPhase::Waiting);
    }
};

MEMWALL_TEST(TestActivity, memwall::tests::NoApplication)

} // namespace tst_activity

#include "tst_activity.moc"
