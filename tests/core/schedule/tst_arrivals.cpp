// Arrivals and lengths: reproducible, in order, with the distributions that the file asks for.
#include "core/schedule/arrivals.h"
#include "core/schedule/random.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

#include <set>

namespace tst_arrivals
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

SharedTrace traceOf(std::vector<TraceRequest> requests)
{
    Trace trace;
    trace.requests = std::move(requests);
    return { std::make_shared<const Trace>(std::move(trace)) };
}

} // namespace

class TestArrivals : public QObject
{
    Q_OBJECT

private slots:
    void randomNumbersDependOnlyOnTheirCounter()
    {
        QCOMPARE(uniform(1, 2, 3), uniform(1, 2, 3));
        QVERIFY(uniform(1, 2, 3) != uniform(1, 2, 4));
        QVERIFY(uniform(1, 2, 3) != uniform(1, 3, 3));
        double sum = 0;
        for (std::uint64_t i = 0; i < 10000; ++i) {
            const double u = uniform(7, 0, i);
            QVERIFY(u >= 0 && u < 1);
            sum += u;
        }
        // Standard error of the mean of 10,000: 0.0029.
        QVERIFY(std::abs(sum / 10000 - 0.5) < 0.012);
    }

    void togetherMeansAtZero()
    {
        const RequestStream stream = requestsOf(together(3, 10, 20), std::nullopt);
        QCOMPARE(stream.requests.size(), 3U);
        for (const Request& request : stream.requests)
            QCOMPARE(request.arrival, Instant {});
    }

    void poissonArrivalsComeAtTheirRate()
    {
        Workload workload = together(1, 10, 20);
        workload.arrivals = Arrivals::Poisson;
        workload.requests = 4000;
        workload.ratePerS = 8;
        const RequestStream stream = requestsOf(workload, std::nullopt);
        QCOMPARE(stream.requests.size(), 4000U);
        for (std::size_t i = 1; i < stream.requests.size(); ++i)
            QVERIFY(stream.requests[i - 1].arrival <= stream.requests[i].arrival);
        // 500 s expected, standard error 500 / sqrt(4000) = 7.9 s.
        QVERIFY(std::abs(toSeconds(stream.requests.back().arrival) - 500) < 32);
    }

    void lognormalLengthsHaveTheirMedianAndP90()
    {
        Workload workload = together(20000, 1, 1);
        workload.promptTokens = { TokenCount::Shape::Lognormal, 0, 1000, 4000, 0, 0 };
        const RequestStream stream = requestsOf(workload, std::nullopt);
        int belowMedian = 0, belowP90 = 0;
        for (const Request& request : stream.requests) {
            belowMedian += request.promptTokens <= 1000;
            belowP90 += request.promptTokens <= 4000;
        }
        QVERIFY(std::abs(belowMedian / 20000.0 - 0.5) < 0.015);
        QVERIFY(std::abs(belowP90 / 20000.0 - 0.9) < 0.01);
    }

    void uniformLengthsStayInsideTheirRange()
    {
        Workload workload = together(1000, 1, 1);
        workload.outputTokens = { TokenCount::Shape::Uniform, 0, 0, 0, 5, 7 };
        std::set<std::int64_t> seen;
        for (const Request& request : requestsOf(workload, std::nullopt).requests)
            seen.insert(request.outputTokens);
        QCOMPARE(seen, (std::set<std::int64_t> { 5, 6, 7 }));
    }

    void eventsStandInTheirPlaceInTime()
    {
        Workload workload = together(2, 10, 20);
        workload.events = { { 4.0, 32000, 200 } };
        const RequestStream stream = requestsOf(workload, std::nullopt);
        QCOMPARE(stream.requests.size(), 3U);
        QCOMPARE(stream.requests[2].promptTokens, 32000);
        QCOMPARE(stream.requests[2].arrival, instantAt(4.0));
    }

