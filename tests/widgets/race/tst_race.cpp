// A race shows what its runs say: text, bars, marks and pictures are read back and compared with them.
#include "tests/support/run_builder.h"
#include "tests/support/test_program.h"
#include "widgets/race/answer_cache.h"
#include "widgets/race/lane_painter.h"
#include "widgets/race/lane_picture.h"
#include "widgets/race/race_table.h"
#include "widgets/race/race_widget.h"
#include "widgets/tape/tape_text.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <limits>

namespace tst_race
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

RaceLane laneOf(const std::shared_ptr<core::Run>& run, const QString& name,
    core::Bottleneck bottleneck = core::Bottleneck::Memory, double tokensPerS = 75)
{
    run->name = name.toStdString();
    for (core::RequestRun& request : run->requests)
        request.finish = run->end();
    return raceLane({ run, test::reportFor(*run, bottleneck, tokensPerS) }, nullptr);
}

/// Slow and fast, without weights to fetch, and one that has no room.
std::vector<RaceLane> fourLanes()
{
    std::vector<RaceLane> lanes { laneOf(test::wallRun(), QStringLiteral("wall")),
        laneOf(test::speculationRun(), QStringLiteral("drafts")),
        laneOf(test::circuitRun(), QStringLiteral("circuit"), core::Bottleneck::Fixed, 16'700),
        laneOf(test::overflowingRun(), QStringLiteral("too large")) };
    return lanes;
}

core::Workload oneUser()
{
    core::Workload workload;
    workload.answerText = "one two three four five six seven eight nine ten eleven twelve";
    return workload;
}

QString wordsUpTo(std::int64_t count, const QString& answer)
{
    QString words;
    for (std::int64_t i = 0; i < count; ++i)
        words += tokenText(answer, i);
    return words.trimmed();
}

struct Race
{
    explicit Race(QSize size = { 1200, 800 }, const Theme& theme = Theme::darkTheme())
    {
        widget.setTheme(theme);
        widget.setLanes(fourLanes(), oneUser());
        widget.resize(size);
        widget.show();
        (void)widget.grab(); // lays out
    }
    RaceWidget widget;
};

} // namespace

