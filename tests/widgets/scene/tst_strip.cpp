// The strip of readers is what a walk over all requests gives, and looks only at those that are there.
#include "tests/support/sample_runs.h"
#include "tests/support/test_program.h"
#include "widgets/scene/strip.h"

#include <QTest>

namespace tst_strip
{

using namespace memwall;
using namespace memwall::ui;
using namespace memwall::tests;

namespace
{

core::Workload crowd(std::int64_t requests, double ratePerS)
{
    core::Workload workload = together(1, 300, 20);
    workload.arrivals = core::Arrivals::Poisson;
    workload.requests = requests;
    workload.ratePerS = ratePerS;
    return workload;
}

/// What a strip shows at an instant, steps being visible or not.
struct Shown
{
    std::vector<Reader> readers;
    ReaderCounts counts;
    bool operator==(const Shown&) const = default;
};

struct Look
{
    Sight sight;
    std::optional<core::Moment> moment;

    Look(const core::Run& run, core::Instant t, Seen seen)
        : sight { t, { std::max(core::Instant {}, t - core::fromSeconds(0.05)), t }, seen }
        , moment(run.at(0, t))
    {
    }
};

constexpr int kRows = 48;

Shown shownAt(const core::Run& run, const Look& look)
{
    const StripFrame frame { StripKind::Readers, kRows, 1 };
    return { stripNow(frame, run, look.moment, look.sight).readers, readersAt(run, look.moment, look.sight) };
}

/// By looking at each request.
Shown walked(const core::Run& run, const Look& look)
{
    Shown shown;
    const core::Instant t = look.sight.time;
    for (std::size_t i = 0; i < run.requests.size(); ++i) {
        const core::RequestRun& request = run.requests[i];
        if (request.rejected || t < request.arrival || t >= request.finish)
            continue;
        const ReaderState state = readerState(run, look.moment, i, look.sight);
        ++(state == ReaderState::Writing       ? shown.counts.writing
                : state == ReaderState::Prompt ? shown.counts.reading
                                               : shown.counts.waiting);
        Reader reader { static_cast<int>(i), 0, state };
        if (t >= request.prefillEnd)
            reader.tokens = static_cast<double>(request.promptTokens + run.tokensWritten(i, t));
        else if (t > request.prefillBegin)
            reader.tokens = static_cast<double>(request.promptTokens)
                * (core::toSeconds(t - request.prefillBegin)
                    / core::toSeconds(request.prefillEnd - request.prefillBegin));
        if (std::ssize(shown.readers) < kRows)
            shown.readers.push_back(reader);
    }
    return shown;
}

} // namespace

class TestStrip : public QObject
{
    Q_OBJECT
private slots:
    void itShowsWhatAWalkFinds()
    {
        for (const double rate : { 2.0, 200.0 }) {
            const Sample sample = sampleOf(roomyMachine(), crowd(300, rate));
            QVERIFY(sample.run->fits);
            for (int part = 0; part <= 60; ++part)
                for (const Seen seen : { Seen::Operators, Seen::Shares }) {
                    const core::Instant t
                        = core::instantAt(core::toSeconds(sample.run->end()) * (part + 0.3) / 60);
                    const Look look { *sample.run, t, seen };
                    QVERIFY(shownAt(*sample.run, look) == walked(*sample.run, look));
                }
        }
    }

    /// Whoever looked at those that are gone or are yet to come would take them for readers.
    void itDoesNotLookAtWhoIsNotThere()
    {
        constexpr std::size_t kNear = 32;
        core::Run run = *sampleOf(roomyMachine(), crowd(20'000, 5)).run;
        QVERIFY(run.fits && run.requests.size() == 20'000);
        const core::Instant t = run.requests[10'000].firstToken;
        const Look look { run, t, Seen::Shares };
        const Shown before = shownAt(run, look);
        QVERIFY(!before.readers.empty() && before.readers.size() < kRows);
        const auto first = static_cast<std::size_t>(before.readers.front().request);
        const auto last = static_cast<std::size_t>(before.readers.back().request);
        for (std::size_t i = 0; i < run.requests.size(); ++i)
            if (i + kNear < first || i > last + kNear) {
                run.requests[i].arrival = core::Instant {};
                run.requests[i].finish = run.end();
            }
        QVERIFY(shownAt(run, look) == before);
    }
};

MEMWALL_TEST(TestStrip, QCoreApplication)

} // namespace tst_strip

#include "tst_strip.moc"
