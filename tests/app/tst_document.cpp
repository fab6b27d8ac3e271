#include "app/catalog_location.h"
#include "app/document.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_document = std::make_unique<Document>(m_catalog);
        QVERIFY(m_document->open(defaultScenario(m_folders)));
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
        const auto opened = m_document->open(path);
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
            const auto opened = m_document->open(scenario.path);
            QVERIFY2(opened, qPrintable(opened ? QString() : describe(opened.error(), scenario.path)));
            const core::Scenario before = m_document->scenario();
            QVERIFY(m_document->saveAs(path));
            QVERIFY(m_document->open(path));
            QVERIFY2(m_document->scenario() == before, qPrintable(scenario.path));
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
        QVERIFY(QString::fromStdString(saved.error().front().message).contains(QStringLiteral("taken")));
        QVERIFY(m_document->isModified());
        QCOMPARE(m_document->path(), path);
        QVERIFY(!m_document->saveAs(folder.filePath(QStringLiteral("no/such/folder.memwall.json"))));
    }

    void theSpeedOfPlaybackIsSavedButNoUndoStep()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("speed.memwall.json"));
        m_document->setTimeScale(123);
        QCOMPARE(m_document->undoStack().count(), 0);
        QVERIFY(m_document->saveAs(path));
        QVERIFY(m_document->open(path));
        QCOMPARE(m_document->scenario().view.timeScale, 123.0);
    }

private:
    Folders m_folders;
    core::Catalog m_catalog;
    std::unique_ptr<Document> m_document;
    std::int64_t m_usersAtFirst = 0;
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
