// Geometry of the timeline: lanes tile, bars are as long as the run says, a long run costs what a short one
// does.
#include "tests/support/painted_text.h"
#include "tests/support/sample_runs.h"
#include "tests/support/test_program.h"
#include "widgets/theme/theme.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_painter.h"

#include <QTest>

#include <map>
#include <set>

namespace tst_timeline_layout
{

using namespace memwall;
using namespace memwall::ui;
using namespace memwall::tests;

namespace
{

/// Prompts on one pool, answers on the other.
Sample disaggregated()
{
    core::Machine machine = roomyMachine();
    machine.pools[0].chip.name = "Accelerator 4 SXM";
    machine.pools.push_back(machine.pools[0]);
    machine.pools[0].role = core::PoolRole::Prefill;
    machine.pools[1].role = core::PoolRole::Decode;
    machine.between = plainLink();
    return sampleOf(machine, together(1, 4000, 50));
}

} // namespace

class TestTimelineLayout : public QObject
{
    Q_OBJECT

private slots:
    void pixelsAndTimesRoundTrip()
    {
        const TimeScale scale { { core::instantAt(1), core::instantAt(3) }, 100, 400 };
        QCOMPARE(scale.timeToPixel(core::instantAt(2)), 300.0);
        for (const double x : { 100.0, 133.0, 250.5, 500.0 })
            QVERIFY(std::abs(scale.timeToPixel(scale.pixelToTime(x)) - x) < 1e-6);
        const TimeScale none { { core::instantAt(1), core::instantAt(3) }, 100, 0 };
        QCOMPARE(none.timeToPixel(core::instantAt(2)), 100.0);
        QCOMPARE(none.pixelToTime(500), core::instantAt(1));
    }

    void lanesTileThePlotAndNothingOverlaps()
    {
        const Sample sample = sampleOf(roomyMachine(), together(2, 500, 100));
        for (const QSizeF size : { QSizeF(560, 170), QSizeF(900, 270), QSizeF(2600, 700) })
            for (const double unit : { 1.0, 1.5, 2.0 }) {
                const TimelineLayout layout
                    = layOutTimeline(*sample.run, { {}, sample.run->end() }, size * unit, unit);
                QVERIFY(!layout.lanes.empty());
                double top = layout.plot.top();
                for (const TimelineLane& lane : layout.lanes) {
                    QVERIFY(std::abs(lane.rect.top() - top) < 1e-6);
                    top = lane.rect.bottom();
                    for (const LaneBar& bar : lane.bars)
                        QVERIFY(lane.rect.adjusted(-1, -1, 1, 1).contains(bar.rect));
                }
                QVERIFY(std::abs(top - layout.plot.bottom()) < 1e-6);
                QVERIFY(layout.header.bottom() <= layout.ruler.top() + 1e-6);
                QVERIFY(layout.plot.bottom() <= layout.minimap.top());
                QVERIFY(layout.minimap.bottom() < size.height() * unit);
            }
    }

    void everyLaneHasRoomForItsWholeName()
    {
        const Sample sample = disaggregated();
        Theme theme = Theme::darkTheme();
        for (const double unit : { 1.0, 1.5, 2.0 }) {
            theme.scale = unit;
            const QFontMetricsF metrics { theme.font(TextRole::Caption) };
            const TimelineLayout layout
                = layOutTimeline(*sample.run, { {}, sample.run->end() }, QSizeF(1000, 270) * unit, unit);
            for (const TimelineLane& lane : layout.lanes)
                QVERIFY2(metrics.horizontalAdvance(lane.label) <= lane.rect.left() - 24 * unit,
                    qPrintable(lane.label));
        }
    }

