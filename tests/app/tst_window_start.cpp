// The window comes first, figures follow: what is said meanwhile, and what is remembered of it.
#include "app/files/recent_files.h"
#include "app/files/start_marker.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"

#include <QFile>
#include <QProcess>
#include <QScrollArea>
#include <QTemporaryDir>

#include <cstdlib>

namespace tst_window_start
{

using namespace memwall;
using namespace memwall::app;

namespace
{

/// Minutes of work, whatever the computer.
core::Scenario heavy(core::Scenario scenario)
{
    scenario.workload.arrivals = core::Arrivals::Poisson;
    scenario.workload.requests = 100'000;
    scenario.workload.ratePerS = 20;
    scenario.workload.outputTokens = { .shape = core::TokenCount::Shape::Uniform, .min = 20, .max = 700 };
    scenario.workload.promptTokens = { .shape = core::TokenCount::Shape::Uniform, .min = 20, .max = 900 };
    return scenario;
}

} // namespace

class TestWindowStart : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        load();
        QVERIFY(m_state.isValid());
        qputenv("XDG_STATE_HOME", m_state.path().toUtf8());
        m_light = *loadScenario(defaultScenario(m_folders), m_catalog);
        m_heavyFile = m_state.filePath(QStringLiteral("heavy.memwall.json"));
        QVERIFY(saveScenario(m_heavyFile, heavy(m_light)));
    }
    void cleanup()
    {
        if (m_window)
            close();
        StartMarker().clear();
        RecentFiles().clear();
    }

    void theWindowIsThereBeforeItsFigures()
    {
        show();
        m_window->document().adopt(m_light);
        QVERIFY(m_window->isVisible() && !m_window->result() && m_window->isSimulating());
        QTRY_VERIFY(settled());
    }

    void whatTakesLongIsSaidAndDimmed()
    {
        show();
        QVERIFY(open());
        m_window->playback().setPlaying(false);
        QVERIFY(!m_window->isDimmed());
        qint64 clear = 0; // once the openings have eased to their widths
        QTRY_VERIFY(std::exchange(clear, contrast()) == clear);
        QVERIFY(m_window->document().apply(
            { { "/workload", core::toJson(heavy(m_light))["workload"] } }, QStringLiteral("heavy"), {}));
        QTRY_VERIFY(m_window->isDimmed());
        QVERIFY(m_window->isSimulating());
        QVERIFY(contrast() * 2 < clear);
        m_window->document().undoStack().undo();
        QTRY_VERIFY(settled() && !m_window->isDimmed());
        QTRY_COMPARE(contrast(), clear);
    }

    void closingInTheMiddleDoesNotWait()
    {
        show();
        QVERIFY(openFile(m_heavyFile));
        QTRY_VERIFY(m_window->isDimmed());
        close(); // a minute's work is under way; the limit of this test is the judge
        QVERIFY(!m_window);
    }

    void recentIsWhatWasShown()
    {
        RecentFiles().clear();
        WindowOptions options;
        options.remembers = true;
        m_window = std::make_unique<MainWindow>(m_catalog, m_folders, options);
        m_window->show();
        QVERIFY(openFile(m_heavyFile));
        QTRY_VERIFY(m_window->isDimmed());
        QCOMPARE(RecentFiles().paths(), QStringList());
        QVERIFY(openFile(defaultScenario(m_folders)));
        QTRY_COMPARE(RecentFiles().paths(), QStringList { defaultScenario(m_folders) });
    }

    void aMarkerNamesWhatDidNotLiveToBeShown()
    {
        const StartMarker marker;
        QCOMPARE(marker.culprit(), QString());
        marker.set(QStringLiteral("/some where/größe.memwall.json"));
        QCOMPARE(StartMarker().culprit(), QStringLiteral("/some where/größe.memwall.json"));
        marker.clear();
        QCOMPARE(StartMarker().culprit(), QString());
    }

    void anotherProgramThatIsRunningIsNotDead()
    {
        QProcess other;
        other.start(QStringLiteral("sleep"), { QStringLiteral("600") });
        QVERIFY(other.waitForStarted());
        StartMarker().set(QStringLiteral("/a.memwall.json"));
        QFile note(m_state.filePath(QStringLiteral("memwall/opening")));
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write(QByteArray::number(other.processId()) + "\n/a.memwall.json\n");
        note.close();
        QCOMPARE(StartMarker().culprit(), QString());
        other.kill();
        QVERIFY(other.waitForFinished());
        QCOMPARE(StartMarker().culprit(), QStringLiteral("/a.memwall.json"));
    }

private:
    /// How far the figures stand out from the ground, all pixels together.
    qint64 contrast()
    {
        const QScrollArea& area = *m_window->parts().insightArea;
        const QImage image = m_window->grab({ area.mapTo(m_window.get(), QPoint()), area.size() }).toImage();
        const int ground = qGray(m_window->theme().window.rgb());
        qint64 sum = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                sum += std::abs(qGray(image.pixel(x, y)) - ground);
        return sum;
    }

    QTemporaryDir m_state;
    core::Scenario m_light;
    QString m_heavyFile;
};

MEMWALL_TEST(TestWindowStart, QApplication)

} // namespace tst_window_start

#include "tst_window_start.moc"
