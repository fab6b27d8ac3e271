// Every statement of the stage, at 200 instants of every shipped scenario, against the run: each figure is
// worked out again from the run's meters and boundaries, each sentence from what runs. No figure is fixed
// here.
#include "tests/support/painted_text.h"
#include "tests/support/shipped_scenarios.h"
#include "tests/support/test_program.h"
#include "widgets/scene/stage_blocks.h"
#include "widgets/scene/stage_scene.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <numeric>

namespace tst_stage_words
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

constexpr int kInstants = 200;
constexpr core::Duration kRounding { 1 };

double sum(const core::KindBytes& bytes)
{
    return std::accumulate(bytes.begin(), bytes.end(), 0.0);
}

/// Half of the instants lie evenly in the run, a quarter up to the first tokens, a quarter in one step.
std::vector<core::Instant> instantsOf(const core::Run& run)
{
    const core::Instant first = run.requests.front().firstToken;
    const core::Segment& last = *std::max_element(run.segments.begin(), run.segments.end(),
        [](const core::Segment& a, const core::Segment& b) { return a.steps < b.steps; });
    const core::TimeSpan step { last.boundary(last.steps / 2), last.boundary(last.steps / 2 + 1) };
    std::vector<core::Instant> instants;
    const auto spread = [&](core::TimeSpan span, int count) {
        for (int i = 0; i < count; ++i)
            instants.push_back(span.begin + span.length() * (2 * i + 1) / (2 * count));
    };
    spread({ core::Instant {}, run.end() }, kInstants / 2);
    spread({ core::Instant {}, first + (first - core::Instant {}) / 20 }, kInstants / 4);
    spread(step, kInstants / 4);
    instants.back() = run.end();
    return instants;
}

/// Worked out from the run alone, for a house of the stage at an instant.
class Oracle
{
public:
    Oracle(const StageInput& input, const StageFrame& frame, std::size_t pool)
        : m_run { *input.run }
        , m_frame { frame }
        , m_pool { pool }
        , m_info { input.run->pools[pool] }
        , m_t { input.time }
        , m_third { input.pace.third() }
    {
    }

    /// The instant that words are about: of pictures that follow each other, the last third of a second.
    [[nodiscard]] core::Instant about() const
    {
        return m_third.count() > 0 ? core::Instant { m_t.time_since_epoch() / m_third * m_third } : m_t;
    }

    /// The stretch that they are about: of the operator, the part that runs; or what the statement says,
    /// which is a third of a second in whole layers or steps.
    [[nodiscard]] core::TimeSpan stretch(const Statement& statement) const
    {
        const core::Instant at = about();
        if (statement.base == TimeBase::Window)
            return { std::max(core::Instant {}, at - core::fromSeconds(statement.seconds)), at };
        const auto moment = m_run.at(m_pool, at);
        if (!moment || moment->op == nullptr)
            return { at, at };
        const core::Instant flowEnd = moment->opSpan.begin
            + core::fromSeconds(moment->op->busy.at(static_cast<double>(moment->step)));
        return at < flowEnd ? core::TimeSpan { moment->opSpan.begin, std::min(flowEnd, moment->opSpan.end) }
                            : core::TimeSpan { flowEnd + kRounding, moment->opSpan.end - kRounding };
    }

    /// A window is a third of a second, and at most a step more: but at the begin of the run.
    [[nodiscard]] bool isThird(const Statement& statement) const
    {
        const double third = core::toSeconds(m_third), step = core::toSeconds(moment()->stepSpan.length());
        const bool first = core::toSeconds(about()) < third + step;
        return first || (statement.seconds > third * 0.999 && statement.seconds < third * 1.001 + step);
    }

    [[nodiscard]] double doorRate(std::uint8_t door, const Statement& says) const
    {
        const core::TimeSpan span = stretch(says);
        const double seconds = core::toSeconds(span.length());
        const double bytes
            = sum(m_run.doorBytes(m_pool, door, span.end)) - sum(m_run.doorBytes(m_pool, door, span.begin));
        return seconds > 0 ? bytes / seconds : 0;
    }

