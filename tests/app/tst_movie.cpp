// Movies: exact times, files that read back as what was drawn, nothing left where it did not end well.
#include "app/dialogs/movie_dialog.h"
#include "app/export/movie.h"
#include "app/export/movie_writer.h"
#include "app/export/palette.h"
#include "app/files/scenario_file.h"
#include "app/window/window_scene.h"
#include "tests/support/sample_runs.h"
#include "tests/support/test_program.h"
#include "tests/support/typing.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QLabel>
#include <QPainter>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace tst_movie
{

using namespace memwall;
using namespace memwall::app;

namespace
{

constexpr QSize kSize { 320, 181 }; // odd: a video needs even

/// A ball whose place is the time, so that every picture tells when it was taken.
class Ball : public Scene
{
public:
    void setMoment(core::Instant time, double playedS) override
    {
        m_x = core::toSeconds(time) * 100;
        m_played = playedS;
        m_times.push_back(time);
    }
    void paint(QPaintDevice& device) override
    {
        QPainter painter(&device);
        painter.fillRect(QRect({}, kSize), QColor(0x0E1116));
        painter.fillRect(QRectF(m_x, 40, 20, 20), QColor(0x4A90E2));
        painter.fillRect(QRectF(m_played * 10, 100, 5, 5), QColor(0xF5A623));
    }
    QVector<core::Instant> m_times;

private:
    double m_x = 0, m_played = 0;
};

bool goOn(std::int64_t /*done*/, std::int64_t /*all*/)
{
    return true;
}

MovieTiming timing(double from, double to, double timeScale, int fps)
{
    return { core::instantAt(from), core::instantAt(to), timeScale, fps };
}

QImage drawn(const MovieTiming& timing, std::int64_t frame)
{
    Ball ball;
    QImage image(kSize, QImage::Format_RGB32);
    ball.setMoment(timing.timeOf(frame), timing.playedS(frame));
    ball.paint(image);
    return image;
}

} // namespace

class TestMovie : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void picturesAreTakenAtExactTimes()
    {
        // 3 ms at 200 times slower are 0.6 s: 18 steps of 1/30 s, and the end itself.
        const MovieTiming slow = timing(0.5, 0.503, 200, 30);
        QCOMPARE(slow.frames(), std::int64_t { 19 });
        QCOMPARE(slow.timeOf(0), core::instantAt(0.5));
        QCOMPARE(slow.timeOf(18), core::instantAt(0.503));
        QCOMPARE(slow.timeOf(1).time_since_epoch().count(), std::int64_t { 500'166'666'667 });
        QCOMPARE(slow.timeOf(9).time_since_epoch().count(), std::int64_t { 501'500'000'000 });
        // A last picture that would come after the end is not taken.
        QCOMPARE(timing(0, 0.0999, 1, 10).frames(), std::int64_t { 1 });
        QCOMPARE(timing(2, 2, 1, 10).frames(), std::int64_t { 1 });
        // However long: no error adds up.
        const MovieTiming day = timing(0, 86400, 1, 3);
        QCOMPARE(day.frames(), std::int64_t { 259'201 });
        QCOMPARE(
            day.timeOf(3 * 86399).time_since_epoch().count(), std::int64_t { 86399 } * 1'000'000'000'000);
    }

    void delaysAddUpToTheLength_data()
    {
        QTest::addColumn<int>("fps");
        for (const int fps : { 1, 7, 12, 24, 25, 30, 50 })
            QTest::addRow("%d", fps) << fps;
    }
    void delaysAddUpToTheLength()
    {
        QFETCH(int, fps);
        const MovieTiming movie = timing(0, 100, 1, fps);
        std::int64_t sum = 0;
        for (std::int64_t frame = 0; frame < movie.frames(); ++frame) {
            sum += movie.hundredths(frame);
            const double exact = 100.0 * static_cast<double>(frame + 1) / fps;
            QVERIFY(std::abs(static_cast<double>(sum) - exact) <= 0.5);
            QVERIFY(movie.hundredths(frame) >= 2);
        }
    }

    void aGifReadsBackAsWhatWasDrawn()
    {
        Ball ball;
        const MovieTiming movie = timing(0.2, 1.3, 2, 15);
        const QString path = m_folder->filePath(QStringLiteral("a.gif"));
        const auto end = writeMovie(ball, kSize, movie, path, QStringLiteral("Title"), goOn);
        QVERIFY2(end && *end == MovieEnd::Written, qPrintable(end ? QString() : end.error()));
        QImageReader reader(path);
        QCOMPARE(reader.size(), kSize);
        QCOMPARE(reader.imageCount(), int(movie.frames()));
        int milliseconds = 0, frame = 0;
        for (; reader.canRead(); ++frame) {
            const QImage read = reader.read().convertToFormat(QImage::Format_RGB32);
            QVERIFY(!read.isNull());
            milliseconds += reader.nextImageDelay();
            QCOMPARE(read, drawn(movie, frame)); // few colours: all stand in the table
        }
        QCOMPARE(frame, int(movie.frames()));
        QCOMPARE(milliseconds, int(std::lround(movie.playedS(movie.frames()) * 100)) * 10);
        QCOMPARE(reader.loopCount(), -1);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aTableKeepsFrequentColoursAndComesNearTheRest()
    {
        QImage image(256, 256, QImage::Format_RGB32);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 256; ++x)
                image.setPixel(x, y, x < 128 ? qRgb(14, 17, 22) : qRgb(x, y, 128));
        Palette palette({ image }, 255);
        QVERIFY(palette.colors().size() <= 255);
        QCOMPARE(palette.colors()[palette.indexOf(qRgb(14, 17, 22))], qRgb(14, 17, 22));
        int worst = 0;
        for (int y = 0; y < 256; y += 5) {
            for (int x = 128; x < 256; x += 5) {
                const QColor near(palette.colors()[palette.indexOf(image.pixel(x, y))]);
                worst = std::max({ worst, std::abs(near.red() - x), std::abs(near.green() - y) });
            }
        }
        QVERIFY2(worst < 40, qPrintable(QString::number(worst)));
    }

    void whatIsCancelledLeavesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("old");
        for (const bool old : { false, true })
            for (const char* name : { "a.gif", "a.mp4" })
                QTest::addRow("%s %d", name, old) << QString::fromLatin1(name) << old;
    }
    void whatIsCancelledLeavesNothing()
    {
        QFETCH(QString, name);
        QFETCH(bool, old);
        const QByteArray path = qgetenv("PATH");
        fakeEncoder("for last; do :; done\nexec cat > \"$last\"\n");
        const QString target = m_folder->filePath(name);
        if (old)
            write(target, "old");
        Ball ball;
        int calls = 0;
        const auto end = writeMovie(ball, kSize, timing(0, 10, 1, 10), target, {},
            [&calls](std::int64_t, std::int64_t) { return ++calls < 20; });
        qputenv("PATH", path);
        QVERIFY2(end, qPrintable(end ? QString() : end.error()));
        QCOMPARE(*end, MovieEnd::Cancelled);
        QCOMPARE(calls, 20);
        QCOMPARE(filesBesideTheEncoder(), old ? QStringList { name } : QStringList());
        if (old)
            QCOMPARE(read(target), QByteArray("old"));
    }

    void anEncoderGetsEveryPixelOnce()
    {
        const QByteArray path = qgetenv("PATH");
        fakeEncoder("for last; do :; done\necho \"$@\" > \"$(dirname \"$0\")/arguments\"\n"
                    "cat > \"$(dirname \"$0\")/pixels\"\nprintf '\\0\\0\\0\\10moov' > \"$last\"\n");
        Ball ball;
        const MovieTiming movie = timing(0, 1, 1, 12);
        const QString target = m_folder->filePath(QStringLiteral("a.mp4"));
        const auto end = writeMovie(ball, kSize, movie, target, QStringLiteral("T"), goOn);
        qputenv("PATH", path);
        QVERIFY2(end && *end == MovieEnd::Written, qPrintable(end ? QString() : end.error()));
        const QByteArray bytes = read(m_folder->filePath(QStringLiteral("bin/pixels")));
        const qsizetype one = qsizetype { kSize.width() } * kSize.height() * 4;
        QCOMPARE(bytes.size(), one * movie.frames());
        for (std::int64_t frame = 0; frame < movie.frames(); ++frame) {
            const QImage image(reinterpret_cast<const uchar*>(bytes.constData()) + one * frame, kSize.width(),
                kSize.height(), QImage::Format_RGB32);
            QCOMPARE(image, drawn(movie, frame));
        }
        const QByteArray arguments = read(m_folder->filePath(QStringLiteral("bin/arguments")));
        QVERIFY2(arguments.contains("-s 320x181 -r 12 -i -"), arguments.constData());
        QVERIFY2(arguments.contains("title=T"), arguments.constData());
        QCOMPARE(read(target), QByteArray("\0\0\0\10moov", 8)); // the shortest that is whole
        QCOMPARE(filesBesideTheEncoder(), QStringList { QStringLiteral("a.mp4") });
    }

    void aNameThatLooksLikeAnOptionOrAProtocolIsAName_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : { "-x.mp4", "-y.mp4", "pipe:1.mp4", "a:b.mp4", "concat:x|y.mp4", "%d.mp4" })
            QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
    void aNameThatLooksLikeAnOptionOrAProtocolIsAName()
    {
        QFETCH(QString, name);
        QVERIFY2(!videoEncoder().isEmpty(), "the test of videos needs ffmpeg");
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        Ball ball;
        const auto end = writeMovie(ball, kSize, timing(0, 1, 1, 5), name, {}, goOn);
        QDir::setCurrent(before);
        QVERIFY2(end && *end == MovieEnd::Written, qPrintable(end ? QString() : end.error()));
        QCOMPARE(filesBesideTheEncoder(), QStringList { name });
        QVERIFY(read(m_folder->filePath(name)).contains("moov"));
    }

    void anEncoderThatFailsIsQuoted_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("at once") << QByteArray("echo ignored >&2; echo 'Unknown encoder' >&2; exit 1\n");
        QTest::newRow("at the end") << QByteArray("cat > /dev/null; echo 'Unknown encoder' >&2; exit 1\n");
    }
    void anEncoderThatFailsIsQuoted()
    {
        QFETCH(QByteArray, script);
        const QByteArray path = qgetenv("PATH");
        fakeEncoder(script);
        Ball ball;
        const auto end = writeMovie(
            ball, kSize, timing(0, 1, 1, 50), m_folder->filePath(QStringLiteral("a.mp4")), {}, goOn);
        qputenv("PATH", path);
        QVERIFY(!end);
        QVERIFY2(end.error().contains(QStringLiteral("a.mp4: the encoder gave up: Unknown encoder")),
            qPrintable(end.error()));
        QCOMPARE(filesBesideTheEncoder(), QStringList());
    }

    void aRealVideoHasItsPictures()
    {
        QVERIFY2(!videoEncoder().isEmpty(), "the test of videos needs ffmpeg");
        Ball ball;
        const QString path = m_folder->filePath(QStringLiteral("a.mp4"));
        const MovieTiming movie = timing(0, 2, 1, 30);
        const auto end = writeMovie(ball, kSize, movie, path, QStringLiteral("Title"), goOn);
        QVERIFY2(end && *end == MovieEnd::Written, qPrintable(end ? QString() : end.error()));
        QProcess back; // every picture again, as pixels
        back.start(videoEncoder(),
            { QStringLiteral("-loglevel"), QStringLiteral("error"), QStringLiteral("-i"), path,
                QStringLiteral("-f"), QStringLiteral("rawvideo"), QStringLiteral("-pix_fmt"),
                QStringLiteral("bgr0"), QStringLiteral("-") });
        QVERIFY(back.waitForFinished());
        const QByteArray bytes = back.readAllStandardOutput();
        constexpr int kEven = 182;
        const qsizetype one = qsizetype { kSize.width() } * kEven * 4;
        QCOMPARE(bytes.size(), one * movie.frames());
        const QImage middle(reinterpret_cast<const uchar*>(bytes.constData()) + one * 30, kSize.width(),
            kEven, QImage::Format_RGB32);
        QVERIFY(QColor(middle.pixel(110, 50)).blue() > 150); // the ball after one second
        QVERIFY(QColor(middle.pixel(50, 50)).blue() < 60);
    }

    void whereNothingCanBeWrittenOneSentenceSaysSo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("gif") << QStringLiteral("none/a.gif");
        QTest::newRow("mp4") << QStringLiteral("none/a.mp4");
        QTest::newRow("folder") << QStringLiteral("folder.gif");
        QTest::newRow("folder mp4") << QStringLiteral("folder.mp4");
    }
    void whereNothingCanBeWrittenOneSentenceSaysSo()
    {
        QFETCH(QString, name);
        for (const char* folder : { "folder.gif", "folder.mp4" })
            QVERIFY(QDir(m_folder->path()).mkdir(QString::fromLatin1(folder)));
        const QByteArray path = qgetenv("PATH");
        fakeEncoder("cat > /dev/null\n");
        Ball ball;
        const auto end = writeMovie(ball, kSize, timing(0, 1, 1, 5), m_folder->filePath(name), {}, goOn);
        qputenv("PATH", path);
        QVERIFY(!end);
        QVERIFY2(end.error().contains(name + QStringLiteral(": cannot write")), qPrintable(end.error()));
    }

    void aFilmLateInALongRunEndsWithTheRun()
    {
        core::Machine machine = tests::roomyMachine();
        machine.pools[0].engine.perStep.value = { 2e5 };
        const tests::Sample sample = tests::sampleOf(machine, tests::together(1, 500, 40));
        const MovieTiming timing = usualTiming(*sample.run, 1e-6, 25);
        QVERIFY(timing.from > core::instantAt(7e6));
        QCOMPARE(timing.to, sample.run->end());
        QCOMPARE(timing.timeOf(timing.frames() + 1000), timing.to);
    }

    void aScenePlaysIntoAGif()
    {
        loadGpu();
        const core::Run& run = *m_result.systems.front().run;
        MovieTiming movie = usualTiming(run, 100, 10);
        movie.to = movie.from + core::fromSeconds(0.008);
        for (const char* part : { "stage", "" }) {
            constexpr QSize kSmall { 800, 500 };
            const auto scene = makeScene(QString::fromLatin1(part),
                { m_scenario, m_catalog, m_result, 0, true, {}, ui::Theme::darkTheme(), kSmall });
            const QString path = m_folder->filePath(QStringLiteral("scene.gif"));
            QVERIFY(writeMovie(*scene, kSmall, movie, path, {}, goOn));
            QImageReader reader(path);
            QCOMPARE(reader.imageCount(), 9);
            QImage before;
            for (int frame = 0; frame < 9; ++frame) {
                const QImage read = reader.read().convertToFormat(QImage::Format_RGB32);
                QImage grab(kSmall, QImage::Format_RGB32);
                scene->setMoment(movie.timeOf(frame), movie.playedS(frame));
                scene->paint(grab);
                qint64 off = 0;
                for (int y = 0; y < kSmall.height(); ++y) {
                    for (int x = 0; x < kSmall.width(); ++x) {
                        const QColor a(read.pixel(x, y)), b(grab.pixel(x, y));
                        off += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
                            + std::abs(a.blue() - b.blue());
                    }
                }
                const double mean = static_cast<double>(off) / (3.0 * kSmall.width() * kSmall.height());
                QVERIFY2(mean < 1.5, qPrintable(QString::number(mean)));
                QVERIFY(read != before); // something moves
                before = read;
            }
        }
    }

    void problemsAreFoundBeforeAnythingIsDrawn()
    {
        loadGpu();
        const core::Run& run = *m_result.systems.front().run;
        const QString gif = QStringLiteral("a.gif");
        QCOMPARE(movieProblem(gif, usualTiming(run, 200, 25), run), QString());
        QVERIFY(movieProblem(gif, usualTiming(run, 200, 60), run).contains(QStringLiteral("at most 50")));
        QVERIFY(movieProblem(gif, timing(1e4, 1e4, 1, 25), run).contains(QStringLiteral("the run ends")));
        QVERIFY(movieProblem(gif, timing(2, 1, 1, 25), run).contains(QStringLiteral("before it begins")));
        QVERIFY(movieProblem(gif, timing(0, 1, 1e9, 25), run).contains(QStringLiteral("more than 100,000")));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "");
        const QString none = movieProblem(QStringLiteral("a.mp4"), usualTiming(run, 200, 25), run);
        qputenv("PATH", path);
        QVERIFY2(none.contains(QStringLiteral("ffmpeg")) || !videoEncoder().isEmpty(), qPrintable(none));
    }

    void theDialogCountsAndRefuses()
    {
        loadGpu();
        const auto run = m_result.systems.front().run;
        const MovieDialog dialog(run, timing(0.1, 0.11, 100, 25), { 1600, 1000 });
        auto* outcome = dialog.findChild<QLabel*>(QStringLiteral("outcome"));
        QVERIFY2(outcome->text().startsWith(QStringLiteral("26 pictures")), qPrintable(outcome->text()));
        auto* save = dialog.findChild<QPushButton*>();
        QVERIFY(save->isEnabled());
        test::typeOver(dialog, "to", QStringLiteral("0.05"));
        QVERIFY(outcome->text().contains(QStringLiteral("before it begins")));
        bool refused = true;
        for (const QPushButton* button : dialog.findChildren<QPushButton*>())
            refused = refused && (!button->text().contains(QStringLiteral("Save")) || !button->isEnabled());
        QVERIFY(refused);
        test::typeOver(dialog, "to", QStringLiteral("0.2"));
        test::typeOver(dialog, "fps", QStringLiteral("61"));
        QVERIFY2(outcome->text().contains(QStringLiteral("1 to 60")), qPrintable(outcome->text()));
        test::typeOver(dialog, "fps", QStringLiteral("10"));
        QCOMPARE(dialog.timing().frames(), std::int64_t { 101 });
        QCOMPARE(dialog.suffix(), QStringLiteral("gif"));
        QCOMPARE(dialog.size(), QSize(1280, 720));
    }

private:
    /// A script that is found as ffmpeg.
    void fakeEncoder(const QByteArray& script)
    {
        QDir(m_folder->path()).mkdir(QStringLiteral("bin"));
        const QString path = m_folder->filePath(QStringLiteral("bin/ffmpeg"));
        write(path, "#!/bin/sh\n" + script);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", QFile::encodeName(m_folder->filePath(QStringLiteral("bin"))) + ':' + qgetenv("PATH"));
    }

    QStringList filesBesideTheEncoder()
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    }

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void loadGpu()
    {
        if (!m_result.systems.empty())
            return;
        const Folders folders = findFolders();
        m_catalog = loadCatalog(folders).value();
        m_scenario
            = loadScenario(folders.scenarios + QStringLiteral("/machines/gpu-hbm.memwall.json"), m_catalog)
                  .value();
        m_result = core::simulate(m_scenario, m_catalog);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    core::Catalog m_catalog;
    core::Scenario m_scenario;
    core::SimulationResult m_result;
};

MEMWALL_TEST(TestMovie, QApplication)

} // namespace tst_movie

#include "tst_movie.moc"