    void barsAreAsLongAsTheLaneIsBusy()
    {
        const Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
        const core::Segment& decode = sample.run->segments[1];
        const core::TimeSpan window { decode.boundary(10), decode.boundary(12) };
        const TimelineLayout layout = layOutTimeline(*sample.run, window, { 1600, 270 }, 1);
        QCOMPARE(layout.depth, core::Depth::Layer);
        const auto weights = std::find_if(layout.lanes.begin(), layout.lanes.end(),
            [](const TimelineLane& lane) { return lane.role == LaneRole::Weights; });
        double pixels = 0;
        for (const LaneBar& bar : weights->bars)
            pixels += bar.rect.width() * bar.share;
        const double busy = sample.run->laneSeconds(0, core::Lane::Weights, window.end)
            - sample.run->laneSeconds(0, core::Lane::Weights, window.begin);
        const double expected = busy / core::toSeconds(window.length()) * layout.scale.width;
        QVERIFY(std::abs(pixels / expected - 1) < 0.02);
    }

    void operatorsShowTheirNamesWhereThereIsRoom()
    {
        const Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
        const core::Segment& decode = sample.run->segments[1];
        const core::Instant begin = decode.boundary(10);
        const TimelineLayout layout
            = layOutTimeline(*sample.run, { begin, begin + core::fromSeconds(500e-6) }, { 1200, 270 }, 1);
        QCOMPARE(layout.depth, core::Depth::Operator);
        bool named = false;
        for (const TimelineLane& lane : layout.lanes)
            for (const LaneBar& bar : lane.bars)
                named = named || bar.label == QStringLiteral("feed-forward");
        QVERIFY(named);
    }

    /// A pool whose last operators are in sight does not make its neighbour's twenty tokens operators.
    void theDepthIsOneThatAllPoolsAtWorkAreDrawnIn()
    {
        core::Machine machine = roomyMachine();
        machine.pools.push_back(machine.pools.front());
        machine.pools.front().role = core::PoolRole::Prefill;
        machine.pools.back().role = core::PoolRole::Decode;
        machine.between = tests::plainLink();
        const Sample sample = sampleOf(machine, together(1, 500, 100));
        const core::Segment& prefill = sample.run->segments.front();
        const core::Segment& decode = sample.run->segments.back();
        QCOMPARE(int(prefill.pool), 0);
        QCOMPARE(int(decode.pool), 1);
        const core::TimeSpan window { prefill.end - core::fromSeconds(1e-4), decode.boundary(20) };
        QCOMPARE(layOutTimeline(*sample.run, window, { 1600, 270 }, 1).depth, core::Depth::Step);
    }

    void aRunOfTenMillionStepsMakesNoMoreBarsThanAHundred()
    {
        const auto barsOf = [](std::int64_t tokens) {
            core::Machine machine = roomyMachine();
            machine.model.maxContext.reset();
            machine.pools[0].chip.levels[0].capacity->value = { 1e15 };
            const Sample sample = sampleOf(machine, together(1, 10, tokens));
            const TimelineLayout layout
                = layOutTimeline(*sample.run, { {}, sample.run->end() }, { 1000, 270 }, 1);
            std::size_t bars = layout.overview.size();
            for (const TimelineLane& lane : layout.lanes)
                bars += lane.bars.size();
            return bars;
        };
        const std::size_t small = barsOf(100);
        QVERIFY(barsOf(10'000'000) <= small + small / 2);
    }

    void theWidthBoundsTheBarsHoweverFarOneZooms()
    {
        core::Machine machine = roomyMachine();
        machine.model.maxContext.reset();
        machine.pools[0].chip.levels[0].capacity->value = { 1e15 };
        constexpr double kWidth = 1000;
        for (const std::int64_t tokens : { 100, 10'000'000 }) {
            const Sample sample = sampleOf(machine, together(1, 10, tokens));
            const core::Instant end = sample.run->end();
            for (double length = core::toSeconds(end); length > 1e-6; length /= 3) {
                const core::Instant begin = core::instantAt((core::toSeconds(end) - length) * 0.6);
                const TimelineLayout layout = layOutTimeline(
                    *sample.run, { begin, begin + core::fromSeconds(length) }, { kWidth, 270 }, 1);
                for (const TimelineLane& lane : layout.lanes)
                    QVERIFY(static_cast<double>(lane.bars.size()) <= kWidth / 2 + 2);
                QVERIFY(static_cast<double>(layout.rules.size()) <= kWidth / 70 + 2);
            }
        }
    }