    [[nodiscard]] double busy(const Statement& says) const
    {
        const core::TimeSpan span = stretch(says);
        const double seconds = core::toSeconds(span.length());
        return seconds > 0 && m_info.peakFlops
            ? (m_run.flops(m_pool, span.end) - m_run.flops(m_pool, span.begin)) / seconds
                / m_info.peakFlops->value
            : 0;
    }

    /// Seconds of a stretch that each lane paces, operator by operator.
    [[nodiscard]] std::array<double, core::kLanes> paced(core::TimeSpan span) const
    {
        std::array<double, core::kLanes> seconds {};
        const auto inside = [&](core::Instant from, core::Instant to) {
            return std::max(0.0, core::toSeconds(std::min(to, span.end) - std::max(from, span.begin)));
        };
        for (const core::Span& one : m_run.spans(m_pool, span, core::Depth::Operator, 1'000'000)) {
            if (one.op == nullptr || one.op->pool != m_pool)
                continue;
            const core::Instant flowEnd = std::min(one.time.end,
                one.time.begin + core::fromSeconds(one.op->busy.at(static_cast<double>(one.step))));
            seconds[core::indexOf(one.op->bound)] += inside(one.time.begin, flowEnd);
            seconds[core::indexOf(core::Lane::Fixed)] += inside(flowEnd, one.time.end);
        }
        return seconds;
    }

    /// KV cache on a level at an instant: the nearest level is filled first.
    [[nodiscard]] double kvOn(std::size_t level, double bytes) const
    {
        for (std::size_t i = m_info.levels.size(); i-- > 0;) {
            const double here = std::clamp(bytes, 0.0,
                std::max(0.0, m_info.levels[i].kvCapacity ? m_info.levels[i].kvCapacity->value : bytes));
            if (i == level)
                return here;
            bytes -= here;
        }
        return 0;
    }

    [[nodiscard]] bool stepsAreFast() const
    {
        const auto now = moment();
        return m_third.count() > 0 && now
            && 1.5 * core::toSeconds(now->stepSpan.length()) < 3 * core::toSeconds(m_third);
    }

    [[nodiscard]] core::Duration third() const { return m_third; }
    [[nodiscard]] const core::Run& run() const { return m_run; }
    [[nodiscard]] const core::PoolInfo& info() const { return m_info; }
    [[nodiscard]] const HouseFrame& house() const { return m_frame.houses[m_pool]; }
    [[nodiscard]] std::size_t pool() const { return m_pool; }
    [[nodiscard]] std::optional<core::Moment> moment() const { return m_run.at(m_pool, about()); }

private:
    const core::Run& m_run;
    const StageFrame& m_frame;
    std::size_t m_pool;
    const core::PoolInfo& m_info;
    core::Instant m_t;
    core::Duration m_third;
};

