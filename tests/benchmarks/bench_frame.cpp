#include "app/main_window.h"
#include "core/simulate.h"

#include <QImage>
#include <QTest>

using namespace memwall;
using namespace memwall::app;

class BenchFrame : public QObject
{
    Q_OBJECT
private slots:
    void thePlayingWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1080p") << QSize(1920, 1080);
        QTest::newRow("4K") << QSize(3840, 2160);
    }
    void thePlayingWindow()
    {
        QFETCH(QSize, size);
        const Folders folders = findFolders();
        const auto catalog = loadCatalog(folders);
        QVERIFY(catalog);
        const auto scenario = loadScenario(defaultScenario(folders), *catalog);
        QVERIFY(scenario);
        WindowOptions options;
        options.remembers = false;
        options.autoplay = false;
        MainWindow window(*catalog, folders, options);
        window.resize(size);
        window.show();
        window.showScenario(*scenario, {}, core::simulate(*scenario, *catalog));
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
};

QTEST_MAIN(BenchFrame)
#include "bench_frame.moc"
