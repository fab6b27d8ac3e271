// The window races: lanes are added, removed, swapped and opened alone, and undo takes back what it should.
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/race/race_table.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/words/sayings.h"

#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>
#include <QUrl>

namespace tst_window_race
{

using namespace memwall;
using namespace memwall::app;

class TestWindowRace : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }

    void init()
    {
        show({ .autoplay = false }, { 1600, 1000 });
        openNamed(QStringLiteral("machines/gpu-hbm"));
    }
    void cleanup() { close(); }

    void aScenarioOfOneSystemIsExplored()
    {
        QVERIFY(!m_window->isRace());
        QVERIFY(m_window->parts().stage->isVisible());
        QVERIFY(!m_window->parts().race->isVisible());
        QVERIFY(!m_window->parts().raceButton->isVisible());
        QVERIFY(m_window->parts().addLane->isVisible());
    }

    void everyShippedRaceRunsAtTrueSpeedOnOneClock()
    {
        int races = 0;
        for (const ShippedScenario& shipped : shippedScenarios(m_folders)) {
            if (shipped.section != QStringLiteral("race"))
                continue;
            ++races;
            QVERIFY(openFile(shipped.path));
            QTRY_VERIFY(settled());
            QVERIFY(m_window->isRace());
            QVERIFY(!m_window->parts().stage->isVisible());
            QVERIFY(!m_window->parts().insightArea->isVisible());
            QCOMPARE(m_window->playback().timeScale(), 1.0);
            QCOMPARE(m_window->parts().race->lanes(), m_window->result()->systems.size());
            core::Instant slowest {};
            for (const core::SystemResult& system : m_window->result()->systems) {
                QVERIFY2(system.run->fits, ui::english(system.run->fitReason).c_str());
                slowest = std::max(slowest, system.run->end());
            }
            QCOMPARE(m_window->playback().end(), slowest);
            QVERIFY(!m_window->grab().isNull());
        }
        QVERIFY(races >= 3);
    }

    void oneClickAddsTheSystemShown()
    {
        const double before = m_window->playback().timeScale();
        m_window->parts().addLane->click();
        const auto& systems = m_window->document().scenario().systems;
        QCOMPARE(systems.size(), std::size_t { 2 });
        QVERIFY(systems[0].name != systems[1].name);
        core::System copy = systems[1];
        copy.name = systems[0].name;
        QCOMPARE(copy == systems[0], true);
        QVERIFY(m_window->isRace());
        QCOMPARE(m_window->playback().timeScale(), 1.0);
        QCOMPARE(m_window->system(), std::size_t { 1 }); // the copy is there to be changed
        QTRY_VERIFY(settled());
        QCOMPARE(m_window->parts().race->lanes(), std::size_t { 2 });
        undo();
        QCOMPARE(m_window->document().scenario().systems.size(), std::size_t { 1 });
        QVERIFY(!m_window->isRace());
        QCOMPARE(m_window->playback().timeScale(), before); // as before the race
        m_window->document().undoStack().redo();
        QVERIFY(m_window->isRace());
        QTRY_VERIFY(settled());
    }

    void fourLanesAreTheMost()
    {
        for (int i = 0; i < 5; ++i)
            m_window->parts().addLane->click();
        QCOMPARE(m_window->document().scenario().systems.size(), std::size_t { 4 });
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("Four lanes")));
        QTRY_VERIFY(settled());
        QCOMPARE(m_window->parts().race->lanes(), std::size_t { 4 });
    }

    void anotherScenariosSystemRacesWithThisWorkload()
    {
        const core::Workload workload = m_window->document().scenario().workload;
        m_window->addLaneFrom(pathOf(QStringLiteral("machines/cerebras-wse-3-70b")));
        QTRY_COMPARE(m_window->document().scenario().systems.size(), std::size_t { 2 });
        QCOMPARE(m_window->document().scenario().systems[1].pools[0].chip.id, core::ChipId("wse3"));
        QVERIFY(m_window->document().scenario().workload == workload);
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("workload of this scenario")));
        QTRY_VERIFY(settled());
        m_window->addLaneFrom(QStringLiteral("no such file"));
        QTRY_VERIFY(!m_window->isReading());
        QCOMPARE(m_window->document().scenario().systems.size(), std::size_t { 2 });
    }

    void aFileDroppedOnTheRaceIsALane()
    {
        openRace();
        m_window->document().apply({ { "/systems/3", nullptr } }, QStringLiteral("three"), {}).value();
        QTRY_VERIFY(settled());
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(pathOf(QStringLiteral("machines/laptop"))) });
        const QWidget& race = *m_window->parts().race;
        const QPoint place = race.mapTo(m_window.get(), race.rect().center());
        QDragEnterEvent enter { place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier };
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop { place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier };
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_COMPARE(m_window->document().scenario().systems.size(), std::size_t { 4 });
        QTRY_VERIFY(settled());
    }

    void lanesSwapAndUndo()
    {
        openRace();
        const auto names = laneNames();
        emit m_window->parts().race->swapRequested(0, 2);
        auto swapped = names;
        std::swap(swapped[0], swapped[2]);
        QCOMPARE(laneNames(), swapped);
        QCOMPARE(m_window->system(), std::size_t { 2 }); // the bar follows its lane
        QTRY_VERIFY(settled());
        QVERIFY(m_window->parts().race->lane(0)->accessibleName().contains(swapped[0]));
        undo();
        QCOMPARE(laneNames(), names);
        QTRY_VERIFY(settled());
        m_window->parts().race->lane(1)->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(laneNames()[0], names[1]);
        QCOMPARE(m_window->system(), std::size_t { 0 });
    }

    void lanesGoAndComeBack()
    {
        openRace();
        const auto names = laneNames();
        m_window->parts().race->lane(1)->findChild<QToolButton*>(QStringLiteral("remove"))->click();
        QCOMPARE(laneNames().size(), names.size() - 1);
        QTRY_VERIFY(settled());
        QCOMPARE(m_window->parts().race->lanes(), static_cast<std::size_t>(names.size() - 1));
        undo();
        QCOMPARE(laneNames(), names);
        QTRY_VERIFY(settled());
        QTest::keyClick(m_window.get(), Qt::Key_Delete);
        QCOMPARE(laneNames().size(), names.size() - 1);
    }

    void aLaneAloneAndBackKeepsTheClock()
    {
        openRace();
        const core::Instant there = core::instantAt(0.02);
        m_window->playback().seek(there);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(!m_window->isRace());
        QCOMPARE(m_window->system(), std::size_t { 1 });
        QVERIFY(m_window->parts().stage->isVisible());
        QCOMPARE(m_window->playback().time(), there);
        QCOMPARE(m_window->playback().end(), m_window->result()->systems[1].run->end());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(m_window->isRace());
        QCOMPARE(m_window->playback().time(), there);
        m_window->parts().race->lane(2)->setFocus();
        QTest::keyClick(m_window->parts().race->lane(2), Qt::Key_Return);
        QVERIFY(!m_window->isRace());
        QCOMPARE(m_window->system(), std::size_t { 2 });
        QCOMPARE(m_window->playback().timeScale(), 1.0);
        m_window->parts().raceButton->click();
        QVERIFY(m_window->isRace());
        QVERIFY(m_window->parts().race->lane(2)->hasFocus());
    }

    void allStartTogetherAgainWithR()
    {
        openRace();
        m_window->playback().seek(m_window->playback().end());
        QTest::keyClick(m_window.get(), Qt::Key_R);
        QVERIFY(m_window->playback().isPlaying());
        QVERIFY(m_window->playback().time() < core::instantAt(0.5));
        m_window->playback().setPlaying(false);
        m_window->playback().seek(m_window->playback().end());
        for (std::size_t i = 0; i < m_window->parts().race->lanes(); ++i)
            QVERIFY(
                m_window->parts().race->lane(i)->accessibleDescription().contains(QStringLiteral("done in")));
    }

    void theBarChangesTheLaneWithTheFocus()
    {
        openRace();
        m_window->parts().race->lane(1)->setFocus();
        const auto before = m_window->document().scenario().systems;
        auto* bar = m_window->findChild<QWidget*>(QStringLiteral("scenarioBar"));
        QVERIFY(bar != nullptr);
        QCOMPARE(m_window->system(), std::size_t { 1 });
        m_window->document().apply({ { "/systems/1/kv_bits", 8 } }, QStringLiteral("8 bits"), {}).value();
        QTRY_VERIFY(settled());
        QVERIFY(m_window->document().scenario().systems[0] == before[0]);
        QVERIFY(m_window->isRace());
    }

    void aLaneThatDoesNotFitSaysWhy()
    {
        m_window->parts().addLane->click();
        m_window->document()
            .apply({ { "/systems/1/pools/0/chips", 1 }, { "/systems/1/pools/0/tensor_parallel", 1 } },
                QStringLiteral("one chip"), {})
            .value();
        QTRY_VERIFY(settled());
        const core::SystemResult& lost = m_window->result()->systems[1];
        QVERIFY(!lost.run->fits);
        const auto* table = m_window->findChild<ui::RaceTable*>();
        QVERIFY(table->item(1, 1)->text().contains(ui::wordsOf(lost.run->fitReason)));
        QCOMPARE(m_window->parts().race->lane(1)->accessibleDescription(), ui::wordsOf(lost.run->fitReason));
        QCOMPARE(m_window->playback().end(), m_window->result()->systems[0].run->end());
        m_window->playback().seek(core::instantAt(0.3));
        QVERIFY(!m_window->grab().isNull());
        // Alone it has no time; back in the race the clock is where it was.
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(!m_window->grab().isNull());
    }

    void undoBringsBackTheLaneThatWasEdited()
    {
        QVERIFY(open(m_folders.scenarios + QStringLiteral("/race/three-ways-past-the-wall.memwall.json")));
        Session& session = m_window->session();
        session.select(2);
        const QStringList before = laneNames();
        QAction* swap = m_window->findChild<QAction*>(QStringLiteral("laneUp"));
        QVERIFY(swap != nullptr);
        swap->trigger();
        QCOMPARE(session.edited(), std::size_t { 1 });
        QCOMPARE(laneNames()[1], before[2]);
        undo();
        QCOMPARE(session.edited(), std::size_t { 2 });
        QCOMPARE(laneNames(), before);
        session.document().undoStack().redo();
        QCOMPARE(session.edited(), std::size_t { 1 });
        undo();
        QTRY_VERIFY(settled());
        QCOMPARE(session.shown().machine().name, before[2].toStdString());
        session.select(0);
        emit m_window->parts().race->removeRequested(0);
        undo();
        QCOMPARE(session.edited(), std::size_t { 0 });
        QTRY_VERIFY(settled());
        QCOMPARE(m_window->parts().systems->currentIndex(), 0);
    }

private:
    [[nodiscard]] QString pathOf(const QString& name) const
    {
        return m_folders.scenarios + u'/' + name + QStringLiteral(".memwall.json");
    }
    void openNamed(const QString& name) { QVERIFY(open(pathOf(name))); }
    void openRace() { openNamed(QStringLiteral("race/three-ways-past-the-wall")); }
    void undo() { m_window->document().undoStack().undo(); }
    [[nodiscard]] QStringList laneNames() const
    {
        QStringList names;
        for (const core::System& system : m_window->document().scenario().systems)
            names << QString::fromStdString(system.name);
        return names;
    }
};

MEMWALL_TEST(TestWindowRace, QApplication)

} // namespace tst_window_race

#include "tst_window_race.moc"
