// A run of ten million steps must pan and zoom as fast as one of a hundred.
#include "core/timeline/find.h"
#include "tests/support/sample_runs.h"
#include "tests/support/test_program.h"
#include "widgets/timeline/timeline_widget.h"

#include <QImage>
#include <QTest>

#include <ctime>

namespace bench_timeline
{

using namespace memwall;
using namespace memwall::tests;

namespace
{

constexpr QSize kSize { 1540, 300 }; // what a window of 1080p gives it

std::shared_ptr<const core::Run> runOf(std::int64_t tokens)
{
    core::Machine machine = roomyMachine();
    machine.model.maxContext.reset();
    machine.pools[0].chip.levels[0].capacity->value = { 1e15 };
    return sampleOf(machine, together(1, 10, tokens)).run;
}

/// What one repaint does after the window moved: a share of its length on, or so much closer in.
void moveWindow(ui::TimelineWidget& timeline, bool pans)
{
    core::TimeSpan view = timeline.window();
    const core::Duration length = view.length();
    if (pans)
        timeline.setWindow({ view.begin + length / 40, view.end + length / 40 });
    else
        timeline.setWindow({ view.begin + length / 50, view.end - length / 50 });
}

/// Of this process, so that a busy computer does not blur the ratio.
double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Median over repaints of a window of so many steps, which stays inside the run while it pans.
double secondsPerRepaint(const core::Run& run, ui::TimelineWidget& timeline, bool pans, double steps)
{
    const double step = core::toSeconds(run.segments.back().end - run.segments.back().begin)
        / static_cast<double>(run.segments.back().steps);
    const double length = std::min(steps * step, core::toSeconds(run.end()));
    const double begin = (core::toSeconds(run.end()) - length) / 4;
    timeline.setWindow({ core::instantAt(begin), core::instantAt(begin + length) });
    QImage image(kSize, QImage::Format_RGB32);
    timeline.render(&image);
    std::vector<double> seconds;
    for (int i = 0; i < 41; ++i) {
        const double start = processorSeconds();
        moveWindow(timeline, pans);
        timeline.render(&image);
        seconds.push_back(processorSeconds() - start);
    }
    std::nth_element(seconds.begin(), seconds.begin() + 20, seconds.end());
    return seconds[20];
}

} // namespace

class BenchTimeline : public QObject
{
    Q_OBJECT
private slots:
    void ratioOfTenMillionStepsToAHundred_data()
    {
        QTest::addColumn<bool>("pans");
        QTest::addColumn<double>("share"); // of the steps; below zero: so many steps
        for (const bool pans : { true, false }) {
            const char* what = pans ? "pan" : "zoom";
            QTest::addRow("%s, a third of the answer", what) << pans << 0.33;
            QTest::addRow("%s, 20 tokens", what) << pans << -20.0;
            QTest::addRow("%s, 4 tokens", what) << pans << -4.0;
            QTest::addRow("%s, operators", what) << pans << -0.1;
        }
    }
    void ratioOfTenMillionStepsToAHundred()
    {
        QFETCH(bool, pans);
        QFETCH(double, share);
        std::vector<double> seconds;
        for (const std::int64_t tokens : { 100, 10'000'000 }) {
            const auto run = runOf(tokens);
            ui::TimelineWidget timeline;
            timeline.resize(kSize);
            timeline.setRun(run);
            const double steps = share > 0 ? share * static_cast<double>(tokens) : -share;
            seconds.push_back(secondsPerRepaint(*run, timeline, pans, steps));
        }
        qInfo("100 steps %.2f ms, 10,000,000 steps %.2f ms, ratio %.2f", seconds[0] * 1e3, seconds[1] * 1e3,
            seconds[1] / seconds[0]);
        QTest::setBenchmarkResult(seconds[1] / seconds[0], QTest::Events);
    }

    void searchingTenMillionSteps()
    {
        const auto run = runOf(10'000'000);
        QBENCHMARK
        {
            const core::Finder finder(*run, { { core::OperatorKind::AllReduce }, {}, {}, {}, {} });
            QVERIFY(finder.next(core::instantAt(core::toSeconds(run->end()) / 2)));
        }
    }
};

MEMWALL_TEST(BenchTimeline, QApplication)

} // namespace bench_timeline

#include "bench_timeline.moc"
