// The timeline under real events: zoom at the pointer, scrubbing, the minimap, keys, finding, selecting.
#include "core/timeline/totals.h"
#include "tests/support/sample_runs.h"
#include "tests/support/test_program.h"
#include "widgets/base/format.h"
#include "widgets/timeline/range_card.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_painter.h"
#include "widgets/timeline/timeline_widget.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProxyStyle>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace tst_timeline_widget
{

using namespace memwall;
using namespace memwall::ui;
using namespace memwall::tests;

namespace
{

/// A platform that asks for no animation, or for this many milliseconds of it.
class Pace : public QProxyStyle
{
public:
    explicit Pace(int milliseconds)
        : m_milliseconds(milliseconds)
    {
    }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returned) const override
    {
        return hint == SH_Widget_Animation_Duration ? m_milliseconds
                                                    : QProxyStyle::styleHint(hint, option, widget, returned);
    }

private:
    int m_milliseconds;
};

struct Shown
{
    Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
    Pace pace;
    TimelineWidget widget;

    explicit Shown(int animationMs = 0)
        : pace(animationMs)
    {
        widget.setStyle(&pace);
        widget.resize(1000, 270);
        widget.setRun(sample.run);
        widget.show();
        (void)widget.grab();
    }

    [[nodiscard]] QString answer() const
    {
        return widget.findChild<QLabel*>(QStringLiteral("findAnswer"))->text();
    }

    /// Opens the field, writes, and presses Return.
    void find(const QString& words)
    {
        widget.openFind();
        auto* field = widget.findChild<QLineEdit*>(QStringLiteral("findField"));
        field->setText(words);
        QTest::keyClick(field, Qt::Key_Return);
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
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

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

    /// Sixty layers' worth of a gap of days are more picoseconds than there are.
    void aViewAroundAGapOfDaysIsTheWhole()
    {
        core::Workload workload = together(1, 500, 40);
        workload.events.push_back({ 8e5, 500, 40 });
        Shown shown;
        shown.sample = sampleOf(roomyMachine(), workload);
        shown.widget.setRun(shown.sample.run);
        shown.widget.setTime(core::instantAt(4e5));
        for (const core::Depth depth : { core::Depth::Step, core::Depth::Layer, core::Depth::Operator }) {
            shown.widget.setWindow({ core::instantAt(1e5), core::instantAt(3e5) });
            shown.widget.zoomToDepth(depth);
            QCOMPARE(shown.widget.window().length(), shown.sample.run->end() - core::Instant {});
        }
    }

    void aViewOfAHundredDaysMovesAndZooms()
    {
        core::Workload workload = together(1, 500, 40);
        workload.events.push_back({ 8.9e6, 500, 40 });
        Shown shown;
        shown.sample = sampleOf(roomyMachine(), workload);
        shown.widget.setRun(shown.sample.run);
        const core::Instant end = shown.sample.run->end();
        const core::TimeSpan whole { {}, end };
        QCOMPARE(shown.widget.window(), whole);
        wheel(shown.widget, { 900, 120 }, { 0, -240 });
        QCOMPARE(shown.widget.window(), whole);
        shown.widget.setWindow({ core::instantAt(1), end });
        wheel(shown.widget, { 900, 120 }, { -960, 0 }); // by a whole view
        QCOMPARE(shown.widget.window(), (core::TimeSpan { core::instantAt(1), end }));
        wheel(shown.widget, { 900, 120 }, { 960, 0 });
        QCOMPARE(shown.widget.window(), (core::TimeSpan { {}, end - core::fromSeconds(1) }));
    }

    void whileItEasesTheTimeUnderThePointerStays()
    {
        Shown shown(120);
        const QPointF at(600, 120);
        const core::Instant before = shown.layout().scale.pixelToTime(at.x());
        const core::Duration length = shown.widget.window().length();
        QVector<core::TimeSpan> seen;
        connect(&shown.widget, &TimelineWidget::windowChanged, &shown.widget,
            [&seen](core::TimeSpan window) { seen << window; });
        wheel(shown.widget, at, { 0, 240 });
        QTRY_VERIFY(seen.size() > 0);
        wheel(shown.widget, at, { 0, 240 }); // on its way it gets another turn
        QTRY_VERIFY(!shown.widget.isGliding());
        const double ratio = core::toSeconds(shown.widget.window().length()) / core::toSeconds(length);
        QVERIFY2(std::abs(ratio - 0.25) < 1e-6, qPrintable(QString::number(ratio)));
        core::Duration last = length;
        for (const core::TimeSpan& window : seen) {
            QVERIFY(window.length() <= last);
            last = window.length();
            TimeScale scale = shown.layout().scale;
            scale.window = window;
            const core::Instant now = scale.pixelToTime(at.x());
            QVERIFY(std::abs(core::toSeconds(now - before)) < core::toSeconds(length) * 1e-6);
        }
    }

    void controlAndTheWheelZoomToo()
    {
        Shown shown;
        const core::Duration length = shown.widget.window().length();
        wheel(shown.widget, { 600, 120 }, { 0, 240 }, Qt::ControlModifier);
        QVERIFY(shown.widget.window().length() < length);
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

    void findingGoesFromHitToHit()
    {
        Shown shown;
        QSignalSpy seeks(&shown.widget, &TimelineWidget::seekRequested);
        connect(&shown.widget, &TimelineWidget::seekRequested, &shown.widget, &TimelineWidget::setTime);
        shown.find(QStringLiteral("All-Reduce"));
        QVERIFY2(shown.answer().startsWith(QStringLiteral("1 of ")), qPrintable(shown.answer()));
        const auto first = seeks.back().front().value<core::Instant>();
        QCOMPARE(shown.sample.run->at(0, first)->op->kind, core::OperatorKind::AllReduce);
        QVERIFY(shown.widget.window().contains(first));
        shown.widget.findStep(+1);
        const auto second = seeks.back().front().value<core::Instant>();
        QVERIFY(second > first);
        QVERIFY(shown.answer().startsWith(QStringLiteral("2 of ")));
        shown.widget.findStep(-1);
        QCOMPARE(seeks.back().front().value<core::Instant>(), first);
        shown.widget.findStep(-1); // before the first comes the last
        QVERIFY(seeks.back().front().value<core::Instant>() > second);
    }

    void findingUnderstandsPlainWords()
    {
        Shown shown;
        QSignalSpy seeks(&shown.widget, &TimelineWidget::seekRequested);
        const core::Run& run = *shown.sample.run;
        const auto found = [&](const char* words) {
            shown.find(QString::fromLatin1(words));
            return run.at(0, seeks.back().front().value<core::Instant>());
        };
        QCOMPARE(found("layer 12")->layer, 11);
        QCOMPARE(run.tokensWritten(0, found("token 37")->stepSpan.end), 37);
        QCOMPARE(found("prefill")->segment->kind, core::SegmentKind::Prefill);
        QCOMPARE(found("attention layer 3")->op->kind, core::OperatorKind::Attention);
        QCOMPARE(found("mlp")->op->kind, core::OperatorKind::FeedForward);
        QCOMPARE(found("Request 1")->stepSpan.begin, run.requests[0].prefillBegin);
    }

    void findingNothingIsSaidKindly()
    {
        Shown shown;
        QSignalSpy seeks(&shown.widget, &TimelineWidget::seekRequested);
        shown.find(QStringLiteral("layer 81"));
        QVERIFY2(shown.answer().contains(QStringLiteral("80")), qPrintable(shown.answer()));
        shown.find(QStringLiteral("token 101"));
        QVERIFY2(shown.answer().contains(QStringLiteral("100")), qPrintable(shown.answer()));
        for (const char* words : { "experts", "request 9", "transfer", "layer 0", "xyzzy", "token", "%1" }) {
            shown.find(QString::fromLatin1(words));
            QVERIFY2(!shown.answer().isEmpty(), words);
        }
        QCOMPARE(seeks.size(), 0);
        QTest::keyClick(shown.widget.findChild<QLineEdit*>(QStringLiteral("findField")), Qt::Key_Escape);
        QVERIFY(!shown.widget.findChild<QWidget*>(QStringLiteral("findBar"))->isVisible());
    }

    void anotherRunMakesTheSearchAnew()
    {
        Shown shown;
        shown.find(QStringLiteral("token 37"));
        shown.widget.setRun(sampleOf(roomyMachine(), together(1, 500, 20)).run);
        QVERIFY2(shown.answer().contains(QStringLiteral("20")), qPrintable(shown.answer()));
        shown.widget.findStep(+1);
    }

    void shiftAndDraggingSelectsWhatTheMetersSay()
    {
        Shown shown;
        QTest::mousePress(&shown.widget, Qt::LeftButton, Qt::ShiftModifier, QPoint(400, 120));
        QTest::mouseMove(&shown.widget, QPoint(600, 120));
        QTest::mouseRelease(&shown.widget, Qt::LeftButton, Qt::ShiftModifier, QPoint(600, 120));
        const auto range = shown.widget.selection();
        QVERIFY(range);
        QVERIFY(std::abs(shown.layout().scale.timeToPixel(range->begin) - 400) < 1);
        QVERIFY(std::abs(shown.layout().scale.timeToPixel(range->end) - 600) < 1);
        const core::RangeTotals totals = core::totalsOf(*shown.sample.run, *range);
        QVERIFY(shown.widget.findChild<QWidget*>(QStringLiteral("rangeCard"))->isVisible());
        QTest::keyClick(&shown.widget, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(QStringLiteral("%1 tokens").arg(totals.tokens)), qPrintable(copied));
        QVERIFY2(copied.contains(QStringLiteral("weights")), qPrintable(copied));
    }

    void theCardSaysWhatTheReportSays()
    {
        const Shown shown;
        const core::Run& run = *shown.sample.run;
        const core::TimeSpan decode { run.segments[1].begin, run.end() };
        const QString text = rangeLines(run, core::totalsOf(run, decode)).join(u'\n');
        const QString busy = formatPercent(shown.sample.report.decode.computeBusy);
        QVERIFY2(text.contains(QStringLiteral("compute busy %1 ").arg(busy)), qPrintable(text + busy));
        QVERIFY2(text.contains(QStringLiteral("99 tokens written")), qPrintable(text));
    }

    void edgesOfTheSelectionMove()
    {
        Shown shown;
        const TimeScale scale = shown.layout().scale;
        shown.widget.select(core::TimeSpan { scale.pixelToTime(400), scale.pixelToTime(600) });
        (void)shown.widget.grab();
        const auto drag = [&](int from, int to) {
            QTest::mousePress(&shown.widget, Qt::LeftButton, {}, QPoint(from, 120));
            QTest::mouseMove(&shown.widget, QPoint(to, 120));
            QTest::mouseRelease(&shown.widget, Qt::LeftButton, {}, QPoint(to, 120));
        };
        drag(600, 500);
        QVERIFY(std::abs(scale.timeToPixel(shown.widget.selection()->end) - 500) < 1);
        drag(400, 700); // over the other edge
        QVERIFY(std::abs(scale.timeToPixel(shown.widget.selection()->begin) - 500) < 1);
        QVERIFY(std::abs(scale.timeToPixel(shown.widget.selection()->end) - 700) < 1);
        QTest::keyClick(&shown.widget, Qt::Key_Escape);
        QVERIFY(!shown.widget.selection());
    }

    void thePlayheadSelectsToo()
    {
        Shown shown;
        const double end = core::toSeconds(shown.sample.run->end());
        shown.widget.setTime(core::instantAt(end * 0.4));
        shown.widget.selectFromPlayhead();
        shown.widget.setTime(core::instantAt(end * 0.6));
        shown.widget.selectToPlayhead();
        QCOMPARE(*shown.widget.selection(),
            (core::TimeSpan { core::instantAt(end * 0.4), core::instantAt(end * 0.6) }));
    }

    void aMoveOfThePlayheadPaintsItsStripsAlone()
    {
        Shown shown;
        shown.widget.setTime(core::instantAt(0.4));
        QCoreApplication::processEvents();
        struct Watch : QObject
        {
            int pixels = 0;
            bool eventFilter(QObject*, QEvent* event) override
            {
                if (event->type() == QEvent::Paint)
                    for (const QRect& part : static_cast<QPaintEvent*>(event)->region())
                        pixels += part.width() * part.height();
                return false;
            }
        } watch;
        shown.widget.installEventFilter(&watch);
        shown.widget.setTime(core::instantAt(0.5));
        QCoreApplication::processEvents();
        QVERIFY(watch.pixels > 0);
        QVERIFY2(watch.pixels < 1000 * 270 / 20, qPrintable(QString::number(watch.pixels)));
        // … and the result is the same as painting everything.
        const auto onScreen
            = [&shown] { return shown.widget.screen()->grabWindow(shown.widget.winId()).toImage(); };
        const QImage parts = onScreen();
        shown.widget.update();
        QCoreApplication::processEvents();
        QVERIFY(!parts.isNull());
        QCOMPARE(onScreen(), parts);
    }

    void noLineOfTheRulerCrossesAWordOfABar()
    {
        Shown shown;
        TimelineLayout layout
            = layOutTimeline(*shown.sample.run, { {}, shown.sample.run->end() }, { 1000, 270 }, 1);
        const auto painted = [&layout] {
            QImage image({ 1000, 270 }, QImage::Format_RGB32);
            image.fill(Qt::darkGray);
            QPainter painter(&image);
            paintTimelineView(painter, layout, Theme::darkTheme());
            return image;
        };
        layout.rules.clear();
        for (TimelineLane& lane : layout.lanes)
            lane.bars.clear();
        TimelineLane& lane = layout.lanes.front();
        lane.bars = { { lane.rect, 1.0, false, QStringLiteral("a long word"), 0.1 } };
        const QImage without = painted();
        for (int i = 0; i < 40; ++i)
            layout.rules.push_back({ lane.rect.center().x() - 40 + 2 * i, {} });
        const QImage with = painted();
        int letters = 0;
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x) {
                const QRgb was = without.pixel(x, y);
                if (!lane.rect.contains(x, y) || (was != qRgb(0, 0, 0) && was != qRgb(255, 255, 255)))
                    continue;
                ++letters;
                QCOMPARE(with.pixel(x, y), was);
            }
        QVERIFY(letters > 20);
        QVERIFY(with != without);
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

MEMWALL_TEST(TestTimelineWidget, QApplication)

} // namespace tst_timeline_widget

#include "tst_timeline_widget.moc"
