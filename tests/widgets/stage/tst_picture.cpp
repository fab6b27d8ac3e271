// The picture agrees with the numbers: every shipped machine and trick is simulated and painted at random
// times, and what stands on the image is measured in pixels and compared with the run.
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/base/paint_kit.h"
#include "widgets/scene/stage_scene.h"
#include "widgets/scene/stage_steps.h"
#include "widgets/stage/machine_view.h"
#include "widgets/stage/stage_painters.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <fstream>
#include <random>
#include <sstream>

namespace tst_picture
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

constexpr int kWidth = 1600, kHeight = 720;
constexpr int kTimes = 6;

struct Picture
{
    StageInput input;
    StageScene scene;
    StageLayout layout;
    QImage image { kWidth, kHeight, QImage::Format_RGB32 };

    explicit Picture(const core::SystemResult& system, core::Instant t, StageZoom zoom)
    {
        input.run = system.run;
        input.report = &system.report;
        input.time = t;
        input.zoom = zoom;
        input.theme = Theme::darkTheme();
        scene = stageScene(input);
        layout = layoutStage(scene.frame, image.rect(), input.theme);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        paintStage(painter, image.rect(), input);
    }

    [[nodiscard]] bool near(QPointF at, const QColor& color, int tolerance = 12) const
    {
        const QPoint point { static_cast<int>(at.x()), static_cast<int>(at.y()) };
        if (!image.rect().contains(point))
            return false;
        const QColor there = image.pixelColor(point);
        return std::abs(there.red() - color.red()) <= tolerance
            && std::abs(there.green() - color.green()) <= tolerance
            && std::abs(there.blue() - color.blue()) <= tolerance;
    }

    /// Pixels of this colour down a column.
    [[nodiscard]] int run(double x, double top, double bottom, const QColor& color) const
    {
        int count = 0;
        for (int y = static_cast<int>(std::floor(top)); y < bottom; ++y)
            count += near({ x, static_cast<double>(y) }, color) ? 1 : 0;
        return count;
    }
    [[nodiscard]] int along(double y, double left, double right, const QColor& color) const
    {
        int count = 0;
        for (int x = static_cast<int>(std::floor(left)); x < right; ++x)
            count += near({ static_cast<double>(x), y }, color) ? 1 : 0;
        return count;
    }
};

std::string readAll(const std::filesystem::path& path)
{
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

} // namespace

