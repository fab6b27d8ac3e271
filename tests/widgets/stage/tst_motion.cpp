// Streams on film: every shipped scenario is painted picture after picture, at its own speed and at every
// notch of the slider, and what is seen to move is measured in pixels.
#include "tests/support/film.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/flow/door_meter.h"
#include "widgets/race/lane_picture.h"

#include <map>
#include <random>

namespace tst_motion
{

using namespace memwall;
using namespace memwall::ui;
using tests::Film;

namespace
{

constexpr int kFps = 24;

/// Brightness above the empty pipe along a line from left to right.
std::vector<double> profile(const QImage& image, double y, double left, double right, const QColor& empty)
{
    std::vector<double> values;
    for (int x = static_cast<int>(std::ceil(left)); x < right; ++x) {
        const QColor there = image.pixelColor(x, static_cast<int>(y));
        values.push_back(std::abs(there.red() - empty.red()) + std::abs(there.green() - empty.green())
            + std::abs(there.blue() - empty.blue()));
    }
    return values;
}

/// How well one profile is the other, moved by so many tenths of a pixel.
double difference(const std::vector<double>& from, const std::vector<double>& to, int tenths)
{
    const auto at = [&from](double x) {
        const auto left = static_cast<std::ptrdiff_t>(std::floor(x));
        const double share = x - std::floor(x);
        return from[static_cast<std::size_t>(left)] * (1 - share)
            + from[static_cast<std::size_t>(left + 1)] * share;
    };
    const int margin = std::abs(tenths) / 10 + 2;
    double sum = 0;
    int count = 0;
    for (int x = margin; x + margin < static_cast<int>(to.size()); ++x, ++count)
        sum += std::abs(at(x - tenths / 10.0) - to[static_cast<std::size_t>(x)]);
    return count > 0 ? sum / count : HUGE_VAL;
}

/// Pixels that a periodic row is seen to move from one picture to the next: the smallest way that fits best,
/// forward or backward, as the eye sees it.
double seenMotion(const std::vector<double>& before, const std::vector<double>& after, double pitch)
{
    const int most = static_cast<int>(pitch * 5); // half a pitch, in tenths
    double best = difference(before, after, 0);
    int found = 0;
    for (int way = 1; way <= most; ++way)
        for (const int tenths : { way, -way })
            if (const double off = difference(before, after, tenths); off < best) {
                best = off;
                found = tenths;
            }
    return found / 10.0;
}

/// Longest stretch of a profile without anything in it.
int longestGap(const std::vector<double>& values)
{
    int longest = 0, gap = 0;
    for (const double value : values) {
        gap = value < 12 ? gap + 1 : 0;
        longest = std::max(longest, gap);
    }
    return longest;
}

bool hasDoors(const StageFrame& frame, std::size_t house)
{
    return !isSpecial(frame) && !frame.houses[house].whole;
}

} // namespace

class TestMotion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void atItsOwnSpeedTheMainDoorHasBlocksAndAWordComesSoon_data() { explored(); }
    void atItsOwnSpeedTheMainDoorHasBlocksAndAWordComesSoon()
    {
        load();
        Film film(m_scenario, m_result.systems.front(), kFps, { 1200, 520 });
        const BeltFrame* main = mainBelt(film.frame());
        const core::ChipClass chip = film.run().pools[mainPool(film.run())].chipClass;
        // A wafer's and an LPU's SRAM is hundreds of times faster than a word can be followed.
        if (main == nullptr || chip == core::ChipClass::Wafer || chip == core::ChipClass::Lpu)
            return;
        QCOMPARE(main->way, Way::Blocks);
        QVERIFY(film.frame().blockText.contains(QStringLiteral("one block = ")));
        const core::RequestRun& first = film.run().requests.front();
        const double wordS = core::toSeconds(first.finish - first.firstToken)
            / static_cast<double>(first.outputTokens - 1) / film.input().pace.speed;
        QVERIFY2(wordS <= 20, qPrintable(QString::number(wordS)));
    }

    void blocksAreSeenToMoveForward_data() { explored(); }
    void blocksAreSeenToMoveForward()
    {
        load();
        Film film(m_scenario, m_result.systems.front(), kFps, { 1200, 520 });
        const core::Instant begin = tests::amongWords(film.run());
        int moved = 0;
        QImage before = film.picture(begin);
        for (int picture = 1; picture < 16; ++picture) {
            const QImage after = film.picture(film.after(begin, static_cast<double>(picture) / kFps));
            for (std::size_t h = 0; h < film.frame().houses.size(); ++h)
                for (std::size_t d = 0; d < film.frame().houses[h].doors.size(); ++d)
                    moved += checkDoor(film, before, after, h, d);
            before = after;
            if (QTest::currentTestFailed())
                return;
        }
        const std::size_t writer = mainPool(film.run());
        const BeltFrame* main = mainBelt(film.frame());
        if (hasDoors(film.frame(), writer) && main->way == Way::Blocks && !main->bursts)
            QVERIFY(moved > 0);
    }

