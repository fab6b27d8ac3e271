// The timeline in the window: bookmarks per scenario, keys that do not collide, finding, the trace.
#include "app/session/bookmark_keeper.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/timeline/timeline_widget.h"

#include <QLineEdit>
#include <QTest>

#include <set>

namespace tst_window_timeline
{

using namespace memwall;
using namespace memwall::app;

class TestWindowTimeline : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }

    void init()
    {
        show({ .autoplay = false });
        openPaused(defaultScenario(m_folders));
    }
    void cleanup() { close(); }

    void noTwoCommandsShareAKey()
    {
        std::set<QString> keys;
        for (const QAction* action : m_window->actions())
            for (const QKeySequence& key : action->shortcuts())
                QVERIFY2(keys.insert(key.toString()).second, qPrintable(key.toString()));
        QVERIFY(keys.contains(QStringLiteral("Ctrl+9")) && keys.contains(QStringLiteral("F3")));
    }

    void aBookmarkIsSetFoundAndRemoved()
    {
        Playback& playback = m_window->playback();
        const core::Instant place = core::instantAt(core::toSeconds(playback.end()) * 0.5);
        playback.seek(place);
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        playback.seek({});
        QTest::keyClick(m_window.get(), Qt::Key_4); // never set
        QCOMPARE(playback.time(), core::Instant {});
        QTest::keyClick(m_window.get(), Qt::Key_3);
        QVERIFY(std::abs((playback.time() - place).count()) < 1000);
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier); // again
        playback.seek({});
        QTest::keyClick(m_window.get(), Qt::Key_3);
        QCOMPARE(playback.time(), core::Instant {});
    }

    void bookmarksBelongToTheirScenario()
    {
        Playback& playback = m_window->playback();
        const core::Instant place = core::instantAt(core::toSeconds(playback.end()) * 0.5);
        playback.seek(place);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        const QString first = m_window->document().path();
        QString other;
        for (const ShippedScenario& scenario : shippedScenarios(m_folders))
            if (scenario.path != first)
                other = scenario.path;
        openPaused(other);
        playback.seek({});
        QTest::keyClick(m_window.get(), Qt::Key_1);
        QCOMPARE(playback.time(), core::Instant {});
        openPaused(first);
        QTest::keyClick(m_window.get(), Qt::Key_1);
        QVERIFY(std::abs((playback.time() - place).count()) < 1000);
    }

    void aBookmarkKeepsItsTokenThroughAToggle()
    {
        Playback& playback = m_window->playback();
        const auto before = m_window->result()->systems[0].run;
        playback.seek(before->tokenTime(0, 10));
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(
            m_window->document().apply({ { "/systems/0/weight_bits", 8 } }, QStringLiteral("8 bits"), {}));
        QTRY_VERIFY(settled());
        playback.seek({});
        QTest::keyClick(m_window.get(), Qt::Key_2);
        QCOMPARE(m_window->result()->systems[0].run->tokensWritten(0, playback.time()), 11);
    }

    void aRunWithoutTimeHasNoBookmarks()
    {
        BookmarkKeeper keeper;
        keeper.toggle(0, {});
        keeper.setRun(std::make_shared<const core::Run>());
        keeper.toggle(0, {});
        QCOMPARE(keeper.instants(), ui::Bookmarks {});
    }

    void digitsBelongToTheFieldWhileOneWrites()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto* field = m_window->findChild<QLineEdit*>(QStringLiteral("findField"));
        QVERIFY(field->isVisible());
        const double scale = m_window->playback().timeScale();
        QTest::keyClicks(field, QStringLiteral("token 3 io"));
        QCOMPARE(field->text(), QStringLiteral("token 3 io"));
        QVERIFY(!m_window->parts().timeline->selection());
        field->setText(QStringLiteral("token 37"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_window->playback().timeScale(), scale); // not "real time"
        const auto run = m_window->result()->systems[0].run;
        QCOMPARE(m_window->playback().time(), run->tokenTime(0, 35));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
    }

    void theKeysSelectARange()
    {
        Playback& playback = m_window->playback();
        const double end = core::toSeconds(playback.end());
        playback.seek(core::instantAt(end * 0.4));
        QTest::keyClick(m_window.get(), Qt::Key_I);
        playback.seek(core::instantAt(end * 0.6));
        QTest::keyClick(m_window.get(), Qt::Key_O);
        const auto range = m_window->parts().timeline->selection();
        QVERIFY(range);
        QCOMPARE(range->begin, core::instantAt(end * 0.4));
        QCOMPARE(range->end, core::instantAt(end * 0.6));
    }

private:
    void openPaused(const QString& path)
    {
        QVERIFY(open(path));
        m_window->playback().setPlaying(false);
    }
};

MEMWALL_TEST(TestWindowTimeline, QApplication)

} // namespace tst_window_timeline

#include "tst_window_timeline.moc"
