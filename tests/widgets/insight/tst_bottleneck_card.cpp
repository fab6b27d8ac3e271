// The bottleneck card speaks of what runs at the playhead: at 200 instants of every shipped scenario.
#include "tests/support/shipped_scenarios.h"
#include "tests/support/test_program.h"
#include "widgets/insight/insight_column.h"
#include "widgets/words/sayings.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTest>

#include <set>

namespace tst_bottleneck_card
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

/// Segments under way at an instant, of any pool, and transfers.
std::set<core::SegmentKind> kindsAt(const core::Run& run, core::Instant t)
{
    std::set<core::SegmentKind> kinds;
    for (const core::Segment& segment : run.segments)
        if (segment.begin <= t && t < segment.end)
            kinds.insert(segment.kind);
    return kinds;
}

/// Seconds of all prefills that a lane paces, and all their seconds.
std::pair<double, double> promptSeconds(const core::Run& run, core::Lane lane)
{
    double paced = 0, all = 0;
    for (const core::Segment& segment : run.segments) {
        if (segment.kind != core::SegmentKind::Prefill)
            continue;
        all += core::toSeconds(segment.end - segment.begin);
        for (std::int64_t step = 0; step < segment.steps; ++step)
            for (const core::Span& span :
                run.spans(segment.pool, { segment.boundary(step), segment.boundary(step + 1) },
                    core::Depth::Operator, 1'000'000))
                if (span.op != nullptr && span.op->bound == lane)
                    paced += span.op->busy.at(static_cast<double>(span.step));
    }
    return { paced, all };
}

} // namespace

class TestBottleneckCard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void theCardSpeaksOfWhatRuns_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto& path : tests::shippedScenarios())
            QTest::newRow(path.filename().c_str()) << QString::fromStdString(path.string());
    }
    void theCardSpeaksOfWhatRuns()
    {
        QFETCH(QString, path);
        const core::Scenario scenario = tests::shippedScenario(path.toStdString(), m_catalog);
        for (const core::SystemResult& system : core::simulate(scenario, m_catalog).systems) {
            const auto card = cardNamed(QStringLiteral("bottleneck"));
            card->setTheme(Theme::darkTheme());
            card->setData({ system.report, system.run });
            constexpr int kInstants = 200;
            // The prompts of one user are a small part of a run: half of the instants are there.
            const core::Instant first = system.run->requests.front().firstToken;
            for (int i = 0; i < kInstants; ++i) {
                const core::Instant end = i % 2 == 0 ? system.run->end() : first;
                const core::Instant t { end.time_since_epoch() * (2 * i + 1) / (2 * kInstants) };
                card->setTime(t);
                check(system, *card, kindsAt(*system.run, t));
            }
        }
    }

    void aPrefillBoundByArithmeticIsNotCalledMemory()
    {
        const auto path
            = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/machines/gpu-hbm.memwall.json";
        const auto system
            = core::simulate(tests::shippedScenario(path, m_catalog), m_catalog).systems.front();
        const auto [paced, all] = promptSeconds(*system.run, core::Lane::Compute);
        QVERIFY(paced > all / 2);
        QCOMPARE(english(system.report.promptVerdict.title), std::string("Arithmetic"));
        QVERIFY(
            english(system.report.promptVerdict.text).find("time to the first token") != std::string::npos);
        QVERIFY(system.report.bottleneckTitle != system.report.promptVerdict.title);
    }

private:
    static void check(
        const core::SystemResult& system, const Card& card, const std::set<core::SegmentKind>& kinds)
    {
        const auto text = [&](const char* name) {
            return card.findChild<QLabel*>(QString::fromLatin1(name))->text().toStdString();
        };
        const bool writes
            = kinds.contains(core::SegmentKind::Decode) || kinds.contains(core::SegmentKind::Speculation);
        const core::Report& report = system.report;
        core::Verdict expected { report.bottleneckTitle, report.bottleneckText };
        if (!writes && kinds.contains(core::SegmentKind::Prefill))
            expected = report.promptVerdict;
        else if (!writes && kinds.contains(core::SegmentKind::Transfer))
            expected = report.transferVerdict;
        QCOMPARE(text("bottleneckTitle"), english(expected.title));
        QCOMPARE(text("bottleneckText"), english(expected.text));
        QVERIFY(!expected.title.empty());
    }

    core::Catalog m_catalog;
};

MEMWALL_TEST(TestBottleneckCard, QApplication)

} // namespace tst_bottleneck_card

#include "tst_bottleneck_card.moc"