    void blocksAndCellsKeepTheirKind_data() { explored(); }
    void blocksAndCellsKeepTheirKind()
    {
        load();
        Film film(m_scenario, m_result.systems.front(), kFps, { 1200, 520 });
        const core::Run& run = film.run();
        const core::Instant begin = tests::amongWords(run);
        for (std::size_t h = 0; h < film.frame().houses.size(); ++h)
            for (const DoorFrame& door : film.frame().houses[h].doors) {
                constexpr double kCapacity = 100e6;
                constexpr int kCells = 60;
                std::map<std::int64_t, core::Kind> kinds;
                std::vector<std::optional<core::Kind>> cells;
                int turned = 0, placed = 0;
                double passed = 0;
                for (int picture = 0; picture < 2 * kFps; ++picture) {
                    const Belt belt = beltAt(run, h, door.belt,
                        film.after(begin, static_cast<double>(picture) / kFps), film.input().pace);
                    for (const BeltBlock& block : blocksOf(belt, 80)) {
                        const auto [known, isNew] = kinds.emplace(block.index, block.kind);
                        turned += known->second != block.kind ? 1 : 0;
                    }
                    const double now = totalOf(belt.passed);
                    const auto held = cellsHeld(belt, kCapacity, kCells);
                    for (std::size_t i = 0; i < cells.size(); ++i)
                        placed += held[i] != cells[i] ? 1 : 0;
                    if (picture > 0)
                        QVERIFY(placed <= (now - passed) / kCapacity * kCells + 1);
                    placed = 0;
                    passed = now;
                    cells = held;
                }
                QVERIFY2(turned <= 1,
                    qPrintable(QStringLiteral("pool %1 door %2: %3 of %4")
                                   .arg(h)
                                   .arg(door.door)
                                   .arg(turned)
                                   .arg(kinds.size())));
            }
    }

    void atEveryNotchBlocksMoveByAQuarterOfTheirPitchAtMost_data() { explored(); }
    void atEveryNotchBlocksMoveByAQuarterOfTheirPitchAtMost()
    {
        load();
        constexpr int kNotches = 600, kPerDecade = 100;
        Film film(m_scenario, m_result.systems.front(), kFps, { 1200, 520 });
        const core::Run& run = film.run();
        StageFrame frame = film.frame();
        std::mt19937_64 random(7);
        for (int notch = 0; notch <= kNotches; notch += 3) {
            const Pace pace = filmPace(std::pow(10.0, static_cast<double>(notch) / kPerDecade), kFps);
            layBlocks(frame, run, pace);
            const auto end = static_cast<std::uint64_t>(run.end().time_since_epoch().count());
            const core::Instant t { core::Duration { static_cast<std::int64_t>(random() % end) } };
            for (std::size_t h = 0; h < frame.houses.size(); ++h) {
                for (const DoorFrame& door : frame.houses[h].doors)
                    compareWay(run, h, door.belt, t, pace);
                compareWay(run, h, frame.houses[h].link, t, pace);
            }
            if (QTest::currentTestFailed())
                return;
        }
    }

    void aBusyDoorIsFilledFromWallToWall_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("in 1280 × 720") << QSize(860, 260);
        QTest::newRow("in 1920 × 1080") << QSize(1300, 520);
        QTest::newRow("in 4K") << QSize(2900, 1300);
    }
    void aBusyDoorIsFilledFromWallToWall()
    {
        QFETCH(QSize, size);
        for (const char* name : { "gpu-hbm", "laptop", "desktop-spill", "gpu-sambanova" }) {
            load(QStringLiteral("machines/%1.memwall.json").arg(QLatin1String(name)));
            Film film(m_scenario, m_result.systems.front(), kFps, size);
            const double own = 1 / film.input().pace.speed;
            for (const double slower : { 1.0, 0.2, 0.002 }) {
                film.setTimeScale(own * slower, kFps);
                const QImage image = film.picture(tests::amongWords(film.run()));
                const StageNow now = film.now(tests::amongWords(film.run()));
                const std::size_t h = film.frame().houses.size() - 1;
                for (std::size_t d = 0; d < film.frame().houses[h].doors.size(); ++d)
                    if (film.frame().houses[h].doors[d].wall)
                        compareFill(image, now.houses[h].belts[d], film.layout(),
                            film.layout().houses[h].doors[d].pipe, film.input().theme);
            }
        }
    }

    void aBusyDoorOfARaceIsFilledFromWallToWall_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(220, 70);
        QTest::newRow("usual") << QSize(420, 170);
        QTest::newRow("4K") << QSize(900, 380);
    }
    void aBusyDoorOfARaceIsFilledFromWallToWall()
    {
        QFETCH(QSize, size);
        load(QStringLiteral("race/hbm-generations.memwall.json"));
        for (const core::SystemResult& system : m_result.systems)
            for (const double scale : { 1.0, 30.0, 1000.0 }) {
                StageInput input;
                input.run = system.run;
                input.theme = Theme::darkTheme();
                input.pace = filmPace(scale, kFps);
                // Shares hold for a third of a second.
                input.time = tests::amongWords(*system.run) + input.pace.over(1.0 / 3);
                const StageFrame frame = laneFrame(input, 0);
                const QRectF area { QPointF {}, QSizeF { size } };
                const LanePicture picture = layoutPicture(frame, area, input.theme);
                QImage image { size, QImage::Format_RGB32 };
                image.fill(input.theme.window);
                QPainter painter { &image };
                paintPicture(painter, frame, picture, stageNow(input, frame), input.theme);
                painter.end();
                StageLayout layout;
                layout.block = picture.block;
                const LanePicture::House& house = picture.houses.front();
                compareFill(image, stageNow(input, frame).houses.front().belts[house.door], layout,
                    house.pipe, input.theme);
            }
    }

