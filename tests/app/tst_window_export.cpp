// The window's Export menu from the choice to the file, as a user clicks through it.
#include "app/dialogs/movie_dialog.h"
#include "app/dialogs/picture_dialog.h"
#include "app/export/movie_timing.h"
#include "app/files/scenario_file.h"
#include "app/window/main_window.h"
#include "tests/support/test_program.h"
#include "tests/support/typing.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QImageReader>
#include <QLineEdit>
#include <QProgressDialog>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace tst_window_export
{

using namespace memwall;
using namespace memwall::app;

class TestWindowExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_folders = findFolders();
        m_catalog = loadCatalog(m_folders).value();
        WindowOptions options;
        options.remembers = false;
        options.autoplay = false;
        m_window = std::make_unique<MainWindow>(m_catalog, m_folders, options);
        m_window->resize(1000, 700);
        m_window->show();
        const QString path = m_folders.scenarios + QStringLiteral("/machines/gpu-hbm.memwall.json");
        const auto scenario = loadScenario(path, m_catalog).value();
        m_window->showScenario(scenario, path, core::simulate(scenario, m_catalog));
        m_window->lookAt(core::instantAt(0.3));
    }

    void cleanupTestCase() { m_window.reset(); }

    void aPictureIsWhatTheWindowShows()
    {
        m_target = m_folder.filePath(QStringLiteral("window"));
        choose(QStringLiteral("exportPicture"), [](QWidget& dialog) {
            dialog.findChild<QComboBox*>(QStringLiteral("ratio"))->setCurrentIndex(1);
        });
        const QImage picture(m_target + QStringLiteral(".png"));
        QCOMPARE(picture.size(), QSize(2000, 1400));
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("window.png")));
    }

    /// A name and its figures can't come apart, however long the next figures take.
    void whatIsExportedIsOneResultWithItsScenario()
    {
        const auto chipsOf = [](const Shown& shown) {
            return std::pair(shown.machine().pools.front().chips, shown.current().run->pools.front().chips);
        };
        Session& session = m_window->session();
        QCOMPARE(chipsOf(session.shown()), std::pair(4, 4));
        QVERIFY(session.document().apply(
            { { "/systems/0/pools/0/chips", 8 }, { "/systems/0/pools/0/tensor_parallel", 8 },
                { "/systems/0/name", "eight" } },
            QStringLiteral("eight"), {}));
        QVERIFY(session.isBusy());
        QCOMPARE(session.scenario().systems.front().pools.front().chips, 8);
        QCOMPARE(chipsOf(session.shown()), std::pair(4, 4));
        QVERIFY(session.shown().machine().name != "eight");
        QTRY_VERIFY(!session.isBusy());
        QCOMPARE(chipsOf(session.shown()), std::pair(8, 8));
        session.document().undoStack().undo();
        QTRY_VERIFY(!session.isBusy());
    }

    void aPartIsSavedAsVectors()
    {
        m_target = m_folder.filePath(QStringLiteral("stage.svg"));
        choose(QStringLiteral("exportPicture"), [](QWidget& dialog) {
            dialog.findChild<QComboBox*>(QStringLiteral("subject"))->setCurrentIndex(1);
            dialog.findChild<QComboBox*>(QStringLiteral("format"))->setCurrentIndex(1);
        });
        QFile file(m_target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(svg.contains("HBM3") && !svg.contains("<image"));
    }

    void aMovieIsOfTheRangeChosen()
    {
        m_target = m_folder.filePath(QStringLiteral("movie.gif"));
        choose(QStringLiteral("exportMovie"), [](QWidget& dialog) { setRange(dialog, 0.302); });
        QImageReader reader(m_target);
        QCOMPARE(reader.size(), QSize(640, 360));
        QCOMPARE(reader.imageCount(), 6); // 2 ms at 100 times slower, 25 a second, both ends
        QVERIFY(!m_window->playback().isPlaying());
    }

    void aCancelledMovieIsNoFile()
    {
        m_target = m_folder.filePath(QStringLiteral("cancelled.gif"));
        m_cancels = true;
        choose(QStringLiteral("exportMovie"), [](QWidget& dialog) { setRange(dialog, 0.9); });
        m_cancels = false;
        QVERIFY(!QFile::exists(m_target));
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("cancelled")));
    }

    void aHandoutIsAPdf()
    {
        m_target = m_folder.filePath(QStringLiteral("handout"));
        choose(QStringLiteral("exportHandout"), {});
        QVERIFY(QFile::exists(m_target + QStringLiteral(".pdf")));
    }

    void whereNothingCanBeWrittenTheWindowSaysSo()
    {
        m_target = m_folder.filePath(QStringLiteral("window.png/a.pdf"));
        choose(QStringLiteral("exportHandout"), {});
        QVERIFY(!QFile::exists(m_target));
    }

private:
    static void setRange(QWidget& dialog, double to)
    {
        test::typeOver(dialog, "to", QString::number(to, 'g', 17));
        test::typeOver(dialog, "timeScale", QStringLiteral("100"));
        dialog.findChild<QComboBox*>(QStringLiteral("part"))->setCurrentIndex(1);
        dialog.findChild<QComboBox*>(QStringLiteral("size"))->setCurrentIndex(3);
    }

    /// Triggers a command and answers what it asks: options, then the file's name.
    void choose(const QString& action, const std::function<void(QWidget&)>& set)
    {
        QTimer clicks;
        bool named = false;
        connect(&clicks, &QTimer::timeout, this, [&] {
            QWidget* modal = QApplication::activeModalWidget();
            if (auto* files = qobject_cast<QFileDialog*>(modal)) {
                if (std::exchange(named, true)) {
                    files->reject(); // refused the name
                    return;
                }
                // As typed: selectFile() may be overtaken by the name that the dialog proposed.
                files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(m_target);
                QMetaObject::invokeMethod(files, "accept");
            } else if (auto* bar = qobject_cast<QProgressDialog*>(modal)) {
                if (m_cancels)
                    bar->cancel();
            } else if (auto* dialog = qobject_cast<QDialog*>(modal)) {
                if (set)
                    set(*dialog);
                dialog->accept();
            }
        });
        clicks.start(20);
        m_window->findChild<QAction*>(action)->trigger();
    }

    Folders m_folders;
    core::Catalog m_catalog;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
    QString m_target;
    bool m_cancels = false;
};

MEMWALL_TEST(TestWindowExport, QApplication)

} // namespace tst_window_export

#include "tst_window_export.moc"
