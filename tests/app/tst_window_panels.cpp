// The stage is the hero: panels come where it keeps its room, go by visible means, and stay gone.
#include "app/frame/panel_handle.h"
#include "app/frame/panel_layout.h"
#include "app/frame/screen_fit.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/controls/scenario_list.h"
#include "widgets/controls/transport_bar.h"
#include "widgets/insight/insight_column.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAction>
#include <QListWidget>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

namespace tst_window_panels
{

using namespace memwall;
using namespace memwall::app;

namespace
{

constexpr QSize kSmall { 1280, 720 };

PanelSizes sizesAt(int scale)
{
    PanelSizes sizes;
    sizes.least = { { 240 * scale, 332 * scale, 74 * scale, 190 * scale } };
    sizes.transport = 48 * scale;
    sizes.gap = 12 * scale;
    sizes.handle = 14 * scale;
    sizes.stage = QSize(560, 400) * scale;
    sizes.smallest = QSize(480, 220) * scale;
    return sizes;
}

} // namespace

class TestWindowPanels : public test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { load(); }
    void cleanup()
    {
        if (m_window)
            close();
        QSettings().clear();
    }

    void panelsThatComeByThemselvesLeaveTheStageItsRoom()
    {
        for (int scale = 1; scale <= 2; ++scale) {
            const PanelSizes sizes = sizesAt(scale);
            for (int width = 640; width <= 3840; width += 40)
                for (int height = 320; height <= 2160; height += 40) {
                    const PanelPlaces places = placePanels({ width, height }, sizes, {}, false);
                    const bool rows
                        = !places.panels[Panel::Tape].isNull() || !places.panels[Panel::Timeline].isNull();
                    const bool columns
                        = !places.panels[Panel::List].isNull() || !places.panels[Panel::Insight].isNull();
                    QVERIFY(!rows || places.main.height() >= sizes.stage.height());
                    QVERIFY(!columns || places.main.width() >= sizes.stage.width());
                    checkThatNothingOverlaps(places, { width, height });
                }
        }
    }

    /// `view.panels` names the cards that a file is shown with; hiding one is a change of the file.
    void aFileIsShownWithTheCardsThatItNames()
    {
        show({}, { 1920, 1080 });
        QVERIFY(open());
        const auto cards = [this] {
            QStringList shown;
            for (const QString& name : ui::panelNames())
                if (m_window->findChild<QWidget*>(name)->isVisible())
                    shown << name;
            return shown;
        };
        QCOMPARE(cards(), ui::panelNames());
        QVERIFY(m_window->document().apply(
            { { "/view/panels", nlohmann::json::array({ "figures", "kv" }) } }, QStringLiteral("two"), {}));
        QCOMPARE(cards(), QStringList({ QStringLiteral("figures"), QStringLiteral("kv") }));
        m_window->findChild<QWidget*>(QStringLiteral("kv"))
            ->findChild<QAction*>(QStringLiteral("hideCard"))
            ->trigger();
        QCOMPARE(cards(), QStringList { QStringLiteral("figures") });
        QCOMPARE(m_window->document().scenario().view.panels, std::vector<std::string> { "figures" });
        m_window->document().undoStack().undo();
        m_window->document().undoStack().undo();
        QCOMPARE(cards(), ui::panelNames());
    }

    /// Whatever was shown and hidden by hand, at every size: each panel has its handle, and what does not lie
    /// over the stage leaves it the least that it can be read in.
    void everyWishHasAPlaceAndAWayBack()
    {
        const PanelSizes sizes = sizesAt(2);
        constexpr int kWishes = 3 * 3 * 3 * 3;
        for (int code = 0; code < kWishes; ++code) {
            PerPanel<PanelWish> wishes {};
            int rest = code;
            for (PanelWish& wish : wishes) {
                if (rest % 3 > 0)
                    wish = { rest % 3 == 1, rest % 3 == 1 };
                rest /= 3;
            }
            for (const QSize size :
                { QSize(640, 320), QSize(1280, 624), QSize(1920, 984), QSize(3840, 2064) }) {
                const PanelPlaces places = placePanels(size, sizes, wishes, false);
                for (const Panel panel : kAllPanels) {
                    QVERIFY(!places.handles[panel].isNull());
                    QVERIFY(!wishes[panel].shown || *wishes[panel].shown == !places.panels[panel].isNull());
                }
                checkThatNothingOverlaps(places, size);
            }
        }
    }

    void theStageKeepsMostOfASmallWindow()
    {
        show({}, kSmall);
        QVERIFY(open());
        const WindowParts& parts = m_window->parts();
        QTRY_VERIFY(parts.stage->height() > 440);
        QVERIFY(parts.tape->isVisible() && parts.insightArea->isVisible());
        QVERIFY(!parts.timeline->isVisible());
        setScale(2.0);
        QTRY_VERIFY(parts.stage->width() > 1200);
        QVERIFY(parts.stage->height() > 400);
    }