/// A figure of a title, note or strip, by its key.
std::optional<double> figureOf(const Oracle& oracle, std::string_view key, double seconds)
{
    const core::Run& run = oracle.run();
    const core::Instant at = oracle.about();
    const auto moment = oracle.moment();
    const auto reader = moment && !moment->segment->requests.empty()
        ? static_cast<std::size_t>(moment->segment->requests.front())
        : 0;
    const auto whole = [](auto count) { return static_cast<double>(count); };
    if (key == "chips")
        return oracle.info().chips;
    if (key == "chips_in_step")
        return oracle.info().inStep;
    if (key == "link_bandwidth")
        return oracle.info().link->bandwidth.value;
    if (key == "layers")
        return run.layers;
    if (key == "experts")
        return run.experts;
    if (key == "experts_active")
        return run.expertsActive;
    if (key == "context_tokens")
        return whole(run.requests[reader].promptTokens + run.tokensWritten(reader, at));
    if (key == "transfer_progress") {
        for (const std::int64_t index : run.transferSegments()) {
            const core::Segment& segment = run.segments[static_cast<std::size_t>(index)];
            if (segment.begin <= at && at < segment.end)
                return core::toSeconds(at - segment.begin) / core::toSeconds(segment.end - segment.begin);
        }
        return std::nullopt;
    }
    if (key == "wait_s") {
        for (const core::Segment& segment : run.segments)
            if (segment.pool == oracle.pool() && segment.kind != core::SegmentKind::Transfer
                && segment.begin > at)
                return core::toSeconds(segment.begin - at);
        return std::nullopt;
    }
    if (key == "writing" || key == "reading" || key == "waiting") {
        double count = 0;
        for (std::size_t i = 0; i < run.requests.size(); ++i) {
            const core::RequestRun& request = run.requests[i];
            if (request.rejected || at < request.arrival || at >= request.finish)
                continue;
            const auto inStep = [&] {
                const auto& batch = moment->segment->requests;
                return std::find(batch.begin(), batch.end(), static_cast<int>(i)) != batch.end();
            };
            const bool reads = at >= request.prefillBegin && at < request.prefillEnd;
            // Where steps are too fast to be seen, whoever's answer has grown in the stretch.
            const bool grew = oracle.stepsAreFast()
                && run.tokensWritten(i, at) > run.tokensWritten(i, at - core::fromSeconds(seconds));
            const bool writes = at >= request.prefillEnd && ((moment && inStep()) || grew);
            count += key == "reading" ? reads : key == "writing" ? writes : !reads && !writes;
        }
        return count;
    }
    if (!moment)
        return std::nullopt;
    const core::Segment& segment = *moment->segment;
    if (key == "token")
        return whole(run.tokensWritten(reader, at) + 1);
    if (key == "layer")
        return moment->layer ? std::optional { *moment->layer + 1.0 } : std::nullopt;
    if (key == "tokens_at_once")
        return moment->pass->tokens;
    if (key == "users_in_step")
        return whole(segment.requests.size());
    if (key == "drafts")
        return segment.drafted;
    if (key == "draft")
        return moment->repetition + 1;
    if (key == "experts_awake") {
        double most = 0; // every layer that has experts wakes as many
        for (const core::Layer& layer : moment->pass->layerKinds)
            most = std::max(most, layer.expertsTouched);
        return std::round(most);
    }
    if (key == "step_bytes")
        for (const DoorFrame& door : oracle.house().doors)
            if (door.wall)
                return sum(run.doorBytes(oracle.pool(), door.door, moment->stepSpan.end))
                    - sum(run.doorBytes(oracle.pool(), door.door, moment->stepSpan.begin));
    return std::nullopt;
}

/// Messages of the pass under way: how many of a kind, and how long each.
std::pair<double, double> messagesOf(const Oracle& oracle, const QString& note)
{
    const auto moment = oracle.moment();
    double count = 0, seconds = 0;
    if (!moment)
        return {};
    for (const core::Span& span :
        oracle.run().spans(oracle.pool(), moment->stepSpan, core::Depth::Operator, 1'000'000)) {
        if (span.op == nullptr || span.passIndex != moment->passIndex || span.repetition != moment->repetition
            || !span.layer)
            continue;
        const std::string_view name = core::nameOf(span.op->kind);
        if (span.op->bound != core::Lane::Communication
            || !note.contains(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))))
            continue;
        ++count;
        seconds += core::toSeconds(span.time.length());
    }
    return { count, count > 0 ? seconds / count : 0 };
}

