// Changes that are not saved: nobody is asked, nothing is lost. And files that another program wrote.
#include "app/files/draft_store.h"
#include "app/frame/notice_bar.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/controls/scenario_list.h"
#include "widgets/inputs/section_delegate.h"
#include "widgets/stage/stage_widget.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace tst_window_drafts
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

} // namespace

class TestWindowDrafts : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        load();
        m_first = defaultScenario(m_folders);
        m_second = m_folders.scenarios + QStringLiteral("/machines/gpus-across-racks.memwall.json");
        QVERIFY(QFileInfo(m_first) != QFileInfo(m_second));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        show({ .autoplay = false, .draftFolder = m_folder->filePath(QStringLiteral("drafts")) });
        QVERIFY(open(m_first));
    }
    void cleanup() { close(); }

    void exploringAShippedScenarioIsFree()
    {
        const core::Scenario original = m_window->document().scenario();
        QVERIFY(!isMarked(m_first));
        setUsers(5);
        QVERIFY(isMarked(m_first));
        QVERIFY(open(m_second)); // nobody was asked: a question would wait here for ever
        QVERIFY(!m_window->document().isModified());
        // It introduces itself, and nothing is asked.
        QCOMPARE(m_window->parts().notice->text(),
            QString::fromStdString(m_window->document().scenario().description));
        QVERIFY(isMarked(m_first) && !isMarked(m_second));
        // One comes back to what one left, and from there to the original.
        QVERIFY(open(m_first));
        QCOMPARE(users(), 5);
        QVERIFY(m_window->isWindowModified());
        QVERIFY(m_window->parts().notice->text().startsWith(QStringLiteral("Your changes of ")));
        m_window->document().undoStack().undo();
        QVERIFY(m_window->document().scenario() == original);
        m_window->document().undoStack().redo();
        answer(QStringLiteral("Back to the original"));
        QVERIFY(m_window->document().scenario() == original);
        QVERIFY(!m_window->isWindowModified() && !isMarked(m_first));
        QVERIFY(open(m_second));
        QVERIFY(open(m_first));
        QVERIFY(m_window->document().scenario() == original);
        QCOMPARE(m_window->parts().notice->text(), QString::fromStdString(original.description));
    }

    void whatIsTakenBackLeavesNoDraft()
    {
        setUsers(5);
        QVERIFY(open(m_second));
        QVERIFY(open(m_first));
        m_window->document().undoStack().undo();
        QVERIFY(open(m_second));
        QVERIFY(!isMarked(m_first));
        QVERIFY(drafts().isEmpty());
    }

    void theMenuLeadsBackToTheOriginalAndUndoForward()
    {
        auto* original = m_window->findChild<QAction*>(QStringLiteral("original"));
        QVERIFY(!original->isEnabled());
        const core::Scenario before = m_window->document().scenario();
        setUsers(5);
        setUsers(6);
        QVERIFY(original->isEnabled());
        original->trigger();
        QVERIFY(m_window->document().scenario() == before);
        QVERIFY(!original->isEnabled());
        m_window->document().undoStack().undo();
        QCOMPARE(users(), 6);
    }

    void closingAsksNothingAndKeepsTheChanges()
    {
        setUsers(5);
        QVERIFY(m_window->close());
        show({ .autoplay = false, .draftFolder = m_folder->filePath(QStringLiteral("drafts")) });
        QVERIFY(open(m_first));
        QCOMPARE(users(), 5);
    }

    void aCrashLosesLittle()
    {
        auto* keeper = m_window->findChild<QTimer*>(QStringLiteral("keepsDrafts"));
        QVERIFY(keeper && !keeper->isActive());
        setUsers(5);
        QVERIFY(keeper->isActive() && keeper->interval() <= 30'000);
        QVERIFY(drafts().isEmpty());
        keeper->start(0);
        QTRY_COMPARE(drafts().size(), 1);
        setUsers(6);
        const auto kept
            = [this] { return DraftStore(folder()).find(m_first, m_catalog)->scenario.workload.users; };
        QCOMPARE(kept(), 5);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QApplication::setActiveWindow(nullptr);
        QTRY_COMPARE(kept(), 6);
    }

    void aFileOfTheUsersIsOfferedToBeSaved()
    {
        const QString own = ownFile();
        QVERIFY(open(own));
        setUsers(5);
        const QByteArray before = contentOf(own);
        QVERIFY(open(m_second));
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("has changes that are not saved")));
        QCOMPARE(contentOf(own), before);
        answer(QStringLiteral("Save them"));
        QCOMPARE(m_window->parts().notice->text(), QStringLiteral("own.memwall.json is saved."));
        QVERIFY(drafts().isEmpty());
        QVERIFY(open(own));
        QCOMPARE(users(), 5);
        QVERIFY(!m_window->isWindowModified());
    }

    void aFileThatWasWrittenMeanwhileIsNotOverwrittenByItsDraft()
    {
        const QString own = ownFile();
        QVERIFY(open(own));
        setUsers(5);
        QVERIFY(open(m_second));
        put(own, contentOf(own) + ' ');
        const QByteArray before = contentOf(own);
        answer(QStringLiteral("Save them"));
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("changed on the disk")));
        QCOMPARE(contentOf(own), before);
        QVERIFY(open(own));
        QCOMPARE(users(), 5);
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("another since")));
    }

    void whatNeverHadAFileIsInTheList()
    {
        QAction* from = nullptr;
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->menu() && action->text() == QStringLiteral("&New from"))
                from = action->menu()->actions().at(0);
        QVERIFY(from);
        from->trigger();
        QTRY_VERIFY(m_window->document().path().isEmpty());
        setUsers(7);
        const QString title = m_window->document().title();
        QVERIFY(open(m_second));
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("Not saved")));
        QTRY_VERIFY(!unsaved().isEmpty());
        const QString key = unsaved();
        QVERIFY(open(key));
        QCOMPARE(users(), 7);
        QCOMPARE(m_window->document().title(), title);
        QVERIFY(m_window->document().path().isEmpty() && m_window->isWindowModified());
        answer(QStringLiteral("Delete it"));
        QTRY_VERIFY(settled() && unsaved().isEmpty());
        QVERIFY(drafts().isEmpty());
    }

    void aDraftWhoseFileIsGoneIsNotLost()
    {
        const QString own = ownFile();
        QVERIFY(open(own));
        setUsers(5);
        QVERIFY(open(m_second));
        QVERIFY(QFile::remove(own));
        QVERIFY(open(own));
        QCOMPARE(users(), 5);
        QVERIFY(m_window->isWindowModified());
    }

    void whereNothingCanBeKeptTheChangesStayOpen()
    {
        put(folder(), "a file where the folder should be");
        setUsers(5);
        QVERIFY(!openFile(m_second));
        QCOMPARE(users(), 5);
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("cannot be kept")));
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(!openFile(m_second));
        answer(QStringLiteral("Go on without them"));
        QTRY_VERIFY(QFileInfo(m_window->document().path()) == QFileInfo(m_second));
        QTRY_VERIFY(settled());
    }

    void aFileThatAnotherProgramWroteIsNotOverwrittenInSilence()
    {
        const QString own = ownFile();
        QVERIFY(open(own));
        setUsers(5);
        const QByteArray theirs = QByteArray(contentOf(own)).replace("\"users\": 1", "\"users\": 9");
        put(own, theirs);
        m_window->findChild<QAction*>(QStringLiteral("save"))->trigger();
        QCOMPARE(contentOf(own), theirs);
        QVERIFY(m_window->parts().notice->text().contains(
            QStringLiteral("own.memwall.json was changed on the disk")));
        answer(QStringLiteral("Reload"));
        QCOMPARE(users(), 9);
        QVERIFY(!m_window->isWindowModified());
        m_window->document().undoStack().undo();
        QCOMPARE(users(), 5);

        put(own, contentOf(own) + '\n');
        m_window->findChild<QAction*>(QStringLiteral("save"))->trigger();
        answer(QStringLiteral("Save anyway"));
        QVERIFY(contentOf(own).contains("\"users\": 5"));
        QVERIFY(!m_window->isWindowModified());
        setUsers(6); // and now it is ours again
        m_window->findChild<QAction*>(QStringLiteral("save"))->trigger();
        QVERIFY(contentOf(own).contains("\"users\": 6"));
    }

    void comingBackToTheWindowFindsAChangedFileOnce()
    {
        const QString own = ownFile();
        QVERIFY(open(own));
        put(own, contentOf(own) + '\n');
        const auto come = [this] {
            m_window->activateWindow();
            QEvent back(QEvent::ActivationChange);
            QCoreApplication::sendEvent(m_window.get(), &back);
        };
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        come();
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("was changed on the disk")));
        m_window->parts().notice->clear();
        come();
        QVERIFY(!m_window->parts().notice->isVisible());
    }

    void aSentenceLeavesByItselfAndPushesNothing()
    {
        const QRect stage = m_window->parts().stage->geometry();
        m_window->say(QStringLiteral("A sentence."));
        QCoreApplication::processEvents();
        const NoticeBar& notice = *m_window->parts().notice;
        QVERIFY(notice.isVisible());
        QCOMPARE(m_window->parts().stage->geometry(), stage);
        QVERIFY(m_window->rect().contains(notice.geometry()));
        auto* leaves = notice.findChild<QTimer*>(QStringLiteral("noticeLeaves"));
        QVERIFY(leaves && leaves->isActive() && leaves->isSingleShot());
        leaves->start(0);
        QTRY_VERIFY(!notice.isVisible());
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("drafts")); }
    [[nodiscard]] QStringList drafts() const { return QDir(folder()).entryList(QDir::Files); }
    [[nodiscard]] int users() const
    {
        return static_cast<int>(m_window->document().scenario().workload.users);
    }

    void setUsers(int count)
    {
        QVERIFY(m_window->document().apply({ { "/workload/users", count } }, QStringLiteral("Users"), {}));
    }

    [[nodiscard]] QString ownFile() const
    {
        QString path = m_folder->filePath(QStringLiteral("own.memwall.json"));
        return saveScenario(path, loadScenario(m_first, m_catalog).value()) ? path : QString();
    }

    void answer(const QString& text)
    {
        for (auto* button : m_window->parts().notice->findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                QCoreApplication::processEvents(); // it answers when the click is over
                QTRY_VERIFY(settled());
                return;
            }
        QFAIL(qPrintable(QString(text + QStringLiteral(" is not offered"))));
    }

    [[nodiscard]] const QListWidget& list() const
    {
        return *m_window->parts().list->findChild<QListWidget*>();
    }

    [[nodiscard]] bool isMarked(const QString& path) const
    {
        for (int row = 0; row < list().count(); ++row)
            if (list().item(row)->data(ui::kKeyRole).toString() == path)
                return list().item(row)->data(ui::kMarkRole).toBool()
                    && list().item(row)->toolTip().contains(QStringLiteral("not saved"));
        return false;
    }

    /// Key of the last scenario in the list that has no file.
    [[nodiscard]] QString unsaved() const
    {
        QString key;
        for (int row = 0; row < list().count(); ++row)
            if (DraftStore::isMadeUp(list().item(row)->data(ui::kKeyRole).toString()))
                key = list().item(row)->data(ui::kKeyRole).toString();
        return key;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_first, m_second;
};

MEMWALL_TEST(TestWindowDrafts, QApplication)

} // namespace tst_window_drafts

#include "tst_window_drafts.moc"