    void everyPanelHidesAndShowsByMouseByKeyAndByMenu_data()
    {
        QTest::addColumn<int>("panel");
        QTest::addColumn<int>("key");
        QTest::addRow("list") << int(Panel::List) << int(Qt::Key_L);
        QTest::addRow("insight") << int(Panel::Insight) << int(Qt::Key_I);
        QTest::addRow("tape") << int(Panel::Tape) << int(Qt::Key_J);
        QTest::addRow("timeline") << int(Panel::Timeline) << int(Qt::Key_K);
    }
    void everyPanelHidesAndShowsByMouseByKeyAndByMenu()
    {
        QFETCH(int, panel);
        QFETCH(int, key);
        for (const double scale : { 1.0, 2.0 }) {
            show({}, kSmall);
            QVERIFY(open());
            setScale(scale);
            const WindowParts& parts = m_window->parts();
            PanelHandle* handle = parts.handles[static_cast<Panel>(panel)];
            const QWidget* widget = panelOf(parts, static_cast<Panel>(panel));
            const auto visible = [&] { return !widget->visibleRegion().isEmpty(); };
            const bool before = visible();
            for (int turn = 0; turn < 2; ++turn) {
                QVERIFY(!handle->visibleRegion().isEmpty());
                QTest::mouseClick(handle, Qt::LeftButton);
                QCOMPARE(visible(), !before);
                QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), Qt::ControlModifier);
                QCOMPARE(visible(), before);
            }
            handle->setFocus(Qt::TabFocusReason);
            QTest::keyClick(handle, Qt::Key_Return);
            QCOMPARE(visible(), !before);
            close();
        }
    }

    void whatWasHiddenByHandStaysHidden()
    {
        show({}, { 1920, 1080 });
        QVERIFY(open());
        const WindowParts& parts = m_window->parts();
        for (const Panel panel : kAllPanels) {
            QVERIFY(panelOf(parts, panel)->isVisible());
            QTest::mouseClick(parts.handles[panel], Qt::LeftButton);
        }
        const auto noneIsThere = [&] {
            return std::ranges::none_of(
                kAllPanels, [&](Panel panel) { return panelOf(parts, panel)->isVisible(); });
        };
        QVERIFY(noneIsThere());
        for (const QSize size : { kSmall, QSize(2560, 1440), QSize(1920, 1080) }) {
            m_window->resize(size);
            QTRY_COMPARE(m_window->size(), size);
            QVERIFY(noneIsThere());
        }
        setScale(2.0);
        setScale(1.0);
        QVERIFY(open(shippedScenarios(m_folders).back().path)); // another scenario
        QVERIFY(noneIsThere());
        QVERIFY(m_window->document().apply({ { "/view/theme", "light" } }, QStringLiteral("Light"), {}));
        QVERIFY(noneIsThere());
    }

    void whatWasHiddenIsRemembered()
    {
        QSettings().clear();
        {
            MainWindow window(m_catalog, m_folders, {});
            window.resize(1920, 1080);
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QVERIFY(window.parts().timeline->isVisible());
            QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
            QVERIFY(!window.parts().timeline->isVisible());
        }
        MainWindow window(m_catalog, m_folders, {});
        window.resize(1920, 1080);
        window.show();
        QVERIFY(window.parts().tape->isVisible());
        QVERIFY(!window.parts().timeline->isVisible());
    }

    void aPanelThatWasCalledForNeverCoversTheStageOfALaterStart()
    {
        QSettings().clear();
        QSettings().setValue(QStringLiteral("window/list"), true);
        MainWindow window(m_catalog, m_folders, { .scale = 2.0 });
        window.resize(kSmall);
        window.show();
        QVERIFY(!window.parts().list->isVisible());
        QVERIFY(window.parts().handles[Panel::List]->isVisible());
    }

    /// The list called over the stage leaves it after the choice, and keys go to what was chosen.
    void choosingAScenarioGoesToTheStage()
    {
        show({}, kSmall);
        QVERIFY(open());
        setScale(2.0);
        const WindowParts& parts = m_window->parts();
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        auto* entries = parts.list->findChild<QListWidget*>();
        QTRY_VERIFY(entries->isVisible());
        QCOMPARE(m_window->focusWidget(), entries);
        QTest::keyClick(entries, Qt::Key_Down);
        QTest::keyClick(entries, Qt::Key_Return);
        QTRY_VERIFY(settled());
        QCOMPARE(m_window->focusWidget(), parts.stage);
        QVERIFY(!parts.list->isVisible());
        Playback& playback = m_window->playback();
        playback.setPlaying(false);
        QTest::keyClick(parts.stage, Qt::Key_End);
        QCOMPARE(playback.time(), playback.end());
        QTest::keyClick(parts.stage, Qt::Key_Home);
        QCOMPARE(playback.time(), core::Instant {});
        QTest::keyClick(parts.stage, Qt::Key_Return);
        QCOMPARE(playback.timeScale(), 1.0);
        QTest::keyClick(parts.stage, Qt::Key_R);
        QVERIFY(playback.isPlaying());
    }

    void aClickOnTheListGoesToTheStageToo()
    {
        show({}, { 1920, 1080 });
        QVERIFY(open());
        auto* entries = m_window->parts().list->findChild<QListWidget*>();
        const QListWidgetItem* third = entries->item(3);
        QTest::mouseClick(entries->viewport(), Qt::LeftButton, {}, entries->visualItemRect(third).center());
        QTRY_VERIFY(settled());
        QVERIFY(m_window->focusWidget() == m_window->parts().stage
            || m_window->focusWidget() == m_window->parts().race);
    }

    void everyKeyIsOnTheSheet()
    {
        show({}, kSmall);
        QVERIFY(open());
        m_window->findChild<QAction*>(QStringLiteral("shortcuts"))->trigger();
        const auto* sheet = m_window->findChild<QWidget*>(QStringLiteral("shortcutsWindow"));
        QVERIFY(sheet);
        const auto* table = sheet->findChild<QTableWidget*>();
        QStringList keys;
        for (int row = 0; row < table->rowCount(); ++row)
            keys << table->item(row, 0)->text();
        for (const char* key : { "E", "R", "I", "O", "T", "Z", "W", "S", "A", "D", "Home", "End", "Space",
                 "[", "]", "?", "Ctrl+L", "Ctrl+J", "Ctrl+K", "Ctrl+I", "Ctrl+," })
            QVERIFY2(keys.contains(QString::fromLatin1(key)), key);
    }

    void keysOfTheStageWorkWhereverTheFocusIs()
    {
        show({}, { 1920, 1080 });
        QVERIFY(open());
        QTest::keyClick(m_window.get(), Qt::Key_T);
        QCOMPARE(m_window->document().scenario().view.stageWidths, core::StageWidths::True);
        QTest::keyClick(m_window.get(), Qt::Key_T);
        QCOMPARE(m_window->document().scenario().view.stageWidths, core::StageWidths::Log);
        ui::TimelineWidget& timeline = *m_window->parts().timeline;
        const core::TimeSpan before = timeline.window();
        QTest::keyClick(m_window.get(), Qt::Key_W);
        QTRY_VERIFY(timeline.window().length() < before.length());
    }

    void noWindowOpensLargerThanItsScreen()
    {
        const QRect room(0, 0, 1280, 720);
        QCOMPARE(fitted({ 100, 100, 800, 500 }, room, 24), QRect(100, 100, 800, 500));
        QCOMPARE(fitted({ 100, 100, 1600, 1000 }, room, 24), QRect(0, 24, 1280, 696));
        QCOMPARE(fitted({ 600, 100, 900, 1000 }, room, 24), QRect(380, 24, 900, 696));
        QCOMPARE(fitted({ 0, 0, 1280, 720 }, { 0, 0, 640, 360 }, 24), QRect(0, 24, 640, 336));
        const ScreenFit fit(nullptr);
        const QSize screen = QGuiApplication::primaryScreen()->availableSize();
        show({ .scale = 2.0 }, screen * 2);
        QVERIFY(m_window->width() <= screen.width() && m_window->height() <= screen.height());
    }

private:
    void setScale(double scale)
    {
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        while (m_window->theme().scale < scale)
            QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }

    static void checkThatNothingOverlaps(const PanelPlaces& places, QSize size)
    {
        QVector<QRect> inFlow { places.main, places.transport };
        for (const Panel panel : kAllPanels) {
            QVERIFY(QRect({}, size).contains(places.panels[panel]) || places.panels[panel].isNull());
            QVERIFY(QRect({}, size).contains(places.handles[panel]));
            if (!places.panels[panel].isNull() && !places.over[panel])
                inFlow << places.panels[panel];
            if (!places.over[panel])
                inFlow << places.handles[panel];
        }
        for (qsizetype i = 0; i < inFlow.size(); ++i)
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!inFlow[i].intersects(inFlow[j]));
    }
};

MEMWALL_TEST(TestWindowPanels, QApplication)

} // namespace tst_window_panels

#include "tst_window_panels.moc"
