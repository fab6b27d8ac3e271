// Searching by structure finds exactly what listing every span finds, in any run, of any length.
#include "core/timeline/find.h"
#include "tests/core/timeline/sample_schedules.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <set>

namespace tst_find
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

/// Begins of everything at a depth that passes a test, listed the slow way.
template <typename Test> std::vector<Instant> listed(const Run& run, Depth depth, const Test& test)
{
    std::vector<Instant> begins;
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool)
        for (const Span& span : run.spans(pool, { {}, run.end() }, depth, 10'000'000))
            if (run.segments[static_cast<std::size_t>(span.segment)].pool == pool && test(span))
                begins.push_back(span.time.begin);
    std::sort(begins.begin(), begins.end());
    return begins;
}

/// Walks a search from hit to hit. Hits that begin at the same instant are one stop.
std::vector<Instant> walked(const Finder& finder)
{
    std::vector<Instant> begins;
    for (auto hit = finder.next(Instant { Duration { -1 } }); hit; hit = finder.next(hit->begin))
        begins.push_back(hit->begin);
    return begins;
}

std::vector<Instant> distinct(std::vector<Instant> begins)
{
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    return begins;
}

void compare(const Finder& finder, const std::vector<Instant>& expected, const char* name)
{
    QVERIFY2(finder.count() == static_cast<std::int64_t>(expected.size()), name);
    const auto stops = walked(finder);
    QVERIFY2(stops == distinct(expected), name);
    for (const Instant at : stops) {
        const auto begun = std::upper_bound(expected.begin(), expected.end(), at) - expected.begin();
        QCOMPARE(finder.rank(at), static_cast<std::int64_t>(begun));
    }
    for (std::size_t i = 1; i < stops.size(); ++i)
        QCOMPARE(finder.previous(stops[i])->begin, stops[i - 1]);
    QVERIFY(stops.empty() || !finder.previous(stops.front()));
}

} // namespace

class TestFind : public QObject
{
    Q_OBJECT

private slots:
    void operatorsAreFoundWhereTheRunHasThem()
    {
        for (const auto& [name, run] : sampleSchedules()) {
            std::set<OperatorKind> kinds;
            (void)listed(run, Depth::Operator, [&](const Span& span) {
                kinds.insert(span.op->kind);
                return false;
            });
            QVERIFY(kinds.size() > 4);
            for (const OperatorKind kind : { *kinds.begin(), OperatorKind::Attention, *kinds.rbegin() })
                compare(Finder(run, { { kind }, {}, {}, {}, {} }),
                    listed(run, Depth::Operator, [&](const Span& span) { return span.op->kind == kind; }),
                    name);
        }
    }

    void layersAreFoundAndNarrowOperators()
    {
        for (const auto& [name, run] : sampleSchedules()) {
            compare(Finder(run, { {}, 11, {}, {}, {} }),
                listed(run, Depth::Layer, [](const Span& span) { return span.layer == 11; }), name);
            compare(Finder(run, { { OperatorKind::Attention }, 11, {}, {}, {} }),
                listed(run, Depth::Operator,
                    [](const Span& span) {
                        return span.layer == 11 && span.op->kind == OperatorKind::Attention;
                    }),
                name);
        }
    }

    void aTokenIsTheStepThatWritesIt()
    {
        for (const auto& [name, run] : sampleSchedules())
            for (const std::int64_t token : { 0, 7, 19 }) {
                const Finder finder(run, { {}, {}, token, {}, {} });
                QCOMPARE(finder.count(), static_cast<std::int64_t>(run.requests.size()));
                const auto hit = finder.next(Instant { Duration { -1 } });
                QVERIFY2(hit, name);
                QVERIFY(run.tokensWritten(0, hit->end) > token);
                bool writes = false;
                for (std::size_t request = 0; request < run.requests.size(); ++request)
                    writes = writes || run.tokenTime(request, token) == hit->end;
                QVERIFY2(writes, name);
            }
    }

    void requestsAndSegmentsAreFound()
    {
        for (const auto& [name, run] : sampleSchedules()) {
            const auto request = Finder(run, { {}, {}, {}, 0, {} }).next(Instant { Duration { -1 } });
            QCOMPARE(request->begin, run.requests[0].prefillBegin);
            QCOMPARE(request->end, run.requests[0].finish);
            for (const SegmentKind kind : { SegmentKind::Prefill, SegmentKind::Decode,
                     SegmentKind::Speculation, SegmentKind::Transfer }) {
                std::vector<Instant> begins;
                for (const Segment& segment : run.segments)
                    if (segment.kind == kind)
                        begins.push_back(segment.begin);
                compare(Finder(run, { {}, {}, {}, {}, kind }), begins, name);
            }
        }
    }

    void whatIsNotThereIsNotFound()
    {
        const auto schedules = sampleSchedules();
        const Run& run = schedules.front().second;
        for (const Wanted& wanted :
            { Wanted { { OperatorKind::Experts }, {}, {}, {}, {} }, Wanted { {}, 80, {}, {}, {} },
                Wanted { {}, -1, {}, {}, {} }, Wanted { {}, {}, 256, {}, {} }, Wanted { {}, {}, -1, {}, {} },
                Wanted { {}, {}, {}, 1, {} }, Wanted { {}, {}, {}, {}, SegmentKind::Transfer }, Wanted {} }) {
            const Finder finder(run, wanted);
            QCOMPARE(finder.count(), 0);
            QVERIFY(!finder.next({}));
            QVERIFY(!finder.previous(run.end()));
        }
    }

    void tenMillionStepsAreSearchedWithoutListingThem()
    {
        constexpr std::int64_t kTokens = 10'000'000;
        Machine machine = roomy(llama70b());
        machine.model.maxContext.reset();
        machine.pools[0].chip.levels[0].capacity->value = { 1e15 };
        const Run run = schedule(machine, together(1, 10, kTokens));
        const Finder finder(run, { { OperatorKind::Attention }, 11, {}, {}, {} });
        QCOMPARE(finder.count(), kTokens);
        const Instant late = run.tokenTime(0, kTokens - 1000);
        const auto hit = finder.next(late);
        QVERIFY(hit->begin > late && hit->end < run.tokenTime(0, kTokens - 999));
        QCOMPARE(finder.rank(hit->begin), kTokens - 998);
    }
};

MEMWALL_TEST(TestFind, QCoreApplication)

} // namespace tst_find

#include "tst_find.moc"
