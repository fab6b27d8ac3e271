// The timeline under real events: zoom at the pointer, scrubbing, the minimap, keys.
#include "tests/support/sample_runs.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QPushButton>
#include <QtTest>

using namespace memwall;
using namespace memwall::ui;
using namespace memwall::tests;

namespace
{

struct Shown
{
    Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
    TimelineWidget widget;

    Shown()
    {
        widget.resize(1000, 270);
        widget.setRun(sample.run);
        widget.show();
        (void)widget.grab();
    }

    [[nodiscard]] TimelineLayout layout() const
    {
        return layOutTimeline(*sample.run, widget.window(), widget.size(), 1);
    }
};

void wheel(QWidget& widget, QPointF at, QPoint delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(
        at, widget.mapToGlobal(at), {}, delta, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class TestTimelineWidget : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }

    void theWheelZoomsAroundThePointer()
    {
        Shown shown;
        const QPointF at(600, 120);
        const core::Instant before = shown.layout().scale.pixelToTime(at.x());
        const core::Duration length = shown.widget.window().length();
        wheel(shown.widget, at, { 0, 240 });
        QVERIFY(shown.widget.window().length() < length);
        const core::Instant after = shown.layout().scale.pixelToTime(at.x());
        QVERIFY(std::abs(core::toSeconds(after - before)) < core::toSeconds(length) * 1e-6);
    }

    void theWindowNeverLeavesTheRun()
    {
        Shown shown;
        wheel(shown.widget, { 600, 120 }, { 0, -2400 });
        QCOMPARE(shown.widget.window(), (core::TimeSpan { {}, shown.sample.run->end() }));
        for (int i = 0; i < 60; ++i)
            wheel(shown.widget, { 600, 120 }, { 0, 960 });
        QVERIFY(shown.widget.window().length().count() >= 1000);
        wheel(shown.widget, { 600, 120 }, { 0, 120 }, Qt::ShiftModifier);
        QVERIFY(shown.widget.window().begin >= core::Instant {});
    }

    void draggingOnTheLanesScrubs()
    {
        Shown shown;
        QSignalSpy seeks(&shown.widget, &TimelineWidget::seekRequested);
        QTest::mousePress(&shown.widget, Qt::LeftButton, {}, QPoint(400, 120));
        QTest::mouseMove(&shown.widget, QPoint(500, 120));
        QTest::mouseRelease(&shown.widget, Qt::LeftButton, {}, QPoint(500, 120));
        QVERIFY(seeks.size() >= 2);
        const auto last = seeks.back().front().value<core::Instant>();
        QVERIFY(std::abs(shown.layout().scale.timeToPixel(last) - 500) < 1);
    }

    void aDoubleClickZoomsToWhatIsUnderIt()
    {
        Shown shown;
        const core::Duration before = shown.widget.window().length();
        const core::Instant t = shown.layout().scale.pixelToTime(600);
        QTest::mouseDClick(&shown.widget, Qt::LeftButton, {}, QPoint(600, 120));
        QVERIFY(shown.widget.window().length() < before / 20);
        QVERIFY(shown.widget.window().contains(t));
    }

    void theMinimapMovesTheWindow()
    {
        Shown shown;
        wheel(shown.widget, { 200, 120 }, { 0, 720 });
        (void)shown.widget.grab();
        const TimelineLayout layout = shown.layout();
        const core::TimeSpan before = shown.widget.window();
        const QPoint far(
            static_cast<int>(layout.minimap.right()) - 60, static_cast<int>(layout.minimap.center().y()));
        QTest::mouseClick(&shown.widget, Qt::LeftButton, {}, far);
        QVERIFY(shown.widget.window().begin > before.begin);
        QCOMPARE(shown.widget.window().length(), before.length());
    }

    void keysZoomAndPan()
    {
        Shown shown;
        const core::TimeSpan all = shown.widget.window();
        shown.widget.setTime(core::instantAt(core::toSeconds(all.end) / 2));
        QTest::keyClick(&shown.widget, Qt::Key_W);
        QVERIFY(shown.widget.window().length() < all.length());
        const core::Instant begin = shown.widget.window().begin;
        QTest::keyClick(&shown.widget, Qt::Key_D);
        QVERIFY(shown.widget.window().begin > begin);
        QTest::keyClick(&shown.widget, Qt::Key_A);
        QVERIFY(std::abs((shown.widget.window().begin - begin).count()) < 10);
        QTest::keyClick(&shown.widget, Qt::Key_S);
        QTest::keyClick(&shown.widget, Qt::Key_S);
        QCOMPARE(shown.widget.window(), all);
    }

    void buttonsZoomToTheirDepth()
    {
        Shown shown;
        shown.widget.setTime(core::instantAt(core::toSeconds(shown.sample.run->end()) / 2));
        core::Duration last = shown.widget.window().length();
        for (const char* name : { "depth1", "depth2", "depth3" }) {
            QTest::mouseClick(
                shown.widget.findChild<QPushButton*>(QString::fromLatin1(name)), Qt::LeftButton);
            QVERIFY2(shown.widget.window().length() < last, name);
            last = shown.widget.window().length();
        }
        QTest::mouseClick(shown.widget.findChild<QPushButton*>(QStringLiteral("depth0")), Qt::LeftButton);
        QCOMPARE(shown.widget.window().end, shown.sample.run->end());
    }

    void theWindowFollowsThePlayhead()
    {
        Shown shown;
        shown.widget.setTime(core::instantAt(0.1));
        shown.widget.zoomToDepth(core::Depth::Step);
        const core::TimeSpan before = shown.widget.window();
        shown.widget.setTime(before.end + core::Duration { 5 });
        QVERIFY(shown.widget.window().contains(before.end + core::Duration { 5 }));
        QCOMPARE(shown.widget.window().length(), before.length());
    }

    void aRunThatDoesNotFitIsNoCrash()
    {
        TimelineWidget widget;
        widget.resize(800, 200);
        widget.setRun(sampleOf(plainMachine(llama70b()), together(1, 10, 10)).run);
        widget.show();
        QVERIFY(!widget.grab().isNull());
        QTest::mouseClick(&widget, Qt::LeftButton, {}, QPoint(400, 100));
        wheel(widget, { 400, 100 }, { 0, 120 });
    }
};

QTEST_MAIN(TestTimelineWidget)
#include "tst_timeline_widget.moc"