class TestPicture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void fillsAreTheBytesThatAreHeld_data() { scenarios(); }
    void fillsAreTheBytesThatAreHeld()
    {
        forEachPicture(StageZoom::Chip, [](const Picture& p) {
            for (std::size_t h = 0; h < p.layout.houses.size(); ++h)
                for (std::size_t i = 0; i < p.layout.houses[h].rooms.size(); ++i)
                    compareFill(p, h, i);
        });
    }

    void openingsAreTheBandwidth_data() { scenarios(); }
    void openingsAreTheBandwidth()
    {
        forEachPicture(StageZoom::Chip, [](const Picture& p) {
            for (std::size_t h = 0; h < p.layout.houses.size(); ++h)
                for (std::size_t d = 0; d < p.layout.houses[h].doors.size(); ++d)
                    compareOpening(p, h, d);
        });
    }

    void litCoresAreTheArithmeticInUse_data() { scenarios(); }
    void litCoresAreTheArithmeticInUse()
    {
        forEachPicture(StageZoom::Chip, [](const Picture& p) {
            for (std::size_t h = 0; h < p.layout.houses.size(); ++h)
                compareCores(p, h);
        });
    }

    void blocksStandWhereTheirBytesAre_data() { scenarios(); }
    void blocksStandWhereTheirBytesAre()
    {
        int seen = 0;
        forEachPicture(StageZoom::Chip, [&seen](const Picture& p) {
            for (std::size_t h = 0; h < p.layout.houses.size(); ++h)
                for (std::size_t d = 0; d < p.layout.houses[h].doors.size(); ++d)
                    seen += compareBlocks(p, h, d);
        });
        if (m_rooms)
            QVERIFY(seen > 0);
    }

    void chipsAtAGlanceAreTheChipsOfTheRun_data() { scenarios(); }
    void chipsAtAGlanceAreTheChipsOfTheRun()
    {
        forEachPicture(StageZoom::Machine, [](const Picture& p) {
            for (std::size_t h = 0; h < p.layout.houses.size(); ++h)
                if (p.scene.frame.houses[h].whole)
                    compareMachine(p, h);
        });
    }

    void wafersAndCircuitsShowTheLayer_data() { scenarios(); }
    void wafersAndCircuitsShowTheLayer()
    {
        forEachPicture(StageZoom::Auto, [](const Picture& p) {
            if (!isSpecial(p.scene.frame))
                return;
            const HouseNow& now = p.scene.now.houses.front();
            const QColor token = p.input.theme.color(core::Kind::Activations);
            int found = 0;
            for (int y = static_cast<int>(p.layout.body.top()); y < p.layout.body.bottom(); ++y)
                found += p.along(y, p.layout.body.left(), p.layout.body.right(), token);
            QCOMPARE(found > 0, now.layerShare.has_value());
        });
    }

    void stripsCountWhatTheStepDoes_data() { scenarios(); }
    void stripsCountWhatTheStepDoes()
    {
        forEachPicture(StageZoom::Chip, [](const Picture& p) {
            for (std::size_t i = 0; i < p.layout.strips.size(); ++i)
                compareStrip(p, i);
        });
    }

