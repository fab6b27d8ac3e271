// The wall is dragged in the window: the scenario follows as one step that can be undone, and the picture is
// the hand.
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/stage/stage_layout.h"
#include "widgets/stage/stage_widget.h"

#include <QTest>
#include <QUndoStack>

namespace tst_window_wall
{

using namespace memwall;
using namespace memwall::app;

class TestWindowWall : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }

    void init()
    {
        show({ .autoplay = false }, { 1600, 1000 });
        QVERIFY(open(QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios/machines/gpu-hbm.memwall.json")));
        m_window->grab(); // a first paint, so that the wall has its place
    }
    void cleanup() { close(); }

    void theOpeningFollowsTheHand()
    {
        const double before = tpot();
        const QPointF edge = edgeOfWall();
        hover(edge);
        QCOMPARE(stage().cursor().shape(), Qt::SizeVerCursor);
        press(edge);
        for (int step = 1; step <= 8; ++step)
            drag(edge - QPointF { 0, step * 2.0 });
        QVERIFY(bandwidth() > 1.2);
        QTRY_VERIFY(settled());
        QVERIFY(tpot() < before);
        // Still held: the result came in while the hand was there.
        drag(edge + QPointF { 0, 12 });
        QVERIFY(bandwidth() < 1);
        release(edge + QPointF { 0, 12 });
        QTRY_VERIFY(settled());
        QVERIFY(tpot() > before);
        QCOMPARE(undo().count(), 1);
        QVERIFY(undo().undoText().contains(QStringLiteral("×")));
        undo().undo();
        QCOMPARE(bandwidth(), 1.0);
        QTRY_VERIFY(settled());
        QCOMPARE(tpot(), before);
    }

    void theHandMayLeaveTheStageAndComeBack()
    {
        const QPointF edge = edgeOfWall();
        press(edge);
        QEvent leave { QEvent::Leave };
        QCoreApplication::sendEvent(&stage(), &leave);
        drag(edge - QPointF { 0, 15 });
        QVERIFY(bandwidth() > 1);
        // The button came up where nobody told the stage.
        const double before = bandwidth();
        hover(edge + QPointF { 0, 30 });
        drag(edge + QPointF { 0, 30 });
        QCOMPARE(bandwidth(), before);
    }

    void eachHoldIsAStepOfItsOwn()
    {
        for (const double way : { -10.0, -10.0 }) {
            const QPointF edge = edgeOfWall();
            press(edge);
            drag(edge + QPointF { 0, way });
            release(edge + QPointF { 0, way });
            QTRY_VERIFY(settled());
            m_window->grab();
        }
        QCOMPARE(undo().count(), 2);
        const double far = bandwidth();
        undo().undo();
        QVERIFY(bandwidth() > 1 && bandwidth() < far);
    }

    void aDoubleClickGivesBackWhatIsPublished()
    {
        press(edgeOfWall());
        drag(edgeOfWall() - QPointF { 0, 15 });
        release(edgeOfWall() - QPointF { 0, 15 });
        QTRY_VERIFY(settled());
        m_window->grab();
        const QPointF edge = edgeOfWall();
        hover(edge);
        QTest::mouseDClick(&stage(), Qt::LeftButton, {}, edge.toPoint());
        QCOMPARE(bandwidth(), 1.0);
    }

    void keysMoveItToo()
    {
        stage().setFocus();
        for (int press = 0; press < 4; ++press) {
            QTest::keyClick(&stage(), Qt::Key_Up, Qt::ShiftModifier);
            QTRY_VERIFY(settled());
        }
        QVERIFY(std::abs(bandwidth() - 2) < 0.02);
        QTest::keyClick(&stage(), Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(bandwidth() < 1.8);
    }

private:
    [[nodiscard]] ui::StageWidget& stage() const { return *m_window->parts().stage; }
    [[nodiscard]] QUndoStack& undo() const { return m_window->document().undoStack(); }
    [[nodiscard]] double bandwidth() const
    {
        return m_window->document().scenario().systems[0].pools[0].scale.bandwidth;
    }
    [[nodiscard]] double tpot() const { return m_window->result()->systems[0].report.tpotS; }

    /// The upper edge of the opening, as it is drawn now.
    [[nodiscard]] QPointF edgeOfWall() const
    {
        const core::SystemResult& shown = m_window->result()->systems[0];
        ui::StageInput input;
        input.run = shown.run;
        input.report = &shown.report;
        input.theme = m_window->theme();
        input.time = m_window->playback().time();
        const ui::StageFrame frame = ui::stageFrame(input);
        const ui::StageLayout layout = ui::layoutStage(frame, stage().rect(), input.theme);
        const std::vector<ui::DoorLayout>& doors = layout.houses[0].doors;
        for (std::size_t i = 0; i < doors.size(); ++i)
            if (frame.houses[0].doors[i].wall)
                return { doors[i].wall.center().x(), doors[i].pipe.top() };
        return {};
    }

    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons)
    {
        QMouseEvent event { type, at, stage().mapToGlobal(at), button, buttons, {} };
        QCoreApplication::sendEvent(&stage(), &event);
    }
    void hover(QPointF at) { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton); }
    void press(QPointF at) { mouse(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton); }
    void drag(QPointF at) { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); }
    void release(QPointF at) { mouse(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton); }
};

MEMWALL_TEST(TestWindowWall, QApplication)

} // namespace tst_window_wall

#include "tst_window_wall.moc"