    /// A day and a hundred days after the start doubles of seconds are coarser than the steps of the ruler.
    void theRulerEndsAndItsLabelsDiffer()
    {
        core::Workload workload = together(1, 500, 40);
        workload.events.push_back({ 8.9e6, 500, 40 });
        const Sample sample = sampleOf(roomyMachine(), workload);
        const core::Instant end = sample.run->end();
        QVERIFY(sample.run->fits && end > core::instantAt(8.9e6));
        constexpr double kWidth = 1000;
        for (const double beginS : { 0.0, 1e-4, 1.23456, 1500.7, 86400.0, 1.1e6, 8.8e6 })
            for (core::Duration length { 1000 }; length < core::Duration::max();
                 length = core::multiplied(length, 7)) {
                const core::TimeSpan window { core::instantAt(beginS),
                    std::min(end, core::later(core::instantAt(beginS), length)) };
                const TimelineLayout layout = layOutTimeline(*sample.run, window, { kWidth, 270 }, 1);
                QVERIFY(!layout.rules.empty());
                QVERIFY(static_cast<double>(layout.rules.size()) <= kWidth / 70 + 2);
                for (std::size_t i = 1; i < layout.rules.size(); ++i) {
                    QVERIFY(layout.rules[i].x > layout.rules[i - 1].x);
                    for (std::size_t before = 0; before < i; ++before)
                        QVERIFY2(layout.rules[i].label != layout.rules[before].label,
                            qPrintable(QStringLiteral("%1 s, %2 ps: %3")
                                           .arg(beginS)
                                           .arg(length.count())
                                           .arg(layout.rules[i].label)));
                }
            }
    }

    void labelsThatWouldBeTheSameCountFromTheFirst()
    {
        core::Workload workload = together(1, 500, 40);
        workload.events.push_back({ 1e6, 500, 40 });
        const Sample sample = sampleOf(roomyMachine(), workload);
        const auto labels = [&](double beginS, double lengthS) {
            const core::Instant begin = core::instantAt(beginS);
            const TimelineLayout layout = layOutTimeline(
                *sample.run, { begin, begin + core::fromSeconds(lengthS) }, { 1000, 270 }, 1);
            QStringList words;
            for (std::size_t i = 0; i < 3 && i < layout.rules.size(); ++i)
                words << QString(layout.rules[i].label).replace(QChar { 0x2009 }, u' ');
            return words.join(QStringLiteral(", "));
        };
        QCOMPARE(labels(100, 90), QStringLiteral("100 s, 110 s, 120 s"));
        QCOMPARE(labels(123, 0.9), QStringLiteral("123 s, +100 ms, +200 ms"));
        QCOMPARE(labels(123.4, 9e-3), QStringLiteral("123.4 s, +1 ms, +2 ms"));
        QCOMPARE(labels(1e5, 0.9), QStringLiteral("100,000 s, +100 ms, +200 ms"));
        QCOMPARE(labels(123456.7, 9e-9), QStringLiteral("123,456.7 s, +1 ns, +2 ns"));
        QCOMPARE(labels(123456.789012345, 9e-9), QStringLiteral("≈ 34.3 h, +1 ns, +2 ns"));
    }

    void sharesOfColumnsAddUpToWhatTheMetersSay()
    {
        const Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
        const core::TimeSpan window { {}, sample.run->end() };
        const TimelineLayout layout = layOutTimeline(*sample.run, window, { 1000, 270 }, 1);
        const auto weights = std::find_if(layout.lanes.begin(), layout.lanes.end(),
            [](const TimelineLane& lane) { return lane.role == LaneRole::Weights; });
        double pixels = 0;
        for (const LaneBar& bar : weights->bars)
            pixels += bar.rect.width() * bar.share;
        const double busy = sample.run->laneSeconds(0, core::Lane::Weights, window.end);
        QVERIFY(std::abs(pixels / (busy / core::toSeconds(window.length()) * layout.scale.width) - 1) < 0.02);
    }

