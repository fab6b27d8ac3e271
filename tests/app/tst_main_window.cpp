#include "app/files/recent_files.h"
#include "app/frame/desktop_motion.h"
#include "app/frame/notice_bar.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/controls/scenario_list.h"
#include "widgets/controls/transport_bar.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace tst_main_window
{

using namespace memwall;
using namespace memwall::app;

namespace
{

/// What a student flips in a lecture, as the toolbar would ask for it.
const QVector<core::Settings>& toggles()
{
    static const QVector<core::Settings> all {
        { { "/workload/users", 8 } },
        { { "/systems/0/weight_bits", 8 } },
        { { "/workload/prompt_tokens", 4096 } },
        { { "/workload/output_tokens", 64 } },
        { { "/systems/0/kv_cache", false } },
        { { "/systems/0/pools/0/scale/bandwidth", 2.0 } },
    };
    return all;
}

} // namespace

class TestMainWindow : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }

    void init()
    {
        show({ .measureSeconds = 0.1 });
        QVERIFY(open());
    }
    void cleanup() { close(); }

    void openingPlaysByItself()
    {
        QVERIFY(m_window->playback().isPlaying());
        const core::Instant before = m_window->playback().time();
        QTRY_VERIFY(m_window->playback().time() > before);
        QVERIFY(m_window->windowTitle().endsWith(QStringLiteral("[*] — Memwall")));
        QVERIFY(!m_window->isWindowModified());
    }

    void everyShippedScenarioShowsAndSurvivesTheToggles()
    {
        for (const ShippedScenario& scenario : shippedScenarios(m_folders)) {
            QVERIFY(openFile(scenario.path));
            QTRY_VERIFY(settled());
            flipEverything();
            QUndoStack& undo = m_window->document().undoStack();
            while (undo.canUndo())
                undo.undo();
            QTRY_VERIFY(settled());
            QVERIFY2(!m_window->isWindowModified(), qPrintable(scenario.path));
            QVERIFY(!m_window->grab().isNull());
        }
    }

    void aToggleKeepsThePlace()
    {
        Playback& playback = m_window->playback();
        playback.setPlaying(false);
        const auto kept = m_window->result()->systems[0].run; // the window lets go of it
        const core::Run& before = *kept;
        playback.seek(before.tokenTime(0, 10));
        QCOMPARE(before.tokensWritten(0, playback.time()), 11);
        QVERIFY(
            m_window->document().apply({ { "/systems/0/weight_bits", 8 } }, QStringLiteral("8 bits"), {}));
        QTRY_VERIFY(settled());
        const core::Run& after = *m_window->result()->systems[0].run;
        QVERIFY(after.end() != before.end());
        QCOMPARE(after.tokensWritten(0, playback.time()), 11);
    }

    void theToolbarAsksAndTheDocumentDecides()
    {
        emit m_window->parts().scenarioBar->settingsRequested(
            { { "/workload/users", 4 } }, QStringLiteral("Set users to 4"), {});
        QCOMPARE(m_window->document().scenario().workload.users, 4);
        QVERIFY(m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_window->isWindowModified());
        QTRY_VERIFY(settled());
    }

    void aRefusedWishIsSaidQuietly()
    {
        emit m_window->parts().scenarioBar->settingsRequested(
            { { "/workload/users", -4 } }, QStringLiteral("Nonsense"), {});
        QVERIFY(m_window->parts().notice->isVisible());
        QVERIFY(!m_window->parts().notice->text().isEmpty());
        QVERIFY(!m_window->isWindowModified());
    }

    void keysPlayAndStep()
    {
        Playback& playback = m_window->playback();
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(!playback.isPlaying());
        QTest::keyClick(m_window.get(), Qt::Key_Home);
        QCOMPARE(playback.time(), core::Instant {});
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        const core::Instant operatorEnd = playback.time();
        QVERIFY(operatorEnd > core::Instant {});
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(playback.time() > operatorEnd);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(playback.time(), core::Instant {});
        QTest::keyClick(m_window.get(), Qt::Key_End);
        QCOMPARE(playback.time(), playback.end());
    }

    void reducedMotionHoldsTheStageBetweenSteps()
    {
        m_window->playback().setPlaying(false);
        const core::Run& run = *m_window->result()->systems.front().run;
        const core::Instant begin = run.tokenTime(0, 3);
        QAction* reduced = m_window->findChild<QAction*>(QStringLiteral("reducedMotion"));
        QVERIFY(reduced != nullptr && !reduced->isChecked());
        // Pictures of the stage while it plays, a quarter of a word apart, once crossfades are over.
        const auto pictures = [&] {
            m_window->playback().seek(begin + (run.tokenTime(0, 4) - begin) / 4);
            m_window->playback().setPlaying(true);
            const QImage one = m_window->parts().stage->grab().toImage();
            m_window->parts().stage->setTime(begin + (run.tokenTime(0, 4) - begin) / 2);
            const QImage two = m_window->parts().stage->grab().toImage();
            m_window->playback().setPlaying(false);
            return one == two;
        };
        QVERIFY(!pictures());
        reduced->trigger();
        QVERIFY(reduced->isChecked());
        QVERIFY(pictures());
        reduced->trigger();
        QVERIFY(!pictures());
    }

    void theDesktopsWishForLessMotionIsRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("reduces");
        const QString gtk = QStringLiteral("gtk-3.0/settings.ini"), kde = QStringLiteral("kdeglobals");
        QTest::newRow("nothing said") << QStringLiteral("other") << QByteArray() << false;
        QTest::newRow("GTK off") << gtk << QByteArray("[Settings]\ngtk-enable-animations=0\n") << true;
        QTest::newRow("GTK false") << gtk << QByteArray("[Settings]\ngtk-enable-animations=false\n") << true;
        QTest::newRow("GTK on") << gtk << QByteArray("[Settings]\ngtk-enable-animations=1\n") << false;
        QTest::newRow("KDE off") << kde << QByteArray("[KDE]\nAnimationDurationFactor=0\n") << true;
        QTest::newRow("KDE on") << kde << QByteArray("[KDE]\nAnimationDurationFactor=0.5\n") << false;
    }
    void theDesktopsWishForLessMotionIsRead()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(bool, reduces);
        const QByteArray before = qgetenv("XDG_CONFIG_HOME");
        QTemporaryDir folder;
        qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
        QVERIFY(QDir(folder.path()).mkpath(QFileInfo(file).path()));
        QFile settings(folder.filePath(file));
        QVERIFY(settings.open(QIODevice::WriteOnly) && settings.write(text) == text.size());
        settings.close();
        QCOMPARE(desktopReducesMotion(), reduces);
        qputenv("XDG_CONFIG_HOME", before);
    }

    void keysChangeTheSpeed()
    {
        Playback& playback = m_window->playback();
        const double before = playback.timeScale();
        QTest::keyClick(m_window.get(), Qt::Key_BracketLeft);
        QCOMPARE(playback.timeScale(), before * 2);
        QTest::keyClick(m_window.get(), Qt::Key_BracketRight);
        QCOMPARE(playback.timeScale(), before);
        QTest::keyClick(m_window.get(), Qt::Key_Return);
        QCOMPARE(playback.timeScale(), 1.0);
    }

    void everySizeFrom720pTo4kIsDrawn()
    {
        for (const QSize size :
            { QSize(1280, 720), QSize(1600, 1000), QSize(1920, 1080), QSize(3840, 2160) }) {
            m_window->resize(size);
            QTRY_COMPARE(m_window->size(), size);
            QVERIFY(!m_window->grab().isNull());
            // Nothing in the centre is pushed out of the window.
            const WindowParts& parts = m_window->parts();
            const QRect inside(QPoint(), size);
            for (const QWidget* part :
                std::initializer_list<const QWidget*> { parts.stage, parts.timeline, parts.transport })
                QVERIFY2(part->isHidden()
                        || inside.contains(QRect(part->mapTo(m_window.get(), QPoint()), part->size())),
                    part->metaObject()->className());
        }
    }

    void theListLeavesWhereThereIsNoRoomAndComesWhenCalled()
    {
        m_window->resize(1280, 720);
        QTRY_VERIFY(!m_window->parts().list->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_window->parts().list->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!m_window->parts().insightArea->isVisible());
    }

    void theListNamesAShippedScenarioOnce()
    {
        const QTemporaryDir folder;
        const QString shipped = defaultScenario(m_folders);
        const QString own = folder.filePath(QStringLiteral("own.memwall.json"));
        QVERIFY(QFile::copy(shipped, own));
        RecentFiles().clear();
        RecentFiles().add(own);
        RecentFiles().add(shipped);
        const MainWindow window(m_catalog, m_folders, {});
        RecentFiles().clear();
        const auto* list = window.parts().list->findChild<QListWidget*>();
        QStringList titles;
        for (int row = 0; row < list->count(); ++row)
            titles << list->item(row)->text();
        QVERIFY(titles.contains(QStringLiteral("own.memwall.json")));
        QVERIFY(!titles.contains(QFileInfo(shipped).fileName()));
    }

    void aSmallWindowOfLargeTextIsTheStages()
    {
        const WindowParts& parts = m_window->parts();
        m_window->resize(1280, 720);
        while (m_window->theme().scale < 2.0)
            QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTRY_VERIFY(
            !parts.timeline->isVisible() && !parts.tape->isVisible() && !parts.insightArea->isVisible());
        QTRY_VERIFY(parts.stage->width() > 1200 && parts.stage->height() > 400);
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(parts.insightArea->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QVERIFY(parts.tape->isVisible() && parts.insightArea->isVisible());
    }

    void chartsGrowWithAWideWindow()
    {
        const QWidget& area = *m_window->parts().insightArea;
        m_window->resize(1280, 720);
        QTRY_VERIFY(m_window->width() == 1280);
        const int usual = area.width();
        m_window->resize(3840, 2160);
        QTRY_VERIFY(area.width() > usual * 3 / 2);
        QVERIFY(area.width() < 3840 / 6);
    }

    void themesAndScalesChangeEverything()
    {
        QVERIFY(m_window->theme().dark);
        QVERIFY(m_window->document().apply({ { "/view/theme", "light" } }, QStringLiteral("Light"), {}));
        QVERIFY(!m_window->theme().dark);
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(m_window->theme().scale > 1.0);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_window->theme().scale, 1.0);
    }

    void theWidthsOfTheStageArePartOfTheScenario()
    {
        emit m_window->parts().stage->widthScaleRequested(ui::WidthScale::True);
        QCOMPARE(m_window->document().scenario().view.stageWidths, core::StageWidths::True);
        QVERIFY(!m_window->isSimulating()); // the machine is the same
    }

    void aDroppedFileOpens()
    {
        const QString path = shippedScenarios(m_folders).back().path;
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(path) });
        QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(m_window->parts().dropHint->isVisible());
        QDropEvent drop({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(!m_window->parts().dropHint->isVisible());
        QTRY_COMPARE(m_window->document().path(), path);
        QTRY_VERIFY(settled());
    }

    void aWrongFileIsExplainedAndTheDocumentStays()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("wrong.memwall.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        const core::Scenario before = m_window->document().scenario();
        QVERIFY(!openFile(path));
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("problems"));
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
        QVERIFY(m_window->document().scenario() == before);
        dialog->close();
    }

    void thisComputerIsMeasuredAndAModelOpensOnIt()
    {
        m_window->findChild<QAction*>(QStringLiteral("measure"))->trigger();
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("measureDialog"));
        QVERIFY(dialog);
        QVERIFY(!m_window->playback().isPlaying()); // what moves would be measured, too
        auto* open = dialog->findChild<QPushButton*>(QStringLiteral("openOnIt"));
        constexpr int kLongMs = 60'000;
        QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), kLongMs);
        QVERIFY(dialog->findChild<QPlainTextEdit*>(QStringLiteral("figures"))
                    ->toPlainText()
                    .contains(QStringLiteral("DRAM")));
        open->click();
        QTRY_VERIFY(settled());
        // The chip stands in the scenario itself, so that the file opens elsewhere.
        const core::ChipRef chip = m_window->document().scenario().systems[0].pools[0].chip;
        QVERIFY(chip.object);
        QCOMPARE((*chip.object)["short_name"].get<std::string>(), std::string("This computer"));
        QVERIFY(m_window->result()->systems[0].report.fits);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.memwall.json"));
        QVERIFY(m_window->document().saveAs(path));
        QVERIFY(WindowTest::open(path));
        QVERIFY(m_window->document().scenario().systems[0].pools[0].chip.object == chip.object);
    }

    void measuringCanBeCancelled()
    {
        const core::Scenario before = m_window->document().scenario();
        m_window->findChild<QAction*>(QStringLiteral("measure"))->trigger();
        QPointer<QDialog> dialog = m_window->findChild<QDialog*>(QStringLiteral("measureDialog"));
        QVERIFY(dialog);
        dialog->reject();
        QTRY_VERIFY(!dialog);
        QVERIFY(m_window->document().scenario() == before);
    }

private:
    /// Everything asked for is computed and shown.
    void flipEverything()
    {
        for (const core::Settings& settings : toggles()) {
            // Not every machine can do everything; a refusal must only leave the scenario alone.
            const core::Scenario before = m_window->document().scenario();
            const auto applied = m_window->document().apply(settings, QStringLiteral("Flip"), {});
            QVERIFY(applied || m_window->document().scenario() == before);
            m_window->playback().advance();
        }
        QTRY_VERIFY(settled());
    }
};

MEMWALL_TEST(TestMainWindow, QApplication)

} // namespace tst_main_window

#include "tst_main_window.moc"
