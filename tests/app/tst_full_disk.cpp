// Whatever the program writes, onto a disk that is full: the status says so, the message names the file, the
// disk and what to do, and what stood there before is whole.
#include "app/files/catalog_location.h"
#include "app/files/settings_file.h"
#include "app/files/text_file.h"
#include "app/session/document.h"
#include "tests/support/open_in.h"
#include "tests/support/program.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace tst_full_disk
{

using namespace memwall;
using namespace memwall::app;
using memwall::tests::kInputOutput;

namespace
{

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QString shipped()
{
    return QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios/machines/gpu-hbm.memwall.json");
}

/// The disk of tests/support/full_disk.cpp, in this program.
class FailingDisk
{
public:
    explicit FailingDisk(const QString& folder) { qputenv("FULL_DISK", QFile::encodeName(folder)); }
    ~FailingDisk()
    {
        for (const char* name : { "FULL_DISK", "FULL_DISK_ROOM", "FULL_DISK_LATE", "FULL_DISK_FORGETS" })
            qunsetenv(name);
    }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
};

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_tools.isValid());
        m_catalog = loadCatalog(findFolders()).value();
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        // As the real one does: it says what stopped it, and ends as if all were well.
        putEncoder(
            "{ printf '\\0\\0\\3\\350free'; head -c 992 /dev/zero | cat; printf '\\0\\0\\0\\10moov'; } > "
            "\"$last\"");
    }

    void everyOutputSaysThatTheDiskIsFullAndLeavesTheOldFile_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("disk");
        const QStringList film { "--size", "200x150", "--fps", "5", "--from", "0.1", "--to", "0.11" };
        const QVector<std::pair<const char*, QStringList>> outputs { { "--json", { "a.json" } },
            { "--csv", { "a.csv" } }, { "--timeline", { "a.csv" } }, { "--trace", { "a.json" } },
            { "--screenshot", { "a.png", "--size", "64x64", "--panel", "stage" } },
            { "--screenshot", { "a.svg", "--panel", "stage" } },
            { "--screenshot", { "a.pdf", "--panel", "stage" } }, { "--handout", { "a.pdf" } },
            { "--movie", QStringList { "a.gif" } + film }, { "--movie", QStringList { "a.mp4" } + film },
            { "--sweep", { "/workload/users=1,2", "--json", "a.json" } },
            { "--reach", { "fits", "--json", "a.json" } } };
        for (const auto& [option, more] : outputs) {
            // Room for the beginning, and room that turns out not to be there.
            for (const char* disk : { "FULL_DISK_ROOM=100", "FULL_DISK_LATE=1" })
                QTest::addRow("%s %s %s", option, qPrintable(more.join(' ')), disk)
                    << (QStringList { option } + more) << QString(disk);
        }
    }
    void everyOutputSaysThatTheDiskIsFullAndLeavesTheOldFile()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, disk);
        QString name;
        for (QString& argument : arguments)
            if (argument.startsWith("a.")) {
                name = std::exchange(argument, m_folder->filePath(argument));
                put(argument, "old");
            }
        QProcess program;
        program.setProcessEnvironment(fullDisk(disk));
        program.start(QStringLiteral(MEMWALL_PROGRAM), arguments + QStringList { shipped() });
        QVERIFY(program.waitForFinished(100'000));
        const QByteArray errors = program.readAllStandardError();
        QVERIFY2(program.exitCode() == kInputOutput, errors.constData());
        QVERIFY2(errors.contains(QByteArray(name.toUtf8() + ": cannot write: the disk is full; make room")),
            errors.constData());
        QCOMPARE(errors.count('\n'), 1);
        QCOMPARE(contentOf(m_folder->filePath(name)), QByteArray("old"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList { name });
    }

    void standardOutputIsCheckedToo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("summary") << QStringList { "--summary", shipped() };
        QTest::addRow("json") << QStringList { "--json", "-", shipped() };
        QTest::addRow("json by name") << QStringList { "--json", "/dev/stdout", shipped() };
        QTest::addRow("explain") << QStringList { "--explain", shipped() };
        QTest::addRow("validate") << QStringList { "--validate", shipped() };
        QTest::addRow("sweep") << QStringList { "--sweep", "/workload/users=1,2", shipped() };
        QTest::addRow("list") << QStringList { "--list", "chips" };
        QTest::addRow("help") << QStringList { "--help" };
        QTest::addRow("version") << QStringList { "--version" };
        QTest::addRow("picture") << QStringList { "--screenshot", "-", "--panel", "stage", shipped() };
    }
    void standardOutputIsCheckedToo()
    {
        QFETCH(QStringList, arguments);
        QProcess program;
        program.setProcessEnvironment(fullDisk("FULL_DISK_ROOM=10"));
        program.setStandardOutputFile(m_folder->filePath("out"));
        program.start(QStringLiteral(MEMWALL_PROGRAM), arguments);
        QVERIFY(program.waitForFinished(100'000));
        const QByteArray errors = program.readAllStandardError();
        QVERIFY2(program.exitCode() == kInputOutput, errors.constData());
        QVERIFY2(errors.contains("standard output: cannot write: the disk is full"), errors.constData());
    }

    void anEncoderThatLeavesAMovieWithoutItsEndIsNotBelieved()
    {
        // The box of pictures promises 100 bytes; there are two, and no index.
        putEncoder("printf '\\0\\0\\0\\144mdat12' > \"$last\"");
        const QString movie = m_folder->filePath("a.mp4");
        put(movie, "old");
        QProcess program;
        program.setProcessEnvironment(fullDisk("FULL_DISK=/nowhere"));
        program.start(QStringLiteral(MEMWALL_PROGRAM),
            { "--movie", movie, "--size", "200x150", "--from", "0.1", "--to", "0.11", shipped() });
        QVERIFY(program.waitForFinished(100'000));
        QCOMPARE(program.exitCode(), kInputOutput);
        QVERIFY(program.readAllStandardError().contains("a.mp4: the encoder left it without its end"));
        QCOMPARE(contentOf(movie), QByteArray("old"));
    }

    void aScenarioOnAFullDiskKeepsFileAndBackup()
    {
        Document document(m_catalog);
        const QString path = saved(document);
        const QByteArray file = contentOf(path), backup = contentOf(path + '~');
        QVERIFY(!file.isEmpty() && !backup.isEmpty() && file != backup);
        QVERIFY(document.apply({ { "/workload/users", 5 } }, "Users", {}));
        for (const char* late : { "", "FULL_DISK_LATE" }) {
            const FailingDisk disk(m_folder->path());
            if (*late != '\0')
                qputenv(late, "1");
            const auto again = document.saveAs(path);
            QVERIFY(!again);
            const QString message = describe(again.error(), {});
            QVERIFY2(message.contains("the disk is full; make room"), qPrintable(message));
            QVERIFY(document.isModified());
        }
        QCOMPARE(contentOf(path), file);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
        QVERIFY(document.saveAs(path)); // there is room again
        QCOMPARE(contentOf(path + '~'), file);
    }

    void aFileThatWasEmptiedOrCutOffDoesNotReplaceTheBackup()
    {
        for (const QByteArray& rest : { QByteArray(), QByteArray("{\n  \"memwall\": 1,\n  \"work") }) {
            Document document(m_catalog);
            const QString path = saved(document);
            const QByteArray backup = contentOf(path + '~');
            put(path, rest);
            QVERIFY(document.apply({ { "/workload/users", 6 } }, "Users", {}));
            QVERIFY(document.saveAs(path));
            QCOMPARE(contentOf(path + '~'), backup);
            QVERIFY(test::openIn(document, m_catalog, path));
            QCOMPARE(document.scenario().workload.users, 6);
        }
    }

    void aDiskThatForgetsIsFoundOutAndThePreviousVersionPutBack()
    {
        Document document(m_catalog);
        const QString path = m_folder->filePath("mine.memwall.json");
        const QByteArray previous = R"({"memwall": 1})";
        put(path, previous);
        QVERIFY(test::openIn(document, m_catalog, shipped()));
        {
            const FailingDisk disk(m_folder->path());
            qputenv("FULL_DISK_FORGETS", "{\n"); // as the program writes, and as `previous` does not begin
            const auto failed = document.saveAs(path);
            QVERIFY(!failed);
            const QString message = describe(failed.error(), {});
            QVERIFY2(message.contains("mine.memwall.json: what was read back is not what was written"),
                qPrintable(message));
        }
        QCOMPARE(contentOf(path), previous);
        QCOMPARE(contentOf(path + '~'), previous);
    }

    void settingsSurvive()
    {
        const QSettings::Format format = useSettingsFile();
        QSettings::setPath(format, QSettings::UserScope, m_folder->path());
        const auto settings = [format] {
            return std::make_unique<QSettings>(format, QSettings::UserScope, "memwall", "memwall");
        };
        const QByteArray geometry("\0\1\xff", 3);
        const QStringList files { "/a b.json", "/ä.json" };
        settings()->setValue("window/geometry", geometry);
        settings()->setValue("recentFiles", files);
        settings()->setValue("window/scale", 1.25);
        QCOMPARE(settings()->value("window/geometry").toByteArray(), geometry);
        QCOMPARE(settings()->value("recentFiles").toStringList(), files);
        QCOMPARE(settings()->value("window/scale").toDouble(), 1.25);
        const auto full = settings();
        const QByteArray before = contentOf(full->fileName());
        QVERIFY(before.contains("/a b.json"));
        const FailingDisk disk(m_folder->path());
        qputenv("FULL_DISK_ROOM", "500"); // for the file that locks the settings, not for the settings
        full->setValue("recentFiles", QStringList { QString(3000, 'x') });
        full->sync();
        QCOMPARE(full->status(), QSettings::AccessError);
        QCOMPARE(contentOf(full->fileName()), before);
    }

    void linksAndRightsStay()
    {
        const QString real = m_folder->filePath("real.json"), link = m_folder->filePath("link.json");
        put(real, "old");
        QVERIFY(QFile::setPermissions(real, QFile::ReadOwner | QFile::WriteOwner));
        const auto rights = QFile::permissions(real);
        QVERIFY(QFile::link(real, link));
        QVERIFY(writeWholeFile(link, "new"));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(contentOf(real), QByteArray("new"));
        QCOMPARE(QFile::permissions(real), rights);
        // A link to what is not there yet is written through, too.
        QVERIFY(QFile::remove(real));
        QVERIFY(writeWholeFile(link, "again"));
        QCOMPARE(contentOf(real), QByteArray("again"));
    }

private:
    /// What is found as ffmpeg: takes the pictures, then does this with the name of the movie in $last.
    void putEncoder(const QByteArray& end) const
    {
        const QString path = m_tools.filePath("ffmpeg");
        QFile::remove(path);
        put(path, "#!/bin/sh\nfor last; do :; done\ncat > /dev/null\n" + end + "\nexit 0\n");
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
    }

    /// Environment of a program that has this folder on a full disk.
    [[nodiscard]] QProcessEnvironment fullDisk(const QString& setting) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LD_PRELOAD", QStringLiteral(FULL_DISK_LIBRARY));
        environment.insert("ASAN_OPTIONS", "verify_asan_link_order=0");
        environment.insert("PATH", m_tools.path() + ':' + environment.value("PATH"));
        environment.insert("FULL_DISK", m_folder->path());
        environment.insert(setting.section('=', 0, 0), setting.section('=', 1));
        return environment;
    }

    /// A scenario that was saved twice, so that there is a backup.
    QString saved(Document& document) const
    {
        QString path = m_folder->filePath("mine.memwall.json");
        bool good = test::openIn(document, m_catalog, shipped()).has_value();
        for (const int users : { 3, 4 })
            good = good && document.apply({ { "/workload/users", users } }, "Users", {})
                && document.saveAs(path);
        return good ? path : QString();
    }

    QTemporaryDir m_tools;
    std::unique_ptr<QTemporaryDir> m_folder;
    core::Catalog m_catalog;
};

MEMWALL_TEST(TestFullDisk, QCoreApplication)

} // namespace tst_full_disk

#include "tst_full_disk.moc"