    void whatIsPaintedIsTheTimeThatALaneIsBusyAtEveryZoom_data()
    {
        QTest::addColumn<std::int64_t>("steps");
        for (const std::int64_t steps : { 1, 2, 12, 40, 99 })
            QTest::addRow("%lld steps", static_cast<long long>(steps)) << steps;
    }
    void whatIsPaintedIsTheTimeThatALaneIsBusyAtEveryZoom()
    {
        QFETCH(std::int64_t, steps);
        const Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
        const core::Segment& decode = sample.run->segments[1];
        const core::TimeSpan window { decode.boundary(0), decode.boundary(steps) };
        const TimelineLayout layout = layOutTimeline(*sample.run, window, { 900, 270 }, 1);
        const std::map<LaneRole, core::Lane> meters { { LaneRole::Compute, core::Lane::Compute },
            { LaneRole::Weights, core::Lane::Weights }, { LaneRole::KvCache, core::Lane::KvCache },
            { LaneRole::Link, core::Lane::Communication }, { LaneRole::Latency, core::Lane::Fixed } };
        for (const TimelineLane& lane : layout.lanes) {
            if (lane.role == LaneRole::Prefill)
                continue;
            const core::Lane meter = meters.at(lane.role);
            const double busy = sample.run->laneSeconds(0, meter, window.end)
                - sample.run->laneSeconds(0, meter, window.begin);
            const double exact = busy / core::toSeconds(window.length()) * layout.scale.width;
            double pixels = 0;
            for (const LaneBar& bar : lane.bars)
                pixels += bar.rect.width() * bar.share;
            QVERIFY2(std::abs(pixels - exact) < 0.5 + 0.02 * exact,
                qPrintable(QStringLiteral("%1: %2 px for %3").arg(lane.label).arg(pixels).arg(exact)));
        }
    }

    void aLaneThatHardlyWorksLooksNearlyEmpty()
    {
        const Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
        const core::Segment& decode = sample.run->segments[1];
        constexpr QSizeF kSize { 900, 270 };
        const Theme theme = Theme::darkTheme();
        for (const std::int64_t steps : { 4, 12, 40, 99 }) {
            const core::TimeSpan window { decode.boundary(0), decode.boundary(steps) };
            const TimelineLayout layout = layOutTimeline(*sample.run, window, kSize, 1);
            const auto compute = std::find_if(layout.lanes.begin(), layout.lanes.end(),
                [](const TimelineLane& lane) { return lane.role == LaneRole::Compute; });
            const auto picture = [&](bool view) {
                QImage image { kSize.toSize(), QImage::Format_RGB32 };
                image.fill(theme.window);
                QPainter painter { &image };
                paintTimelineGround(painter, layout, kSize, theme);
                if (view)
                    paintTimelineView(painter, layout, theme);
                return image;
            };
            const QImage without = picture(false), with = picture(true);
            const QRect lane = compute->rect.toRect();
            int painted = 0;
            for (int y = lane.top(); y <= lane.bottom(); ++y)
                for (int x = lane.left(); x <= lane.right(); ++x)
                    painted += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
            const double share = painted / (1.0 * lane.width() * lane.height());
            // 0.4 % busy: one row of pixels of some thirty, and the ruler's lines
            QVERIFY2(share < 0.08, qPrintable(QString::number(share)));
            QVERIFY(share > 0);
        }
    }

    void manyShortPrefillsAreAsDenseAsTheyAre()
    {
        core::Workload workload = together(1, 500, 2);
        for (int i = 1; i < 400; ++i)
            workload.events.push_back({ i * 1.0, 16, 2 });
        const Sample sample = sampleOf(roomyMachine(), workload);
        double busy = 0;
        for (const core::Segment& segment : sample.run->segments)
            if (segment.kind == core::SegmentKind::Prefill)
                busy += core::toSeconds(segment.end - segment.begin);
        const TimelineLayout layout = layOutTimeline(*sample.run, { {}, sample.run->end() }, { 300, 270 }, 1);
        const auto prefill = std::find_if(layout.lanes.begin(), layout.lanes.end(),
            [](const TimelineLane& lane) { return lane.role == LaneRole::Prefill; });
        double pixels = 0;
        for (const LaneBar& bar : prefill->bars)
            pixels += bar.rect.width() * bar.share;
        const double exact = busy / core::toSeconds(sample.run->end()) * layout.scale.width;
        QVERIFY2(std::abs(pixels / exact - 1) < 0.05,
            qPrintable(QStringLiteral("%1 px for %2").arg(pixels).arg(exact)));
    }