/// Names with digits are no figures.
QString withoutNames(QString text, const core::Run& run)
{
    QStringList names { QString::fromStdString(run.modelName) };
    for (const core::PoolInfo& pool : run.pools) {
        names << QString::fromStdString(pool.chipName)
              << QString::fromStdString(pool.chipSoldAs.value_or(""));
        for (const auto& link : { pool.link, pool.farLink })
            if (link)
                names << QString::fromStdString(link->name);
        for (const core::LevelUse& level : pool.levels)
            names << QString::fromStdString(level.name);
    }
    std::sort(
        names.begin(), names.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (const QString& name : names)
        if (!name.isEmpty())
            text.remove(name);
    return text;
}

/// Boundaries are whole picoseconds; an operator of a few nanoseconds has three digits.
bool close(double a, double b, double nothing = 1e-12)
{
    return std::abs(a - b) <= 2e-3 * std::max(std::abs(a), std::abs(b)) + nothing;
}

std::vector<const Statement*> statementsOf(const StageSays& says)
{
    std::vector<const Statement*> all { &says.title, &says.subtitle, &says.note, &says.transfer };
    for (const Statement& strip : says.strips)
        all.push_back(&strip);
    for (const HouseSays& house : says.houses) {
        all.insert(all.end(), { &house.busy, &house.wait, &house.counter });
        for (const auto* list : { &house.kv, &house.free, &house.doors })
            for (const Statement& statement : *list)
                all.push_back(&statement);
    }
    return all;
}

} // namespace

class TestStageWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void everyStatementIsTrueOfTheRun_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto& path : tests::shippedScenarios())
            QTest::newRow(path.filename().c_str()) << QString::fromStdString(path.string());
    }
    void everyStatementIsTrueOfTheRun()
    {
        QFETCH(QString, path);
        const core::Scenario scenario = tests::shippedScenario(path.toStdString(), m_catalog);
        const core::SimulationResult result = core::simulate(scenario, m_catalog);
        for (const core::SystemResult& system : result.systems) {
            StageInput input;
            input.run = system.run;
            input.report = &system.report;
            input.theme = Theme::darkTheme();
            const double speed = 1 / scenario.view.timeScale.value_or(usualTimeScale(*system.run));
            // At true speed a third of a second is many words: as much of it is walked as can be one by one.
            const double most = 6 * system.report.tpotS;
            for (const double seen : { 0.0, std::min(speed, most), most })
                for (const StageZoom zoom : { StageZoom::Chip, StageZoom::Auto }) {
                    input.pace = { .speed = seen, .running = seen > 0 };
                    input.zoom = zoom;
                    checkRun(input);
                    if (QTest::currentTestFailed())
                        return;
                }
        }
    }

    void theCounterRunsButItsTextHoldsForAThirdOfASecond()
    {
        const auto path
            = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/machines" / "gpu-hbm.memwall.json";
        const core::Scenario scenario = tests::shippedScenario(path, m_catalog);
        const core::SimulationResult result = core::simulate(scenario, m_catalog);
        StageInput input;
        input.run = result.systems.front().run;
        input.theme = Theme::darkTheme();
        input.pace = filmPace(*scenario.view.timeScale, 60);
        const StageFrame frame = stageFrame(input);
        const core::Instant word = input.run->tokenTime(0, 20);
        constexpr int kSeconds = 3;
        QStringList texts;
        double passed = 0;
        for (int picture = 0; picture < 60 * kSeconds; ++picture) {
            input.time = word + input.pace.over(picture / 60.0);
            const Statement counter = stageSays(input, frame).houses.front().counter;
            if (picture > 30) { // the words are of a third of a second before
                QVERIFY(counter.value("word_passed_bytes") >= passed);
                passed = counter.value("word_passed_bytes");
            }
            if (texts.isEmpty() || texts.back() != counter.text())
                texts << counter.text();
        }
        QVERIFY2(
            texts.size() > 2 * kSeconds && texts.size() <= 3 * kSeconds + 1, qPrintable(texts.join(u'|')));
    }