private:
    static void scenarios()
    {
        QTest::addColumn<QString>("path");
        for (const char* folder : { "machines", "tricks" })
            for (const auto& entry : std::filesystem::directory_iterator(
                     std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios" / folder))
                QTest::newRow(entry.path().filename().c_str())
                    << QString::fromStdString(entry.path().string());
    }

    template <typename Check> void forEachPicture(StageZoom zoom, const Check& check)
    {
        QFETCH(QString, path);
        const auto scenario = core::readScenario(readAll(path.toStdString()), m_catalog);
        QVERIFY(scenario.has_value());
        const core::SimulationResult result = core::simulate(*scenario, m_catalog);
        std::mt19937_64 random(7);
        m_rooms = false;
        for (const core::SystemResult& system : result.systems) {
            QVERIFY(system.run->fits);
            for (int i = 0; i < kTimes; ++i) {
                const auto end = static_cast<std::uint64_t>(system.run->end().time_since_epoch().count());
                const core::Instant t { core::Duration { static_cast<std::int64_t>(random() % end) } };
                const Picture picture(system, t, zoom);
                m_rooms = m_rooms || !isSpecial(picture.scene.frame);
                check(picture);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    static void compareFill(const Picture& p, std::size_t h, std::size_t i)
    {
        const HouseFrame& house = p.scene.frame.houses[h];
        if (isSpecial(p.scene.frame) || !house.rooms[i].holds)
            return;
        const core::PoolInfo& pool = p.input.run->pools[h];
        const double held = kvByLevel(pool, p.input.run->kvBytes(h, p.input.time))[house.rooms[i].level];
        const QRectF bin = p.layout.houses[h].rooms[i].bin.adjusted(1, 1, -1, -1);
        const double capacity = house.rooms[i].capacityBytes.value();
        const double exact = held > 0 ? std::max(3.0, bin.height() * held / capacity) : 0.0;
        // Near the right edge, beside the labels.
        const int pixels
            = p.run(bin.right() - 3, bin.top(), bin.bottom(), p.input.theme.color(core::Kind::KvCache));
        QVERIFY2(std::abs(pixels - exact) <= 3.0,
            qPrintable(
                QStringLiteral("house %1 room %2: %3 px for %4").arg(h).arg(i).arg(pixels).arg(exact)));
    }

    static void compareOpening(const Picture& p, std::size_t h, std::size_t d)
    {
        const DoorFrame& door = p.scene.frame.houses[h].doors[d];
        if (isSpecial(p.scene.frame) || !door.wall)
            return;
        const QRectF wall = p.layout.houses[h].doors[d].wall;
        const double bandwidth = p.input.run->pools[h].levels[door.door].bandwidth->value;
        const double wanted
            = std::clamp(openingOf(bandwidth, WidthScale::Log) * wall.height(), 1.0, wall.height());
        const Theme& theme = p.input.theme;
        const double pale = p.scene.frame.houses[h].grown * 0.72;
        std::vector<QColor> stones;
        if (pale <= 0) // else mortar is hard to tell from an empty pipe
            stones.push_back(theme.mortar);
        for (const QColor& brick : theme.bricks) {
            stones.push_back(mix(brick, theme.panel, pale));
            stones.push_back(mix(stones.back(), theme.computeBusy, 0.10)); // the lit edge of a brick
        }
        // From the middle of the opening up and down to the first stone, whose edges are smooth.
        const auto toStone = [&](double x, int step) {
            double y = wall.center().y();
            while (wall.contains(QPointF { x, y })
                && std::none_of(stones.begin(), stones.end(), [&](const QColor& stone) {
                       return p.near({ x, y }, stone, 5);
                   }))
                y += step;
            return std::abs(y - wall.center().y());
        };
        // An edge of a block may have the colour of a stone, so two columns decide.
        std::vector<double> heights;
        for (int x = 2; x < 30; x += 4)
            heights.push_back(toStone(wall.left() + x, -1) + toStone(wall.left() + x, 1));
        std::ranges::sort(heights);
        const double open = heights[1];
        QVERIFY2(std::abs(open - wanted) <= 6.0,
            qPrintable(QStringLiteral("open %1 px, wanted %2").arg(open).arg(wanted)));
    }

    static void compareCores(const Picture& p, std::size_t h)
    {
        if (isSpecial(p.scene.frame))
            return;
        const ComputeLayout& compute = p.layout.houses[h].compute;
        const HouseNow& now = p.scene.now.houses[h];
        const CellGrid grid { compute.grid, compute.columns, compute.rows, compute.columns * compute.rows };
        int lit = 0;
        for (int i = 0; i < grid.cells; ++i)
            lit += p.near(grid.cell(i).center(), p.input.theme.computeBusy, 4) ? 1 : 0;
        const double share = now.busyNow * grid.cells;
        QVERIFY2(
            std::abs(lit - share) <= 1.0, qPrintable(QStringLiteral("%1 lit for %2").arg(lit).arg(share)));
        const std::optional<core::Moment> moment = p.input.run->at(h, p.input.time);
        if (!moment || moment->op == nullptr || moment->op->pool != h)
            QCOMPARE(lit, 0);
    }

    /// Blocks that are wholly in the pipe: their middle has the colour of their kind.
    static int compareBlocks(const Picture& p, std::size_t h, std::size_t d)
    {
        const QRectF pipe = p.layout.houses[h].doors.empty() ? QRectF {} : p.layout.houses[h].doors[d].pipe;
        if (isSpecial(p.scene.frame) || pipe.height() < 4)
            return 0;
        const Belt& belt = p.scene.now.houses[h].belts[d];
        const StreamLayout stream = layoutStream(p.layout, belt.frame, pipe);
        int found = 0;
        for (const BeltBlock& block : blocksOf(belt, stream.content)) {
            const QRectF place = placeOf(stream, belt, block, pipe);
            if (block.kind == core::Kind::Draft || place.left() < pipe.left() || place.right() > pipe.right())
                continue;
            if (!p.near(place.center(), p.input.theme.color(block.kind), 30))
                QTest::qFail(qPrintable(QStringLiteral("house %1 door %2: no block %3 at %4, %5")
                                            .arg(h)
                                            .arg(d)
                                            .arg(block.index)
                                            .arg(place.center().x())
                                            .arg(place.center().y())),
                    __FILE__, __LINE__);
            ++found;
        }
        return found;
    }

    static void compareMachine(const Picture& p, std::size_t h)
    {
        const HouseFrame& house = p.scene.frame.houses[h];
        const HouseNow& now = p.scene.now.houses[h];
        const MachineLayout layout = layoutMachine(house, p.layout.houses[h].area, p.input.theme);
        if (house.style == HouseStyle::Wafer)
            return;
        int chips = 0, lit = 0;
        for (const MachineLayout::Domain& domain : layout.domains)
            for (int i = 0; i < domain.chips.cells; ++i) {
                ++chips;
                const ChipPicture chip = pictureOf(domain.chips.cell(i), p.input.theme);
                const QPointF at = chip.detailed ? CellGrid { chip.cores, 3, 4, 12 }.cell(0).center()
                                                 : domain.chips.cell(i).center()
                        + QPointF(chip.bin.width() * 0.2, chip.bin.height() * 0.2);
                lit += p.near(at, p.input.theme.computeBusy, 6) ? 1 : 0;
            }
        const core::PoolInfo& pool = p.input.run->pools[h];
        if (layout.hidden == 0)
            QCOMPARE(chips, pool.chips);
        const std::optional<core::Moment> moment = p.input.run->at(h, p.input.time);
        const bool here = moment && moment->op != nullptr && moment->op->pool == h;
        if (!here)
            QCOMPARE(lit, 0);
        if (layout.hidden == 0
            && (now.busyNow > 0 || !pictureOf(layout.domains[0].chips.cell(0), p.input.theme).detailed)
            && house.stages == 1)
            QCOMPARE(lit, static_cast<int>(chipsAtWork(house, now).size()));
        for (const QRectF& hop : layout.hops) {
            const bool red = p.near({ hop.left() + 1, hop.center().y() }, p.input.theme.bad, 30)
                || p.near({ hop.right() - 2, hop.center().y() }, p.input.theme.bad, 30);
            if (now.farTalk)
                QVERIFY(here && moment->op->farShare > 0);
            else
                QVERIFY(!red);
        }
    }

    static void compareStrip(const Picture& p, std::size_t i)
    {
        const StripFrame& frame = p.scene.frame.strips[i];
        const StripNow& now = p.scene.now.strips[i];
        const StripLayout layout = layoutStrip(frame, now.readers.size(), p.layout.strips[i], p.input.theme);
        if (frame.kind == StripKind::Experts) {
            int lit = 0;
            for (const QRectF& cell : layout.cells)
                lit += p.near(cell.center(), p.input.theme.computeBusy, 4) ? 1 : 0;
            QCOMPARE(lit, static_cast<int>(now.lit.size()));
        }
        if (frame.kind != StripKind::Readers)
            return;
        for (std::size_t r = 0; r < now.readers.size(); ++r) {
            const QRectF row = layout.cells[r];
            const auto request = static_cast<std::size_t>(now.readers[r].request);
            const double room = row.width() - row.height() * 1.5;
            const double exact = room * now.readers[r].tokens / frame.most;
            const int pixels = p.along(
                row.center().y(), row.left(), row.right(), p.input.theme.color(core::Kind::KvCache));
            QVERIFY2(std::abs(pixels - exact) <= 2.0,
                qPrintable(QStringLiteral("%1 px for %2").arg(pixels).arg(exact)));
            if (p.input.time >= p.input.run->requests[request].prefillEnd)
                QCOMPARE(now.readers[r].tokens,
                    static_cast<double>(p.input.run->requests[request].promptTokens
                        + p.input.run->tokensWritten(request, p.input.time)));
        }
    }

    core::Catalog m_catalog;
    bool m_rooms = false;
};

MEMWALL_TEST(TestPicture, QApplication)

} // namespace tst_picture

#include "tst_picture.moc"