private:
    static void explored() { tests::addScenarioRows({ "machines", "tricks", "traffic" }); }

    void load()
    {
        QFETCH(QString, path);
        load(path);
    }
    void load(const QString& path)
    {
        const auto scenarios = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios";
        m_scenario = tests::scenarioIn(scenarios / path.toStdString(), m_catalog);
        m_result = core::simulate(m_scenario, m_catalog);
    }

    /// Rows whose motion was measured.
    static int checkDoor(
        const Film& film, const QImage& before, const QImage& after, std::size_t h, std::size_t d)
    {
        if (!hasDoors(film.frame(), h))
            return 0;
        const BeltFrame& belt = film.frame().houses[h].doors[d].belt;
        const QRectF pipe = film.layout().houses[h].doors[d].pipe;
        const StreamLayout stream = layoutStream(film.layout(), belt, pipe);
        if (belt.way != Way::Blocks || belt.bursts || stream.height < 4 || pipe.width() < 4 * stream.pitch)
            return 0;
        int measured = 0;
        for (int row = 0; row < belt.rows; ++row) {
            const double y = pipe.top() + stream.lane * (row + 0.5);
            const auto line = [&](const QImage& image) {
                return profile(image, y, pipe.left() + 1, pipe.right() - 1, film.input().theme.window);
            };
            const double motion = seenMotion(line(before), line(after), stream.pitch);
            if (motion < -0.35 || motion > stream.pitch / 4 + 0.5)
                QTest::qFail(
                    qPrintable(QStringLiteral("house %1 door %2 row %3 moves by %4 px of a pitch of %5")
                                   .arg(h)
                                   .arg(d)
                                   .arg(row)
                                   .arg(motion)
                                   .arg(stream.pitch)),
                    __FILE__, __LINE__);
            measured += motion > 0.35 ? 1 : 0;
        }
        return measured;
    }

    static void compareWay(
        const core::Run& run, std::size_t pool, const BeltFrame& frame, core::Instant t, const Pace& pace)
    {
        if (frame.way != Way::Blocks || frame.quantum <= 0)
            return;
        const Belt one = beltAt(run, pool, frame, t, pace),
                   two = beltAt(run, pool, frame, t + pace.over(1.0 / kFps), pace);
        const double pitches = (two.inBlocks - one.inBlocks) / frame.rows;
        if (two.way == Way::Stream)
            return;
        // A burst that lies in two of its looks back may be twice as far.
        if (pitches > (frame.bursts ? 0.5001 : 0.2501) || pitches < -1e-9)
            QTest::qFail(qPrintable(QStringLiteral("pool %1 door %2: %3 pitches at 1 s = %4 s")
                                        .arg(pool)
                                        .arg(frame.door)
                                        .arg(pitches)
                                        .arg(pace.speed)),
                __FILE__, __LINE__);
    }

    static void compareFill(const QImage& image, const Belt& belt, const StageLayout& layout,
        const QRectF& pipe, const Theme& theme)
    {
        const StreamLayout stream = layoutStream(layout, belt.frame, pipe);
        for (int row = 0; row < belt.frame.rows; ++row) {
            const double y = pipe.top() + stream.lane * (row + 0.5);
            const int gap = longestGap(profile(image, y, pipe.left() + 1, pipe.right() - 1, theme.window));
            if (gap > stream.pitch + 1)
                QTest::qFail(qPrintable(QStringLiteral("row %1 of %2: a gap of %3 px, the pitch is %4")
                                            .arg(row)
                                            .arg(belt.frame.rows)
                                            .arg(gap)
                                            .arg(stream.pitch)),
                    __FILE__, __LINE__);
        }
    }

    core::Catalog m_catalog;
    core::Scenario m_scenario;
    core::SimulationResult m_result;
};

MEMWALL_TEST(TestMotion, QApplication)

} // namespace tst_motion

#include "tst_motion.moc"