private:
    void checkRun(StageInput& input)
    {
        const StageFrame frame = stageFrame(input);
        for (const core::Instant t : instantsOf(*input.run)) {
            input.time = t;
            m_where = QStringLiteral("%1, 1 s shows %2 s, at %3 s: ")
                          .arg(QString::fromStdString(input.run->name))
                          .arg(input.pace.speed)
                          .arg(core::toSeconds(t), 0, 'g', 12);
            const StageSays says = stageSays(input, frame);
            for (const Statement* statement : statementsOf(says))
                checkNumbers(*statement, *input.run);
            for (std::size_t pool = 0; pool < says.houses.size(); ++pool)
                checkHouse(Oracle { input, frame, pool }, says.houses[pool]);
            checkTitles(input, frame, says);
            checkIdle(input, frame, says);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void fail(const QString& what) { QTest::qFail(qPrintable(m_where + what), __FILE__, __LINE__); }
    void compare(const Statement& statement, std::string_view key, double expected, double nothing = 1e-12)
    {
        if (!close(statement.value(key), expected, nothing))
            fail(QStringLiteral("%1 says %2 = %3, the run %4")
                     .arg(statement.text(), QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())))
                     .arg(statement.value(key), 0, 'g', 10)
                     .arg(expected, 0, 'g', 10));
    }
    void expect(bool truth, const QString& what)
    {
        if (!truth)
            fail(what);
    }

    /// No number stands in words without its figure.
    void checkNumbers(const Statement& statement, const core::Run& run)
    {
        for (QString text : statement.wordings) {
            std::vector<QString> figures;
            for (const Figure& figure : statement.figures)
                figures.push_back(textOf(figure));
            std::sort(figures.begin(), figures.end(),
                [](const QString& a, const QString& b) { return a.size() > b.size(); });
            const QString whole = text;
            text = withoutNames(text, run);
            for (const QString& figure : figures)
                text.remove(figure);
            text.remove(QStringLiteral("chip 1 of")); // the one that stands for all
            if (text.contains(QRegularExpression(QStringLiteral("\\d"))))
                fail(QStringLiteral("a number without a figure in “%1”").arg(whole));
        }
    }

    void checkHouse(const Oracle& oracle, const HouseSays& says)
    {
        const HouseFrame& house = oracle.house();
        const auto moment = oracle.moment();
        for (std::size_t i = 0; i < house.doors.size(); ++i) {
            const Statement& door = says.doors[i];
            const double rate = moment ? oracle.doorRate(house.doors[i].door, door) : 0;
            const double peak = house.doors[i].bytesPerSecond.value_or(0);
            compare(door, "door_bytes_per_s", rate, 1e-6 * std::max(peak, 1e9));
            const double share = peak > 0 ? rate / peak : 0;
            compare(door, "door_share", share, 1e-6);
            expect(share <= 1.0 + 2e-3, QStringLiteral("%1: above the peak").arg(door.text()));
            const bool behind = door.text().contains(QStringLiteral("Behind it stands"));
            expect(!behind || (house.nextWall && house.grown == 1),
                QStringLiteral("“%1” under a wall that stands").arg(door.text()));
        }
        for (std::size_t i = 0; i < house.rooms.size(); ++i)
            checkRoom(oracle, house.rooms[i], says.kv[i], says.free[i]);
        checkCounter(oracle, says.counter);
        if (!moment) {
            expect(says.wait.text().contains(QStringLiteral("work")), says.wait.text());
            return;
        }
        if (oracle.info().peakFlops)
            compare(says.busy, "compute_busy", oracle.busy(says.busy), 1e-6);
        says.wait.base == TimeBase::Window ? checkWindow(oracle, says) : checkOperator(oracle, *moment, says);
    }

    /// It counts from the word before to the next, and only where a wall of a pool that writes is drawn.
    void checkCounter(const Oracle& oracle, const Statement& counter)
    {
        const HouseFrame& house = oracle.house();
        const auto moment = oracle.moment();
        const bool writes = moment
            && (moment->segment->kind == core::SegmentKind::Decode
                || moment->segment->kind == core::SegmentKind::Speculation);
        const bool walled = house.main && !house.whole && house.style == HouseStyle::Rooms;
        double passed = 0, all = 0;
        for (const DoorFrame& door : house.doors)
            if (moment && door.wall) {
                const auto at = [&](core::Instant t) {
                    return sum(oracle.run().doorBytes(oracle.pool(), door.door, t));
                };
                passed = at(oracle.about()) - at(moment->stepSpan.begin);
                all = at(moment->stepSpan.end) - at(moment->stepSpan.begin);
            }
        expect(
            counter.isEmpty() == !(writes && walled && all > 0), QStringLiteral("the counter at the wall"));
        if (counter.isEmpty())
            return;
        compare(counter, "step_bytes", all);
        const double wordsPerSecond
            = core::toSeconds(oracle.third()) / core::toSeconds(moment->stepSpan.length());
        const bool counts = counter.figures.size() == 2;
        expect(counts == (wordsPerSecond <= 1), counter.text());
        expect(counter.base == (counts ? TimeBase::Instant : TimeBase::Step), counter.text());
        if (counts)
            compare(counter, "word_passed_bytes", passed, 1e-3 * all);
    }

    void checkRoom(const Oracle& oracle, const RoomFrame& room, const Statement& kv, const Statement& free)
    {
        const double held = oracle.kvOn(room.level, oracle.run().kvBytes(oracle.pool(), oracle.about()));
        compare(kv, "kv_bytes", held);
        if (!free.isEmpty())
            compare(
                free, "free_bytes", room.capacityBytes.value() - room.weightBytes - room.draftBytes - held);
        const auto moment = oracle.moment();
        if (kv.value("kv_growth_bytes") > 0) {
            const core::Affine& all = moment->segment->kvBytes;
            const auto step = static_cast<double>(moment->step);
            compare(kv, "kv_growth_bytes",
                oracle.kvOn(room.level, all.at(step + 1)) - oracle.kvOn(room.level, all.at(step)));
        }
    }

    void checkOperator(const Oracle& oracle, const core::Moment& moment, const HouseSays& says)
    {
        const QString wait = says.wait.text();
        const bool here = moment.op != nullptr && moment.op->pool == oracle.pool();
        const auto says_ = [&](const char* words) { return wait.contains(QString::fromLatin1(words)); };
        const bool message = here && moment.op->bound == core::Lane::Communication;
        const bool arithmetic = here && moment.flowing && moment.op->bound == core::Lane::Compute;
        expect(says_("other room") == !here, wait);
        expect(says_("other chips") == message, wait);
        expect(says_("fixed latency") == (here && !message && !moment.flowing), wait);
        expect(says_("arithmetic sets the pace") == arithmetic, wait);
        const bool data = says_("wait for data") || says_("waits for data");
        expect(data == (here && moment.flowing && !message && !arithmetic), wait);
        expect(arithmetic == says.busy.text().contains(QStringLiteral("of peak")) || says.busy.isEmpty(),
            says.busy.text());
        if (says_("cores wait for data")) {
            const double cores = oracle.info().cores.value_or(0);
            compare(says.wait, "cores", cores);
            expect(std::abs(says.wait.value("cores_waiting") - cores * (1 - oracle.busy(says.wait))) <= 1.01,
                wait);
        }
    }

    void checkWindow(const Oracle& oracle, const HouseSays& says)
    {
        using core::Lane;
        const core::TimeSpan span = oracle.stretch(says.wait);
        expect(oracle.isThird(says.wait),
            QStringLiteral("%1: over %2 s").arg(says.wait.text()).arg(says.wait.seconds));
        const QString wait = says.wait.text();
        const auto paced = oracle.paced(span);
        const auto by = [&](Lane lane) { return paced[core::indexOf(lane)]; };
        const std::vector<std::pair<QString, double>> causes { { QStringLiteral("for data"),
                                                                   by(Lane::Weights) + by(Lane::KvCache) },
            { QStringLiteral("arithmetic"), by(Lane::Compute) },
            { QStringLiteral("other chips"), by(Lane::Communication) },
            { QStringLiteral("fixed latency"), by(Lane::Fixed) } };
        const double all = core::toSeconds(span.length());
        double most = all, told = -1;
        for (const auto& [words, seconds] : causes)
            most -= seconds;
        if (wait.contains(QStringLiteral("other room")) || wait.contains(QStringLiteral("for work")))
            told = most;
        for (const auto& [words, seconds] : causes) {
            most = std::max(most, seconds);
            if (wait.contains(words))
                told = seconds;
        }
        expect(close(told, most), QStringLiteral("%1 is not what takes most of the time").arg(wait));
        compare(says.wait, "time_share", told / all);
    }

    void checkTitles(const StageInput& input, const StageFrame& frame, const StageSays& says)
    {
        std::vector<const Statement*> titles { &says.title, &says.subtitle, &says.note };
        for (const Statement& strip : says.strips)
            titles.push_back(&strip);
        // The pool that speaks is the one whose figures they are.
        std::vector<Oracle> pools;
        for (std::size_t pool = 0; pool < frame.houses.size(); ++pool)
            pools.emplace_back(input, frame, pool);
        QStringList complaints;
        for (const Oracle& oracle : pools) {
            QString complaint
                = namesPhase(oracle, says.title) ? QString {} : QStringLiteral("the phase or operator");
            for (const Statement* title : titles)
                if (complaint.isEmpty())
                    complaint = wrongFigure(oracle, *title);
            if (complaint.isEmpty())
                return;
            complaints << complaint;
        }
        fail(QStringLiteral("%1 | %2: %3")
                 .arg(says.title.text(), says.subtitle.text(), complaints.join(QStringLiteral("; "))));
    }

    /// The first figure that is not the run's; empty where all are.
    static QString wrongFigure(const Oracle& oracle, const Statement& statement)
    {
        for (const Figure& figure : statement.figures) {
            std::optional<double> expected = figureOf(oracle, figure.key, statement.seconds);
            if (figure.key == "messages")
                expected = messagesOf(oracle, statement.text()).first;
            if (figure.key == "message_s")
                expected = messagesOf(oracle, statement.text()).second;
            if (!expected || !close(figure.value, *expected))
                return QStringLiteral("%1 has %2 = %3, the run %4")
                    .arg(statement.text(),
                        QString::fromUtf8(figure.key.data(), static_cast<qsizetype>(figure.key.size())))
                    .arg(figure.value, 0, 'g', 10)
                    .arg(expected.value_or(-1), 0, 'g', 10);
        }
        return {};
    }

    /// The words name what runs: prompts, tokens, drafts, and the operator where one can be read.
    static bool namesPhase(const Oracle& oracle, const Statement& title)
    {
        const auto moment = oracle.moment();
        if (!moment)
            return title.base == TimeBase::Instant;
        const auto tells = [&](const char* words) { return title.text().contains(QLatin1String(words)); };
        const core::SegmentKind kind = moment->segment->kind;
        const bool drafts = tells("draft") || tells("Draft");
        if (tells("Prefill") != (kind == core::SegmentKind::Prefill)
            || drafts != (kind == core::SegmentKind::Speculation)
            || (tells("Decode") != (kind == core::SegmentKind::Decode)))
            return false;
        if (title.base != TimeBase::Operator || moment->op == nullptr)
            return true;
        const std::string_view name = core::nameOf(moment->op->kind);
        return title.text().endsWith(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    }

    void checkIdle(const StageInput& input, const StageFrame& frame, const StageSays& says)
    {
        if (!says.subtitle.text().startsWith(QStringLiteral("Nothing moves")))
            return;
        const core::Run& run = *input.run;
        const Oracle oracle { input, frame, 0 };
        const core::Instant at = oracle.about();
        const core::Instant then = at + core::Duration { 1000 };
        for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
            expect(run.flops(pool, then) == run.flops(pool, at), QStringLiteral("arithmetic runs"));
            expect(run.doorBytes(pool, core::kLinkDoor, then) == run.doorBytes(pool, core::kLinkDoor, at),
                QStringLiteral("the link is in use"));
            for (std::size_t door = 0; door < run.pools[pool].levels.size(); ++door)
                expect(run.doorBytes(pool, static_cast<std::uint8_t>(door), then)
                        == run.doorBytes(pool, static_cast<std::uint8_t>(door), at),
                    QStringLiteral("bytes pass"));
        }
    }

    core::Catalog m_catalog;
    QString m_where;
};

MEMWALL_TEST(TestStageWords, QApplication)

} // namespace tst_stage_words

#include "tst_stage_words.moc"