class TestRace : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void aLaneStandsWhereItsRunSays()
    {
        const auto lanes = fourLanes();
        QRandomGenerator random { 7 };
        for (int round = 0; round < 200; ++round) {
            const core::Instant t = core::instantAt(random.bounded(0.8));
            for (std::size_t i = 0; i < 3; ++i) {
                const core::Run& run = *lanes[i].result.run;
                const core::RequestRun& request = run.requests.front();
                const LaneNow now = laneNow(lanes, i, t);
                QCOMPARE(now.written, run.tokensWritten(0, t));
                QCOMPARE(now.finish, request.finish);
                QCOMPARE(now.state == LaneState::Finished, t >= request.finish);
                QCOMPARE(now.rank > 0, t >= request.finish);
                if (now.state == LaneState::Writing)
                    QVERIFY(now.written > 0 && t < request.finish);
            }
            QCOMPARE(laneNow(lanes, 3, t).state, LaneState::Impossible);
        }
    }

    void ranksFollowTheFinish()
    {
        const auto lanes = fourLanes();
        const core::Instant end = raceScale(lanes).end;
        for (std::size_t a = 0; a < 3; ++a)
            for (std::size_t b = 0; b < 3; ++b) {
                const LaneNow left = laneNow(lanes, a, end), right = laneNow(lanes, b, end);
                QCOMPARE(left.rank < right.rank, left.finish < right.finish);
            }
        QCOMPARE(laneNow(lanes, 3, end).rank, 0); // what does not run is not last, it is nowhere
    }

    void everyBarHasTheSameAxes()
    {
        const auto lanes = fourLanes();
        const RaceScale scale = raceScale(lanes);
        core::Instant last {};
        std::int64_t most = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            last = std::max(last, lanes[i].result.run->end());
            most = std::max(most, lanes[i].result.run->requests.front().outputTokens);
        }
        QCOMPARE(scale.end, last);
        QCOMPARE(scale.tokens, most);
        const LaneLayout layout = layoutLane({ 1200, 180 }, Theme::darkTheme());
        QCOMPARE(layout.tokenBar.width(), layout.timeBar.width());
        QCOMPARE(placeOnTimeBar(layout, scale, {}), layout.timeBar.left());
        QCOMPARE(placeOnTimeBar(layout, scale, scale.end), layout.timeBar.right());
        for (std::size_t i = 0; i < 3; ++i) {
            const LaneNow now = laneNow(lanes, i, core::instantAt(0.2));
            const double share = tokenFill(layout, scale, now).width() / layout.tokenBar.width();
            QVERIFY(std::abs(share - static_cast<double>(now.written) / static_cast<double>(most)) < 1e-9);
        }
    }

    void theTextIsWhatIsWritten()
    {
        Race race;
        for (const double seconds : { 0.0, 0.05, 0.13, 0.2, 0.31, 0.5, 0.7 }) {
            race.widget.setTime(core::instantAt(seconds));
            (void)race.widget.grab();
            const auto lanes = fourLanes();
            for (std::size_t i = 0; i < 2; ++i) {
                const auto written = lanes[i].result.run->tokensWritten(0, core::instantAt(seconds));
                const QString answer = QString::fromStdString(*oneUser().answerText);
                // Of an answer that repeats its text, a lane holds the last two repetitions.
                const QString shown = race.widget.lane(i)->answerText(), all = wordsUpTo(written, answer);
                QVERIFY2(all.endsWith(shown) && shown.isEmpty() == all.isEmpty(), qPrintable(shown));
                QVERIFY(shown == all || shown.size() >= answer.size());
            }
        }
    }

    void aGrowingAnswerLooksLikeOneDrawnAtOnce()
    {
        const auto run = test::wallRun();
        const QStringList tokens = tokensOf({});
        AnswerCache growing, fresh;
        QImage shown;
        growing.reset({ 300, 60 }, 1, Theme::darkTheme());
        for (std::int64_t n = 0; n <= 40; ++n) {
            const QImage grown = growing.picture({ *run, 0, n, tokens }).toImage();
            fresh.reset({ 300, 60 }, 1, Theme::darkTheme());
            QCOMPARE(grown, fresh.picture({ *run, 0, n, tokens }).toImage());
            QCOMPARE(growing.caret(), fresh.caret());
            // Elsewhere than it says nothing changed.
            const QRect changed = growing.changed().toAlignedRect();
            for (int y = 0; n > 0 && y < grown.height(); ++y)
                if (!changed.contains(0, y))
                    QCOMPARE(grown.copy(0, y, 300, 1), shown.copy(0, y, 300, 1));
            shown = grown;
        }
        QVERIFY2(growing.redraws() < 3, "drew the whole answer again");
        // Back in time the words are gone again.
        const QImage before = growing.picture({ *run, 0, 3, tokens }).toImage();
        fresh.reset({ 300, 60 }, 1, Theme::darkTheme());
        QCOMPARE(before, fresh.picture({ *run, 0, 3, tokens }).toImage());
    }

    void deadDraftsAreNotPartOfTheAnswer()
    {
        const auto run = test::speculationRun();
        const QStringList tokens = tokensOf({});
        const auto lines = lastLines({ *run, 0, 5, tokens }, Theme::darkTheme(), 2000, 9);
        QCOMPARE(lines.size(), std::size_t { 1 });
        QCOMPARE(lines.front().size(), std::size_t { 5 });
    }

    void roomsAreAsFullAsTheRunSays()
    {
        const Theme theme = Theme::darkTheme();
        for (const auto& run : { test::wallRun(), test::twoPoolRun() })
            for (int step = 0; step < 20; ++step) {
                StageInput input;
                input.run = run;
                input.time = core::instantAt(core::toSeconds(run->end()) * step / 20);
                const StageFrame frame = laneFrame(input, 0);
                const StageNow now = stageNow(input, frame);
                const LanePicture picture = layoutPicture(frame, { 0, 0, 300, 140 }, theme);
                QCOMPARE(picture.houses.size(), run->pools.size());
                for (std::size_t h = 0; h < picture.houses.size(); ++h) {
                    const auto& house = picture.houses[h];
                    const core::LevelUse& level
                        = run->pools[h].levels[frame.houses[h].rooms[house.door].level];
                    const FillLayout fill = pictureFill(frame, picture, h, now.houses[h], theme);
                    const double weights = house.bin.height() * level.weightBytes / level.capacity->value;
                    QVERIFY(std::abs(fill.weights.height() - weights) < 0.01);
                    const double kv
                        = house.bin.height() * run->kvBytes(h, input.time) / level.capacity->value;
                    QVERIFY(std::abs(fill.kv.height() - kv) <= theme.px(2));
                    const double door = frame.houses[h].doors[house.door].opening;
                    QVERIFY(std::abs(house.pipe.height() - std::max(theme.px(1), door * 140)) < 0.01);
                    const int lit = litCores(house, now.houses[h]);
                    QCOMPARE(lit > 0, now.houses[h].busyNow > 0);
                    QVERIFY(lit <= house.cores.cells);
                }
            }
    }

    void theTableSaysWhyAndNeverZero()
    {
        auto lanes = fourLanes();
        lanes[0].result.report.energyJPerToken.reset(); // not published
        lanes[0].result.report.tpotS = 0.0133;
        lanes[0].result.report.ttftS = 0.1;
        const auto rows = raceRows(lanes);
        QCOMPARE(rows.size(), std::size_t { 4 });
        for (const RaceRow& row : rows)
            for (const QString& cell : row.cells)
                QVERIFY2(!cell.startsWith(u'0') || cell.startsWith(QStringLiteral("0.")), qPrintable(cell));
        QCOMPARE(rows[0].cells[5], QStringLiteral("—"));
        QCOMPARE(rows[0].cells.size(), raceColumns().size() - 1);
        QVERIFY(rows[3].cells.isEmpty());
        QVERIFY(rows[3].reason.contains(whyNot(lanes[3])));
        QVERIFY(!whyNot(lanes[3]).isEmpty());
        QVERIFY(rows[2].cells[8].startsWith(QStringLiteral("× ")));
        QVERIFY(rows[2].best[2]); // the fastest for one user
        QVERIFY(!rows[0].best[2]);
    }

    void aRaceOfOnlyImpossibleLanesIsShown()
    {
        RaceWidget widget;
        widget.setTheme(Theme::lightTheme());
        widget.setLanes({ laneOf(test::overflowingRun(), QStringLiteral("a")),
                            laneOf(test::overflowingRun(), QStringLiteral("b")) },
            oneUser());
        widget.resize(1200, 600);
        QVERIFY(!widget.grab().isNull());
        QVERIFY(widget.lane(1)->accessibleDescription().size() > 5);
    }

    void whatStandsStillIsDrawnOnce()
    {
        Race race;
        std::array<int, 4> before {};
        for (std::size_t i = 0; i < 4; ++i)
            before[i] = race.widget.lane(i)->cacheRebuilds();
        for (int frame = 0; frame < 30; ++frame) {
            race.widget.setTime(core::instantAt(frame * 0.01));
            (void)race.widget.grab();
        }
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(race.widget.lane(i)->cacheRebuilds(), before[i]);
    }

    void aFinerPictureHasFinerLettersAndLines()
    {
        Race race;
        race.widget.setTime(core::instantAt(0.3));
        LaneWidget& lane = *race.widget.lane(0);
        (void)lane.grab(); // keeps its pixels
        QImage fine { lane.size() * 2, QImage::Format_RGB32 };
        fine.setDevicePixelRatio(2);
        lane.render(&fine);
        // What was only magnified has one colour in each 2 × 2 pixels.
        const auto parted = [&fine](const QRect& part) {
            int count = 0;
            for (int y = part.top(); y < part.bottom(); ++y)
                for (int x = part.left(); x < part.right(); ++x) {
                    const QRgb first = fine.pixel(2 * x, 2 * y);
                    count += first != fine.pixel(2 * x + 1, 2 * y) || first != fine.pixel(2 * x, 2 * y + 1);
                }
            return count;
        };
        const int half = lane.width() / 2;
        QVERIFY2(parted({ 20, 2, 180, lane.height() / 2 }) > 300, "name and figure");
        QVERIFY2(parted({ half, 2, lane.width() - half - 100, lane.height() / 2 }) > 300, "answer");
    }

    void openingsEaseFromScaleToScale()
    {
        Race race, settled;
        settled.widget.setWidthScale(WidthScale::True);
        const auto lane = [](Race& which) {
            which.widget.lane(0)->clearFocus();
            return which.widget.lane(0)->grab().toImage();
        };
        const QImage log = lane(race);
        QTRY_VERIFY(lane(settled) != log);
        QTest::qWait(1500); // a zoom takes 1.2 s
        race.widget.setWidthScale(WidthScale::True);
        QVERIFY2(lane(race) == log || lane(race) != lane(settled), "it jumps");
        QTRY_VERIFY(lane(race) != log);
        QVERIFY2(lane(race) != lane(settled), "it is on its way");
        QTRY_COMPARE(lane(race), lane(settled));
        const int drawn = race.widget.lane(0)->cacheRebuilds();
        (void)lane(race);
        QCOMPARE(race.widget.lane(0)->cacheRebuilds(), drawn);
    }

    void reducedMotionChangesTheScaleOfLanesAtOnce()
    {
        Race race, settled;
        settled.widget.setWidthScale(WidthScale::True);
        settled.widget.setPace({ .reduced = true });
        race.widget.setPace({ .reduced = true });
        race.widget.setWidthScale(WidthScale::True);
        QCoreApplication::processEvents();
        const QImage at = race.widget.lane(0)->grab().toImage();
        QTest::qWait(200);
        QCOMPARE(race.widget.lane(0)->grab().toImage(), at);
    }

    void partsPaintedAgainLookLikeTheWhole()
    {
        Race race;
        const auto onScreen
            = [&race] { return race.widget.screen()->grabWindow(race.widget.winId()).toImage(); };
        for (const double seconds : { 0.02, 0.021, 0.05, 0.13, 0.2, 0.31, 0.5, 0.9 }) {
            race.widget.setTime(core::instantAt(seconds));
            QCoreApplication::processEvents();
            const QImage parts = onScreen();
            QVERIFY(!parts.isNull());
            race.widget.setTheme(Theme::lightTheme()); // everything is painted again
            QCoreApplication::processEvents();
            QVERIFY(onScreen() != parts);
            race.widget.setTheme(Theme::darkTheme());
            QCoreApplication::processEvents();
            QCOMPARE(onScreen(), parts);
        }
    }

    void nothingOverlapsAtAnySize_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSizeF>("size");
        for (const double scale : { 1.0, 1.5, 2.0 }) {
            const QSizeF least = smallestLane(Theme::darkTheme(scale));
            QTest::addRow("least at %g", scale) << scale << least;
            QTest::addRow("1280 at %g", scale)
                << scale << QSizeF(std::max(1256.0, least.width()), least.height());
            QTest::addRow("1080p at %g", scale) << scale << QSizeF(1680, std::max(200.0, least.height()));
            QTest::addRow("4K at %g", scale) << scale << QSizeF(3800, 440);
        }
    }

    void nothingOverlapsAtAnySize()
    {
        QFETCH(double, scale);
        QFETCH(QSizeF, size);
        const LaneLayout lane = layoutLane(size, Theme::darkTheme(scale));
        const std::vector<QRectF> parts { lane.name, lane.what, lane.figure, lane.perToken, lane.bottleneck,
            lane.picture, lane.answer, lane.tokenBar, lane.tokenText, lane.timeBar, lane.timeText,
            lane.buttons };
        for (std::size_t a = 0; a < parts.size(); ++a) {
            QVERIFY2(parts[a].isNull() || lane.panel.contains(parts[a]), qPrintable(QString::number(a)));
            for (std::size_t b = a + 1; b < parts.size(); ++b) {
                const QRectF both = parts[a].intersected(parts[b]);
                QVERIFY2(both.width() < 0.01 || both.height() < 0.01,
                    qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
            }
        }
        QVERIFY(lane.answer.height() >= QFontMetricsF(Theme::darkTheme(scale).font(TextRole::Body)).height());
    }

    void keysWalkAndOpenLanes()
    {
        Race race;
        QSignalSpy solo { &race.widget, &RaceWidget::soloRequested };
        QSignalSpy current { &race.widget, &RaceWidget::currentRequested };
        QVERIFY(QTest::qWaitForWindowActive(&race.widget));
        race.widget.lane(0)->setFocus();
        QTest::keyClick(race.widget.lane(0), Qt::Key_Down);
        QVERIFY(race.widget.lane(1)->hasFocus());
        QCOMPARE(current.back().front().value<std::size_t>(), std::size_t { 1 });
        QTest::keyClick(race.widget.lane(1), Qt::Key_Return);
        QCOMPARE(solo.size(), 1);
        QCOMPARE(solo.front().front().value<std::size_t>(), std::size_t { 1 });
        QTest::keyClick(race.widget.lane(1), Qt::Key_Up);
        QTest::keyClick(race.widget.lane(0), Qt::Key_Up); // nothing above
        QVERIFY(race.widget.lane(0)->hasFocus());
        race.widget.lane(2)->findChild<QToolButton*>(QStringLiteral("explore"))->click();
        QCOMPARE(solo.back().front().value<std::size_t>(), std::size_t { 2 });
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(race.widget.lane(i)->accessibleName().contains(fourLanes()[i].name));
            QVERIFY(!race.widget.lane(i)->accessibleDescription().isEmpty());
        }
    }

    void draggingALaneOntoAnotherSwapsThem()
    {
        Race race;
        QSignalSpy swap { &race.widget, &RaceWidget::swapRequested };
        LaneWidget& first = *race.widget.lane(0);
        LaneWidget& third = *race.widget.lane(2);
        const QPoint to = first.mapFromGlobal(third.mapToGlobal(third.rect().center()));
        QTest::mousePress(&first, Qt::LeftButton, {}, first.rect().center());
        QMouseEvent move { QEvent::MouseMove, to, first.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {} };
        QCoreApplication::sendEvent(&first, &move);
        QTest::mouseRelease(&first, Qt::LeftButton, {}, to);
        QCOMPARE(swap.size(), 1);
        QCOMPARE(swap.front()[0].value<std::size_t>(), std::size_t { 0 });
        QCOMPARE(swap.front()[1].value<std::size_t>(), std::size_t { 2 });
    }
};

MEMWALL_TEST(TestRace, QApplication)

} // namespace tst_race

#include "tst_race.moc"