    void eventsComeWithEveryKindOfArrivals()
    {
        Workload workload = together(2, 10, 20);
        workload.events = { { 3.0, 1000, 5 }, { 0.5, 2000, 6 } };
        workload.requests = 4;
        workload.ratePerS = 1;
        workload.traceRequests = traceOf({ { 0, 11, 1 }, { 1, 12, 2 }, { 3, 13, 3 } });
        for (const auto& [arrivals, count] : { std::pair { Arrivals::Together, 2U },
                 { Arrivals::Poisson, 4U }, { Arrivals::Closed, 4U }, { Arrivals::Trace, 3U } }) {
            workload.arrivals = arrivals;
            const RequestStream stream = requestsOf(workload, std::nullopt);
            QCOMPARE(stream.requests.size(), count + 2U);
            QCOMPARE(stream.arrived, arrivals == Arrivals::Closed ? 4U : count + 2U);
            for (std::size_t i = 1; i < stream.arrived; ++i)
                QVERIFY(stream.requests[i - 1].arrival <= stream.requests[i].arrival);
            std::vector<std::int64_t> extra;
            for (std::size_t i = 0; i < stream.arrived; ++i)
                if (stream.requests[i].promptTokens >= 1000)
                    extra.push_back(stream.requests[i].promptTokens);
            QCOMPARE(extra, (std::vector<std::int64_t> { 2000, 1000 }));
        }
    }

    void aTraceIsPlayedAsRecorded()
    {
        Workload workload = together(7, 10, 20); // users and lengths are those of the trace
        workload.arrivals = Arrivals::Trace;
        workload.traceRequests = traceOf({ { 0, 374, 44 }, { 0.5, 396, 109 }, { 0.5, 879, 55 } });
        const RequestStream stream = requestsOf(workload, 131072);
        QCOMPARE(stream.requests.size(), 3U);
        QCOMPARE(stream.arrived, 3U);
        QCOMPARE(stream.requests[1].arrival, instantAt(0.5));
        QCOMPARE(stream.requests[1].promptTokens, 396);
        QCOMPARE(stream.requests[2].outputTokens, 55);
        QCOMPARE(stream.clamped, 0);
        QVERIFY(requestNotes(workload, stream, 131072).empty());
    }

    void whatPassesTheContextIsCutAndCounted()
    {
        Workload workload = together(1, 10, 20);
        workload.arrivals = Arrivals::Trace;
        workload.traceRequests = traceOf({ { 0, 100, 28 }, { 1, 100, 29 }, { 2, 500, 9 } });
        const RequestStream stream = requestsOf(workload, 128);
        QCOMPARE(stream.requests[0].outputTokens, 28);
        QCOMPARE(stream.requests[1].outputTokens, 28);
        QCOMPARE(stream.requests[2].promptTokens, 127);
        QCOMPARE(stream.requests[2].outputTokens, 1);
        QCOMPARE(stream.clamped, 2);
        QCOMPARE(memwall::ui::english(requestNotes(workload, stream, 128)),
            std::string(
                "2 of 3 requests would need more than the model's context of 128 tokens and are cut to "
                "it."));
    }

    void whatReadingATraceDidIsSaid()
    {
        Workload workload = together(1, 10, 20);
        workload.arrivals = Arrivals::Trace;
        Trace trace;
        trace.requests = { { 0, 1, 1 } };
        trace.leftOut = 1;
        trace.outOfOrder = 12;
        trace.sharesPrefixes = true;
        workload.traceRequests.read = std::make_shared<const Trace>(trace);
        const auto notes = requestNotes(workload, requestsOf(workload, std::nullopt), std::nullopt);
        QCOMPARE(notes.size(), 3U);
        QVERIFY(memwall::ui::english(notes[0]).starts_with("1 request of the trace had no prompt"));
        QVERIFY(memwall::ui::english(notes[1]).starts_with("12 lines of the trace stood behind"));
        QVERIFY(memwall::ui::english(notes[2]).find("not simulated") != std::string::npos);
    }

    void sampledLengthsNeverPassTheModelsContext()
    {
        Workload workload = together(500, 1, 1);
        workload.promptTokens = { TokenCount::Shape::Lognormal, 0, 4000, 40000, 0, 0 };
        workload.outputTokens.value = 500;
        for (const Request& request : requestsOf(workload, 8192).requests)
            QVERIFY(request.promptTokens + request.outputTokens <= 8192);
    }
};

MEMWALL_TEST(TestArrivals, memwall::tests::NoApplication)

} // namespace tst_arrivals

#include "tst_arrivals.moc"
