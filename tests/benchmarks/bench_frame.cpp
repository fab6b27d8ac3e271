#include "app/export/scene.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/controls/transport_bar.h"
#include "widgets/insight/insight_column.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QFile>
#include <QImage>
#include <QTest>

#include <unistd.h>

namespace bench_frame
{

using namespace memwall;
using namespace memwall::app;

namespace
{

/// Bytes of this process in main memory.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

class BenchFrame : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }
    void cleanup() { close(); }

    /// What playing for an hour at 60 pictures a second adds to the memory; the answer plays over and over.
    void memoryAddedByAnHourOfPlaying()
    {
        constexpr int kFrames = 60 * 60 * 60, kWarm = 2000;
        QVERIFY(openAt({ 1280, 720 }));
        MainWindow& window = *m_window;
        const auto end = window.playback().end().time_since_epoch();
        qint64 before = 0;
        for (int frame = 0; frame < kFrames; ++frame) {
            if (frame == kWarm)
                before = residentBytes();
            // Seven laps; no two frames show the same instant.
            window.playback().seek(core::Instant { end / kFrames * 7 * frame % end });
            QCoreApplication::processEvents();
        }
        QTest::setBenchmarkResult(static_cast<qreal>(residentBytes() - before), QTest::BytesAllocated);
    }

    void thePlayingWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1080p") << QSize(1920, 1080);
        QTest::newRow("4K") << QSize(3840, 2160);
    }
    void thePlayingWindow()
    {
        QFETCH(QSize, size);
        QVERIFY(openAt(size));
        MainWindow& window = *m_window;
        QImage image(size, QImage::Format_RGB32);
        core::Instant time {};
        QBENCHMARK
        {
            time += core::fromSeconds(1e-4);
            window.playback().seek(time);
            window.render(&image);
        }
        QVERIFY(window.playback().time() > core::Instant {});
    }

    /// One view at a time, and all of them, at 1080p: time moves, and what shows it paints into the window's
    /// buffer.
    void oneView_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : { "stage", "tape", "timeline", "transport", "insight", "all" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void oneView()
    {
        QFETCH(QString, name);
        QVERIFY(openAt({ 1920, 1080 }));
        MainWindow& window = *m_window;
        core::Instant time = tellingMoment(*window.result()->systems.front().run);
        window.lookAt(time);
        QCoreApplication::processEvents();
        const WindowParts& parts = window.parts();
        // Playing moves on by a sixtieth of a second of the watcher, which in a race is many words.
        const bool all = name == QLatin1String("all");
        const double step = all ? 1.0 / 60 / window.playback().timeScale() : 1e-5;
        QBENCHMARK
        {
            time += core::fromSeconds(step);
            if (name == QLatin1String("stage"))
                parts.stage->setTime(time);
            else if (name == QLatin1String("tape"))
                parts.tape->setTime(time);
            else if (name == QLatin1String("timeline"))
                parts.timeline->setTime(time);
            else if (name == QLatin1String("transport"))
                parts.transport->setTime(time, window.playback().end());
            else if (all)
                window.playback().seek(
                    core::Instant { (time.time_since_epoch()) % window.playback().end().time_since_epoch() });
            else
                parts.insight->setTime(time);
            QCoreApplication::processEvents();
        }
    }

private:
    /// A still window of this size with the scenario of MEMWALL_SCENARIO, or the first one.
    bool openAt(QSize size)
    {
        show({ .autoplay = false }, size);
        return open(qEnvironmentVariable("MEMWALL_SCENARIO"));
    }
};

MEMWALL_TEST(BenchFrame, QApplication)

} // namespace bench_frame

#include "bench_frame.moc"
