// What happened at t: exact tiling at every depth, conservation of bytes, tokens, stepping.
#include "core/figures/report_steps.h"
#include "core/schedule/random.h"
#include "tests/core/timeline/sample_schedules.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_run
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

std::vector<std::pair<const char*, Run>> runs()
{
    return sampleSchedules();
}

} // namespace

class TestRun : public QObject
{
    Q_OBJECT

private slots:
    void childrenTileTheirParentsExactly()
    {
        for (const auto& [name, run] : runs())
            for (const Depth depth : { Depth::Step, Depth::Layer, Depth::Operator })
                for (const std::int64_t index : run.segmentsOf(0)) {
                    const Segment& segment = run.segments[static_cast<std::size_t>(index)];
                    const Instant to
                        = std::min(segment.end, segment.boundary(std::min<std::int64_t>(3, segment.steps)));
                    const auto spans = run.spans(0, { segment.begin, to }, depth, 1'000'000);
                    QVERIFY2(!spans.empty(), name);
                    Instant at = segment.begin;
                    for (const Span& span : spans) {
                        QVERIFY2(span.time.begin == at && span.time.end >= at, name);
                        at = span.time.end;
                    }
                    QVERIFY2(at == to, name);
                }
    }

    void bytesBalancePerKindAndDoor()
    {
        for (const auto& [name, run] : runs())
            for (std::size_t pool = 0; pool < run.pools.size(); ++pool)
                for (const Kind kind : kAllKinds) {
                    double expected = 0;
                    for (const Segment& segment : run.segments)
                        for (const Pass& pass : segment.shape->passes)
                            forEachOperator(pass, [&](const Operator& op, double times) {
                                for (const Flow& flow : op.flows)
                                    if (op.pool == pool && flow.kind == kind && flow.door == 0)
                                        expected += flow.bytes.sumTo(static_cast<double>(segment.steps))
                                            * times * pass.repeat;
                            });
                    const double counted = run.doorBytes(pool, 0, kind, run.end());
                    QVERIFY2(std::abs(counted - expected) <= 1e-9 * std::max(1.0, expected), name);
                }
    }

    void metersNeverFallAndAreContinuous()
    {
        for (const auto& [name, run] : runs()) {
            const std::int64_t end = run.end().time_since_epoch().count();
            double last = 0;
            const double fastest = run.pools[0].peakBandwidth->value;
            for (std::int64_t i = 0; i <= 2000; ++i) {
                const Instant t { Duration { end / 2000 * i } };
                double bytes = 0;
                for (const Kind kind : kAllKinds)
                    bytes += run.doorBytes(0, 0, kind, t);
                QVERIFY2(bytes >= last - 1, name);
                // Nothing passes a door faster than the door is.
                QVERIFY2(
                    bytes - last <= fastest * toSeconds(Duration { end / 2000 }) * (1 + 1e-6) + 1e3, name);
                last = bytes;
            }
        }
    }

    void lanesFillTheRun()
    {
        for (const auto& [name, run] : runs()) {
            double busy = 0;
            for (const Segment& segment : run.segments)
                busy += segment.pool == 0 && segment.kind != SegmentKind::Transfer
                    ? toSeconds(segment.end - segment.begin)
                    : 0;
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                const double seconds = run.laneSeconds(0, static_cast<Lane>(lane), run.end());
                QVERIFY2(seconds <= busy * (1 + 1e-9), name);
            }
        }
    }

    void theOperatorAtAnInstantContainsIt()
    {
        for (const auto& [name, run] : runs()) {
            const auto end = static_cast<double>(run.end().time_since_epoch().count());
            for (std::uint64_t i = 0; i < 500; ++i) {
                const Instant t { Duration { static_cast<std::int64_t>(uniform(3, 0, i) * end) } };
                const auto moment = run.at(0, t);
                if (!moment)
                    continue;
                QVERIFY2(moment->stepSpan.contains(t), name);
                QVERIFY2(moment->op != nullptr && moment->opSpan.contains(t), name);
                QVERIFY2(moment->progress >= 0 && moment->progress <= 1, name);
            }
        }
    }

    void tokensAreWrittenInOrderAndCounted()
    {
        for (const auto& [name, run] : runs())
            for (std::size_t r = 0; r < run.requests.size(); ++r) {
                Instant last {};
                for (std::int64_t i = 0; i < run.requests[r].outputTokens; ++i) {
                    const Instant t = run.tokenTime(r, i);
                    QVERIFY2(t >= last, name);
                    QVERIFY2(run.tokensWritten(r, t) >= i + 1, name);
                    QVERIFY2(run.tokensWritten(r, t - Duration { 1 }) <= i, name);
                    last = t;
                }
                QCOMPARE(last, run.requests[r].finish);
                QCOMPARE(run.tokensWritten(r, run.end()), run.requests[r].outputTokens);
            }
    }

    void steppingForwardVisitsEveryOperatorAndBackReturns()
    {
        const Run run = schedule(roomy(llama70b()), together(1, 100, 3));
        std::vector<Instant> stops;
        for (Instant t {}; t < run.end(); t = run.nextBoundary(t, Depth::Operator))
            stops.push_back(t);
        const auto spans = run.spans(0, { {}, run.end() }, Depth::Operator, 1'000'000);
        std::size_t visible = 0;
        for (const Span& span : spans)
            visible += span.time.length().count() > 0;
        QCOMPARE(stops.size(), visible);
        Instant t = run.end();
        for (std::size_t i = stops.size(); i-- > 0;) {
            t = run.previousBoundary(t, Depth::Operator);
            QCOMPARE(t, stops[i]);
        }
    }

    void tooManySpansAreRefusedNotCut()
    {
        const Run run = schedule(roomy(llama70b()), together(1, 100, 200));
        QVERIFY(run.spans(0, { {}, run.end() }, Depth::Operator, 100).empty());
        QVERIFY(!run.spans(0, { {}, run.end() }, Depth::Segment, 100).empty());
    }

    void kvCacheGrowsByOneTokenAStep()
    {
        const Run run = schedule(roomy(llama70b()), together(1, 1024, 100));
        const Segment& decode = run.segments[1];
        const double first = run.kvBytes(0, decode.begin);
        // Step 0 works on the first answer token: 1,025 tokens of 81,920 B on each of four chips.
        QCOMPARE(first, 1025 * 81'920.0);
        QCOMPARE(run.kvBytes(0, decode.boundary(10)) - first, 10 * 81'920.0);
        QCOMPARE(run.kvBytes(0, run.end()), 0.0);
    }

    void boundariesOfTenMillionStepsAreExactAndFound()
    {
        Segment segment;
        auto shape = std::make_shared<StepShape>();
        shape->duration = { 1e-3, 1e-9 };
        segment.shape = shape;
        segment.steps = 10'000'000;
        segment.end = Instant { fromSeconds(shape->duration.sumTo(1e7)) };
        for (const std::int64_t k :
            { std::int64_t { 0 }, std::int64_t { 1 }, std::int64_t { 1234567 }, std::int64_t { 9999999 } }) {
            const Instant at = segment.boundary(k);
            QCOMPARE(segment.stepAt(at), k);
            QCOMPARE(segment.stepAt(segment.boundary(k + 1) - Duration { 1 }), k);
        }
    }
};

MEMWALL_TEST(TestRun, memwall::tests::NoApplication)

} // namespace tst_run

#include "tst_run.moc"