    void lanesOfTwoPoolsOfTheSameChipHaveDifferentNames()
    {
        const Sample sample = disaggregated();
        const TimelineLayout layout
            = layOutTimeline(*sample.run, { {}, sample.run->end() }, { 1000, 400 }, 1);
        std::set<QString> names;
        for (const TimelineLane& lane : layout.lanes)
            QVERIFY2(names.insert(lane.label).second, qPrintable(lane.label));
        QVERIFY(names.contains(QStringLiteral("prefill · prompts")));
        QVERIFY(names.contains(QStringLiteral("decode · all-reduce")));
    }

    void heightAndHatchingAreExplained()
    {
        const Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
        for (const QSize size : { QSize { 820, 170 }, QSize { 1400, 270 } }) {
            test::TextDevice device(size);
            QPainter painter(&device);
            paintTimelineView(painter, layOutTimeline(*sample.run, { {}, sample.run->end() }, size, 1),
                Theme::lightTheme());
            painter.end();
            QStringList texts;
            for (const test::PaintedText& text : device.texts())
                texts << text.text;
            for (const char* word : { "works", "partly", "waits" })
                QVERIFY2(texts.contains(QString::fromLatin1(word)), word);
        }
    }

    void unitsSayHowLongTheyLast()
    {
        const Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
        const core::Instant begin = sample.run->segments[1].boundary(10);
        const core::TimeSpan window { begin, begin + core::fromSeconds(500e-6) };
        const TimelineLayout layout = layOutTimeline(*sample.run, window, { 1200, 270 }, 1);
        for (const TimelineLane& lane : layout.lanes)
            for (const LaneBar& bar : lane.bars)
                if (bar.rect.width() > 30 && bar.rect.left() > lane.rect.left() + 1
                    && bar.rect.right() < lane.rect.right() - 1)
                    QVERIFY(
                        std::abs(bar.seconds.value() / (bar.rect.width() / layout.scale.width * 500e-6) - 1)
                        < 0.05);
    }

    void bothPoolsAndTheTransferHaveLanes()
    {
        const Sample sample = disaggregated();
        const TimelineLayout layout
            = layOutTimeline(*sample.run, { {}, sample.run->end() }, { 1000, 400 }, 1);
        std::set<std::size_t> pools;
        bool transfer = false, prefill = false, link = false;
        for (const TimelineLane& lane : layout.lanes) {
            pools.insert(lane.pool);
            transfer = transfer || (lane.role == LaneRole::Transfer && !lane.bars.empty());
            link = link || (lane.pool == 1 && lane.role == LaneRole::Link);
            prefill = prefill || (lane.role == LaneRole::Prefill && !lane.bars.empty());
        }
        QCOMPARE(pools.size(), 2U);
        QVERIFY(transfer);
        QVERIFY(link); // the decoding chips' own all-reduces
        QVERIFY(prefill);
    }

    void tokensAreNumberedAsTheyAreWritten()
    {
        const Sample sample = sampleOf(roomyMachine(), together(1, 500, 100));
        const core::Segment& decode = sample.run->segments[1];
        // Step 0 of the decode writes the second token: the prefill wrote the first.
        const TimelineLayout layout
            = layOutTimeline(*sample.run, { decode.boundary(0), decode.boundary(4) }, { 1000, 270 }, 1);
        QCOMPARE(layout.rules.front().label, QStringLiteral("token 2"));
        QCOMPARE(layout.rules.size(), 4U);
        QVERIFY(layout.summary.startsWith(QStringLiteral("token 2")));
    }
};

MEMWALL_TEST(TestTimelineLayout, QApplication)

} // namespace tst_timeline_layout

#include "tst_timeline_layout.moc"
