#include "app/files/catalog_location.h"
#include "app/session/document.h"
#include "tests/support/open_in.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_document
{

using namespace memwall;
using namespace memwall::app;

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

core::Settings users(int count)
{
    return { { "/workload/users", count } };
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_folders = findFolders();
        auto catalog = loadCatalog(m_folders);
        QVERIFY2(catalog, catalog ? "" : qPrintable(describe(catalog.error(), {})));
        m_catalog = *std::move(catalog);
    }
    /// The list marks the open file by its path: installed, folders are found through "bin/..".
    void aFileOfTheProgramHasOneName()
    {
        const QString share
            = QDir(m_folders.scenarios).absoluteFilePath(QStringLiteral("../resources/../resources"));
        const Folders found = foldersBelow(share, QStringLiteral("../scenarios"));
        QCOMPARE(found.scenarios, m_folders.scenarios);
        const auto shipped = shippedScenarios(found);
        QVERIFY(!shipped.isEmpty());
        Document document(m_catalog);
        QVERIFY(test::openIn(document, m_catalog, shipped.front().path));
        QCOMPARE(document.path(), shipped.front().path);
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_document = std::make_unique<Document>(m_catalog);
        QVERIFY(test::openIn(*m_document, m_catalog, defaultScenario(m_folders)));
        m_usersAtFirst = m_document->scenario().workload.users;
    }

    void aChangeCanBeUndoneAndRedone()
    {
        QSignalSpy changed(m_document.get(), &Document::scenarioChanged);
        const core::Scenario before = m_document->scenario();
        QVERIFY(m_document->apply(users(8), QStringLiteral("Set users to 8"), {}));
        QCOMPARE(m_document->scenario().workload.users, 8);
        QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Set users to 8"));
        QVERIFY(m_document->isModified());
        m_document->undoStack().undo();
        QVERIFY(m_document->scenario() == before);
        QVERIFY(!m_document->isModified());
        m_document->undoStack().redo();
        QCOMPARE(m_document->scenario().workload.users, 8);
        QCOMPARE(changed.size(), 3);
    }

    void oneDragIsOneUndoStep()
    {
        for (const int count : { 2, 4, 8 })
            QVERIFY(m_document->apply(users(count), QStringLiteral("Users"), QStringLiteral("users")));
        QCOMPARE(m_document->undoStack().count(), 1);
        m_document->undoStack().undo();
        QCOMPARE(m_document->scenario().workload.users, m_usersAtFirst);
    }

    void aDragThatReturnsLeavesNoStep()
    {
        QVERIFY(m_document->apply(users(8), QStringLiteral("Users"), QStringLiteral("users")));
        QVERIFY(m_document->apply(
            users(static_cast<int>(m_usersAtFirst)), QStringLiteral("Users"), QStringLiteral("users")));
        QCOMPARE(m_document->undoStack().count(), 0);
        QVERIFY(!m_document->isModified());
    }

    void changesWithoutAKeyStayApart()
    {
        QVERIFY(m_document->apply(users(2), QStringLiteral("Users"), {}));
        QVERIFY(m_document->apply(users(4), QStringLiteral("Users"), {}));
        QCOMPARE(m_document->undoStack().count(), 2);
    }

    void aDayOfChangesDoesNotFillTheMemory()
    {
        const auto change = [this](int count) {
            for (int i = 0; i < count; ++i)
                QVERIFY(m_document->apply(users(2 + i % 2), QStringLiteral("Users"), {}));
        };
        constexpr int kMost = 200;
        change(1000);
        QCOMPARE(m_document->undoStack().count(), kMost);
        QCOMPARE(m_document->scenario().workload.users, 3);
        m_document->undoStack().undo();
        QCOMPARE(m_document->scenario().workload.users, 2);
        change(1000);
        QCOMPARE(m_document->undoStack().count(), kMost);
        // The way back ends later than the file began: what is open still differs from it.
        while (m_document->undoStack().canUndo())
            m_document->undoStack().undo();
        QVERIFY(m_document->isModified());
        m_document->backToFile();
        QVERIFY(!m_document->isModified());
        QCOMPARE(m_document->scenario().workload.users, m_usersAtFirst);
    }

    void aRefusedChangeLeavesEverything()
    {
        const core::Scenario before = m_document->scenario();
        const auto applied
            = m_document->apply({ { "/workload/users", "many" } }, QStringLiteral("Nonsense"), {});
        QVERIFY(!applied);
        QVERIFY(!applied.error().empty());
        QVERIFY(m_document->scenario() == before);
        QCOMPARE(m_document->undoStack().count(), 0);
    }

    void aWrongFileLeavesEverything_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("binary") << QByteArray("\xff\xfe\x00\x01", 4);
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("a future version")
            << QByteArray(R"({"memwall": 99, "workload": {"users": 1}, "systems": []})");
        QTest::newRow("no systems") << QByteArray(
            R"({"memwall": 1, "workload": {"users": 1}, "systems": []})");
    }
    void aWrongFileLeavesEverything()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("wrong.memwall.json"));
        put(path, bytes);
        QVERIFY(m_document->apply(users(8), QStringLiteral("Users"), {}));
        const core::Scenario before = m_document->scenario();
        const auto opened = test::openIn(*m_document, m_catalog, path);
        QVERIFY(!opened);
        QVERIFY(!opened.error().empty());
        QVERIFY(m_document->scenario() == before);
        QCOMPARE(m_document->undoStack().count(), 1);
        QCOMPARE(m_document->path(), QFileInfo(defaultScenario(m_folders)).absoluteFilePath());
    }

    void everyShippedScenarioSurvivesSaving()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.memwall.json"));
        const auto shipped = shippedScenarios(m_folders);
        QVERIFY(!shipped.isEmpty());
        for (const ShippedScenario& scenario : shipped) {
            const auto opened = test::openIn(*m_document, m_catalog, scenario.path);
            QVERIFY2(opened, qPrintable(opened ? QString() : describe(opened.error(), scenario.path)));
            const core::Scenario before = m_document->scenario();
            QVERIFY(m_document->saveAs(path));
            QVERIFY(test::openIn(*m_document, m_catalog, path));
            core::Scenario again = m_document->scenario();
            if (again.workload.trace) // has another way to the same requests, which are compared
                again.workload.trace->file = before.workload.trace->file;
            QVERIFY2(again == before, qPrintable(scenario.path));
        }
    }

    void savingMakesTheDocumentCleanAndKeepsOneBackup()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.memwall.json"));
        put(path, "what was there");
        QVERIFY(m_document->apply(users(8), QStringLiteral("Users"), {}));
        QVERIFY(m_document->saveAs(path));
        QVERIFY(!m_document->isModified());
        QCOMPARE(m_document->path(), path);
        QCOMPARE(contentOf(path + u'~'), QByteArray("what was there"));
        m_document->undoStack().undo();
        QVERIFY(m_document->isModified());
    }

    void aSaveThatFailsLosesNothing()
    {
        const QTemporaryDir folder;
        // The name of a folder cannot become a file, whoever runs the test.
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("taken.memwall.json")));
        QVERIFY(m_document->apply(users(8), QStringLiteral("Users"), {}));
        const QString path = m_document->path();
        const auto saved = m_document->saveAs(folder.filePath(QStringLiteral("taken.memwall.json")));
        QVERIFY(!saved);
        QVERIFY(ui::wordsOf(saved.error().front().message).contains(QStringLiteral("taken")));
        QVERIFY(m_document->isModified());
        QCOMPARE(m_document->path(), path);
        QVERIFY(!m_document->saveAs(folder.filePath(QStringLiteral("no/such/folder.memwall.json"))));
    }

    void aTraceIsFoundFromTheFolderOfItsScenario()
    {
        const QTemporaryDir folder;
        const QString path = putTraffic(folder.path());
        QVERIFY(test::openIn(*m_document, m_catalog, path));
        QCOMPARE(requestsRead(), std::size_t { 3 });
        QFile::remove(folder.filePath(QStringLiteral("traffic/day.csv")));
        const auto opened = test::openIn(*m_document, m_catalog, path);
        QVERIFY(!opened);
        const QString message = describe(opened.error(), path);
        QVERIFY2(message.contains(QStringLiteral("/workload/trace/file"))
                && message.contains(QStringLiteral("traffic/day.csv")) && message.contains(folder.path()),
            qPrintable(message));
        QCOMPARE(requestsRead(), std::size_t { 3 }); // what was open stays open
    }

    void aChangeOfTheTraceIsUndoneWithItsRequests()
    {
        const QTemporaryDir folder;
        QVERIFY(test::openIn(*m_document, m_catalog, putTraffic(folder.path())));
        put(folder.filePath(QStringLiteral("other.csv")), "at_s,prompt_tokens,output_tokens\n0,5,5\n");
        QVERIFY(m_document->apply({ { "/workload/trace/file", "other.csv" } }, QStringLiteral("Trace"), {}));
        QCOMPARE(requestsRead(), std::size_t { 1 });
        QVERIFY(m_document->apply({ { "/systems/0/kv_bits", 8 } }, QStringLiteral("KV"), {}));
        QCOMPARE(requestsRead(), std::size_t { 1 });
        QFile::remove(folder.filePath(QStringLiteral("traffic/day.csv")));
        m_document->undoStack().undo();
        m_document->undoStack().undo();
        QCOMPARE(requestsRead(), std::size_t { 3 });
        m_document->undoStack().redo();
        QCOMPARE(requestsRead(), std::size_t { 1 });
    }

    void allStepsShareTheRequestsOfATrace()
    {
        const QTemporaryDir folder;
        QVERIFY(test::openIn(*m_document, m_catalog, putTraffic(folder.path())));
        const auto requests = [this] { return m_document->scenario().workload.traceRequests.read; };
        const core::Trace* first = requests().get();
        QVERIFY(m_document->apply({ { "/systems/0/kv_bits", 8 } }, QStringLiteral("KV"), {}));
        QCOMPARE(requests().get(), first);
        // Elsewhere and back: they are read again.
        QVERIFY(m_document->apply({ { "/workload/arrivals", "together" } }, QStringLiteral("Now"), {}));
        QVERIFY(requests() == nullptr);
        QVERIFY(m_document->apply({ { "/workload/arrivals", "trace" } }, QStringLiteral("Trace"), {}));
        QCOMPARE(requests().get(), first);
        // A file that was changed between has other requests.
        QVERIFY(m_document->apply({ { "/workload/arrivals", "together" } }, QStringLiteral("Now"), {}));
        put(folder.filePath(QStringLiteral("traffic/day.csv")), "at_s,prompt_tokens,output_tokens\n0,5,5\n");
        QVERIFY(m_document->apply({ { "/workload/arrivals", "trace" } }, QStringLiteral("Trace"), {}));
        QCOMPARE(requestsRead(), std::size_t { 1 });
    }

    void aTraceThatCannotBePlayedLeavesEverything()
    {
        const QTemporaryDir folder;
        QVERIFY(test::openIn(*m_document, m_catalog, putTraffic(folder.path())));
        const core::Scenario before = m_document->scenario();
        for (const auto& [pointer, value] :
            core::Settings { { "/workload/trace/file", "none.csv" }, { "/workload/trace/file", "." },
                { "/workload/trace/format", "mooncake" }, { "/workload/trace/start_s", 1000 } }) {
            const auto applied = m_document->apply({ { pointer, value } }, QStringLiteral("Trace"), {});
            QVERIFY(!applied);
            QVERIFY(!applied.error().front().remedy.empty());
            QVERIFY(m_document->scenario() == before);
        }
        QCOMPARE(m_document->undoStack().count(), 0);
    }

    void aTraceIsStillFoundAfterSavingElsewhere()
    {
        const QTemporaryDir folder;
        QVERIFY(test::openIn(*m_document, m_catalog, putTraffic(folder.path())));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("deep/er")));
        // Through a link the folder above is another one than the name says.
        QVERIFY(
            QFile::link(folder.filePath(QStringLiteral("deep/er")), folder.filePath(QStringLiteral("link"))));
        for (const QString& name : { QStringLiteral("deep/er/a.memwall.json"),
                 QStringLiteral("link/b.memwall.json"), QStringLiteral("traffic/c.memwall.json") }) {
            QVERIFY(m_document->saveAs(folder.filePath(name)));
            QVERIFY(m_document->apply({ { "/workload/trace/speedup", 2 } }, QStringLiteral("Faster"), {}));
            m_document->undoStack().undo(); // found from where it was opened
            Document other(m_catalog);
            const auto opened = test::openIn(other, m_catalog, folder.filePath(name));
            QVERIFY2(opened, qPrintable(opened ? QString() : describe(opened.error(), name)));
            QVERIFY(other.scenario().workload.traceRequests == m_document->scenario().workload.traceRequests);
        }
        QVERIFY(contentOf(folder.filePath(QStringLiteral("traffic/c.memwall.json")))
                    .contains("\"file\": \"day.csv\""));
    }

    void aScenarioTakenAsAModelFindsItsTrace()
    {
        const QTemporaryDir folder;
        const QString path = putTraffic(folder.path());
        m_document->adopt(*loadScenario(path, m_catalog), folder.path());
        QVERIFY(m_document->path().isEmpty());
        QVERIFY(m_document->apply({ { "/workload/trace/start_s", 1 } }, QStringLiteral("Later"), {}));
        QCOMPARE(requestsRead(), std::size_t { 2 });
    }

    void theSpeedOfPlaybackIsSavedButNoUndoStep()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("speed.memwall.json"));
        m_document->setTimeScale(123);
        QCOMPARE(m_document->undoStack().count(), 0);
        QVERIFY(m_document->saveAs(path));
        QVERIFY(test::openIn(*m_document, m_catalog, path));
        QCOMPARE(m_document->scenario().view.timeScale, 123.0);
    }

private:
    /// A scenario with a trace in a folder below it; returns its path.
    static QString putTraffic(const QString& folder)
    {
        QDir(folder).mkpath(QStringLiteral("traffic"));
        put(folder + QStringLiteral("/traffic/day.csv"),
            "at_s,prompt_tokens,output_tokens\n0.5,100,10\n1.5,200,20\n2.5,300,30\n");
        const QString path = folder + QStringLiteral("/day.memwall.json");
        put(path, R"({"memwall": 1,
            "workload": {"arrivals": "trace", "trace": {"file": "traffic/day.csv", "format": "memwall"}},
            "systems": [{"model": "llama-3.1-8b", "pools": [{"chip": "h100_sxm"}]}]})");
        return path;
    }

    [[nodiscard]] std::size_t requestsRead() const
    {
        const auto& read = m_document->scenario().workload.traceRequests.read;
        return read ? read->requests.size() : 0;
    }

    Folders m_folders;
    core::Catalog m_catalog;
    std::unique_ptr<Document> m_document;
    std::int64_t m_usersAtFirst = 0;
};

MEMWALL_TEST(TestDocument, QCoreApplication)

} // namespace tst_document

#include "tst_document.moc"
