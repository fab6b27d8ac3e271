// Nothing on the stage flashes: three seconds of every shipped scenario are painted, and wherever there is no
// stream each place is watched. Reduced motion holds whole pictures still.
#include "tests/support/film.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/stage/machine_view.h"

namespace tst_flashing
{

using namespace memwall;
using namespace memwall::ui;
using tests::Film;

namespace
{

constexpr int kFps = 20;
constexpr int kSeconds = 3;
constexpr int kStride = 2; ///< of pixels, both ways

/// Up and down of one place: how often its brightness turned by a tenth of the whole range (WCAG 2.3.1).
struct Swings
{
    int last = -1, direction = 0, count = 0;

    void see(int brightness)
    {
        constexpr int kTurn = 26;
        if (last < 0) {
            last = brightness;
        } else if (direction != 0 && (brightness - last) * direction > 0) {
            last = brightness; // goes on
        } else if (std::abs(brightness - last) >= kTurn) {
            direction = brightness > last ? 1 : -1;
            last = brightness;
            ++count;
        }
    }
};

/// Where streams run: there, motion is the message.
QRegion streamsOf(const Film& film)
{
    QRegion region;
    const auto add = [&region](const QRectF& rect) { region += rect.toAlignedRect().adjusted(-1, -1, 1, 1); };
    const StageFrame& frame = film.frame();
    if (isSpecial(frame))
        return region;
    for (std::size_t h = 0; h < frame.houses.size(); ++h) {
        const HouseLayout& house = film.layout().houses[h];
        for (const DoorLayout& door : house.doors)
            add(door.pipe);
        const double half = film.layout().block;
        if (frame.houses[h].link.way == Way::Stream)
            continue;
        if (!house.others.isNull())
            add(house.others);
        if (frame.houses[h].whole)
            for (const auto& domain : layoutMachine(frame.houses[h], house.area, film.input().theme).domains)
                add(domain.wire.adjusted(0, -half, 0, half));
    }
    if (!film.layout().between.isNull())
        add(film.layout().between);
    return region;
}

} // namespace

class TestFlashing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void nothingChangesMoreThanThreeTimesASecond_data()
    {
        tests::addScenarioRows({ "machines", "tricks", "traffic", "race" });
    }
    void nothingChangesMoreThanThreeTimesASecond()
    {
        load();
        for (const core::SystemResult& system : m_result.systems) {
            Film film(m_scenario, system, kFps, { 900, 420 });
            watch(film, tests::amongWords(film.run()));
            const core::Instant first = film.run().requests.front().firstToken;
            watch(film, std::max(core::Instant {}, first - film.input().pace.over(1.5)));
            // Faster than any event can be shown.
            film.setTimeScale(2.3, kFps);
            watch(film, tests::amongWords(film.run()));
        }
    }

    void reducedMotionHoldsPicturesBetweenSteps_data() { tests::addScenarioRows({ "machines", "tricks" }); }
    void reducedMotionHoldsPicturesBetweenSteps()
    {
        load();
        StageInput input;
        input.run = m_result.systems.front().run;
        input.pace = filmPace(*m_scenario.view.timeScale, kFps);
        input.pace.reduced = true;
        const StageFrame frame = stageFrame(input);
        const core::Instant begin = tests::amongWords(*input.run);
        int changes = 0;
        core::Instant shown = heldStep(*input.run, begin, input.pace);
        for (int picture = 1; picture < 10 * kFps; ++picture) {
            input.time
                = std::min(input.run->end(), begin + input.pace.over(static_cast<double>(picture) / kFps));
            const StageNow now = stageNow(input, frame);
            QVERIFY(now.shown <= input.time);
            changes += std::exchange(shown, now.shown) != now.shown ? 1 : 0;
        }
        QVERIFY2(changes <= 11, qPrintable(QString::number(changes)));
        input.pace.running = false; // what is looked at is what is there
        input.time = begin;
        QCOMPARE(stageNow(input, frame).shown, begin);
    }

private:
    void load()
    {
        QFETCH(QString, path);
        m_scenario = tests::scenarioIn(path.toStdString(), m_catalog);
        m_result = core::simulate(m_scenario, m_catalog);
    }

    static void watch(Film& film, core::Instant begin)
    {
        const QRegion streams = streamsOf(film);
        const int columns = static_cast<int>(film.area().width()) / kStride;
        const int rows = static_cast<int>(film.area().height()) / kStride;
        std::vector<Swings> places(static_cast<std::size_t>(columns * rows));
        for (int picture = 0; picture < kSeconds * kFps; ++picture) {
            const QImage image = film.picture(film.after(begin, static_cast<double>(picture) / kFps));
            for (int row = 0; row < rows; ++row) {
                const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(row * kStride));
                for (int column = 0; column < columns; ++column)
                    places[static_cast<std::size_t>(row * columns + column)].see(
                        qGray(line[column * kStride]));
            }
        }
        int worst = 0;
        QPoint where;
        for (int i = 0; i < columns * rows; ++i) {
            const QPoint at { i % columns * kStride, i / columns * kStride };
            if (places[static_cast<std::size_t>(i)].count > worst && !streams.contains(at)) {
                worst = places[static_cast<std::size_t>(i)].count;
                where = at;
            }
        }
        QVERIFY2(worst <= 3 * kSeconds,
            qPrintable(QStringLiteral("%1 changes at %2, %3; 1 s = %4 s")
                           .arg(worst)
                           .arg(where.x())
                           .arg(where.y())
                           .arg(film.input().pace.speed)));
    }

    core::Catalog m_catalog;
    core::Scenario m_scenario;
    core::SimulationResult m_result;
};

MEMWALL_TEST(TestFlashing, QApplication)

} // namespace tst_flashing

#include "tst_flashing.moc"
